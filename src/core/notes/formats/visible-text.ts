/**
 * Characters that are not seen but change how the text around them is: controls, and those that turn or isolate the
 * direction of writing beyond their own text. Marks of direction (LRM, RLM, ALM) turn nothing and are left alone.
 */
const unseen = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text for a document that people read: what would hide or reorder other text is spelled out as `‹U+202E›`. */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(unseen, (control) => `‹U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`);
}

/** The same in one line, its blanks made one. */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/\s+/g, " ").trim();
}
