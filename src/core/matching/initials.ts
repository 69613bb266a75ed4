/** Whether an abbreviation consists of the first letters of words: all of them, or those with a capital ("Bank of England": BoE, BE). */
export function areInitials(words: string, abbreviation: string): boolean {
  const wanted = abbreviation.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
  const parts = words.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const all = parts.map((part) => part.charAt(0)).join("");
  const capitals = all.replace(/\p{Ll}/gu, "");
  return wanted.length >= 2 && (capitals.toUpperCase() === wanted || all.toUpperCase() === wanted);
}
