/**
 * The built file `index.bin`: every spelling, ready to be searched. Loading it means laying typed arrays over its bytes; what an
 * entry needs beyond the search is read when the entry is first met.
 *
 * Layout: 32-bit words, little-endian. Word 0 is the magic number, 1 the format, 2 a checksum, then the number of entries,
 * entities, lists and nodes, then offset and length (in bytes) of each section in the order of `sections`, each aligned to
 * 4 bytes.
 *
 * The search. Keys (folded spellings) are held in a double-array trie of one word a node: from node `s`, unit `u` leads to
 * `t = base(s) + code(u)` if `t` says that it was reached by that code; as no two nodes share a base, it is then a child of
 * `s`. Codes number the units that occur, the frequent ones first, so that the array is dense; code 0 ends a key. As soon
 * as only one key is left its rest is not spelled out in nodes but kept as a tail, which is compared; such a leaf names
 * its list instead of a base. One load a step, in an array that stays in the cache.
 *
 *   keys   "zte" "huawei" "huawei uk"
 *   nodes  root ─z→ leaf, tail "te"      root ─h→ · ─u→ … ─i→ ·  ─0→ leaf, tail ""
 *                                                               ─" "→ leaf, tail "uk"
 *
 * A list is the run of entries with one key: entries are sorted by key, so list `l` holds those from `listStart(l)` to
 * `listStart(l + 1)`. Before the trie is entered at all, the first units of a word, and then those behind them, are
 * looked up in two bitmaps (`word-window.ts`), made of the lists' places when a language is first met: most words stop there.
 *
 * Limits: 65,535 entries and entities, 255 entries in 16 neighbouring lists, 255 sets of languages, 4,095 characters, 262,143 nodes.
 * History: format 1 was JSON, turned into a map of first words at each start (25 ms for 8,600 spellings). The first draft of
 * format 2 had arrays for base and check and a row of JSON an entry: 3.5 MB where this has less than 2. Format 3 looks at five
 * units of a word instead of four. Format 4 gives a place in a window three bytes instead of four.
 * Format 5 keeps in their spare bits what stands behind the first word of a key. Format 6 has the words of contexts in lines.
 * Format 7 names a country by its place. Format 8 says once what many lists or entries share: tails, and traits.
 * Format 9 has the codes of tails, mostly in one byte, instead of their units, and lets tails share their ends,
 * and writes texts and entities in fewer bits. Format 10 does so with the words of contexts, and has the starts of lists in less room.
 */
import type { Day } from "../dataset/dates.ts";
import type { Official } from "../dataset/schema.ts";
import type { SpellingForm } from "./types.ts";

/** "TLIX" */
export const indexMagic = 0x58494c54;
/** Raised whenever a reader of the old file could misread the new one. */
export const indexFormat = 10;

/** In the order of the file. */
export const sections = [
  /** JSON `IndexMeta`. */
  "meta",
  /** Units that occur in keys; the code of a unit is its place here plus 1. Uint16. */
  "units",
  /** Uint32, see `nodeBits`. */
  "nodes",
  /** Of each list, where its key stands in a `WordWindow` (`windowPlaceOfKey`): three bytes each, the lowest first. */
  "listPlace",
  /** Where the entries of each sixteenth list begin. Uint16. */
  "listBase",
  /** How far behind that those of each list begin; one more than lists. Uint8. */
  "listOffset",
  /** Of each list, the place of its tail in `tailStart`: many share one. Uint16. */
  "tailOf",
  /** Uint32: where each tail begins in `tails`. */
  "tailStart",
  /** The codes of each tail's units, as `behindCode` reads them, and a zero. Some begin within longer ones. */
  "tails",
  /** Index of the entity, 65535 for a container. Uint16. */
  "entryEntity",
  /** Place in `traits`. Uint8. */
  "entryTraits",
  /** Role, form, case rule and flags: see `entryBits`. Uint16. */
  "traits",
  /** Place in `meta.languages`, 0 for all. Uint8. */
  "entryLanguages",
  /** How texts and words are coded, see `letter-code.ts`. */
  "textModel",
  /** Texts of the entries, see `front-coding.ts`: where each block of them begins (Uint32), and they themselves. */
  "textStart",
  "texts",
  /** Entries with a context, in order. Uint16. */
  "contextOf",
  /** The place in `contextStart` of each of these. Uint16. */
  "contextAt",
  /** Uint32, one more than contexts. */
  "contextStart",
  /** For each context, field by field: the field's place in `indexedFields`, how many words, the words. Uint16. */
  "contexts",
  /** All words of contexts and all titles, in the order in which they turn up: where each block of them begins (Uint32), and they themselves. */
  "wordStart",
  "words",
  /** Place of each entity's kind in `entityKinds`. Uint8. */
  "entityKind",
  /** The JSON `EntityRow` of each entity and a zero, see `letter-code.ts`: their model, where each begins (Uint32), they themselves. */
  "entityModel",
  "entityStart",
  "entities",
] as const;
export type Section = (typeof sections)[number];

/** Bytes of what `windowPlaceOfKey` says of a key. */
export const placeBytes = 3;

/** Of so many lists the first one's start is kept, and of the others how far behind it they begin. */
export const listsOfBase = 16;
const listShift = Math.log2(listsOfBase);

/** Where the entries of a list begin; those of the last one end where one behind it would begin. */
export function listStart(listBase: Uint16Array, listOffset: Uint8Array, list: number): number {
  return (listBase[list >> listShift] as number) + (listOffset[list] as number);
}

/** A node: the code by which it was reached, then a base or, in a leaf, a list, then two flags. */
export const nodeBits = {
  codeShift: 20,
  valueMask: 0x3ffff,
  /** Names a list, not a base. */
  leaf: 2,
  /** A key ends here: the child by code 0. */
  ends: 1,
  mostCodes: 0xfff,
  mostNodes: 0x3ffff,
} as const;

/** Codes from here on take two bytes in a tail: the first says which 256 of them, from here on. */
export const wideCode = 240;

/** Where a tail goes on behind a code that is not 0, or -1 where it has another one there. */
export function behindCode(tails: Uint8Array, at: number, code: number): number {
  const lead = tails[at] as number;
  if (lead < wideCode) return lead === code && lead !== 0 ? at + 1 : -1;
  return wideCode + ((lead - wideCode) << 8) + (tails[at + 1] as number) === code ? at + 2 : -1;
}

/** Words before the table of sections. */
export const headWords = 7;

export const containerEntity = 0xffff;

/** In a stem's text: between the surname as written and the stem with its capitals. */
export const stemMark = "\u0001";

export const entryRoles = ["spelling", "surname", "container"] as const;
export type EntryRole = (typeof entryRoles)[number];

export const spellingForms = [
  "name",
  "short",
  "abbreviation",
  "adjective",
  "people",
  "inflected",
  "metonym",
  "former",
  "product",
] as const satisfies readonly SpellingForm[];

export const caseRules = ["name", "exact", "any"] as const;
export type CaseRule = (typeof caseRules)[number];

/** `traits`: the role in the lowest 2 bits, the form in the next 4, the case rule in 2, then flags. */
export const entryBits = {
  form: 2,
  caseRule: 6,
  uncertain: 1 << 8,
  /** Has a first or last day. */
  dated: 1 << 9,
  /** May begin with a small letter in a text. */
  small: 1 << 10,
  /** A surname of fewer letters than a window sees: an ending behind it would be seen, too. */
  short: 1 << 11,
} as const;

/** What must or must not stand around a spelling. */
export const indexedFields = [
  "near",
  "notNear",
  "before",
  "notBefore",
  "after",
  "notAfter",
  "article",
] as const;
export type IndexedContext = Partial<Record<(typeof indexedFields)[number], string[]>>;

/** Trailing defaults are left off; `0` stands for one in the middle. */
export type EntityRow = [
  id: string,
  name: string,
  /** Home country, or the one served: its place in the list of entities plus 1, or its id where it is not in that. */
  country?: string | number,
  surname?: SurnameRow,
];

export type SurnameRow = [
  /** As written in the record, the name itself first. */
  text: string[],
  /** Place in `aloneRules`. */
  alone: number,
  /** Places in `words`. */
  titles: number[],
  from?: Day | 0,
  until?: Day | 0,
  /** Place of its context plus 1. */
  context?: number,
  /** First and last day at the head of a government, 0 where not known. */
  leads?: [from: Day | 0, until: Day | 0][],
];

export const aloneRules = [
  "never",
  "after-full-name",
  "safe",
] as const satisfies readonly Official["surname"]["alone"][];

export interface IndexMeta {
  /** Version of the dataset that it was built from. */
  dataset: string;
  /** Sets of languages in which entries count; the first is empty and stands for all. */
  languages: string[][];
  /** All titles before names, folded. */
  titles: string[];
  /** First words of all people's full names, and frequent first names, folded. */
  givenNames: string[];
  /** First and last day of articles in which an entry counts, 0 where there is none; by entry. */
  dates: Record<number, [from: Day | 0, until: Day | 0]>;
}

/** Every so many words are looked at: enough to tell a file that is cut off or of another build, at no cost to speak of. */
const checksumStep = 61;

/** FNV-1a over one word in `checksumStep` from the fourth on, and over their number. */
export function checksum(words: Uint32Array): number {
  let hash = 0x811c9dc5 ^ words.length;
  for (let at = 3; at < words.length; at += at < 64 ? 1 : checksumStep) {
    hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
  }
  return hash >>> 0;
}
