/**
 * What towns have and are, and governments do not: "le métro de Moscou", "Stanovnici Pekinga", "Pekín amaneció", "Peking hat 20
 * Millionen Einwohner". By language, folded; what English says stands in `capital-as-town.ts`, too.
 */
import type { BlockView } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

interface TownWords {
  /** What belongs to a town, and the ways to it. */
  owned?: string;
  /** What joins that to the town, beside d'; "" where an ending does. */
  joins?: string;
  /** What is said of a town. */
  said?: string;
  /** "has", and those who live there. */
  has: string;
  people: string;
}

const words: Record<string, TownWords> = {
  en: {
    has: "has|had|counts",
    people: "inhabitants|residents",
    said: "(?:is|was) (?:an? (?:[a-z]+ ){0,2}(?:city|town)|covered in|famous for)|(?:woke|wakes) up to|in (?:spring|summer|autumn|winter)",
  },
  de: {
    owned:
      "burgermeister(?:in|s)?|flughafens?|bahnhof|bahn|strassen|einwohner|bewohner|marathon|spielen?|innenstadt|zentrum|universitat|luft|smog|wetter|himmel|reise|flug|fluge|fahrt|zuge?|strecke|vororten?|stadtrand|" +
      "festival|festivals|biennale|philharmonie|[a-z]*messe|borse|zoo|gipfel|konferenz|vertrag|" +
      "(?:nord|sud)?(?:osten|westen)|norden|suden|rand|(?:nord|sud)?(?:ostlich|westlich)|nordlich|sudlich|unweit|nahe|umgebung|umland|altstadt|stadtteil|viertel|kilometer",
    joins: "von|nach|aus|in|bei",
    has: "hat|hatte|zahlt|zahlte",
    people: "einwohner",
    said: "(?:hat|hatte) (?:das|sein|ihr) (?:heim|auswarts|hin|ruck)spiel|(?:ist|war) (?:eine|die) (?:[a-z]+ )?(?:stadt|metropole|reise)|(?:liegt|lag) unter (?:einer|dem|schnee)|im (?:fruhling|sommer|herbst|winter)|bei nacht",
  },
  fr: {
    owned:
      "maires?|mairie|aeroports?|gares?|metro|stations?|rues|habitants|marathon|jeux olympiques|jeux|universite|ciel|quartiers?|banlieue|vols?|trains?|centre|climat|pollution|musees?|" +
      "festival|festivals|biennale|salon|foire|tournoi|carnaval|opera|orchestre|zoo|bourse|sommet|conference|traite|" +
      "nord|sud|(?:nord-|sud-)?(?:est|ouest)|peripherie|environs|alentours|faubourgs|centre-ville|restaurants?|hotels?|kilometres",
    joins: "de|de la|la|pour|vers",
    has: "a|avait|compte|comptait",
    people: "habitants",
    said: "rest(?:e|ait) sur (?:\\d+|[a-z]+) (?:victoires?|defaites?|succes|nuls?|matchs)|est (?:une (?:[a-z]+ )?ville|sous (?:la neige|la pluie))|s'etend|s'eveille|sous (?:la neige|la pluie|le soleil|un ciel)|en (?:hiver|ete|automne)",
  },
  es: {
    owned:
      "alcalde|alcaldesa|aeropuertos?|metro|calles|habitantes|maraton|juegos olimpicos|juegos|universidad|cielo|barrios?|vuelos?|tren|trenes|clima|contaminacion|museos?|afueras|" +
      "festival|festivales|bienal|salon|feria|torneo|carnaval|opera|orquesta|zoo|zoologico|bolsa|cumbre|conferencia|tratado|" +
      "norte|sur|este|oeste|noreste|noroeste|sureste|suroeste|centro|cercanias|alrededores|periferia|restaurantes?|hotel(?:es)?|kilometros",
    joins: "de|de la|la|a|desde|hacia",
    has: "tiene|tenia|cuenta con",
    people: "habitantes",
    said: "amanecio|amanece|es una (?:[a-z]+ )?ciudad|se extiende|bajo la (?:nieve|lluvia)|en (?:invierno|verano|otono|primavera)",
  },
  it: {
    owned:
      "sindac[oa]|aeroport[oi]|stazione|metropolitana|metro|strade|abitanti|maratona|olimpiadi|giochi|universita|cielo|quartier[ei]|vol[oi]|tren[oi]|clima|smog|muse[oi]|periferia|" +
      "festival|biennale|salone|fiera|torneo|carnevale|opera|orchestra|zoo|borsa|vertice|conferenza|trattato|" +
      "nord|sud|(?:nord-|sud-)?(?:est|ovest)|centro|dintorni|sobborghi|ristorant[ei]|hotel|alberg(?:o|hi)|chilometri",
    joins: "di|della|da|per|a",
    has: "ha|aveva|conta|contava",
    people: "abitanti",
    said: "(?:e|era) (?:coperta|sotto la (?:neve|pioggia)|una (?:[a-z]+ )?citta)|si estende|sotto la (?:neve|pioggia)|d'(?:inverno|estate)",
  },
  pl: {
    owned:
      "mieszkanc\\p{L}{1,3}|burmistrz\\p{L}{0,3}|mer|mera|lotnisk\\p{L}{1,2}|ulic\\p{L}{0,3}|metro|metra|centrum|maraton\\p{L}{0,2}|przedmiesci\\p{L}{1,3}",
    joins: "",
    has: "ma|miala?|mial|liczy|liczyla?",
    people: "mieszkancow",
    said: "(?:jest|byla?) (?:[a-z]+ )?miastem|lezy nad|(?:pod|w) sniegiem|zima|latem",
  },
  cs: {
    owned:
      "obyvatel\\p{L}{0,2}|starost\\p{L}{1,2}|primator\\p{L}{0,3}|letist\\p{L}{1,2}|ulic\\p{L}{1,3}|metro|metra|centrum|centra|maraton\\p{L}{0,2}|predmesti\\p{L}?",
    joins: "",
    has: "ma|mel|mela",
    people: "obyvatel",
    said: "je (?:[a-z]+ )?mesto|lezi|pod snehem|v zime|v lete",
  },
  sr: {
    owned:
      "stanovni[kc]\\p{L}{0,3}|gradonacelni[kc]\\p{L}{0,3}|aerodrom\\p{L}{0,2}|ulic\\p{L}{1,3}|metro|metroa|metrou|centar|centr[au]|maraton\\p{L}{0,2}|predgradj\\p{L}{1,3}",
    joins: "",
    has: "ima|imao|imala|broji",
    people: "stanovnika",
    said: "je (?:[a-z]+ )?grad|lezi|pod sni?j?egom|zimi|ljeti|leti",
  },
  sq: {
    owned:
      "kryebashkiak\\p{L}{1,2}|aeroport\\p{L}{1,2}|metro(?:ja|se|ne)|rruget|banoret|maratona|universiteti|qielli|lagjet|fluturimi|treni|qendra",
    joins: "i|e|te|per ne|ne",
    has: "ka|kishte|numeron",
    people: "banore",
    said: "eshte (?:nje )?qytet|shtrihet|nen bore|ne dimer|ne vere",
  },
  mk: {
    owned:
      "градоначални[кц]\\p{L}{0,3}|аеродром\\p{L}{0,2}|метрото|улиците|жителите|маратонот|универзитетот|небото|летот|возот|центарот",
    joins: "на|за|од|кон",
    has: "има|имаше|брои",
    people: "жители",
    said: "е (?:\\p{L}+ )?град|лежи|под снег|зиме|лете",
  },
};

/** "la feria de Tokio abre el lunes y la de Pekín", "le festival de Cannes et celui de Rome": what was named before stands for itself. */
const sameOf: Record<string, string> = {
  fr: "(?:celle|celui|celles|ceux) (?:de |d')",
  es: "(?:la|el|las|los) de ",
  it: "(?:quella|quello|quelle|quelli) (?:di |d')",
};

interface TownRules {
  /** What belongs to a town, further back in the sentence. */
  ownedBefore: RegExp | null;
  owned: RuleBefore | null;
  has: RuleBehind;
  said: RuleBehind | null;
}

/** What shows that people are counted: "has warned residents" tells of a government. */
const number =
  "[\\d.,]+|mil[il][io]\\p{L}*|miliju\\p{L}*|mila?|mille|tausend|thousand|tisic\\p{L}*|tys\\p{L}*|hiljad\\p{L}|tisuc\\p{L}|mije|илјади|милион\\p{L}*";

const sameRuleOf = rulesByLanguage(
  sameOf,
  (phrase) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])${phrase}$`, "u"), {
      reach: 12,
      more: /^(?:de|di|d)$/,
      signs: "'",
    }),
);

const rulesOf = rulesByLanguage(
  words,
  ({ owned, joins, said, has, people }): TownRules => ({
    ownedBefore: owned ? new RegExp(`(?:^|[^\\p{L}])(?:${owned})(?![\\p{L}])[^.!?;\\n]*$`, "u") : null,
    owned: owned
      ? new RuleBefore(
          new RegExp(`(?:^|[^\\p{L}])(?:${owned}) ${joins ? `(?:(?:${joins}) |d')` : ""}$`, "u"),
          {
            reach: 32,
            signs: "'",
            ...(joins && { more: new RegExp(`^(?:${joins}|ne)$`) }),
          },
        )
      : null,
    has: new RuleBehind(
      new RegExp(`^ (?:${has}) (?:[^ ]+ ){0,4}(?:${number}) (?:de |d'|di )?(?:${people})(?![\\p{L}])`, "u"),
      { reach: 70, more: new RegExp(`^(?:${has.replaceAll(/ [^|]+/g, "")})$`) },
    ),
    said: said
      ? new RuleBehind(new RegExp(`^ (?:${said})(?![\\p{L}])`, "u"), {
          reach: 40,
          more: /^(?:is|was|woke|wakes|in|hat|hatte|reste|restait|ist|war|liegt|lag|im|bei|est|s|sous|en|es|se|bajo|e|era|si|sotto|d|jest|byla?|lezy|pod|w|je|lezi|v|eshte|nen|ne|е|под)$/,
        })
      : null,
  }),
);

const ways =
  "let|leta|letu|letom|linij\\p{L}{1,3}|voz|voza|vozu|vlak\\p{L}{0,2}|autobus\\p{L}{0,2}|pru[gz]\\p{L}{1,2}|autoput\\p{L}{0,2}|relacij\\p{L}|tras\\p{L}{1,2}|" +
  "lot|lotu|pociag\\p{L}{0,2}|lin[kc]\\p{L}|trat|trati|летот?|линијата?|релацијата?|возот?|автобусот?|патот|rruga|rrugen|linja|linjen|fluturimi|treni";
const wayBefore = new RegExp(`(?:^|[^\\p{L}])(?:${ways}) (?:\\p{L}+[ –-]{1,3})?$`, "u");
const dash = /^ ?[-–] ?\p{Lu}/u;
const dashBefore = /\p{L} ?[-–] ?$/u;

/** "летот Скопје – Пекинг", "na liniji Beograd–Priština": one of two towns that something goes between. */
function isOnRoute({ key, plain }: BlockView, start: number, end: number): boolean {
  if (!dash.test(plain.slice(end, end + 4)) && !dashBefore.test(plain.slice(Math.max(0, start - 4), start)))
    return false;
  return wayBefore.test(key.slice(Math.max(0, start - 40), start));
}

/** So far back what a pronoun stands for is looked for. */
const sentenceReach = 100;

/** Whether a capital that stands here has what only towns have, or is what only they are. */
export function hasWhatTownsHave(view: BlockView, start: number, end: number): boolean {
  const rule = rulesOf(view.lang);
  if (!rule) return false;
  return (
    rule.owned?.test(view, start) === true ||
    rule.has.test(view, end) ||
    rule.said?.test(view, end) === true ||
    (sameRuleOf(view.lang)?.test(view, start) === true &&
      rule.ownedBefore?.test(view.key.slice(Math.max(0, start - sentenceReach), start)) === true) ||
    isOnRoute(view, start, end)
  );
}
