/** Surnames that stand for their bearer alone, where a sentence opens with the word that they also are: "Meloni e angurie costano meno". */
import type { BlockView } from "./block-view.ts";
import { mainLanguage } from "./main-language.ts";
import { opensSentence } from "./name-neighbours.ts";

/** By language and surname, folded: what stands behind the word, and not behind the person. */
const words: Record<string, Record<string, RegExp>> = {
  it: { meloni: plural(), draghi: plural() },
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

/** Whether a surname that opens a sentence is only a word there. */
export function isOnlyWord(view: BlockView, start: number, end: number): boolean {
  const after = words[mainLanguage(view.lang)]?.[view.key.slice(start, end)];
  return after?.test(view.plain.slice(end, end + 40)) === true && opensSentence(view, start);
}
