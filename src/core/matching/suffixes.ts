/**
 * Endings that languages put straight onto a foreign name ("Huaweit", "Huaweiem"), shortest names excepted.
 * Names whose stem changes (Huaveja, Trumpa → Trumpové) stand in the data in full.
 */
const suffixesByLanguage: Record<string, readonly string[]> = {
  // A forgotten apostrophe.
  en: ["s"],
  de: ["s"],
  nl: ["s"],
  sv: ["s"],
  no: ["s"],
  da: ["s"],
  sq: ["i", "it", "in", "ja", "së", "se", "n", "t", "u", "ut", "un"],
  sr: [
    "a",
    "u",
    "om",
    "em",
    "ja",
    "ju",
    "jem",
    "ov",
    "ova",
    "ovi",
    "ove",
    "ev",
    "а",
    "у",
    "ом",
    "ем",
    "ја",
    "ју",
    "јем",
  ],
  pl: ["a", "u", "em", "owi", "ie", "iem"],
  cs: ["u", "em", "e", "i", "a", "ovi"],
  sk: ["u", "om", "e", "i", "a", "ovi"],
  sl: ["a", "u", "om", "em", "ja", "ju", "jem"],
};
const sameAs: Record<string, string> = { bs: "sr", hr: "sr", me: "sr", sh: "sr", nb: "no", nn: "no" };

/** Stems shorter than this give too many other words. */
export const shortestStem = 5;

/** @param lang main part of a language tag, lower case. */
export function suffixesOf(lang: string): readonly string[] {
  return suffixesByLanguage[sameAs[lang] ?? lang] ?? [];
}
