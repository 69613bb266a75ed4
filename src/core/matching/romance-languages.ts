/**
 * Names of languages in French, Spanish and Italian texts that a list or another verb parts from the word that tells: "aprendió inglés
 * en Cádiz y chino en Barcelona", "parle anglais, un peu de turc", "quello di russo". All folded.
 */
import type { BlockView } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import { sentenceAround } from "./other-meanings.ts";

interface SpeechWords {
  /** Languages, as they are called. */
  languages: string;
  /** What is done with languages, and little else. */
  verbs: string;
  /** What stands between such a verb and a language. */
  articles: string;
  /** Words directly before the bare name of a language, by which no thing is named that has an adjective. */
  bare: string;
  /** Words of a text on languages. */
  subjects: string;
  /** A dialect behind the language's name. */
  dialects: string;
}

const words: Record<string, SpeechWords> = {
  fr: {
    languages:
      "anglais|francais|allemand|italien|espagnol|portugais|russe|chinois|mandarin|japonais|coreen|arabe|turc|polonais|grec|latin|roumain|ukrainien|" +
      "hebreu|suedois|norvegien|danois|neerlandais|hongrois|tcheque|serbe|croate|persan|hindi|vietnamien|bulgare|finnois|albanais|breton|catalan",
    verbs:
      "parl(?:e|ent|er|ait|aient)|appri(?:s|t|rent)|apprend(?:re|s|ent)?|apprenait|apprennent|etudi(?:e|er|ent|ait|ee?s?)|enseign(?:e|er|ent|ait)|" +
      "tradui(?:re|t|te|ts|tes|sent|sait)|maitris(?:e|er|ent|ait)|comprend|comprennent|comprenait|baragouin(?:e|er|ait)|lit|lire|ecrit|debrouille",
    articles:
      "(?:couramment |parfaitement |bien |aussi |egalement )?(?:le |l'|du |de l'|de |d'|en |au |vers le |un peu de |un peu d'|quelques mots de |quelques mots d')?",
    bare: "de |d'|en |entre |mon |ton |son |leur ",
    subjects: "langues?(?! de bois)|cours d[e']|lecons d[e']|linguist\\p{L}*|colleges|traduct\\p{L}+",
    dialects: "mandarin|langue|populaire",
  },
  es: {
    languages:
      "ingles|frances|aleman|italiano|espanol|castellano|portugues|catalan|ruso|chino|mandarin|japones|coreano|arabe|turco|polaco|griego|latin|rumano|" +
      "ucraniano|hebreo|sueco|noruego|danes|neerlandes|hungaro|checo|serbio|croata|vasco|euskera|gallego|persa|hindi|vietnamita|bulgaro|finlandes|albanes",
    verbs:
      "habl(?:a|an|ar|aba|aban|o)|aprend(?:e|en|er|io|ia|ian|ieron|ido)|estudi(?:a|an|ar|o|aba|ado|aron)|ensen(?:a|an|ar|aba|o)|traduc(?:e|en|ir|ia|ido|ida|idos|idas)|" +
      "domin(?:a|an|ar|aba)|entiend(?:e|en)|entendia|chapurre(?:a|an|ar|aba)|sab(?:e|en|er|ia)|lee|escribe|defiende|mejorar",
    articles: "(?:bien |tambien )?(?:el |del |de |en |al |algo de |un poco de |nociones de )?",
    bare: "de |en |entre |perfecto |mi |tu |su ",
    subjects:
      "idiomas?|lenguas?|(?:clases?|cursos?) de (?:chino|ingles|aleman|frances)|linguist\\p{L}*|traductor\\p{L}*",
    dialects: "mandarin|cantones",
  },
  it: {
    languages:
      "inglese|francese|tedesco|italiano|spagnolo|portoghese|russo|cinese|mandarino|giapponese|coreano|arabo|turco|polacco|greco|latino|rumeno|romeno|" +
      "ucraino|ebraico|svedese|norvegese|danese|olandese|ungherese|ceco|serbo|croato|persiano|hindi|vietnamita|bulgaro|finlandese|albanese|catalano",
    verbs:
      "parl(?:a|ano|are|ava|avano)|impar(?:a|ano|are|ato|ava)|studi(?:a|ano|are|ato|ava)|insegn(?:a|ano|are|ato|ava)|tradu(?:ce|cono|rre|ceva)|tradott[oaie]|" +
      "sa|sanno|sapeva|conosce|conoscono|capi(?:sce|scono|va)|mastica|masticano|legge|scrive|ripass(?:a|are|ano)",
    articles:
      "(?:bene |anche )?(?:il |lo |l'|dal |dallo |dall'|dell'|del |di |d'|in |al |allo |all'|un po' di |un po' d')?",
    bare: "di |d'|in |tra |fra |perfetto |mio |tuo |suo |loro ",
    subjects:
      "lingu(?:a|e|istic\\p{L})|cors[oi] d[i']|lezioni d[i']|madrelingua|traduttric\\p{L}|traduttor\\p{L}",
    dialects: "mandarino|cantonese",
  },
};

const joins = "(?:, | y | et | e | ou | o | mais | pero | ma )";

const rulesOf = rulesByLanguage(words, ({ languages, verbs, articles, bare, subjects, dialects }) => {
  const beside = articles
    .replaceAll(/\(\?:|\)\?|[|']/g, " ")
    .trim()
    .split(/ +/)
    .join("|");
  const options = { reach: 100, signs: "'" };
  return {
    isLanguage: new RegExp(`^(?:${languages})$`),
    verb: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${verbs}) ${articles}$`, "u"), {
      ...options,
      more: new RegExp(`^(?:${beside})$`),
    }),
    list: new RuleBefore(
      new RegExp(
        `(?:^|[^\\p{L}])(?:(?:${verbs}) ${articles}(?:${languages})[^.;!?\\n]{0,50}?${joins}(?:(?:${verbs}) )?|(?:(?:${bare})(?:${languages})${joins})|(?:del |de l'|du |dal |dall'|dallo )(?:${languages}) (?=a))${articles}$`,
        "u",
      ),
      { ...options, more: new RegExp(`^(?:|y|et|e|ou|o|mais|pero|ma|${beside}|${verbs})$`) },
    ),
    bare: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${bare})$`, "u"), { reach: 12, signs: "'" }),
    article: new RuleBefore(/(?:^|[^\p{L}])(?:le |l'|el |il |lo )$/u, { reach: 5, signs: "'" }),
    subjects: new RegExp(`(?<![\\p{L}])(?:${subjects})(?![\\p{L}])`, "u"),
    dialect: new RuleBehind(new RegExp(`^ (?:${dialects})(?![\\p{L}])`, "u"), { reach: 14 }),
  };
});

/** What may follow the name of a language, and no thing that its adjective belongs to. */
const nothingBehind =
  /^(?:[^ \p{L}-]|$| (?:y|et|e|ou|o|u|ni|que|a|al|en|in|con|avec|de|del|du|des|di|della|por|para|pour|per|desde|depuis|da|dal|si|se|est|es|e|era|etait|non|no|ne|sans|sin|senza|como|comme|come|antes|avant|prima|ai|agli|alla|alle|al|aux|dans|chez|sur|su|sobre|lors|mais|pero|ma|rue)(?![\p{L}]))/u;

/** Whether an adjective names a language here. */
export function isRomanceLanguage(view: BlockView, start: number, end: number): boolean {
  const rules = rulesOf(view.lang);
  if (!rules) return false;
  const { key } = view;
  if (!rules.isLanguage.test(key.slice(start, end))) return false;
  if (rules.dialect.test(view, end)) return true;
  if (!nothingBehind.test(key.slice(end, end + 12))) return false;
  if (rules.bare.test(view, start) || rules.verb.test(view, start) || rules.list.test(view, start))
    return true;
  return rules.article.test(view, start) && rules.subjects.test(sentenceAround(view, start, end));
}
