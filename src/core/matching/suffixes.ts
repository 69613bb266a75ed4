import { rulesFor } from "./main-language.ts";

/**
 * Endings that languages put straight onto a name ("Huaweit", "Huaweiem", "Trumpove administracije"), folded. Names
 * whose stem changes otherwise (Nokii, Huaveja) stand in the data in full; surnames and inhabitants that lose their
 * last vowel are indexed as stems (`stem-forms.ts`).
 */
const suffixesByLanguage: Record<string, readonly string[]> = {
  // A forgotten apostrophe.
  en: ["s"],
  de: ["s"],
  nl: ["s"],
  sv: ["s"],
  no: ["s"],
  da: ["s"],
  sq: words("i it in ja s se es n t u ut un"),
  // Cases, then the possessives of names (ov, ev, jev, in) in theirs.
  sr: [
    ...words("a u om em e ja ju jem jom"),
    ...combine("ov ev jev in", "+ a o e i u og oga om ome omu oj im ima ih"),
  ],
  pl: words("a u em owi ie iem om y ego emu m ch ow"),
  cs: [...words("u em e i a y ou ovi uv"), ...combine("ov", "a o y e u ych ym ymi ou")],
  sk: [...words("u om e i a y ovi em"), ...combine("ov", "+ a o e u ej ou ho mu ych ym ymi")],
  sl: [...words("a u om em ja ju jem"), ...combine("ov ev", "+ a o e i u ega emu em ih im")],
  mk: [...words("от то та"), ...combine("ов ев", "+ а о и ата иот ото ите")],
  ru: words("а у ом е ы"),
  uk: words("а у ом ові ем і"),
  bg: words("а ът"),
};
/** Endings of inhabitants: Österreicher → Österreicherinnen, Číňan → Číňané, Kinez → Kinezima, Албанци → Албанците. */
const peopleSuffixes: Record<string, readonly string[]> = {
  de: words("s n in innen"),
  pl: words("a owi iem em ow om ami ach"),
  cs: words("a ovi em e i u um y ech"),
  sr: words("a u om em i e ima"),
  mk: words("от та те"),
};
/** Of all languages, in units. */
export const longestSuffix = Math.max(
  ...[...Object.values(suffixesByLanguage), ...Object.values(peopleSuffixes)].flatMap((list) =>
    list.map(({ length }) => length),
  ),
);

/** Stems shorter than this give too many other words. */
export const shortestStem = 5;
/** A surname counts only for somebody of whom the article speaks, which leaves less room for chance. */
export const shortestSurname = 3;

/** @param lang main part of a language tag, lower case. */
export function suffixesOf(lang: string): readonly string[] {
  return rulesFor(suffixesByLanguage, lang) ?? [];
}

/** @param lang main part of a language tag, lower case. */
export function peopleSuffixesOf(lang: string): readonly string[] {
  return rulesFor(peopleSuffixes, lang) ?? [];
}

function words(list: string): string[] {
  return list.split(" ");
}

/** Every stem with every ending; + stands for none. */
function combine(stems: string, endings: string): string[] {
  return words(stems).flatMap((stem) =>
    words(endings).map((ending) => (ending === "+" ? stem : stem + ending)),
  );
}
