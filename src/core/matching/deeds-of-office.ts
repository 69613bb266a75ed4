/**
 * What those do who hold an office, and their namesakes seldom: behind a surname that somebody else bore last, such a verb says
 * that the official is meant ("… a goalkeeper called Rama. Rama signed the decree"). Folded; speaking alone tells nothing.
 */
import type { BlockView } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

interface DeedWords {
  /** What may stand before the verb: "has", "je", "утре". */
  help: string;
  verbs: string;
}

const words: Record<string, DeedWords> = {
  en: {
    help: "has|had|also|later|then|will",
    verbs:
      "announced?|sign(?:ed|s)?|vetoed|pledged|vowed|appointed|dismissed|decreed|summoned|ratified|imposed|banned|lifted|urged|addressed|told (?:parliament|congress|the (?:commons|cabinet|house)|mps|lawmakers)|flew to|called on|met (?:his|her|the) (?:counterpart|president|prime minister|foreign minister)",
  },
  de: {
    help: "hat|wird|auch",
    verbs:
      "kundigte|unterzeichnete|ernannte|entliess|verhangte|verbot|empfing|forderte|mahnte|drohte|sprach (?:(?:dort|danach|anschliessend|gestern|heute|am [a-z]+) )?(?:in|vor|mit)|reiste nach|fliegt nach|traf|angekundigt|unterzeichnet",
  },
  fr: {
    help: "a|avait|vient de|doit",
    verbs:
      "annonce|signe|promis|promet|promulgue|nomme|limoge|ordonne|interdit|exige|convoque|recu|recoit|decrete|annoncer|signer|s'envole|se rendra",
  },
  es: {
    help: "ha|habia|ya",
    verbs:
      "anuncio|anunciado|anuncia|firmo|firmado|prometio|ordeno|nombro|destituyo|prohibio|exigio|decreto|recibio a|viajara|viajo a",
  },
  it: {
    help: "ha|aveva|ha gia",
    verbs:
      "annunciato|annuncia|firmato|firma|promesso|nominato|ordinato|vietato|ricevuto|convocato|decretato|vola|volera",
  },
  pl: {
    help: "juz|tez|wczoraj|jutro",
    verbs:
      "oglosil[a]?|zapowiedzial[a]?|podpisal[a]?|obiecal[a]?|zaapelowal[a]?|zakazal[a]?|powolal[a]?|odwolal[a]?|przyjal|przyjela|poleci",
  },
  cs: {
    help: "uz|take|vcera|zitra",
    verbs:
      "oznamil[a]?|podepsal[a]?|slibil[a]?|jmenoval[a]?|odvolal[a]?|vetoval[a]?|prijal[a]?|prijel[a]?|vyzval[a]?|odleti|jednal[a]?",
  },
  sr: {
    help: "je|ce|sutra|danas|juce|jucer",
    verbs:
      "najavi(?:o|la)|potpisa(?:o|la)|poruci(?:o|la)|obeca(?:o|la)|naredi(?:o|la)|primi(?:o|la)|imenova(?:o|la)|smeni(?:o|la)|smijeni(?:o|la)|zabrani(?:o|la)|otputova(?:o|la)|pozva(?:o|la)|upozori(?:o|la)|najavljuje|porucuje|obecava|putuje u|leti u",
  },
  sq: {
    help: "ka|do te|sot|neser|dje",
    verbs:
      "njoftoi|nenshkroi|premtoi|deklaroi|urdheroi|ndaloi|priti|emeroi|shkarkoi|kerkoi|paralajmeroi|njofton|premton|udheton|niset",
  },
  mk: {
    help: "ке|ќе|утре|денес|вчера",
    verbs:
      "најави|потпиша|вети|порача|нареди|прими|именуваше|разреши|забрани|патува|отпатува|предупреди|повика|најавува|порачува|ветува",
  },
};

const ruleOf = rulesByLanguage(
  words,
  ({ help, verbs }) =>
    new RuleBehind(new RegExp(`^(?: (?:${help})){0,2} (?:${verbs})(?![\\p{L}])`, "u"), {
      reach: 50,
      more: new RegExp(
        `^(?:${help.replaceAll(/ [^|]+/g, "")}|told|flew|called|met|s|se|sprach|reiste|fliegt|recibio|viajo|putuje|leti)$`,
        "u",
      ),
    }),
);

/** Whether what stands behind a surname is done by those who hold an office. */
export function doesOffice(view: BlockView, end: number): boolean {
  return ruleOf(view.lang)?.test(view, end) ?? false;
}

/** "Podle Pavla": whose word it is, and no first name, for that a surname would follow. */
const citing = new RuleBefore(
  /(?:^|[^\p{L}])(?:according to|laut|selon|segun|secondo|wedlug|zdaniem|podle|prema|po recima|po rijecima|sipas|според) $/u,
  { reach: 24, more: /^(?:to|recima|rijecima)$/ },
);

/** Whether it is said to be the word of the one who is named. */
export function isCited(view: BlockView, start: number): boolean {
  return citing.test(view, start);
}

/** "May's culture secretary": no month has one. */
export function hasOfficials({ key }: BlockView, end: number): boolean {
  return key.charCodeAt(end) === 0x27 && officialsOf.test(key.slice(end, end + 50));
}

const officialsOf =
  /^'s (?:[a-z]+ ){0,2}(?:secretary|minister|chancellor|cabinet|government|spokes(?:man|woman|person)|deputy|aides?|adviser|chief of staff|envoy|ambassador|husband|wife)(?![a-z])/;
