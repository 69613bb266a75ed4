/**
 * Names whose end changes when they are inflected: Fiala → Fialy, Pompeo → Pompea, Dudek → Dudka, Marco → Marca. All
 * strings are folded keys.
 */

import { onceByTag } from "./main-language.ts";

/** Languages (main parts) that inflect foreign names in this way. */
export const inflecting = ["pl", "cs", "sk", "sl", "sr", "bs", "hr"] as const;
export const isInflecting = onceByTag((lang) => (inflecting as readonly string[]).includes(lang));

/** What may follow a stem that has lost its last vowel. */
export const stemEndings: readonly string[] =
  "a e i o u y ie em om im ym ou iem owi ovi ego emu eho ego ej ii io iu ov ova ove ovu ovo ovi ovy ovog ovom ovoj ovih in ina ine ini inu".split(
    " ",
  );
const givenEndings = new Set([...stemEndings, ..."ja ju jem jom go mu m ho he".split(" ")]);

const lastVowel = /^(.{2,})[aeioy]$/;
/** The vowel that goes when an ending comes: Marek → Marka, Petar → Petra, Pavel → Pavla. */
const fleetingVowel = /^(.*[bcdfghjklmnprstvz])[aeo]([cklnr])$/;

/** The stems of a name under which its inflected forms can be looked up; the name itself is none. */
export function stemsOf(name: string): string[] {
  const stems = new Set<string>();
  const open = lastVowel.exec(name)?.[1];
  if (open) stems.add(open);
  const fleeting = fleetingVowel.exec(name);
  if (fleeting) stems.add(`${fleeting[1]}${fleeting[2]}`);
  return [...stems];
}

/** Polish softens the consonant before some endings: Robert → Robercie, Monika → Monice. */
const softened: [RegExp, string][] = [
  [/t$/, "ci"],
  [/d$/, "dzi"],
  [/r$/, "rz"],
  [/k$/, "c"],
  [/g$/, "dz"],
];

/**
 * Whether a word is an inflected form of a given name. Generous, for it is asked only where the surname of that very
 * person follows.
 * @param lang main part of a language tag
 */
export function isFormOfGivenName(word: string, name: string, lang: string): boolean {
  if (!isInflecting(lang)) return false;
  // No form has another first letter, unless the name is an initial.
  if (name.length > 2 && word.charCodeAt(0) !== name.charCodeAt(0)) return false;
  // Mike'a, Thierry'ego
  const bare = word.replace(/'\p{L}{1,4}$/u, "");
  if (bare === name) return true;
  const stems = [name, ...stemsOf(name)];
  if (lang === "pl") {
    for (const stem of [...stems]) {
      for (const [from, to] of softened) if (from.test(stem)) stems.push(stem.replace(from, to));
    }
  }
  return stems.some((stem) => bare.startsWith(stem) && givenEndings.has(bare.slice(stem.length)));
}
