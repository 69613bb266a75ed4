/** The main part of a language tag, lower case: "sr" of "sr-Latn-RS". */
export function mainLanguage(lang: string): string {
  // Most tags are two letters, and this is asked for every name.
  if (lang.length === 2) return lang.toLowerCase();
  const end = lang.search(/[-_]/);
  return (end < 0 ? lang : lang.slice(0, end)).toLowerCase();
}

/** Whose rules serve a language that has none of its own. */
const relatives: Record<string, string> = {
  bs: "sr",
  hr: "sr",
  sh: "sr",
  me: "sr",
  cnr: "sr",
  sl: "sr",
  sk: "cs",
  nb: "no",
  nn: "no",
};

/**
 * What a table of rules by language says for one, or for its nearest relative.
 * @param language main part of a tag, lower case
 */
export function rulesFor<Rules>(rules: Readonly<Record<string, Rules>>, language: string): Rules | undefined {
  return rules[language] ?? rules[relatives[language] ?? ""];
}
