/** Surnames that stand for their bearer alone, where a sentence opens with the word that they also are: "Meloni e angurie costano meno". */
import { type BlockView, surfaceOf } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";
import { opensSentence } from "./name-neighbours.ts";
import type { Hit } from "./scan-spellings.ts";

/** By language and surname, folded: what stands behind the word, and not behind the person. */
const words: Record<string, Record<string, RegExp>> = {
  it: { meloni: plural(), draghi: plural() },
  // An adjective before its noun, which ends as no verb in the past does: "Cichy protest".
  pl: {
    cichy:
      /^ (?!(?:jednak|natomiast|tymczasem|rowniez|zarazem|zatem|potem|niestety|przedtem|nigdy)(?![\p{L}]))\p{Ll}{3,}[bcdfgkmnprstwz](?![\p{L}])/u,
  },
  en: { trump: /^ (?:cards?|suits?)(?![a-z])/, boric: /^ (?:acid|oxide)(?![a-z])/ },
};

/** Another noun in small letters, an adjective or a verb in the plural. */
function plural(): RegExp {
  return new RegExp(
    "^(?: e (?!il |lo |la |i |le |gli |l'|un |una |altri |suo |sua |poi )\\p{Ll}|, \\p{Ll}+[ei] e \\p{Ll}" +
      "|(?: non| si)? (?!hanno |meno |fino |almeno |perfino |persino )\\p{Ll}{2,}no(?![\\p{L}])" +
      "| (?:gialli|bianchi|verdi|maturi|dolci|retati|freschi|alati|sputafuoco)(?![\\p{L}]))",
    "u",
  );
}

const isCzech = onceByTag((lang) => /^(cs|sk)/i.test(lang));

/** "Fialová" is a woman, or a colour, and never what belongs to Fiala. */
export function isWomansForm(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { key } = view;
  if (!isCzech(view.lang) || key.charCodeAt(end - 2) !== 0x76) return false;
  if (!/ov[áé]$/.test(surfaceOf(view, start, end))) return false;
  const own = matcher.entriesFor(`${key.slice(start, end - 1)}a`);
  return !own.some(({ entity, text }) => entity === entry.entity && text.endsWith("ová"));
}

/** Whether a surname that opens a sentence is only a word there. */
export function isOnlyWord(view: BlockView, start: number, end: number): boolean {
  const after = words[mainLanguage(view.lang)]?.[view.key.slice(start, end)];
  return after?.test(view.plain.slice(end, end + 40)) === true && opensSentence(view, start);
}
