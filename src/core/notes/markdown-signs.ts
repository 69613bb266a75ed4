/** Emphasis, code, links, escapes, headings; beginnings of lists; what is indented; two spaces that break a line. */
const sign = /[\\*_`<>&[\]#~=]|^[ \t]*(?:[-+]|\d+[.)])|^(?: {4}|[ \t]*\t)| {2}$/m;

/** False for a text that Markdown leaves as it was typed, which need not be read then: most notes are such. */
export function hasMarkdownSigns(text: string): boolean {
  return sign.test(text);
}
