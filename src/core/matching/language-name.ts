/** A reading of an adjective that is no mention of its country: the language. */
import type { BlockView } from "./block-view.ts";
import { textEnd } from "./folded-offsets.ts";
import { andOrWords } from "./joining-words.ts";
import { mainLanguage, onceByTag, rulesFor } from "./main-language.ts";
import { RuleBefore } from "./neighbour-rules.ts";

interface LanguageWords {
  /** Directly before the adjective: "in Chinese", "auf Deutsch"; then nothing may follow that it belongs to. */
  alone?: RuleBefore;
  /** Directly before it, whatever follows: "gjuhën kineze", "język chiński". */
  before?: RuleBefore;
  /** Directly behind it: "Chinese-language", "jezik". */
  after?: RegExp;
}

function opening(pattern: RegExp, more?: RegExp): RuleBefore {
  return new RuleBefore(pattern, { reach: 16, ...(more && { more }) });
}

/** What makes an adjective the name of a language, by language; folded. */
const languageWords: Record<string, LanguageWords> = {
  en: {
    alone: opening(
      /(^|[^\p{L}])(in|into|speaks?|spoke|speaking|from|learn|learns|learned|learnt|learning|studied|studying|taught|teaches|teaching|your|my|his|her|some|little|no) $/u,
    ),
    before: opening(
      /(^|[^\p{L}])(teach|teaches|taught|learn|learns|learned|learnt|learning|fluent|broken|flawless|spoken|pardon my|polish your) $/u,
      /^(?:my|your)$/,
    ),
    after:
      /^ (language|languages|speaking|speakers?|translation|lessons?|dictionary|subtitles|alphabet|grammar)\b/,
  },
  de: {
    alone: opening(/(^|[^\p{L}])(auf|ins|spricht|sprechen|sprach|aus dem|im) $/u, /^dem$/),
    after: /^ ?sprach/,
  },
  fr: {
    alone: opening(/(^|[^\p{L}])(en|traduit du|traduite du|parle|parlent|parlait) $/u, /^du$/),
    before: opening(/(^|[^\p{L}])langues? $/u),
  },
  es: {
    alone: opening(/(^|[^\p{L}])(en|del|al|habla|hablan) $/u),
    before: opening(/(^|[^\p{L}])(idioma|lengua) $/u),
  },
  it: { alone: opening(/(^|[^\p{L}])(in|dal|parla|parlano) $/u), before: opening(/(^|[^\p{L}])lingua $/u) },
  pl: { before: opening(/(^|[^\p{L}])(jezyk\p{L}*|po) $/u), after: /^ jezyk/ },
  cs: { before: opening(/(^|[^\p{L}])jazy[kc]\p{L}* $/u), after: /^ jazy[kc]/ },
  sr: {
    alone: opening(
      /(^|[^\p{L}])(na|s|sa|govor[ei]\p{L}*|govorio|govorila|govorili|uci|uce|zna|razume|razumije) $/u,
    ),
    after: /^ jezik/,
  },
  sq: { alone: opening(/(^|[^\p{L}])ne $/u), before: opening(/(^|[^\p{L}])gjuh\p{L}* $/u) },
  mk: { alone: opening(/(^|[^\p{L}])(на|од) $/u), after: /^ јазик/ },
};

const wordsOf = onceByTag((lang) => rulesFor(languageWords, mainLanguage(lang)));

/** Whether an adjective is the name of a language: "in Chinese.", "Chinese-language", "speaks Albanian", "na kineskom". */
export function isLanguageName(view: BlockView, start: number, end: number): boolean {
  const words = wordsOf(view.lang);
  if (!words) return false;
  const lang = mainLanguage(view.lang);
  const after = view.key.slice(end, end + 14);
  if (words.after?.test(after) || isCzechAdverb(view, lang, start, end)) return true;
  if (words.before?.test(view, start)) return true;
  if (!words.alone) return false;
  if (lang === "en" && isAmongLanguages(view, start, end)) return true;
  if (!isWordAlone(view, end)) return false;
  return words.alone.test(view, start) || isInList(view, words.alone.pattern, start);
}

/** "speaks Portuguese and reads Greek": behind a verb of speech no noun is awaited, as one is in "in Chinese and other firms". */
const joinedOn = /^ (?:and|or|but) \p{Ll}/u;
/** A word in small letters that says how well, and opens nothing of its own. */
const how =
  "(?!(?:to|with|of|about|for|the|an?|in|on|at|from|by|against|that|how|as|what|why|his|her|their|its)(?![a-z]))\\p{Ll}+";
/** "speaks fluent Portuguese, passable Greek and enough ": languages with words that say how well, back to the verb. */
const amongLanguages = new RegExp(
  `(?:^|[^\\p{L}])(?:speaks?|spoken?|speaking|writes?|wrote|understands?|understood|learn(?:s|ed|t|ing)?|knows?|knew|forgot|(?:picked|brushed|brushing) up|mother tongue is|fluent in) (?:(?:${how} ){0,3}\\p{Lu}\\p{Ll}+(?:, (?:and |but )?| and | or | but )(?:[a-z]+ up )?)*(?:${how} ){0,2}$`,
  "u",
);

function isAmongLanguages(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  // A noun follows most adjectives: none of the words below begins like it.
  if (plain.charCodeAt(end) === 0x20 && !"aobiwft".includes(plain.charAt(end + 1))) return false;
  if (!isWordAlone(view, end) && !joinedOn.test(plain.slice(end, end + 8))) return false;
  const before = plain.slice(Math.max(0, start - 90), start);
  // Verbs of speech and knowledge, at a glance: most adjectives stand behind none.
  return (
    /sp[eo]ak|spoke|wr[io]t|underst|learn|kn[eo]w|forgot|up |tongue|fluent/.test(before) &&
    amongLanguages.test(before)
  );
}

/** "mluvili česky": in a text with accents the adverb differs from the adjective by one. */
function isCzechAdverb(view: BlockView, lang: string, start: number, end: number): boolean {
  if ((lang !== "cs" && lang !== "sk") || !/[sc]ky$/.test(view.key.slice(start, end))) return false;
  return view.text.charAt(textEnd(view, end) - 1) === "y" && /[áéíýěščřž]/.test(view.text);
}

const otherLanguage = new RegExp(`^ (?:${andOrWords}) \\p{L}+([^\\p{L} -]|$)`, "u");
const listGoesOn = new RuleBefore(new RegExp(`(?:,| (?:${andOrWords})) $`, "u"), { reach: 8, more: /^$/ });
const listBefore = new RegExp(`((?:\\p{L}+, )*\\p{L}+,? (?:${andOrWords}) |(?:\\p{L}+, )+)$`, "u");

/** Words that a noun phrase does not go on with. */
const wordsApart =
  /^ (?:at|in|fluently|well|for|only|with|on|by|as|before|after|when|while|but|that|which|who|to|from|since|during|because|than|better|too|od|do|kod|pri|pod|nad|dok|ali|jer|iz|vec|jos|bei|mit|seit|aber|con|desde|pero|avec|depuis|mais|da|dal|per|przy|ale|przed)(?![\p{L}])/u;

/** No word that the adjective may belong to follows; another language may: "in Chinese and English". */
function isWordAlone({ plain }: BlockView, end: number): boolean {
  const next = plain.charCodeAt(end);
  if (next !== 0x20 && next !== 0x2d) return true;
  const after = plain.slice(end, end + 24);
  return !/^[ -]["'(]?[\p{L}\p{N}]/u.test(after) || wordsApart.test(after) || otherLanguage.test(after);
}

/** "into Chinese, Japanese and Thai": the list is looked back through to the word that opens it. */
function isInList(view: BlockView, opening: RegExp, start: number): boolean {
  if (!listGoesOn.test(view, start)) return false;
  const { key } = view;
  const list = listBefore.exec(key.slice(Math.max(0, start - 60), start));
  return list !== null && opening.test(key.slice(Math.max(0, start - 76), start - list[0].length));
}
