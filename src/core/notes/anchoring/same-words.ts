const invisible = /\p{Cf}|\p{Variation_Selector}|\u034f/gu;
const notWords = /[^\p{L}\p{M}\p{N}\p{S}%]+/gu;

/**
 * Whether two stretches say the same words: white space, line breaks, punctuation (typographic or plain), soft hyphens, case
 * and the form in which a letter with its marks is written may differ.
 */
export function sameWords(one: string, other: string): boolean {
  return one === other || plainWords(one) === plainWords(other);
}

function plainWords(text: string): string {
  return text.normalize("NFC").replace(invisible, "").toLowerCase().replace(notWords, " ").trim();
}
