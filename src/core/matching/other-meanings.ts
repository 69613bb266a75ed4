/**
 * Short names that stand for something else in a sentence about something else: O2 is oxygen beside CO2, A1 a motorway, EE a size.
 * A record's `notNear` looks at the whole paragraph, which may well go on with the operator. All folded, all languages at once.
 */
import type { BlockView } from "./block-view.ts";
import { patternOf } from "./main-language.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";

const gas =
  "co2|oxyg|oxig|ossig|oksig|sauerstoff|kislorod|kyslik|kisik|tlen|кислород|methan|metan|метан|hydrogen|nitrogen|helium|stickstoff|azote?(?![a-z])|" +
  "krvi(?![a-z])|krve(?![a-z])|krwi(?![a-z])|gjaku?t?(?![a-z])|крв(?:та)?(?![\\p{L}])|saturac|saturim|natlenieni|сатурац|кислород|кисик|oksigjen|" +
  "lahv\\p{L}{1,2}(?![a-z])|butl(?:a|e|i|ach|ami)(?![a-z])|molecul|molekul|breath|inhal|lungs?(?![a-z])|masks?(?![a-z])|mask[aeuyio](?![a-z])|masc[ah]|maschera|mascherina|маска|plongeur|taucher|divers?(?![a-z])";
const hospital = "hospital|ward(?![a-z])|intensive care|nurses?(?![a-z])|ventilator|surgery|coma(?![a-z])";
const aviation = "(?:left|landed|arrived|departed) on time|boarding|layover|terminal [1-9]";

/** German words for colours as such: what is of a colour may well be an operator's. */
const colour =
  "(?:mode|trend|lieblings|signal|herbst|grund|leucht)farben?(?![a-z])|farbton|farbtone|farbpalette|farbkreis|lippenstift|nagellack|cyan(?![a-z])|druckfarben?(?![a-z])|tintenpatrone|toner(?![a-z])";

/** Of an Opel, and of a football club, in their languages. */
const car =
  "op(?:el|la|lem|lu)(?![a-z])|badan(?:ia)?(?: techn\\p{L}+)?(?![a-z])|vectr\\p{L} (?:z|rocznik) (?:19|20)\\d\\d|przebieg\\p{L}*|kierow[ac]\\p{L}*|lakier\\p{L}*|bagaznik\\p{L}*|" +
  "prawo jazdy|rejestracyjn\\p{L}+|laweta|lawet[aey]|silnik\\p{L}*|drzew[oa](?![a-z])|zderzy\\p{L}+|wpadl\\p{L}* (?:do|w)";
const club =
  "од атина|од ларнака|натпревар|фудбал|кошарк|ракомет|полуфинал|четвртфинал|финале|лига(?![\\p{L}])|гол(?:от|ови)?(?![\\p{L}])|тренер|голман|стадион|паок|олимпијакос|" +
  "athens(?![a-z])|larnaca|athin|larnak|paok|olympiac|olimpiak|football|futboll|goalkeeper|striker|midfielder";

/** By the name: what is spoken of in its sentence where it is no firm and no body. */
const meanings = new Map<string, string>(
  Object.entries({
    o2: `${gas}|intensivstation|intensivmedizin|beatmung|atemnot|reanimation|sattigung|pulsoxi|cuidados intensivos|terapia intensiva|rianimazione`,
    ice: "alta velocidad|hochgeschwindigkeit|deutsche bahn|bahnhof|zugverkehr|inmigra|migrator|migrantes|deport|redadas?(?![a-z])|immigr",
    magenta: colour,
    ee: "sizes?(?! up)(?![a-z])|fittings?(?![a-z])|shoes?(?![a-z])|bras?(?![a-z])|cups(?![a-z])|savings bonds?|series ee(?![a-z])",
    itu: hospital,
    // Disclosed by ships, which also damage cables.
    ais: "transponders?|(?:vessel|ship|tanker|marine|maritime) ?(?:traffic|tracking|data|signals?)|automatic identification|(?:switched|turned) off|went dark",
    nsa: "non-?stand-?alone|5g nsa|nsa (?:5g|mode|core|networks?|architecture|deployments?|configuration|option)|(?:sa|stand-?alone) and nsa|nsa (?:and|or|to) (?:sa(?![a-z])|stand-?alone)",
    pla: "filament|plastics?(?![a-z])|3d.print|biodegradable|polylactic",
    pta: "schools?(?![a-z])|pupils|parents?(?![a-z])|teachers?(?![a-z])|bake sale|cake",
    cma: "country music|nashville",
    cac: "cac 40|euronext",
    ccp: "ccp games|eve online",
    dna: "genes?(?![a-z])|genetic|genom|forensic|murder|suspect|swabs?(?![a-z])|saliva|blood(?![a-z])|samples?(?![a-z])|strands?(?![a-z])|molecul|species|evolution|crime scene|ancestr",
    nos: "broadcaster|reporter(?![a-z])|hilversum",
    nec: "birmingham|crufts|exhibition cent(?:re|er)|labour(?:'s)? (?:nec|party|ruling|national)",
    amd: "macular|retina|eyesight|eyes?(?![a-z])|patients?(?![a-z])|(?:wet|dry) amd|blindness|ophthalm",
    fcc: "mls(?![a-z])|midfielder|striker|goalkeeper",
    cia: "culinary|cookery|pastry",
    bsi: "kitemark|british standards",
    gru: aviation,
    stc: "aid workers?|charit(?:y|ies)(?![a-z])|refugees",
    vectra: car,
    vectry: car,
    vectrze: car,
    vectre: car,
    аек: club,
    aek: club,
    sandworm: "dune(?![a-z])|arrakis|fremen|beetlejuice",
    orange: `${colour}|vaucluse|choregies|theatre antique|carpentras|amere|sanguine|pressee`,
  }).map(([name, words]) => [name, `(?<![\\p{L}\\p{N}])(?:${words})`]),
);

/** Directly before a letter and a number, in all languages. */
const road = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?:motorway|autobahn|bundesstrasse|autoroute|autopista|autovia|autostrad\p{L}*|dalnic\p{L}*|autocest\p{L}*|cest(?:a|e|i|u|om)|auto ?put\p{L}*|putu|(?:duz|pored|kraj|uz|kod|od|do) puta|патот|патишт\p{L}*|silnic\p{L}{1,3}|аутопут\p{L}*|автопат\p{L}*|deonic\p{L}*|dionic\p{L}*|делниц\p{L}*|odcin\p{L}*|petlj\p{L}*|tramo|troncon|tratto|abschnitt|drog\p{L}|tras\p{L}{1,2}|auf der) |(?:l|sull|dell|dall|nell)')$/u,
  { reach: 24, more: /^(?:put\p{L}*|der)$/u, signs: "'" },
);
/** "À Orange, dans le Vaucluse, le réseau d'Orange": what only operators have. */
const operatorsOwn = new RuleBefore(
  /(?:^|[^\p{L}])(?:reseaux?|abonnes?|clients?|antennes?|forfaits?|offres?|techniciens?|boutiques?|patronne?|pdg|filiales?|groupe|operateur) (?:d'|de l'operateur )$|(?:^|[^\p{L}])(?:(?:[a-z]*netz(?:e|es)?|kunden|[a-z]*tarife?|filialen|sendemasten|antennen) (?:von|bei)|(?:red|clientes|antenas|tarifas) de|(?:rete|clienti|antenne|offerte) di) $/u,
  { reach: 32, more: /^(?:d|operateur|von|bei|de|di)$/, signs: "'" },
);
const numbered = /^[aаm]\d{1,2}$/;

/** "children with ASD": what people have is a disease. */
const sufferers = new RuleBefore(
  /(?:^|[^\p{L}])(?:patients?|children|adults|boys|girls|men|women|people|those|pupils|sufferers|diagnosed|living|born) with $/u,
  { reach: 18, more: /^with$/ },
);

/** Whether the name that stands here means something else than whoever bears it in the data. */
export function meansSomethingElse(view: BlockView, { entry, start, end }: Hit): boolean {
  const name = entry.key;
  if (entry.form === "abbreviation" && name.length <= longest && sufferers.test(view, start)) return true;
  const words = name.length <= longest ? meanings.get(name) : undefined;
  if (words)
    return patternOf(words).test(sentenceAround(view, start, end)) && !operatorsOwn.test(view, start);
  return name.length <= longestNumbered && numbered.test(name) && road.test(view, start);
}

const longest = Math.max(...[...meanings.keys()].map((name) => name.length));
const longestNumbered = 3;
/** Units to each side in which a sentence is looked for. */
const reach = 160;
const sentenceEnd = /[.!?;…][)"']* (?=[^\p{Ll}])|\n/gu;

/** The folded sentence around a name, at most so far to each side that a hostile text stays cheap. */
export function sentenceAround({ key, plain }: BlockView, start: number, end: number): string {
  let [from, to] = [Math.max(0, start - reach), Math.min(key.length, end + reach)];
  for (const { index, 0: sign } of plain.slice(from, to).matchAll(sentenceEnd)) {
    const at = Math.max(0, start - reach) + index;
    if (at < start) from = at + sign.length;
    else {
      to = at;
      break;
    }
  }
  return key.slice(from, to);
}
