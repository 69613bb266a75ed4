/**
 * Streets, squares, waters, houses, ships and banks that bear the name of a country or its capital: "ulica Francuska",
 * "piazza Ungheria", "Finnischer Meerbusen", hotel „Moskva“; streets, houses and shops that bear a person's name
 * ("rue Barack Obama", "pekara Tusk"). English ones stand in `country-in-name.ts`. All folded.
 */
import type { BlockView } from "./block-view.ts";
import { andWords } from "./joining-words.ts";
import { mayBeAdjective } from "./kinds-of-things.ts";
import { isCapital, isSmall } from "./letter-case.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { SpellingForm } from "./types.ts";
import { wordEndFrom } from "./word-borders.ts";

interface PlaceWords {
  /** Stems and words of what stands before the name ("rue de Londres") … */
  before?: string;
  /** … of what is called by the name as it is, never by an inflected form: "trajekt Norveška", but not "brod Norveške". */
  bearers?: string;
  /** … and behind an adjective ("Russischen Gasse"). */
  after?: string;
  /** … and behind one with a capital, where other adjectives have none: "Deutsches Museum". */
  houses?: string;
  /** Of shops that are called like their owners; streets and houses are, too. */
  shops?: string;
}

const words: Record<string, PlaceWords> = {
  de: {
    before:
      "hotel|cafe|gasthof|gasthaus|restaurant|kino|pizzeria|imbiss|bistro|biergarten|haltestelle|[us] bahnhof|u bahn station|busbahnhof",
    after: "strasse|gasse|platz|allee|ring|ufer|brucke|meerbusen|meere?s?|sees?|meerenge",
    houses:
      "[a-z]*theater|[a-z]*museum|akademie|[a-z]*kirche|[a-z]*oper|[a-z]*bibliothek|garten|hof|[a-z]*liga|fussball bund|rote kreuz|roten kreuz|" +
      "[a-z]*bettenlager|[a-z]*universitat|hofreitschule|hochschule|schule|dom|friedhof|palais|kulturinstitut|chaussee|promenade|viertel",
    bearers:
      "radio|tageszeitung|zeitung|[a-z]*schiff|segler|[a-z]*kreuzer|[a-z]*fahre|[a-z]*dampfer|[a-z]*tanker|[a-z]*frachter|[a-z]*yacht|fregatte|kutter|bar|lokal|taverne|trattoria|eisdiele|pension|klinik|stadion|freizeitpark|haus|villa|palais",
    shops:
      "[a-z]*backerei|[a-z]*metzgerei|fleischerei|konditorei|blumen|gasthaus|autohaus|[a-z]*kanzlei|[a-z]*apotheke|weingut|modehaus|fahrschule|[a-z]*schreinerei|gartnerei|friseur|salon|firma",
  },
  fr: {
    before:
      "(?:rue|avenue|boulevard|(?<!la )place|quai|pont|square|impasse|allee|faubourg|esplanade|promenade|rond-point|hotel|cafe|restaurant|cinema|lycee|mer|canal|golfe|detroit|baie|lac)(?: de la| du| des| de| d'| de l')?",
    bearers:
      "radio|tele|paquebot|ferry|cargo|navire|petrolier|fregate|yacht|voilier|chalutier|porte-conteneurs|vraquier|(?:bar|brasserie|pizzeria|bistrot?|auberge|creperie|trattoria)(?: la| le| l')?|salle|stade|theatre|musee|squat|banque(?: de la| du| des| de| d'| de l')|" +
      "(?:station|arret|gare)(?: de la| du| de)?|terminus|residence|carrefour|quartier|parking|gymnase|tour|villa(?: d'| de| du)?",
    shops:
      "boulangerie|boucherie|patisserie|fleuriste|garage|pharmacie|epicerie|charcuterie|librairie|fromagerie|domaine|chateau",
  },
  es: {
    before:
      "(?:calle|avenida|av\\.|plaza|paseo|travesia|callejon|carrer|puente|pasaje|barrio|glorieta|rambla|rotonda|bulevar|alameda|esquina(?: con| a| entre)?|hotel|cafe|cine|estadio|mar|golfo|estrecho|bahia|lago)(?: de la| del| de)?",
    bearers:
      "radio|tele|buque|barco|trasatlantico|transatlantico|ferry|crucero|carguero|petrolero|yate|fragata|velero|portacontenedores|bar|mercado|teatro|parque|colegio|hospital|tienda|edificio|banco(?: de la| del| de)?|metro|(?:estacion|parada)(?: de la| del| de)?|poligono|residencia|urbanizacion|" +
      "restaurante|cafeteria|pizzeria|marisqueria|cerveceria|taberna|meson|heladeria|hostal|pension|bazar",
    shops:
      "panaderia|carniceria|floristeria|bodegas?|farmacia|ferreteria|pasteleria|peluqueria|libreria|taberna|talleres",
  },
  pt: {
    before: "(?:rua|avenida|praca|largo|hotel|cafe|mar|golfo|estreito)(?: da| do| de)?",
  },
  it: {
    before:
      "(?:(?<=(?:^|[.!?:,] |(?:^|[^\\p{L}])(?:in|da|di|a|e|tra|fra|su|angolo|incrocio) ))via|viale|piazza|piazzale|corso|largo|vicolo|ponte|hotel|albergo|caffe|bar|cinema|stadio|mare|mar|golfo|stretto|lago)(?: della| del| di)?",
    bearers:
      "radio|tele|rai|nave|traghetto|motonave|petroliera|yacht|fregata|peschereccio|veliero|pizzeria|trattoria|ristorante|osteria|locanda|taverna|rosticceria|tavola calda|teatro|parco|villa|palazzo|rione|quartiere|ospedale|(?:fermata|stazione)(?: di)?|capolinea|parcheggio|residence|(?:banca|banco|torre)(?: della| del| di| d')?",
    shops:
      "pasticceria|panetteria|panificio|macelleria|farmacia|libreria|fioraio|cantine?|officina|salumificio|gelateria|forno|calzature",
  },
  pl: {
    before:
      "(?:ulic\\p{L}*|ul\\.|ale[ij]\\p{L}{0,4}|al\\.|(?:stacj\\p{L}{1,2}|wejsci\\p{L}{1,2}|linii) metra|plac|placu|placem|pl\\.|rond\\p{L}*|osiedl\\p{L}*|most\\p{L}*|hotel\\p{L}*|kawiarni\\p{L}*|morz\\p{L}*|kanal\\p{L}{0,3}|zato[kc]\\p{L}*|ciesnin\\p{L}*|jezior\\p{L}*|dzielnic\\p{L}{1,4})",
    bearers:
      "stat(?:ek|ku|kiem)|prom(?:u|em)?|jacht\\p{L}*|tankow\\p{L}*|kontenerow\\p{L}*|masow\\p{L}*|zaglow\\p{L}*|liniow\\p{L}*|frega\\p{L}*|bar(?:u|ze|em)?|kin[oai]?|kinem|teatr\\p{L}*|klub\\p{L}{0,3}|restauracj\\p{L}|pub\\p{L}{0,2}|stacj\\p{L}|galeri\\p{L}|centrum",
    shops:
      "piekarni\\p{L}*|kwiaciarni\\p{L}*|cukierni\\p{L}*|ksiegarni\\p{L}*|aptek\\p{L}|warsztat\\p{L}*|masarni\\p{L}*|zaklad\\p{L}*|salon\\p{L}{0,2}",
  },
  cs: {
    before: "hotel\\p{L}*|kavarn\\p{L}*|restaurac\\p{L}*|kin[oue]|namesti|namestim",
    after:
      "ulic\\p{L}*|trid[aeyu]|tridou|namesti\\p{L}*|nabrezi\\p{L}*|most\\p{L}{0,3}|more|mori|morem|zaliv\\p{L}*|pruliv\\p{L}*|pruplav\\p{L}{0,2}",
    bearers:
      "ulic\\p{L}{1,3}|trid\\p{L}{1,3}|lod|lodi|trajekt\\p{L}*|parnik\\p{L}*|tanker\\p{L}*|jacht\\p{L}*|fregat\\p{L}*|hospod\\p{L}*(?: u)?|cajovn\\p{L}*|pivnic\\p{L}*|divadl\\p{L}*|bar(?:u|em)?|klub\\p{L}{0,2}|penzion\\p{L}{0,2}|pasaz\\p{L}?|stanic\\p{L}|sal[ue]?",
    shops:
      "kvetinarstvi\\p{L}?|pekarn\\p{L}*|pekarstvi\\p{L}?|reznictvi\\p{L}?|cukrarn\\p{L}*|kadernictvi\\p{L}?|knihkupectvi\\p{L}?|lekarn\\p{L}*|autoservis\\p{L}{0,2}|truhlarstvi\\p{L}?|vinarstvi\\p{L}?",
  },
  sr: {
    before:
      "hotel\\p{L}*|kafan\\p{L}*|kafic\\p{L}*|restoran\\p{L}*|bioskop\\p{L}*|kino|ulic\\p{L}*|trg|trgu|trga|trgom|bulevar\\p{L}{0,2}|kk|fk|nk|rk|hnk|ofk",
    after:
      "ulic\\p{L}*|trg|trgu|trga|trgom|bulevar\\p{L}*|most|mosta|mostu|kej|keju|more|moru|morem|zaliv\\p{L}*|zaljev\\p{L}*|tjesnac\\p{L}*|kanal\\p{L}{0,2}|moreuz\\p{L}*",
    bearers:
      "brod|brodu|brodom|parobrod\\p{L}{0,2}|trajekt\\p{L}*|jaht\\p{L}*|tanker\\p{L}*|fregat\\p{L}*|kruzer\\p{L}*|bar|baru|pab|pabu|kafe|kafeu|klub|klubu|stadion\\p{L}{0,2}|pozorist\\p{L}*|kazalist\\p{L}*|kinu|diskotek\\p{L}|picerij\\p{L}|" +
      "rijek[aeiu]|rijekom|rek[aeu]|rekom|palat\\p{L}{1,2}|palac[aeiu]|hal[aeiu]|dvoran[aeiu]|galerij[aeiu]|aren[aeiu]|dom|doma|domu|kul[aeiu]|vil[aeiu]|pansion\\p{L}{0,2}|stanic[aeiu]|park|parka|parku|" +
      "skol[aeiu]|os|gimnazij[aeiu]|vrtic\\p{L}{0,2}|zadrug[aeiu]|drustv[aou]|kud|list|casopis\\p{L}{0,2}|magazin\\p{L}{0,2}|jedrilic[aeu]|remorker\\p{L}{0,2}|plovil[aou]|motel\\p{L}{0,2}|kompleks\\p{L}{0,2}",
    shops:
      "pekar[aeiu]|mesar[aeiu]|mesnic[aeiu]|cvecar[aeiu]|cvjecar[aeiu]|apotek[aeiu]|ljekarn[aeiu]|poslasticarnic[aeiu]|slasticarnic[aeiu]|knjizar[aeiu]|frizersk\\p{L}+ salon\\p{L}{0,2}|vinarij[aeiu]|autoservis\\p{L}{0,2}",
  },
  sq: {
    before:
      "rruga|rruges|rrugen|sheshi|sheshit|sheshin|bulevardi|bulevardit|hotel|hoteli|hotelit|kafe|bar|restorant|kinema|(?:deti|detit|gjiri|gjirit|kanali|kanalit)(?: e| te| i)?",
    bearers:
      "anija|anijes|trageti|tragetit|tragetin|tankeri|fregata|jahti|stadiumi|stadiumin|teatri|klubi|lokali|piceri|piceria|supermarket",
    shops: "furra|furre|dyqani|farmacia|picerise|pasticeri|pasticeria|libraria|berberi|kantina",
  },
  mk: {
    before:
      "хотел\\p{L}*|кафеан\\p{L}*|кафич\\p{L}*|ресторан\\p{L}*|кино|улица|улицата|ул\\.|плоштад(?:от)?|булевар(?:от)?|фк|кк|рк|порта(?:та)?|мостот|касарна(?:та)?",
    after:
      "улиц\\p{L}*|плоштад\\p{L}*|булевар\\p{L}*|канал\\p{L}{0,3}|мост\\p{L}{0,3}|море|морето|залив\\p{L}*",
    bearers:
      "брод|бродот|параброд\\p{L}{0,2}|траект\\p{L}*|јахта\\p{L}*|танкер\\p{L}*|фрегата\\p{L}*|бар|барот|паб|клуб|клубот|театар|театарот|стадион\\p{L}*|кафе|кафето|арена",
    shops: "пекара|пекарата|месарница|месарницата|цвеќара|цвеќарница|аптека|аптеката|слаткарница|книжарница",
  },
};

interface PlaceRules {
  before: RuleBefore | null;
  bearers: RuleBefore | null;
  shops: RuleBefore | null;
  houses: RuleBehind | null;
  after: RuleBehind | null;
}

const reach = 40;
/** "Ulica Kraljevine Švedske" */
const states = "republi|kraljevin|kralovstv|krolestw|mbreteri|кралств";
/** "Malá Indie", "Klein Venedig" */
const sizes =
  "(?:mal|vel|velk|wielk|nov|now|star|stary|klein|neu|petite?|piccol|nuov|vecchi|antic|pequen|nuev|viej)[a-z]{0,2}|nouvelle|gran|grande?|мала|нова|стара";
/** What may stand between a word of a place and the name, a word that lookbehinds ask about, and ends of abbreviations ("ul."). */
const betweenPlaceAndName = new RegExp(
  `^(?:|bahnhof|station|con|a|entre|de|la|le|l|du|des|del|di|d|della|da|do|e|i|te|u|via|metra|calda|salon\\p{L}{0,2}|${andWords}|(?:${states})\\p{L}*|${sizes})$`,
  "u",
);
const joinsNames = new RegExp(`^(?:${andWords})$`);

/** A quotation mark may stand before the name, and one name of the same sort between the word and it: "Chile y Paraguay". */
const rulesOf = rulesByLanguage(
  words,
  ({ before, bearers, shops, after, houses }): PlaceRules => ({
    before: before
      ? new RuleBefore(
          new RegExp(
            `(?:^|[^\\p{L}])(?:${before})(?: |(?<='))(?:" ?)?(?:\\p{L}+ (?:${andWords}) |(?:${states})\\p{L}* |(?<=" ?)(?:${sizes}) )?$`,
            "u",
          ),
          { reach, more: betweenPlaceAndName, signs: "'\"" },
        )
      : null,
    bearers: bearers
      ? new RuleBefore(
          new RegExp(
            `(?:^|[^\\p{L}])(?:${bearers}|miss|air)(?: |(?<='))(?:" ?)?(?:(?:${sizes}|(?:${states})\\p{L}*) )?$`,
            "u",
          ),
          {
            reach,
            more: betweenPlaceAndName,
            signs: "'\"",
          },
        )
      : null,
    shops: shops
      ? new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${shops}) "?$`, "u"), {
          reach,
          more: betweenPlaceAndName,
          signs: '"',
        })
      : null,
    houses: houses
      ? new RuleBehind(new RegExp(`^ (?:${houses})(?![\\p{L}])`, "u"), {
          reach,
          more: /^(?:fussball|roten?)$/,
        })
      : null,
    after: after
      ? new RuleBehind(new RegExp(`^(?: (?:${andWords}) \\p{L}+)? (?:${after})(?![\\p{L}])`, "u"), {
          reach,
          more: joinsNames,
        })
      : null,
  }),
);

/** Whether the stretch is part of the name of a street, a square, a water, a house or a ship. */
export function isInPlaceName(view: BlockView, start: number, end: number, form: SpellingForm): boolean {
  if (view.plain.charCodeAt(end) > firstHan) return isChineseThing(view, end);
  const rule = rulesOf(view.lang);
  if (!rule) return false;
  if (rule.before?.test(view, start)) return true;
  // "trajekt Norveška" is called so, "brod Norveške" belongs there, and "navire chinois" comes from there.
  const isCalled =
    form === "adjective"
      ? isCapital(view.plain.charCodeAt(start))
      : form !== "inflected" || !hasCases(view.lang);
  if (
    isCalled &&
    rule.bearers &&
    (rule.bearers.test(view, start) || isQuotedAgain(view, start, end, rule.bearers))
  )
    return true;
  if (form !== "adjective" && shipCalled.test(view, start)) return true;
  const isWithin = isSmall(view.plain.charCodeAt(start - 2));
  if (form === "adjective" && isCalled && isWithin && rule.houses?.test(view, end)) return true;
  // "auf deutschen Straßen"
  if (!isCalled && mainLanguage(view.lang) === "de") return false;
  return rule.after?.test(view, end) === true && mayBeAdjective(view, start, end, form);
}

const quoteBefore = /" ?$/;
const quoteBehind = /^ ?"/;

/** "le paquebot « France » … une maquette du « France »": in quotation marks again, further on in the block. */
function isQuotedAgain(view: BlockView, start: number, end: number, bearers: RuleBefore): boolean {
  const { key } = view;
  if (
    !quoteBehind.test(key.slice(end, end + 2)) ||
    !quoteBefore.test(key.slice(Math.max(0, start - 2), start))
  )
    return false;
  const at = start > 0 ? key.lastIndexOf(key.slice(start, end), start - 1) : -1;
  return at > 0 && bearers.test(view, at);
}

/** "la motonave Stella di Cipro", «Perla de China»: ships that are called after what is of a country. */
const shipCalled = new RuleBefore(
  /(?:^|[^\p{L}])(?:nave|motonave|traghetto|petroliera|peschereccio|veliero|buque|barco|carguero|petrolero|portacontenedores|granelero|ferry|cargo|navire|paquebot|petrolier|vraquier|chalutier|porte-conteneurs|[Ff]rachter|[Tt]anker|[Ff]ähre|[Ff]ahre) "?\p{Lu}[\p{L}'-]+ (?:de la |del |de |du |di |von |d'|of )$/u,
  { reach: 48, reads: "plain", more: /^(?:la|del|de|du|di|von|d|of)$/, signs: "'" },
);

const hasCases = onceByTag((lang) => /^(pl|cs|sk|sr|hr|bs|sh|me|cnr|sl)/i.test(lang));

const firstHan = 0x2e80;
/** What is only called like a country in Chinese: teams, restaurants, dishes, streets, trees. */
const chineseThings =
  /^(?:国家|國家)?(?:队(?!伍)|隊(?!伍)|(?:男|女)(?:足|篮|籃|排)|餐厅|餐廳|餐馆|餐館|料理|泡菜|梧桐|菜(?![农農])|大街|路(?![线線由径徑演透])|酒店|饭店|飯店|轮盘|輪盤|牛仔|斗牛犬|鬥牛犬|牧羊犬|面包|麵包|法郎|里拉|卢布|盧布|比索|卢比|盧比|英镑|英鎊|克朗|日元|日圓|美元|福林|兹罗提|第纳尔|谢克尔|林吉特|令吉|铢|銖|元(?![素首老件旦年月帅帥勋勳祖宵宇气氣器数數])|大奖赛|大獎賽|拉面|拉麵|意面|冷面|冷麵|烤肉|炸鸡|炸雞|河粉|咖喱|咖啡(?!因)|卷饼|卷餅|寿司|壽司|泡面|咸猪手|鹹豬手|猪脚|豬腳|长棍|長棍|法棍|红菜汤|紅菜湯|罗宋汤|香肠|香腸|披萨|披薩|坚果|堅果|流感|脑炎|腦炎|麻疹|短毛猫|短毛貓|象棋|语(?![音言料境气])|語(?![音言料境氣])|文(?=版|字幕|报纸|報紙|小说|小說|歌曲|译本|譯本|[，。、；）])|结(?=[，。、和与]|$)|往事|海(?:[和与與及、，。]|海域|沿岸|北部|西部|东部|東部|一侧|一側)|国家地理|國家地理)/u;

function isChineseThing({ plain, lang }: BlockView, end: number): boolean {
  return mainLanguage(lang) === "zh" && chineseThings.test(plain.slice(end, end + 6));
}

/** Ranks that stand before whom a street is called after: "ulica Generała Sikorskiego". */
const rank = new RuleBefore(
  /(?:^|[^\p{L}])(?:general\p{L}{0,4}|gen\.|marszalka|marsal\p{L}{0,2}|pulkownika|plukovnika|doktora|dr\.?|prof\.|profesora|ksiedza|ks\.|kardynala|biskupa|swietego|sw\.|svateho|svetog|generalis\p{L}*) $/u,
  { reach: 16, more: /^$/ },
);
/** "Muzeum im. gen. Sikorskiego", "lotnisko imienia Lecha Wałęsy" */
const namedAfter = new RuleBefore(/(?:^|[^\p{L}])(?:im\.|imienia) $/u, { reach: 10, more: /^$/ });
/** "im" is "them" as well, behind which a sentence may end: "Nie pomoże im. Tusk odmówił". */
const genitive = /[aoyij]$/;
/** Waters that are called like somebody, in one number: "uz rijeku Ramu". */
const water = new RuleBefore(
  /(?:^|[^\p{L}])(?:rijek[aeu]|rijekom|rek[aeu]|rekom|rzek[aeiu]|rzece|jezero|jezera|jezeru|jeziora?|jeziorem|rybnik\p{L}{0,2}|планината|реката|река|езеро|езерото|lumi|lumit|lumin) $/u,
  { reach: 12 },
);

/** Whether a person's name is here that of a street, a house, a shop or a water. */
export function isCalledAfterPerson(view: BlockView, start: number): boolean {
  const rule = rulesOf(view.lang);
  if (!rule) return false;
  if (rule.before?.test(view, start) || rule.shops?.test(view, start) || water.test(view, start)) return true;
  const ranked = rank.exec(view, start)?.[0];
  const from = ranked === undefined ? start : start - ranked.trimStart().length;
  if (ranked !== undefined && rule.before?.test(view, from) === true) return true;
  return (
    mainLanguage(view.lang) === "pl" &&
    namedAfter.test(view, from) &&
    genitive.test(view.key.slice(start, wordEndFrom(view.key, start)))
  );
}
