/**
 * Places, past events and states of the past, races, animals and plants of whose name a country's is only a part: "Severní Irsko",
 * "Velika nagrada Belgije", "guerra del Vietnam", "cochon d'Inde", "Vichy France". Most English ones stand in the data, as
 * containers: English has one form of each. All folded.
 */
import type { BlockView } from "./block-view.ts";
import { patternOf, rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

/** Words beside a country's name or adjective, and how that begins; "" where it may be any. */
type Pairs = Record<string, string>;

interface NameParts {
  before?: Pairs;
  behind?: Pairs;
  /** What the words before a name end with, where they are several. */
  last?: string;
}

/** Wars that are over; of one that goes on a text speaks as of the country. */
const warsOf =
  "coree|corea|kores|vietnam|algeri|argelia|afghanistan|afganistan|liban|kosovo|irak|iraq|malvinas|indoch";
const warsOfAdjective = "kore|korej|vietnam|wietnam|vijetnam|burs|iraqi|irack";
const revolutionsOf = "fran|rus|rosy|kub|cub|amer|mexic|meksyk|uhersk|madarsk|wegier";

const empiresOf =
  "rus|ros|british|brit|deutsch|alem|allem|tedesc|niem|njem|nemac|nemec|span|espan|espag|spagn|franc|austr|portug|japon|giappon|perse";
const kingdomsOf =
  "france|francia|portug|pologne|polon|hong|ungher|hungr|italie|italia|grece|greci|serbie|serbia|irak|egypt|egitto";

const words: Record<string, NameParts> = {
  en: {
    before: {
      "(?:soviet|imperial|ottoman|tsarist|czarist|vichy|medieval|mediaeval|victorian|edwardian|elizabethan|tudor|habsburg|francoist|weimar|feudal|roman|meiji|qing|ming|mughal|colonial|napoleonic|stalinist|pre revolutionary) ":
        "",
      "nazi ": "german|austri",
      "fascist ": "ital|spa",
      "(?:saxon|franconian|bohemian) ": "switz",
    },
    behind: { empire: "russ|brit|germ|span|french|austr|portug|japan|persian" },
  },
  de: {
    before: {
      "nazistische[nrs]? ": "deutsch|osterr",
      "(?:zaristische[nrs]?|sowjetische[nrs]?) ": "russ",
      "faschistische[nrs]? ": "ital",
      "(?:sachsische|frankische|holsteinische|markische|mecklenburgische|bohmische)[nr]? ": "schweiz",
      "grosse[nrs]? preis(?:es)? (?:von|der) ": "",
    },
    behind: {
      "(?:kaiser|konig|zaren)?reich(?:s|es)?": "deutsch|russ|franz|span|japan|pers",
      "revolution(?:skrieg[es]*)?": "franz|russ|kuban|amerikan|mexikan",
      "(?:unabhangigkeits|burger)kriegs?": "amerikan|spanisch|griechisch",
    },
    last: "von|der",
  },
  fr: {
    before: {
      "grands? prix (?:de la |de |du |des |d')": "",
      "guerres? (?:de |du |d')": `${warsOf}|espagne`,
      "crepes? de |roses? de ": "chine",
      "baume du ": "perou",
      "blanc d'": "espagne",
      "cuir de ": "russie",
      "cochons? d'|oeillets? d'|marrons? d'": "inde",
      "noix du ": "bresil",
      "murailles? de |encre de |ombres de ": "chine",
      "revolution ": "fran|rus|cubaine|americaine|mexicaine",
      "portes? (?:d'|de )": "italie",
      "vice-royaute (?:de la |du |de )": "",
      "empire ": empiresOf,
      "royaume (?:de |d')": kingdomsOf,
    },
    behind: {
      "du nord": "irlande",
      "saxonne|normande": "suisse",
      "de l'(?:est|ouest)": "allemagne",
      nazie: "allemagne",
      "de vichy": "france",
      fasciste: "italie",
      tsariste: "russie",
    },
    last: "de|du|des|la|d",
  },
  es: {
    before: {
      "gran premio (?:de la |del |de )": "",
      "guerra (?:de la |del |de )": warsOf,
      "revolucion ": "fran|rus|cubana|mexicana",
      "(?:nuez|nueces|castanas?) del? ": "brasil",
      "(?:rosa|crepe) de ": "china",
      "balsamo del? ": "peru",
      "suenan? a ": "chino(?!s)",
      "(?:hacerse|haciendose|se (?:hace|hacen|hizo|hicieron|hacia|hacian|haga|hagan)) (?:el|los) ": "suec",
      "(?:despid\\p{L}{1,6}|despedir\\p{L}{0,4}|march(?:o|a|an|aron|arse|andose)|se (?:va|van|fue|fueron)|irse|yendose) a la ":
        "frances",
      "virreinato (?:de la |del |de )": "",
      "imperio ": empiresOf,
      "reino de ": kingdomsOf,
    },
    behind: { sajona: "suiza", nazi: "aleman", franquista: "espana", fascista: "italia", zarista: "rusia" },
    last: "de|del|la|a|el|los",
  },
  it: {
    before: {
      "gran premio (?:della |del |di |d'|dell')": "",
      "guerra (?:della |del |di |d'|dell'|in )": warsOf,
      "(?:pan|fagiol[oi]|ginestr[ae]|bianco) di ": "spagna",
      "(?:noc[ei]|castagn[ae]) del ": "brasile",
      "(?:rosa|rose|crespo) di ": "cina",
      "balsamo del ": "peru",
      "porcellin[oi] d'|fic(?:o|hi) d'": "india",
      "(?:far|fare|facendo|fatto|fa|fanno|fece|faceva|facevano) (?:il|i) ": "portoghes",
      "vicereame (?:della |del |di )": "",
      "impero ": empiresOf,
      "regno (?:di |d')": kingdomsOf,
      "rivoluzione ": "fran|rus|cubana|american|messican",
    },
    behind: { sassone: "svizzera", nazista: "german", fascista: "italia", zarista: "russia" },
    last: "della|del|di|d|dell|in|il|i",
  },
  pl: {
    before: {
      "grand prix ": "",
      "nazistowski\\p{L}{1,3} ": "niem",
      "carsk\\p{L}{1,3} ": "ros",
      "(?:imperium|cesarstw(?:o|a|em|ie)) ": "rosy|bryty|niem|hiszp|austr",
      "now(?:y|ego|emu|ym) ": "meksyk(?!an)",
      "ciast(?:o|a|em|u) ": "francusk",
      "rewolucj\\p{L}{1,2} ": revolutionsOf,
      "woj(?:na|ny|nie|ne) ": warsOfAdjective,
    },
    behind: {
      "polnocn(?:a|ej)": "irland",
      "(?:saksonsk|kaszubsk|czesk)(?:a|iej)": "szwajcari",
      "ciast(?:o|a|em)": "francusk",
      // "To był czeski film": nobody knows what goes on.
      "film(?=[.,;!?]|$)": "czeski$",
      "blad|bledu|bledem": "czesk(?!ich)",
      "rewolucj\\p{L}{1,2}": revolutionsOf,
      "woj(?:na|ny|nie|ne)": warsOfAdjective,
    },
    last: "prix",
  },
  cs: {
    before: {
      "velk(?:a|e|ou) cen(?:a|y|e|u|ou) ": "",
      "severni(?:ho|mu|m)? ": "irsk",
      "(?:sask|cesk)(?:e|eho|em|emu|ym) ": "svycarsk",
      "nacistick\\p{L}{1,3} ": "nemec",
      "carsk\\p{L}{1,3} ": "rus",
      "nov(?:e|eho|emu|em|ym) ": "mexik",
    },
    behind: {
      "svycarsk\\p{L}{1,3}": "cesk",
      "imperi\\p{L}{1,2}|rise|risi|carstvi": "rus|brit|nemec|spanel|rakousk",
      "trebov(?:a|e|ou)|lip(?:a|y|e|u|ou)|krumlov\\p{L}{0,2}|budejovic\\p{L}{0,3}|tesin\\p{L}{0,2}|kamenic\\p{L}{1,2}":
        "cesk",
      "brod\\p{L}{0,2}": "cesk|nemec|uhersk",
      "filharmoni\\p{L}{1,2}|lev|lva|lvu|lvi|lvy|lvem|lvech": "cesk|cest",
      "revoluc[ei]\\p{L}?": revolutionsOf,
      "val(?:ka|ky|ce|ku|kou|ek)": warsOfAdjective,
    },
    last: "cen(?:a|y|e|u|ou)",
  },
  sr: {
    before: {
      "velik(?:a|e|oj|u|om) nagrad(?:a|e|i|u|om) |gran pri ": "",
      "nacistick\\p{L}{1,2} ": "njemack|nemack",
      "carsk\\p{L}{1,2} ": "rus",
      "sj?evern(?:a|e|oj|u|om) ": "irsk",
      "nov(?:i|og|oga|om|ome|im) ": "meksik(?!an)",
      "(?:sask|cesk)(?:a|e|oj|u|om) ": "svicarsk|svajcarsk",
      "matic(?:a|e|i|u|om) ": "srpsk|hrvatsk|slovack|cesk",
    },
    behind: {
      "(?:kostajnic|dubic)(?:a|e|i|u|om)": "hrvatsk",
      "(?:trebov|lip|kamenic)(?:a|e|i|u|om)": "cesk",
      "carst\\p{L}{1,4}|carevin\\p{L}{1,2}|imperij\\p{L}{1,2}": "rus|brit|njem|nem|span|austr",
      "revolucij(?:a|e|i|u|om)": revolutionsOf,
      "rat(?:a|u|om)?": warsOfAdjective,
    },
    last: "nagrad(?:a|e|i|u|om)|pri",
  },
  sq: {
    before: {
      "cmim(?:i|in|it) (?:i|e|te) madh (?:i |te |e )": "",
      "luft(?:a|e|en|es) (?:e|se) ": warsOf,
      "perandori(?:a|e|ne|se)? ": "rus|brit|gjerman|osman|spanj",
      "revolucion(?:i|it|in)? ": "francez|rus|kuban|amerikan",
      "mur(?:i|it|in) i madh ": "kinez",
      "bariu(?:n|t)? ": "gjerman|belg",
    },
    behind: {
      "e (?:veriut|re)": "irland(?!ez)|meksik(?!an)",
      "se (?:veriut|re)": "irland(?!ez)|meksik(?!an)",
      saksone: "zvic",
      naziste: "gjerman",
      cariste: "rusi",
    },
    last: "i|te|e|se|madh",
  },
  mk: {
    before: {
      "голем(?:а|ата) награда на ": "",
      "нацистичка ": "германи",
      "царска ": "руси",
      "северна ": "ирск",
      "саксонска ": "швајцари",
      "матица ": "српск|хрватск|македонск",
      "телевизија |радио ": "македонија",
      "музе(?:ј|јот) на ": "македониј",
      "ново ": "мексик(?!ан)",
    },
    behind: {
      "револуциј(?:а|ата)": "франц|руск|куб|америк",
      "војна(?:та)?": "корејск|виетнамск",
      "импери(?:ја|јата)|царство(?:то)?": "руск|брит|герм",
      "православн(?:а|ата) црква": "македон|срп|руск|грч|украин|бугар",
    },
    last: "на",
  },
};

interface Compiled {
  rule: RuleBefore | RuleBehind;
  pairs: readonly (readonly [words: string, of: string])[];
}

const reach = 32;

function compileBefore(pairs: Pairs, last: string): Compiled {
  const ending = (one: string) => `(?:^|[^\\p{L}])(?:${one})$`;
  const rule = new RuleBefore(new RegExp(ending(Object.keys(pairs).join("|")), "u"), {
    reach,
    more: new RegExp(`^(?:${last || "(?!)"})$`),
    signs: "'",
  });
  return { rule, pairs: withPatterns(pairs, ending) };
}

function compileBehind(pairs: Pairs): Compiled {
  const opening = (one: string) => `^ (?:${one})(?![\\p{L}])`;
  const rule = new RuleBehind(new RegExp(opening(Object.keys(pairs).join("|")), "u"), {
    reach,
    more: /^(?:e|se|de|du|православн(?:а|ата))$/,
  });
  return { rule, pairs: withPatterns(pairs, opening) };
}

function withPatterns(pairs: Pairs, pattern: (words: string) => string): Compiled["pairs"] {
  return Object.entries(pairs).map(([one, of]) => [pattern(one), `^(?:${of})`] as const);
}

const rulesOf = rulesByLanguage(words, ({ before, behind, last = "" }) => ({
  before: before ? compileBefore(before, last) : null,
  behind: behind ? compileBehind(behind) : null,
}));

/** Whether a country is named here only as part of the name of a place, a past event, a race, an animal or a plant. */
export function isCountryInEvent(view: BlockView, start: number, end: number): boolean {
  const found = rulesOf(view.lang);
  if (!found) return false;
  return holds(found.before, view, start, start, end) || holds(found.behind, view, end, start, end);
}

/** @param at where the words beside the name end, or begin */
function holds(compiled: Compiled | null, view: BlockView, at: number, start: number, end: number): boolean {
  const said = compiled?.rule.exec(view, at)?.[0];
  if (!compiled || said === undefined) return false;
  const name = view.key.slice(start, end);
  return compiled.pairs.some(([beside, of]) => patternOf(of).test(name) && patternOf(beside).test(said));
}
