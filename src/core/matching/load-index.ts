/** Long because what is read from the bytes stands beside the reading of it: types, look-ups, checks. */
import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { Day } from "../dataset/dates.ts";
import { DatasetError } from "../dataset/load-dataset.ts";
import { type EntityKind, entityKinds } from "../dataset/schema.ts";
import { type CompiledContext, compileContext } from "./context-words.ts";
import { lowerCase } from "./fold-character.ts";
import { foldWord } from "./fold-text.ts";
import { TextReader, WordReader } from "./front-coding.ts";
import { BlockReader } from "./letter-code.ts";
import { mainLanguage } from "./main-language.ts";
import {
  aloneRules,
  behindCode,
  type CaseRule,
  caseRules,
  checksum,
  containerEntity,
  type EntityRow,
  type EntryRole,
  entryBits,
  entryRoles,
  headWords,
  type IndexedContext,
  type IndexMeta,
  indexedFields,
  indexFormat,
  indexMagic,
  listStart,
  nodeBits,
  placeBytes,
  type Section,
  type SurnameRow,
  sections,
  spellingForms,
  stemMark,
} from "./spelling-index.ts";
import { inflecting, stemEndings } from "./stem-forms.ts";
import { peopleSuffixesOf, suffixesOf } from "./suffixes.ts";
import { collectTitles, endsOfTitles, type FoldedTitle, foldTitle, type Titles } from "./titles-before.ts";
import type { SpellingForm } from "./types.ts";
import { fromUtf8 } from "./utf8.ts";
import { wordEndFrom } from "./word-borders.ts";
import { addEndings, addToWindow, createWindow, type WordWindow } from "./word-window.ts";

/**
 * Something to look for. `entity` is a number for `Matcher.entity`, -1 for a container. What every hit is asked stands first, so
 * that it lies together.
 */
export interface Entry {
  role: EntryRole;
  text: string;
  entity: number;
  when: CompiledContext | null;
  /** Counts with an ending only. */
  isStem: boolean;
  /** Counts from a day on, or up to one. */
  isDated: boolean;
  form: SpellingForm;
  /** Of its entity; `undefined` for a container. */
  kind: EntityKind | undefined;
  isFirm: boolean;
  /** Two words or more; Chinese and Japanese names are one run of characters. */
  isFullName: boolean;
  key: string;
  cased: string;
  caseRule: CaseRule;
  uncertain: boolean;
  lang: readonly string[] | null;
  from: Day;
  until: Day;
}

export interface MatcherEntity {
  id: string;
  kind: EntityKind;
  name: string;
  country: string | undefined;
  surname: CompiledSurname | undefined;
}

export interface CompiledSurname {
  text: string;
  key: string;
  alone: "never" | "after-full-name" | "safe";
  titles: FoldedTitle[];
  /** `endsOfTitles` of them. */
  titleEnds: number;
  from: Day;
  until: Day;
  when: CompiledContext | null;
  /** First words of the person's full names, folded. */
  given: Set<string>;
  /** Full names begin with it: Wang Yi. */
  standsFirst: boolean;
  /** When the person leads or led a government. */
  leads: { from: Day; until: Day }[];
}

/** The arrays that the scan walks; `spelling-index.ts` says what they hold. */
export interface SearchArrays {
  /** Code of every UTF-16 unit, 0 for those in no key. */
  codes: Uint16Array;
  nodes: Uint32Array;
  listBase: Uint16Array;
  listOffset: Uint8Array;
  tailOf: Uint16Array;
  tailStart: Uint32Array;
  tails: Uint8Array;
  entryLanguages: Uint8Array;
}

/** What `findMentions` works on. Made once per start; treat it as opaque and read-only. */
export interface Matcher {
  dataset: string;
  /** Bytes of the index. */
  size: number;
  entryCount: number;
  entityCount: number;
  search: SearchArrays;
  titles: Titles;
  /** First words of all people's full names, and frequent first names, folded. */
  givenNames: ReadonlySet<string>;
  entry(number: number): Entry;
  entity(number: number): MatcherEntity | undefined;
  /** Spellings of an entity, surnames excepted, sorted. */
  entriesOf(entity: number): readonly Entry[];
  /** Entries with exactly this key. */
  entriesFor(key: string): Entry[];
  /** What counts in texts of a language. */
  forLanguage(lang: string): LanguageSearch;
}

export interface LanguageSearch {
  /** For each set of languages (`SearchArrays.entryLanguages`), whether it counts: 1 or 0. */
  speaks: Uint8Array;
  window: WordWindow;
  /** Main part of its tag. */
  language: string;
  suffixes: readonly string[];
  /** Those that only inhabitants take. */
  peopleSuffixes: readonly string[];
}

/** Where no first or last day is known. */
export const firstDay: Day = "0000-01-01";
export const lastDay: Day = "9999-12-31";

/**
 * Makes a built index ready for matching. Cheap: entries and entities are read when they are first met.
 * @param bytes aligned to 4, as they come from a file; they are kept and must not change
 * @throws DatasetError when the bytes are not an index of the format that this code reads.
 */
export function loadIndex(bytes: Uint8Array<ArrayBuffer>): Matcher {
  const { meta, search, parts, counts } = openIndex(bytes);
  // At full length from the start: arrays with holes are slow.
  const entries = new Array<Entry | undefined>(counts.entries).fill(undefined);
  const entities = new Array<MatcherEntity | undefined>(counts.entities).fill(undefined);
  const languages = new Map<string, LanguageSearch>();
  // All blocks of an article ask for the same.
  let lastLang = "";
  let lastSearch: LanguageSearch | null = null;
  const spellings = new Map<number, Entry[]>();
  const contexts: (CompiledContext | undefined)[] = [];
  const words = once(
    () => new WordReader({ model: parts.textModel, start: parts.wordStart, bytes: parts.words }),
  );
  const texts = once(
    () => new TextReader({ model: parts.textModel, start: parts.textStart, bytes: parts.texts }),
  );
  const rows = once(() => new BlockReader(parts.entityModel, parts.entities));
  const titles = once(() => collectTitles(meta.titles));
  const givenNames = once(() => new Set(meta.givenNames));
  const contextAt = (place: number) => {
    contexts[place] ??= compileContext(readContext(parts, place, words()));
    return contexts[place];
  };
  const readEntry = (number: number): Entry => {
    const traits = traitsOf(parts, number);
    const entity = parts.entryEntity[number] ?? containerEntity;
    const lang = meta.languages[parts.entryLanguages[number] ?? 0] ?? [];
    const [text = "", stem] = texts().at(number).split(stemMark);
    const cased = stem ?? foldWord(text).cased;
    const [from, until] = traits & entryBits.dated ? (meta.dates[number] ?? []) : [];
    const context = placeIn(parts.contextOf, number);
    const key = lowerCase(cased);
    const kind = entity === containerEntity ? undefined : entityKinds[parts.entityKind[entity] ?? 0];
    return {
      role: entryRoles[traits & 3] ?? "spelling",
      text,
      entity: entity === containerEntity ? -1 : entity,
      when: context >= 0 ? contextAt(parts.contextAt[context] ?? 0) : null,
      isStem: stem !== undefined,
      isDated: (traits & entryBits.dated) !== 0,
      form: spellingForms[(traits >> entryBits.form) & 15] ?? "name",
      kind,
      isFirm: isCompanyKind(kind),
      isFullName: /[^\p{L}]/u.test(key) || /\p{scx=Han}{2,}/u.test(key),
      key,
      cased,
      caseRule: caseRules[(traits >> entryBits.caseRule) & 3] ?? "name",
      uncertain: (traits & entryBits.uncertain) !== 0,
      lang: lang.length > 0 ? lang : null,
      from: from || firstDay,
      until: until || lastDay,
    };
  };
  const readEntity = (number: number): MatcherEntity => {
    rows().open(parts.entityStart[number] ?? 0);
    const [id, name, country, surname] = JSON.parse(fromUtf8(rows().upToZero())) as EntityRow;
    return {
      id,
      kind: entityKinds[parts.entityKind[number] ?? 0] ?? "company",
      name,
      country: (typeof country === "number" ? matcher.entity(country - 1)?.id : country) || undefined,
      surname: surname && compileSurname(surname, matcher.entriesOf(number), words, contextAt),
    };
  };
  const matcher: Matcher = {
    dataset: meta.dataset,
    size: bytes.byteLength,
    entryCount: counts.entries,
    entityCount: counts.entities,
    search,
    get titles() {
      return titles();
    },
    get givenNames() {
      return givenNames();
    },
    entry(number) {
      entries[number] ??= readEntry(number);
      return entries[number];
    },
    entity(number) {
      if (number < 0 || number >= counts.entities) return undefined;
      entities[number] ??= readEntity(number);
      return entities[number];
    },
    entriesOf(entity) {
      let own = spellings.get(entity);
      if (own) return own;
      own = [];
      const { entryEntity } = parts;
      for (let at = entryEntity.indexOf(entity); at >= 0; at = entryEntity.indexOf(entity, at + 1)) {
        if ((traitsOf(parts, at) & 3) === 0) own.push(matcher.entry(at));
      }
      spellings.set(entity, own);
      return own;
    },
    entriesFor(key) {
      const list = findList(search, key);
      const found: Entry[] = [];
      if (list < 0) return found;
      const { listBase, listOffset } = search;
      const end = listStart(listBase, listOffset, list + 1);
      for (let at = listStart(listBase, listOffset, list); at < end; at++) found.push(matcher.entry(at));
      return found;
    },
    forLanguage(lang) {
      if (lang === lastLang && lastSearch) return lastSearch;
      let known = languages.get(lang);
      if (!known) {
        const speaks = Uint8Array.from(meta.languages, (set) =>
          set.length === 0 || set.some((wanted) => reaches(lang, wanted)) ? 1 : 0,
        );
        const language = mainLanguage(lang);
        const window = windowFor(search, parts, speaks, language);
        const suffixes = suffixesOf(language);
        known = { speaks, window, language, suffixes, peopleSuffixes: peopleSuffixesOf(language) };
        languages.set(lang, known);
      }
      lastLang = lang;
      lastSearch = known;
      return known;
    },
  };
  return matcher;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Place of a number in a sorted list, or -1. */
function placeIn(list: Uint16Array, number: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] as number;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function readContext({ contextStart, contexts }: Parts, place: number, words: WordReader): IndexedContext {
  const context: IndexedContext = {};
  const end = contextStart[place + 1] ?? 0;
  for (let at = contextStart[place] ?? 0; at < end; ) {
    const field = indexedFields[contexts[at] ?? 0] ?? "near";
    const length = contexts[at + 1] ?? 0;
    context[field] = Array.from(contexts.subarray(at + 2, at + 2 + length), (word) => words.at(word));
    at += 2 + length;
  }
  return context;
}

type Parts = Record<"contextStart" | "textStart" | "wordStart" | "entityStart", Uint32Array> &
  Record<
    | "listPlace"
    | "textModel"
    | "texts"
    | "words"
    | "entityKind"
    | "entityModel"
    | "entities"
    | "entryLanguages"
    | "entryTraits",
    Uint8Array
  > &
  Record<"entryEntity" | "traits" | "contextOf" | "contextAt" | "contexts", Uint16Array>;

function openIndex(bytes: Uint8Array<ArrayBuffer>) {
  const isIndex = bytes.byteLength >= headWords * 4 && bytes.byteLength % 4 === 0;
  const words = isIndex
    ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
    : new Uint32Array(0);
  if (words[0] !== indexMagic) {
    throw new DatasetError(
      "The index of spellings is not a Telecom Lens index.",
      "Reinstall the extension, or build the dataset again.",
    );
  }
  if (words[1] !== indexFormat) {
    throw new DatasetError(
      `The index of spellings has format ${words[1]}; this version reads ${indexFormat}.`,
      "Reinstall or update the extension, or build the dataset again.",
    );
  }
  if (words[2] !== checksum(words)) {
    throw new DatasetError(
      "The index of spellings is damaged: its checksum is wrong.",
      "Reinstall the extension, or build the dataset again.",
    );
  }
  const place = (name: Section): [offset: number, length: number] => {
    const at = headWords + 2 * sections.indexOf(name);
    return [bytes.byteOffset + (words[at] ?? 0), words[at + 1] ?? 0];
  };
  const of8 = (name: Section) => new Uint8Array(bytes.buffer, ...place(name));
  const of16 = (name: Section) => {
    const [offset, length] = place(name);
    return new Uint16Array(bytes.buffer, offset, length / 2);
  };
  const of32 = (name: Section) => {
    const [offset, length] = place(name);
    return new Uint32Array(bytes.buffer, offset, length / 4);
  };
  try {
    const search: SearchArrays = {
      codes: codesOf(of16("units")),
      nodes: of32("nodes"),
      listBase: of16("listBase"),
      listOffset: of8("listOffset"),
      tailOf: of16("tailOf"),
      tailStart: of32("tailStart"),
      tails: of8("tails"),
      entryLanguages: of8("entryLanguages"),
    };
    const parts: Parts = {
      listPlace: of8("listPlace"),
      textModel: of8("textModel"),
      textStart: of32("textStart"),
      texts: of8("texts"),
      contextOf: of16("contextOf"),
      contextAt: of16("contextAt"),
      contextStart: of32("contextStart"),
      contexts: of16("contexts"),
      wordStart: of32("wordStart"),
      words: of8("words"),
      entityKind: of8("entityKind"),
      entityModel: of8("entityModel"),
      entityStart: of32("entityStart"),
      entities: of8("entities"),
      entryEntity: of16("entryEntity"),
      entryTraits: of8("entryTraits"),
      traits: of16("traits"),
      entryLanguages: search.entryLanguages,
    };
    const meta = JSON.parse(fromUtf8(of8("meta"))) as IndexMeta;
    return { meta, search, parts, counts: { entries: words[3] ?? 0, entities: words[4] ?? 0 } };
  } catch (cause) {
    throw new DatasetError(
      "The index of spellings is damaged.",
      "Reinstall the extension, or build the dataset again.",
      { cause },
    );
  }
}

function codesOf(units: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at++) codes[units[at] as number] = at + 1;
  return codes;
}

function compileSurname(
  [texts, alone, titles, from, until, context, leads]: SurnameRow,
  entries: readonly Entry[],
  words: () => WordReader,
  contextAt: (place: number) => CompiledContext,
): CompiledSurname {
  const [text = ""] = texts;
  const { key } = foldWord(text);
  const folded = titles.map((title) => foldTitle(words().at(title)));
  return {
    text,
    key,
    standsFirst: entries.some((entry) => entry.key.startsWith(`${key} `)),
    leads: (leads ?? []).map(([first, last]) => ({ from: first || firstDay, until: last || lastDay })),
    alone: aloneRules[alone] ?? "never",
    titles: folded,
    titleEnds: endsOfTitles(folded),
    from: from || firstDay,
    until: until || lastDay,
    when: context ? contextAt(context - 1) : null,
    given: new Set(
      entries
        .filter((entry) => entry.key.includes(" "))
        .map((entry) => entry.key.slice(0, Math.max(1, wordEndFrom(entry.key, 0)))),
    ),
  };
}

/** With which letters the endings of names begin. */
function endingLetters(language: string): Set<string> {
  const isInflecting = (inflecting as readonly string[]).includes(language);
  return new Set(
    [...suffixesOf(language), ...(isInflecting ? stemEndings : [])].map((ending) => ending.charAt(0)),
  );
}

function windowFor(
  { listBase, listOffset, entryLanguages }: SearchArrays,
  parts: Parts,
  speaks: Uint8Array,
  language: string,
): WordWindow {
  const window = createWindow();
  const letters = endingLetters(language);
  const { listPlace } = parts;
  for (let list = 0, at = 0; at < listPlace.length; list++, at += placeBytes) {
    let traits = 0;
    const end = listStart(listBase, listOffset, list + 1);
    for (let entry = listStart(listBase, listOffset, list); entry < end; entry++) {
      if (speaks[entryLanguages[entry] as number] === 1) traits |= spoken | traitsOf(parts, entry);
    }
    if (traits === 0) continue;
    const place =
      (listPlace[at] as number) |
      ((listPlace[at + 1] as number) << 8) |
      ((listPlace[at + 2] as number) << 16);
    const small = (traits & entryBits.small) !== 0;
    addToWindow(window, place, small);
    if (traits & entryBits.short) addEndings(window, place, small, letters);
  }
  return window;
}

/** See `entryBits`. */
function traitsOf({ entryTraits, traits }: Parts, entry: number): number {
  return traits[entryTraits[entry] as number] as number;
}

/** Above all traits. */
const spoken = 1 << 16;

/** The list of entries whose key this is, or -1. */
function findList({ codes, nodes, tailOf, tailStart, tails }: SearchArrays, key: string): number {
  const { codeShift, valueMask, leaf } = nodeBits;
  let word = nodes[0] as number;
  for (let at = 0; at <= key.length; at++) {
    const code = at < key.length ? (codes[key.charCodeAt(at)] as number) : 0;
    if (at < key.length ? code === 0 : (word & nodeBits.ends) === 0) return -1;
    word = nodes[((word >>> 2) & valueMask) + code] ?? 0;
    if (word >>> codeShift !== code || word === 0) return -1;
    if ((word & leaf) === 0) continue;
    const list = (word >>> 2) & valueMask;
    let tail = tailStart[tailOf[list] as number] as number;
    for (let unit = at + (code === 0 ? 0 : 1); unit < key.length && tail >= 0; unit++)
      tail = behindCode(tails, tail, codes[key.charCodeAt(unit)] as number);
    return tail >= 0 && tails[tail] === 0 ? list : -1;
  }
  return -1;
}

/**
 * zh reaches zh-Hans and zh-Hant; zh-Hans does not reach zh-Hant. A region (en-GB) says nothing here. Serbian is read as
 * Latin in either script, and what it is called (me, cnr, sh) makes no difference.
 */
function reaches(text: string, spelling: string): boolean {
  const [language, script] = partsOf(text);
  const [wanted, wantedScript] = partsOf(spelling);
  if (/^(sr|sh|me|cnr)$/.test(language)) return wanted === "sr";
  return language === wanted && (!script || !wantedScript || script === wantedScript);
}

function partsOf(tag: string): [language: string, script: string | undefined] {
  const [language = "", ...rest] = tag.toLowerCase().split(/[-_]/);
  return [language, rest.find((part) => part.length === 4)];
}
