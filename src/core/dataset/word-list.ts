/** A list of words, or "kineska, kinesko" as one. */
export function wordsOf(list: string | readonly string[] | undefined): string[] {
  if (list === undefined) return [];
  return typeof list === "string" ? list.split(/\s*,\s*/).filter(Boolean) : [...list];
}
