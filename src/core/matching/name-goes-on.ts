/** Full names of officials that others bear: "Theresa May Hollis, 84,", "Adam Smith, the Scottish economist", "konobar Zoran Milanović". */
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";
import { isCalledAfterPerson } from "./name-in-place.ts";
import { isHarmlessFollower, isNameAhead, mayBeSurname } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { isSentenceOpener } from "./sentence-openers.ts";
import { wordEndFrom } from "./word-borders.ts";

/** Countries whose people bear a second surname, which news leave out or write. */
const twoSurnames = new Set(
  (
    "spain portugal mexico brazil argentina chile colombia peru venezuela ecuador bolivia paraguay uruguay cuba panama costa-rica " +
    "guatemala honduras el-salvador nicaragua dominican-republic philippines angola mozambique"
  ).split(" "),
);

/** A further surname, and what shows that the name ends there. */
const surnameAhead =
  /^ (\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)(?=,| (?:and|who|is|was|has|had|of|from|won|said|says|told|will|would|thanked|died|lives|lived|sold|runs|\p{Ll}{2,}ed)(?![\p{L}]))/u;
/** What is named after its author. */
const alsoDone = new Set(
  "brexit budget cabinet government administration presidency summit tariff thought plan bill doctrine speech tweet".split(
    " ",
  ),
);
/** "the Rachel Reeves Budget was": the name belongs to what follows. */
const article = /(?:^|[^\p{L}])(?:the|an?|his|her|their|our|another|former|every|any) $/u;
/** What people with an office do not live by, or not any more. */
const occupations =
  "economist|singer|drummer|guitarist|violinist|cellist|novelist|poet|painter|sculptor|footballer|midfielder|" +
  "cricketer|golfer|goalkeeper|striker|jockey|(?:[a-z]+ |[a-z-]+-)?player|cyclist|swimmer|sprinter|gymnast|skater|actor|actress|" +
  "comedian|plumber|baker|plasterer|farmer|chef|wrestler|boxer|pianist|organist|photographer|choreographer|soprano|tenor|" +
  "philosopher|playwright|inventor|sociologist|astronomer|mathematician";
const notAnyMore = "(?!former |ex-|one-time |retired )";
const occupationAhead = new RegExp(
  `^, (?:the|an?) ${notAnyMore}(?:[\\p{L}-]+ ){0,3}?(?:${occupations})(?![\\p{L}]|-)`,
  "u",
);
/** "Adam Smith, the author of The Wealth of Nations"; with a title before it, it may be what an official wrote. */
const authorAhead = /^, (?:the|an?) author of (?:"|\p{Lu})/u;
const titled =
  /(?:^|[^\p{L}])(?:rep|reps|sen|sens|senators?|representatives?|congress(?:man|woman)|minister|secretary|president|mr|ms|mrs)\.? $/u;
/** What nobody says of the living: "Adam Smith would have hated this". */
const longDead =
  /^ (?:would (?:not )?have (?:hated|loved|approved|understood|recogni[sz]ed|agreed|smiled|turned)|(?:wrote|argued|taught) in 1[5-8]\d\d)(?![a-z])/;
/** "The pianist Wang Yi, 24" */
const occupationBefore = new RegExp(
  `(?:^|[^\\p{L}])(?:the|an?|by|with|and) ${notAnyMore}(?:[\\p{L}-]+ ){0,2}?(?:${occupations}) $`,
  "iu",
);

/** Trades and sports that nobody is known by who holds an office, in all languages; folded. "The waiter Zoran Milanović" */
const trades =
  // en
  "roofer|plumber|baker|waiter|waitress|barman|bartender|hairdresser|barber|butcher|florist|gardener|carpenter|electrician|" +
  "bricklayer|plasterer|cabbie|postman|milkman|shepherd|beekeeper|footballer|goalkeeper|midfielder|striker|cricketer|jockey|" +
  "cyclist|sprinter|snowboarder|skater|skier|rower|swimmer|violinist|cellist|drummer|pianist|organist|umpire|referee|weaver|potter|" +
  "dancer|comedian|fishmonger|grocer|tailor|trucker|sculptor|illustrator|choreographer|sub-editor|" +
  // de
  "backer|klempner|dachdecker|friseur|kellner|metzger|fleischer|tischler|schreiner|gartner|florist|taxifahrer|busfahrer|postbote|" +
  "imker|forster|(?:backer|maler|schreiner|tischler|schlosser|metzger|fleischer|friseur|gartner|uhrmacher|braumeister|ofensetzer|schornsteinfeger|elektro|kfz-|haus)meister|steinmetz|schlosser|uhrmacher|winzer|schornsteinfeger|gartner|apotheker|[a-z]*trainer|fussballer|fussballprofi|sturmer|torwart|torhuter|skispringer|handballer|geiger|schlagzeuger|gitarrist|rentner|schuler|" +
  // fr
  "boulanger|plombier|couvreur|coiffeur|serveur|boucher|menuisier|footballeur|attaquant|pianiste|violoniste|batteur|guitariste|" +
  "fromager|fromagere|boulangere|bouchere|coiffeuse|serveuse|charcutier|patissier|patissiere|poissonnier|epicier|maraicher|maraichere|vigneron|vigneronne|viticulteur|apiculteur|garagiste|ebeniste|luthier|cordonnier|horloger|carreleur|" +
  "fleuriste|jardinier|jardiniere|facteur|skipper|nageur|entraineu(?:r|se)|cycliste|lyceen|retraite|" +
  // es, it
  "panadera|peluquera|camarera|pescadera?|fruter[oa]|relojer[oa]|zapater[oa]|sastre|mecanico|pastelera?|agricultora?|ganader[oa]|apicultora?|" +
  "fornaia|parrucchiera|cameriera|sarto|sarta|calzolaio|orologiaio|pescivendolo|fruttivendolo|fioraio|fioraia|apicoltore|contadino|meccanico|gelataio|pasticc(?:ere|iere|era)|" +
  "panadero|fontanero|peluquero|camarero|carnicero|carpintero|jardinero|futbolista|delantero|centrocampista|ciclista|pianista|" +
  "guitarrista|entrenadora?|allenatore|allenatrice|cartero|taxista|albanil|jubilado|torero|panettiere|fornaio|idraulico|parrucchiere|cameriere|macellaio|falegname|" +
  "jugadora?|giocatore|giocatrice|joueur|joueuse|giardiniere|calciatore|attaccante|portiere|chitarrista|tassista|postino|muratore|pensionato|pizzaiolo|barista|" +
  // pl, cs
  "piekarz|hydraulik|fryzjer|kelner|rzeznik|stolarz|ogrodnik|pilkarz|napastnik|bramkarz|kolarz|skoczek|gitarzysta|listonosz|" +
  "taksowkarz|murarz|emeryt|hokeista|siatkarz|koszykarz|pekar|instalater|kadernik|cisnik|reznik|truhlar|zahradnik|fotbalista|" +
  "utocnik|brankar|zaloznik|cyklista|klavirista|kytarista|postak|taxikar|zednik|duchodce|" +
  // sr, hr, bs, sq
  "vodoinstalater|frizer|konobar|mesar|stolar|vrtlar|bastovan|fudbaler|nogometas|napadac|golman|vratar|biciklist|biciklista|" +
  "pijanist|pijanista|gitarist|gitarista|postar|taksist|taksista|zidar|penzioner|umirovljenik|kosarkas|odbojkas|rukometas|vajar|" +
  "hidraulik|kamerier|kamerieri|kasap|marangoz|kopshtar|futbollist|futbollisti|sulmuesi|portieri|basketbollisti|kitaristi|taksist|" +
  // mk
  "пекар|пекарот|водоводџија|фризер|келнер|келнерот|месар|столар|фудбалер|фудбалерот|голман|напаѓач|кошаркар|кошаркарот|ракометар|" +
  "вајар|вајарот|поштар|ѕидар|пензионер|" +
  // stage and screen
  "actor|actress|singer|schauspieler|sanger|actrice|chanteuse|chanteur|actriz|cantante|attrice|piosenkar[kz]\\p{L}?|aktork\\p{L}|zpevak|zpevac|" +
  "herec|herecka|glumac|glumica|pevac|pevacica|pjevac|pjevacica|kengetar|kengetari|kengetarja|aktorja|пејач|пејачот|пејачка|пејачката|глумец|глумица";
/** "ex-footballer", "bivši košarkaš": that may be what an official was. */
const tradeBefore = new RuleBefore(
  new RegExp(
    `(?<!(?:former|retired|one-time|and|ehemalige[rn]?|fruherer?|ancien|ancienne|antiguo|byly|dawny|byvaly|bivsi|nekadasnji|ish|поранешниот) |ex-|ish-|ex )(?<![\\p{L}])(?:${trades})(?:in|ka|ica)? (?:named |called )?$`,
    "u",
  ),
  { reach: 40, more: /^(?:named|called)$/ },
);
/** "quoted another Adam Smith" */
const other = new RuleBefore(/(?:^|[^\p{L}])(?:another|a different|a second|a certain|the other) $/iu, {
  reach: 14,
  reads: "plain",
  more: /^(?:different|second|certain|other)$/,
});
/** "Un altro Simon Harris, giardiniere", "otro Daniel Ortega": in the other languages nothing else that an official has done is called so. */
const otherAbroad = new RuleBefore(
  /(?:^|[^\p{L}])(?:un altro|un'altra|un autre|une autre|otro|otra|ein anderer|ein weiterer|eine andere|inny|inna|jiny|jina|drugi|neki drugi|tjeter) $/u,
  { reach: 18, more: /^(?:altro|altra|autre|anderer|weiterer|andere|drugi)$/ },
);
/** "el taller de Daniel Ortega", "la boulangerie d'Éric Lombard": a shop is nobody's who holds an office. */
const shopOf = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?:taller|panaderia|peluqueria|carniceria|fruteria|zapateria|pasteleria|heladeria|ferreteria|boulangerie|boucherie|fromagerie|patisserie|charcuterie|epicerie|garage|salon de coiffure|officina|panetteria|macelleria|pasticceria|gelateria|sartoria|falegnameria) (?:de |d'|di )|(?:backerei|metzgerei|werkstatt|tischlerei|schreinerei|gartnerei|schlosserei|konditorei) (?:von )?)$/u,
  {
    reach: 28,
    more: /^(?:de|d|di|von)$/,
    signs: "'",
  },
);
/** What officials may be as well, and countries are not; in German, French, Spanish and Italian. */
const arts =
  "schriftsteller|autor|dichter|maler|journalist|analyst|handwerker|romancier|romanciere|ecrivaine?|poete|poetesse|peintre|journaliste|comedienne?|" +
  "boxer|boxeur|boxeador|pugile|styliste|stilista|disenadora?|modedesigner|designer|regisseur|realisat(?:eur|rice)|regista|moderator|conduttrice|" +
  "escritora?|novelista|poeta|pintora?|periodista|scrittore|scrittrice|pittore|pittrice|giornalista|analista|analyste";
const artistBefore = new RuleBefore(new RegExp(`(?<![\\p{L}-])(?:${arts})(?:in)? $`, "u"), { reach: 20 });

/** Whether a trade stands before a name that begins here and is no official's: "the waiter Zoran Milanović", "le romancier Anatole France". */
export function isBehindTrade(view: BlockView, start: number): boolean {
  return tradeBefore.test(view, start) || artistBefore.test(view, start);
}

const tradeAhead = new RegExp(
  `^, (?:l'|(?:the|an?|der|die|ein|eine|einem|einer|einen|le|la|une?|el|il|lo|uno) )?(?:${trades}|${arts})(?:in|ka|ica)?(?![\\p{L}])`,
  "u",
);

/** "Brasil Mendes, el jugador" */
export function isBeforeTrade({ key }: BlockView, end: number): boolean {
  return key.charCodeAt(end) === 0x2c && tradeAhead.test(key.slice(end, end + 40));
}

const wordAhead = /^ (\p{L}+)/u;

/** "John F. Kennedy International Airport" */
const namedAfterAhead =
  /^ (?:(?:International|National|Memorial|Presidential|Regional|Community|Elementary|High) )?(?:Airport|Boulevard|Street|Road|Avenue|Highway|Expressway|School|Library|Hospital|Center|Centre|Bridge|Stadium|Park|University|College|Institute|Prize|Award|Museum|Building|Plaza|Square)(?![\p{L}])/u;

/** Whether places are named after the person who is named before: "Barack Obama Boulevard". */
function isNamedAfter({ plain }: BlockView, end: number): boolean {
  return plain.charCodeAt(end) === 0x20 && namedAfterAhead.test(plain.slice(end, end + 40));
}

const isWestSlavic = onceByTag((lang) => /^(pl|cs|sk)/i.test(lang));

/** "Karla Havlíčka Borovského": in Polish and Czech nothing else with a capital follows a full name. */
function hasFurtherSurname(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  if (!isWestSlavic(view.lang) || !isNameAhead(view.plain, end)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  return mayBeSurname(matcher, view.key.slice(end + 1, wordEndFrom(view.key, end + 1)));
}

/** Whether the name belongs to a place, a longer name or a waiter: what tells even a full name that the record spells otherwise. */
export function isOfSomebodyElse(
  matcher: Matcher,
  view: BlockView,
  nameStart: number,
  start: number,
  end: number,
): boolean {
  return (
    isNamedAfter(view, end) ||
    hasFurtherSurname(matcher, view, start, end) ||
    tradeBefore.test(view, nameStart)
  );
}

/** Whether a full name of an official stands here for somebody else. */
export function isNamesakeOfOfficial(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { plain } = view;
  if (tradeBefore.test(view, start) || isCalledAfterPerson(view, start) || isNamedAfter(view, end))
    return true;
  if (hasFurtherSurname(matcher, view, start, end)) return true;
  const next = plain.charCodeAt(end);
  if (
    other.test(view, start) &&
    mainLanguage(view.lang) === "en" &&
    !alsoDone.has(wordAhead.exec(plain.slice(end, end + 20))?.[1]?.toLowerCase() ?? "")
  ) {
    return true;
  }
  // A name that needs no proof is rarely shared.
  if (entry.when !== null && mainLanguage(view.lang) !== "en") {
    if (otherAbroad.test(view, start) || shopOf.test(view, start) || isBeforeTrade(view, end)) return true;
  }
  if (entry.when !== null && mainLanguage(view.lang) === "en") {
    if (next === 0x2c && occupationAhead.test(plain.slice(end, end + 60))) return true;
    if (
      next === 0x2c &&
      authorAhead.test(plain.slice(end, end + 20)) &&
      !titled.test(view.key.slice(Math.max(0, start - 16), start))
    )
      return true;
    if (next === 0x20 && longDead.test(plain.slice(end, end + 40))) return true;
    if (occupationBefore.test(plain.slice(Math.max(0, start - 50), start))) return true;
  }
  const first = plain.charCodeAt(end + 1);
  if (next !== 0x20 || first < 0x41 || first > 0x5a || mainLanguage(view.lang) !== "en") return false;
  const word = surnameAhead.exec(plain.slice(end, end + 40))?.[1]?.toLowerCase();
  if (!word || alsoDone.has(word) || isHarmlessFollower(word) || isSentenceOpener(word, "en")) return false;
  const line = lineAt(view, start);
  if (
    line.allCaps ||
    line.titleCase ||
    article.test(plain.slice(Math.max(0, start - 9), start).toLowerCase())
  )
    return false;
  if (twoSurnames.has(matcher.entity(entry.entity)?.country ?? "")) return false;
  return mayBeSurname(matcher, word);
}
