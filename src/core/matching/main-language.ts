/** The main part of a language tag, lower case: "sr" of "sr-Latn-RS". */
export function mainLanguage(lang: string): string {
  const end = lang.search(/[-_]/);
  return (end < 0 ? lang : lang.slice(0, end)).toLowerCase();
}
