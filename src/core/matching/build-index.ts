/** Long because it is the whole way from a dataset to the bytes of its index, a step after the other. */
import { daysOf } from "../dataset/dates.ts";
import {
  type Dataset,
  type Entity,
  entityKinds,
  type Official,
  type Spelling,
  type SpellingContext,
} from "../dataset/schema.ts";
import { wordsOf } from "../dataset/word-list.ts";
import { buildDoubleArray } from "./double-array.ts";
import { lowerCase } from "./fold-character.ts";
import { foldWord } from "./fold-text.ts";
import { codeTexts } from "./front-coding.ts";
import { codeBlocks } from "./letter-code.ts";
import { mainLanguage } from "./main-language.ts";
import { isSerbian, toLatin } from "./serbian-cyrillic.ts";
import {
  aloneRules,
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
  listsOfBase,
  placeBytes,
  type Section,
  type SurnameRow,
  sections,
  spellingForms,
  stemMark,
} from "./spelling-index.ts";
import { inflecting, stemsOf } from "./stem-forms.ts";
import { shortestStem, shortestSurname } from "./suffixes.ts";
import { toUtf8 } from "./utf8.ts";
import { wordEndFrom } from "./word-borders.ts";
import { lettersSeen, windowPlaceOfKey } from "./word-window.ts";

interface DraftEntry {
  key: string;
  role: EntryRole;
  entity: number;
  lang: string[];
  traits: number;
  /** With what it is cased like, where that cannot be told from it (`stemMark`). */
  text: string;
  /** Place of its context, or -1. */
  context: number;
  dates: [from: string | 0, until: string | 0];
}

/** The index of all spellings of a dataset, in the form of `spelling-index.ts`; equal bytes for equal data. */
export function buildIndex(dataset: Dataset): Uint8Array<ArrayBuffer> {
  const words = createRegister();
  const contexts = createContexts();
  const entries = [
    ...dataset.containers.map(({ text }) => draftEntry(text, "container", containerEntity)),
    ...dataset.entities.flatMap((entity, number) => draftEntries(entity, number, contexts)),
    // Without a word to begin with (a spelling of signs alone) there is nothing to look for.
  ].filter(({ key }) => wordEndFrom(key, 0) > 0);
  const order = [...entries.keys()].sort(
    (a, b) =>
      compare(entries[a]?.key, entries[b]?.key) || compare(entries[a]?.text, entries[b]?.text) || a - b,
  );
  const sorted = order.flatMap((place) => entries[place] ?? []);
  const keys = [...new Set(sorted.map(({ key }) => key))];
  const { units, nodes, tailOf, tailStart, tails } = buildDoubleArray(keys);
  const languages = createRegister();
  languages.placeOf("");
  const entryLanguages = Uint8Array.from(sorted, ({ lang }) => languages.placeOf([...lang].sort().join(" ")));
  const traits = [...new Set(sorted.map(({ traits }) => traits))].sort((a, b) => a - b);
  const titles = new Set(
    dataset.titles.flatMap(({ titles }) => withLatin(titles).map((title) => foldWord(title).key)),
  );
  const places = new Map(dataset.entities.map(({ id }, place) => [id, place + 1]));
  const entities = dataset.entities.map((entity) => indexEntity(entity, places, words, contexts));
  if (
    languages.list.length > 255 ||
    traits.length > 255 ||
    dataset.entities.length >= containerEntity ||
    sorted.length >= 0xffff
  ) {
    throw new RangeError(
      "The index of spellings cannot number so many spellings, entities, or sets of languages or traits.",
    );
  }
  const meta: IndexMeta = {
    dataset: dataset.info.version,
    languages: languages.list.map((name) => name.split(" ").filter(Boolean)),
    titles: [...titles],
    givenNames: givenNames(dataset),
    dates: Object.fromEntries(
      [...sorted.entries()]
        .filter(([, { dates }]) => dates[0] || dates[1])
        .map(([place, { dates }]) => [place, dates]),
    ),
  };
  const withContext = [...sorted.entries()].filter(([, { context }]) => context >= 0);
  const rows = codeBlocks(entities.map((row) => toUtf8(`${JSON.stringify(row)}\0`)));
  const packed = contexts.list.map((context) => packContext(context, words));
  const {
    model: textModel,
    texts,
    words: codedWords,
  } = codeTexts(
    sorted.map(({ text }) => text),
    words.list,
  );
  return pack(
    {
      meta: toUtf8(JSON.stringify(meta)),
      units,
      nodes,
      listPlace: packPlaces(keys),
      ...packStarts(listStarts(sorted, keys.length)),
      tailOf,
      tailStart,
      tails,
      entryEntity: Uint16Array.from(sorted, ({ entity }) => entity),
      entryTraits: Uint8Array.from(sorted, (entry) => traits.indexOf(entry.traits)),
      traits: Uint16Array.from(traits),
      entryLanguages,
      textModel,
      textStart: texts.start,
      texts: texts.bytes,
      contextOf: Uint16Array.from(withContext, ([place]) => place),
      contextAt: Uint16Array.from(withContext, ([, { context }]) => context),
      contextStart: starts(packed.map(({ length }) => length)),
      contexts: Uint16Array.from(packed.flat()),
      wordStart: codedWords.start,
      words: codedWords.bytes,
      entityKind: Uint8Array.from(dataset.entities, ({ kind }) => entityKinds.indexOf(kind)),
      entityModel: rows.model,
      entityStart: rows.start,
      entities: rows.bytes,
    },
    [sorted.length, dataset.entities.length, keys.length, nodes.length],
  );
}

/** Numbers things in the order in which they turn up. */
interface Register {
  list: string[];
  placeOf(name: string): number;
}

function createRegister(): Register {
  const places = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    placeOf(name) {
      let place = places.get(name);
      if (place === undefined) {
        place = list.push(name) - 1;
        places.set(name, place);
      }
      return place;
    },
  };
}

function packPlaces(keys: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(keys.length * placeBytes);
  for (const [list, key] of keys.entries()) {
    const place = windowPlaceOfKey(key);
    for (let byte = 0; byte < placeBytes; byte++) bytes[list * placeBytes + byte] = place >>> (8 * byte);
  }
  return bytes;
}

function packContext(context: IndexedContext, words: Register): number[] {
  return indexedFields.flatMap((field, place) => {
    const list = context[field];
    return list ? [place, list.length, ...list.map((word) => words.placeOf(word))] : [];
  });
}

/** Contexts that many entries share are kept once. */
interface Contexts {
  list: IndexedContext[];
  placeOf(when: SpellingContext): number;
}

function createContexts(): Contexts {
  const texts = createRegister();
  const list: IndexedContext[] = [];
  return {
    list,
    placeOf(when) {
      const context = asIndexed(when);
      const place = texts.placeOf(JSON.stringify(context));
      list[place] ??= context;
      return place;
    },
  };
}

function asIndexed(when: SpellingContext): IndexedContext {
  return Object.fromEntries(
    indexedFields.filter((field) => when[field]).map((field) => [field, wordsOf(when[field])]),
  );
}

/** The first words of officials' full names, and frequent first names. */
function givenNames({ entities, givenNames }: Dataset): string[] {
  const frequent = givenNames.flatMap(({ names }) => withLatin(names));
  const names = new Set(frequent.map((name) => foldWord(name).key));
  for (const entity of entities) {
    if (entity.kind !== "official") continue;
    for (const { text } of entity.spellings) {
      const { key } = foldWord(text);
      if (key.includes(" ")) names.add(key.slice(0, wordEndFrom(key, 0)));
    }
  }
  return [...names].filter((name) => name.length > 1).sort(compare);
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param places of the entities in their list plus 1, by id. */
function indexEntity(
  entity: Entity,
  places: ReadonlyMap<string, number>,
  words: Register,
  contexts: Contexts,
): EntityRow {
  const country = "country" in entity && entity.country ? entity.country : 0;
  const row: EntityRow = [entity.id, entity.name, country && (places.get(country) ?? country)];
  if (entity.kind === "official") row.push(indexSurname(entity, words, contexts));
  return withoutTail(row);
}

/** Without the defaults at its end. */
function withoutTail<Row extends unknown[]>(row: Row): Row {
  while (row.length > 1 && row.at(-1) === 0) row.pop();
  return row;
}

function draftEntries(entity: Entity, number: number, contexts: Contexts): DraftEntry[] {
  const spellings = withoutHyphenTails(entity.spellings).flatMap((spelling) =>
    inBothScripts(spelling).flatMap((one) =>
      [one.text, ...variantsOf(one.text)].map((text) => draftEntry(text, "spelling", number, one, contexts)),
    ),
  );
  if (entity.kind === "country") return [...spellings, ...stemsOfPeople(entity.spellings, number, contexts)];
  if (entity.kind !== "official") return spellings;
  const surnames = entity.surname.text.flatMap((text) =>
    inBothScripts<Partial<Spelling> & { text: string }>({ text }),
  );
  return [
    ...spellings,
    ...surnames.flatMap((one) => [draftEntry(one.text, "surname", number, one), ...draftStems(one, number)]),
  ];
}

/** Inhabitants whose last vowel goes when they are inflected: Austrijanka → Austrijanku, Japanac → Japanca. */
function stemsOfPeople(spellings: readonly Spelling[], number: number, contexts: Contexts): DraftEntry[] {
  const stems = spellings
    .filter(({ form }) => form === "people")
    .flatMap((one) => {
      const lang = one.lang?.filter(inflects) ?? [];
      return lang.length > 0 ? draftStems({ ...one, lang }, number, "spelling", contexts) : [];
    })
    .filter(({ key }) => key.length >= shortestStem);
  // A nominative and a genitive may have one stem.
  return [...new Map(stems.map((stem) => [`${stem.key} ${stem.lang} ${stem.context}`, stem])).values()];
}

function inflects(lang: string): boolean {
  return (inflecting as readonly string[]).includes(lang);
}

/** Under what a surname is found that loses its last vowel in inflected forms; see `stem-forms.ts`. */
function draftStems(
  spelling: Partial<Spelling> & { text: string },
  number: number,
  role: EntryRole = "surname",
  contexts?: Contexts,
): DraftEntry[] {
  const { text, lang } = spelling;
  const { cased } = foldWord(text);
  const languages = inflecting.filter((one) => !lang || lang.includes(one));
  if (languages.length === 0) return [];
  return stemsOf(lowerCase(cased))
    .filter(({ length }) => length >= shortestSurname)
    .map((stem) => {
      const casedStem = cased.slice(0, stem.length - 1) + stem.slice(-1);
      const entry = draftEntry(casedStem, role, number, role === "spelling" ? spelling : undefined, contexts);
      return { ...entry, lang: [...languages], text: `${text}${stemMark}${casedStem}` };
    });
}

function draftEntry(
  text: string,
  role: EntryRole,
  entity: number,
  spelling?: Partial<Spelling>,
  contexts?: Contexts,
): DraftEntry {
  const { cased, key } = foldWord(text);
  const { form = "name", case: caseRule = "name", lang = [], from, until, when, uncertain } = spelling ?? {};
  const traits =
    entryRoles.indexOf(role) |
    (spellingForms.indexOf(form) << entryBits.form) |
    (caseRules.indexOf(caseRule) << entryBits.caseRule) |
    (uncertain ? entryBits.uncertain : 0) |
    (from || until ? entryBits.dated : 0) |
    (caseRule === "any" || !/^\p{Lu}/u.test(cased) ? entryBits.small : 0) |
    (role === "surname" && key.length < lettersSeen ? entryBits.short : 0);
  const context = when && contexts ? contexts.placeOf(when) : -1;
  const dates: DraftEntry["dates"] = [from ? daysOf(from).first : 0, until ? daysOf(until).last : 0];
  return { key, role, entity, lang, traits, text, context, dates };
}

/** Offices that lead a government, which is then called by their holder's surname. */
const leading = /^(acting |interim )?(federal )?(prime minister|president|chancellor|premier|taoiseach)\b/i;

function indexSurname(
  { surname, roles, country }: Official,
  words: Register,
  contexts: Contexts,
): SurnameRow {
  const { text, alone, titles, from, until, when } = surname;
  const leads = roles
    .filter((role) => leading.test(role.title) && role.country === country && !role.company)
    .map((role): [string | 0, string | 0] => [
      role.from ? daysOf(role.from).first : 0,
      role.until ? daysOf(role.until).last : 0,
    ]);
  const row: SurnameRow = [
    text,
    aloneRules.indexOf(alone),
    withLatin(titles).map((title) => words.placeOf(title)),
    from ? daysOf(from).first : 0,
    until ? daysOf(until).last : 0,
    when ? contexts.placeOf(when) + 1 : 0,
  ];
  if (leads.length > 0) row.push(leads);
  return withoutTail(row);
}

function withLatin(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => (isCyrillic.test(word) ? [word, toLatin(word).text] : [word])))];
}

const serbian = ["sr", "bs", "hr"];
const isCyrillic = /^[\u0400-\u04ff\s\p{P}]+$/u;

/** A Cyrillic spelling that counts in Serbian texts counts there as it reads in Latin letters, too. */
function inBothScripts<Some extends Partial<Spelling> & { text: string }>(spelling: Some): Some[] {
  const { text, lang, when } = spelling;
  const reaching = lang ? lang.filter((one) => isSerbian(mainLanguage(one))) : serbian;
  if (!isCyrillic.test(text) || reaching.length === 0) return [spelling];
  const inLatin = (words: string[]) => words.map((word) => toLatin(word).text);
  const latin = {
    ...spelling,
    text: toLatin(text).text,
    lang: reaching,
    ...(when && {
      when: Object.fromEntries(Object.entries(asIndexed(when)).map(([key, words]) => [key, inLatin(words)])),
    }),
  };
  return [spelling, latin];
}

/** "SHBA-ja" beside "SHBA": a tail joined by a hyphen stays outside the mention, so the stem is enough. */
function withoutHyphenTails(spellings: Spelling[]): Spelling[] {
  const texts = new Set(spellings.map(({ text }) => text));
  return spellings.filter(({ text }) => {
    const stem = /^(.+)[-'’]\p{Ll}{1,4}$/u.exec(text)?.[1];
    return stem === undefined || !texts.has(stem);
  });
}

/** How letters are written where a keyboard lacks them. Folding alone gives the other custom (Dukanovic). */
const spelledOut: Record<string, string> = {
  đ: "dj",
  Đ: "Dj",
  ä: "ae",
  Ä: "Ae",
  ö: "oe",
  Ö: "Oe",
  ü: "ue",
  Ü: "Ue",
  ø: "oe",
  Ø: "Oe",
  å: "aa",
  Å: "Aa",
};

/** Further ways to write a spelling that follow from rules and need no entry in the data. */
function variantsOf(text: string): string[] {
  const variants = new Set<string>();
  const plain = text.normalize("NFC");
  const letters = plain.replace(/[đĐäÄöÖüÜøØåÅ]/g, (letter) => spelledOut[letter] ?? letter);
  if (letters !== plain) variants.add(letters);
  // U.S. without its last point (the longer form wins where the point is there), and set with spaces.
  if (/^(\p{Lu}\.){2,}$/u.test(plain)) variants.add(plain.slice(0, -1)).add(plain.replace(/\.(?=.)/g, ". "));
  return [...variants];
}

function listStarts(sorted: DraftEntry[], lists: number): Uint16Array {
  const list = new Uint16Array(lists + 1);
  let last: string | undefined;
  let count = 0;
  for (const [place, { key }] of sorted.entries()) {
    if (key !== last) list[count++] = place;
    last = key;
  }
  list[count] = sorted.length;
  return list;
}

function packStarts(list: Uint16Array): { listBase: Uint16Array; listOffset: Uint8Array } {
  const listBase = list.filter((_, place) => place % listsOfBase === 0);
  const offsets = Array.from(
    list,
    (start, place) => start - (listBase[Math.floor(place / listsOfBase)] ?? 0),
  );
  if (offsets.some((offset) => offset > 0xff)) {
    throw new RangeError(
      `The index of spellings cannot hold more than 255 entries in ${listsOfBase} neighbouring lists.`,
    );
  }
  return { listBase, listOffset: Uint8Array.from(offsets) };
}

function starts(lengths: number[]): Uint32Array {
  const list = new Uint32Array(lengths.length + 1);
  for (const [place, length] of lengths.entries()) list[place + 1] = (list[place] ?? 0) + length;
  return list;
}

function pack(parts: Record<Section, ArrayBufferView>, counts: number[]): Uint8Array<ArrayBuffer> {
  const tableEnd = (headWords + 2 * sections.length) * 4;
  const size = sections.reduce((sum, name) => sum + align(parts[name].byteLength), tableEnd);
  const words = new Uint32Array(size / 4);
  const bytes = new Uint8Array(words.buffer);
  words.set([indexMagic, indexFormat, 0, ...counts]);
  let offset = tableEnd;
  for (const [place, name] of sections.entries()) {
    const { buffer, byteOffset, byteLength } = parts[name];
    words.set([offset, byteLength], headWords + 2 * place);
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += align(byteLength);
  }
  words[2] = checksum(words);
  return bytes;
}

function align(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
