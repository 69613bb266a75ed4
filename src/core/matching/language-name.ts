/** A reading of an adjective that is no mention of its country: the language. */
import type { BlockView } from "./block-view.ts";
import { textEnd } from "./folded-offsets.ts";
import { andOrWords } from "./joining-words.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { isRomanceLanguage } from "./romance-languages.ts";
import { endOfAdjectives, isCzechAdverb, isListOfLanguages, isWhatOneSpeaks } from "./slavic-languages.ts";
import { wordEndFrom } from "./word-borders.ts";

interface LanguageWords {
  /** Directly before the adjective: "in Chinese", "auf Deutsch"; then nothing may follow that it belongs to. */
  alone?: RuleBefore;
  /** Directly before it, whatever follows: "gjuhën kineze", "język chiński". */
  before?: RuleBefore;
  /** Directly behind it: "Chinese-language", "jezik". */
  after?: RegExp;
  /** Who or what teaches, directly before the genitive ("kurs francuskiego"): unless a noun follows that it may belong to. */
  taught?: RuleBefore;
  /** What that noun looks like. */
  noun?: RegExp;
}

function opening(pattern: RegExp, more?: RegExp): RuleBefore {
  return new RuleBefore(pattern, { reach: 28, signs: "'", ...(more && { more }) });
}

/** Words of Romance languages, each directly before "de" or an article and a language: "cours d'", "impara il". */
function school(subjects: string, of: string, verbs: string, articles: string): string {
  return `(?:${subjects}) (?:${of})|(?:${verbs}) (?:${articles})?`;
}

/** What makes an adjective the name of a language, by language; folded. */
const languageWords: Record<string, LanguageWords> = {
  en: {
    alone: opening(
      /(^|[^\p{L}])(in|into|speaks?|spoke|speaking|from|learn|learns|learned|learnt|learning|studied|studying|taught|teaches|teaching|reads?|your|my|his|her|some|little|no) $/u,
    ),
    before: opening(
      /(^|[^\p{L}])(teach|teaches|taught|(?:teach|teaches|taught|teaching) (?:himself|herself|themselves|myself|yourself)|learn|learns|learned|learnt|learning|fluent|broken|flawless|spoken|pardon my|polish your|smattering of|(?:speaks?|spoke|speaking|knows?|knew|understands?|understood) (?:a little|a bit of|some|a few words of)) $/u,
      /^(?:my|your|himself|herself|themselves|myself|yourself|of|little|some)$/,
    ),
    taught: opening(
      /(^|[^\p{L}])(?:class|classes|lessons?|courses?|degrees?|diplomas?|exams?|gcses?|a-levels?|conversation) in $/u,
      /^in$/,
    ),
    noun: /^(?!(?:start|starts|started|begin|begins|began|are|is|was|were|will|every|each|this|next|last|run|runs|cost|costs|take|takes|have|has|had)$)/,
    after:
      /^ (language|languages|speaking|speakers?|translation|lessons?|class|classes|homework|gcses?|phrase ?books?|vocabulary|evening class|evening classes|conversation class|conversation classes|dictionary|subtitles|alphabet|grammar)\b/,
  },
  de: {
    alone: opening(
      /(^|[^\p{L}])(auf|ins|spricht|sprechen|sprach|aus dem|im|mein|dein|sein|unser) $/u,
      /^dem$/,
    ),
    after: /^ ?sprach/,
  },
  fr: {
    alone: opening(
      /(^|[^\p{L}])(en|traduit du|traduite du|parle|parlent|parlait|parlaient|un peu de|mon|ton|son|notre|votre|leur) $/u,
      /^(?:du|de)$/,
    ),
    before: opening(
      new RegExp(
        `(?:^|[^\\p{L}])(?:langues? |${school(
          "cours|lecons?|profs?|professeure?s?|enseignante?s?|classes?|methode|manuel|notions|eleves|diplome|licence|examen|epreuve",
          "de |d'",
          "apprend(?:re|s|ent)?|apprenait|apprennent|etudi(?:e|er|ent|ait)|enseign(?:e|er|ent|ait)|parl(?:e|ent|er|ait)",
          "(?:couramment |parfaitement )?(?:le |l'|du )",
        )})$`,
        "u",
      ),
      /^(?:de|d|le|l|du|couramment|parfaitement)$/,
    ),
  },
  es: {
    alone: opening(
      /(^|[^\p{L}])(en|del|al|habla|hablan|hablaba|hablaban|mi|tu|su|nuestro|vuestro|(?:algo|un poco) de) $/u,
      /^de$/,
    ),
    before: opening(
      new RegExp(
        `(?:^|[^\\p{L}])(?:idioma |lengua |${school(
          "cursos?|clases?|profesor(?:a|es)?|lecciones|leccion|manual|nociones|examen|academia|alumnos|titulo",
          "de ",
          "aprend(?:e|en|er|io|ia|ieron)|estudi(?:a|an|ar|o|aba)|ensen(?:a|an|ar|aba)",
          "el ",
        )})$`,
        "u",
      ),
      /^(?:de|el)$/,
    ),
    after: /^ lo (?:habla|estudia|aprend|domina|entiend)/,
  },
  it: {
    alone: opening(
      /(^|[^\p{L}])(in|dal|parla|parlano|parlava|parlavano|mio|tuo|suo|nostro|vostro|loro|un po' di) $/u,
      /^di$/,
    ),
    before: opening(
      new RegExp(
        `(?:^|[^\\p{L}])(?:lingua |${school(
          "cors[oi]|lezion[ei]|professor(?:e|essa|i)?|professoressa|insegnant[ei]|docent[ei]|maestr[oa]|esam[ei]|manual[ei]|or[ae]|ripetizioni|nozioni|dizionario",
          "di |d'",
          "impar(?:a|ano|are|ato|ava)|studi(?:a|ano|are|ato|ava)|insegn(?:a|ano|are|ato|ava)|(?:cava|cavo|cavano)(?: bene| male)? con",
          "il |lo |l'",
        )})$`,
        "u",
      ),
      /^(?:di|d|il|lo|l|con)$/,
    ),
    after: /^ lo (?:parla|studi|impar|capi|mastic)/,
  },
  pl: {
    before: opening(/(^|[^\p{L}])(jezyk\p{L}*|po) $/u),
    after: /^ jezyk/,
    taught: opening(
      /(^|[^\p{L}])(?:kurs\p{L}{0,4}|lekcj\p{L}{1,3}|nauk(?:a|i|e)|naucz\p{L}*|lektor\p{L}{0,4}|znajomosc\p{L}{0,2}|ucz\p{L}{0,3}(?: sie)?|(?:egzamin\p{L}{0,4}|matur\p{L}|zajec\p{L}{1,3}|korepetycj\p{L}{1,3}|sprawdzian\p{L}{0,3}|tlumacz\p{L}*|przeklad\p{L}{0,3}) z) $/u,
      /^(?:sie|z)$/,
    ),
    noun: /(?:(?<!j)a|u|ego)$/,
  },
  cs: { before: opening(/(^|[^\p{L}])jazy[kc]\p{L}* $/u), after: /^ jazy[kc]/ },
  sr: {
    before: opening(/(^|[^\p{L}])pri?j?ev(?:ed|od|e[ol])\p{L}* (?:sa?|na) $/u, /^(?:sa?|na)$/),
    alone: opening(
      /(^|[^\p{L}])(na|s|sa|govor[ei]\p{L}*|govorio|govorila|govorili|uci|uce|uciti|ucio|ucila|ucili|predaje|predavao|predavala|zna|razume|razumije|cita|citaju|citao|citala|malo|nesto|odlicno|tecno|prevodilac za) $/u,
      /^za$/,
    ),
    after: /^ jezik/,
    taught: opening(
      /(^|[^\p{L}])(?:kurs\p{L}{0,4}|tecaj\p{L}{0,4}|cas(?:a|u|om|ovi|ova|ovima)?|sat(?:a|u|om|i|ovi|ova)?|satovima|lekcij\p{L}{1,3}|nastav(?:a|e|i|u|om)|nastavni\p{L}{1,4}|profesor\p{L}{0,5}|ucen(?:je|ja|ju|jem)|znanj(?:e|a|u|em)|poznavanj(?:e|a|u|em)|instrukcij\p{L}{1,3}|ispit\p{L}{0,4} iz|ocen[aue] iz|ocjen[aue] iz) $/u,
      /^iz$/,
    ),
    noun: /(?:a|og|eg)$/,
  },
  sq: { alone: opening(/(^|[^\p{L}])ne $/u), before: opening(/(^|[^\p{L}])gjuh\p{L}* $/u) },
  mk: {
    alone: opening(
      /(^|[^\p{L}])(на|од|зборува|зборуваат|зборуваше|учи|учат|учеше|предава|предаваше|разбира|(?:час\p{L}{0,5}|курс\p{L}{0,5}|испит\p{L}{0,5}|настава\p{L}{0,2}|професор\p{L}{0,4}|наставни\p{L}{1,6}) по) $/u,
      /^по$/,
    ),
    after: /^ јазик/,
  },
};

const wordsOf = rulesByLanguage(languageWords, (words) => words);

/** Whether an adjective is the name of a language: "in Chinese.", "Chinese-language", "speaks Albanian", "na kineskom". */
export function isLanguageName(view: BlockView, start: number, end: number): boolean {
  const words = wordsOf(view.lang);
  if (!words) return false;
  const lang = mainLanguage(view.lang);
  const after = view.key.slice(end, end + 14);
  if (words.after?.test(after) || isCzechAdverb(view, lang, start, end)) return true;
  if (isListOfLanguages(view, end) || isWhatOneSpeaks(view, start, end)) return true;
  if (words.before?.test(view, start) && !isBeforeFirm(view, lang, end)) return true;
  const isListed =
    listGoesOn.test(view, start) &&
    !isBehindItalianIs(view, lang, start) &&
    !isBehindArticle(view, lang, start);
  if (words.taught && (isListed || words.taught.test(view, start)) && !isBeforeNoun(view, end, words.noun)) {
    if (!isListed || isInList(view, words.taught.pattern, start)) return true;
  }
  if (lang === "en" ? isAmongLanguages(view, start, end) : isRomanceLanguage(view, start, end)) return true;
  const listEnd = endOfAdjectives(view, start, end);
  // "s njemačkog i francuskog jezika"
  if (listEnd > 0) return words.after?.test(view.key.slice(listEnd, listEnd + 14)) ?? false;
  if (lang === "en" && textsIn.test(view, start) && /^ (?:and|or|with|for|from|by|at|on) /.test(after))
    return true;
  if (lang === "en" && heldAhead.test(view.key.slice(end, end + 5)) && possessive.test(view, start))
    return true;
  if (!isWordAlone(view, end)) return false;
  if (words.alone?.test(view, start)) return true;
  return isListed && [words.alone, words.before].some((rule) => rule && isInList(view, rule.pattern, start));
}

/** "a book in Polish and a film with subtitles in French": what is written in a language. */
const textsIn = new RuleBefore(
  /(?:^|[^\p{L}])(?:books?|novels?|poems?|films?|letters?|leaflets?|signs?|subtitles|captions|menus?|songs?|texts?|articles?|editions?|versions?|posts?|tweets?|messages?|broadcasts?|services?|website|guides?|notes?|manuals?|written|published|printed|available|subtitled|sings?|sang|sung) in $/u,
  { reach: 20, more: /^in$/ },
);
/** "Her Hungarian is better than mine". */
const possessive = new RuleBefore(/(?:^|[^\p{L}])(?:my|your|his|her|their|our) $/u, { reach: 8 });
const heldAhead = /^ (?:is|was) /;

/** "parle du chinois Huawei", "estudia el francés Orange": in Romance languages a firm is called by its country like that. */
function isBeforeFirm(view: BlockView, lang: string, end: number): boolean {
  return (lang === "fr" || lang === "es" || lang === "it") && isNameAhead(view.plain, end);
}

/** "il suo socio è francese": folded, the verb is the word for "and". */
function isBehindItalianIs(view: BlockView, lang: string, start: number): boolean {
  return lang === "it" && /[èÈ]/.test(view.text.charAt(textEnd(view, start - 1) - 1));
}

/** "Her husband, a Hungarian,": what joins in other languages is an article in English. */
function isBehindArticle({ key }: BlockView, lang: string, start: number): boolean {
  return lang === "en" && key.charCodeAt(start - 2) === letterA && key.charCodeAt(start - 3) === 0x20;
}

const letterA = 0x61;

/** "kurs chińskiego juana", but not "na kursie francuskiego uczestnicy": in the genitive what belongs together ends alike. */
function isBeforeNoun(view: BlockView, end: number, noun: RegExp | undefined): boolean {
  if (isWordAlone(view, end)) return false;
  return noun?.test(view.key.slice(end + 1, wordEndFrom(view.key, end + 1))) ?? true;
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

const otherLanguage = new RegExp(
  `^ (?:${andOrWords}) (?:al |del |en |in |ins |au |le |l'|el |il |lo |dal |auf |un peu d[e'] ?|un po' di |algo de |un poco de |etwas |ein wenig |malo |nesto |odlicno |tecno |na |sa? |iz |z |ze |do |od |во |од |на |со |troche |trochu |мало |малку )?\\p{L}+(?: ?[^\\p{L} -]|$)`,
  "u",
);
/** "l'allemand et le chinois": each language of a list may have its article. */
const ofList = "(?:le |l'|el |il |lo )?";
const listGoesOn = new RuleBefore(new RegExp(`(?:,| (?:${andOrWords})) ${ofList}$`, "u"), {
  reach: 11,
  signs: "'",
  more: /^(?:|le|l|el|il|lo)$/,
});
const listBefore = new RegExp(
  `((?:${ofList}\\p{L}+, )*${ofList}\\p{L}+,? (?:${andOrWords}) |(?:${ofList}\\p{L}+, )+)${ofList}$`,
  "u",
);

/** Words that a noun phrase does not go on with. */
const wordsApart =
  /^ (?:es|est|etait|ist|war|era|at|in|fluently|well|for|only|with|on|by|as|before|after|when|while|but|that|which|who|to|from|since|during|because|than|better|too|throughout|and (?:will|would|is|was|can|wrote|spoke|swore|read|sang|said|then|later|never)|od|do|kod|pri|pod|nad|dok|ali|jer|iz|vec|jos|bei|mit|seit|aber|con|desde|pero|avec|depuis|mais|da|dal|per|przy|ale|przed|du|au|aux|dans|nel|nella|alla|chez|pour|del|las|los|se|su|koji|koja|gde|gdje|kad|kada|w|czy|oraz|во|се|со|но|или|кој|која|кои|кога|додека|бидејќи|е|беше|ќе|ги|го|ја|na \p{Ll}+[sc]ki(?=[.,;:)?!]|$| i )|на \p{Ll}+[сч]ки(?=[.,;:)?!]|$| и ))(?![\p{L}])/u;

/** No word that the adjective may belong to follows; another language may: "in Chinese and English". */
function isWordAlone({ plain }: BlockView, end: number): boolean {
  const next = plain.charCodeAt(end);
  if (next !== 0x20 && next !== 0x2d) return true;
  const after = plain.slice(end, end + 24);
  return !/^[ -]["'(]?[\p{L}\p{N}]/u.test(after) || wordsApart.test(after) || otherLanguage.test(after);
}

/** "into Chinese, Japanese and Thai": the list is looked back through to the word that opens it. */
function isInList(view: BlockView, opening: RegExp, start: number): boolean {
  const { key } = view;
  const list = listBefore.exec(key.slice(Math.max(0, start - 60), start));
  return list !== null && opening.test(key.slice(Math.max(0, start - 76), start - list[0].length));
}
