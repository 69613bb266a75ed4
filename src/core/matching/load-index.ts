import type { Day } from "../dataset/dates.ts";
import { DatasetError } from "../dataset/load-dataset.ts";
import type { EntityKind } from "../dataset/schema.ts";
import { type CompiledContext, compileContext } from "./context-words.ts";
import { foldWord, lowerCase, wordEndFrom } from "./fold-text.ts";
import {
  type CaseRule,
  caseRules,
  type IndexedEntity,
  indexFormat,
  spellingForms,
} from "./spelling-index.ts";
import type { SpellingForm } from "./types.ts";

/** Something to look for. `entity` is an index into `Matcher.entities`, -1 for a container. */
export interface Entry {
  role: "spelling" | "surname" | "container";
  text: string;
  key: string;
  cased: string;
  entity: number;
  form: SpellingForm;
  caseRule: CaseRule;
  lang: string[] | null;
  from: Day;
  until: Day;
  when: CompiledContext | null;
  uncertain: boolean;
}

export interface MatcherEntity {
  id: string;
  kind: EntityKind;
  name: string;
  country?: string;
  /** Spellings, surnames excepted, in the order of the data. */
  entries: Entry[];
  surname?: CompiledSurname;
}

export interface CompiledSurname {
  text: string;
  key: string;
  alone: "never" | "after-full-name" | "safe";
  titles: { text: string; cased: string; key: string }[];
  from: Day;
  until: Day;
  when: CompiledContext | null;
  /** First words of the person's full names, folded. */
  given: Set<string>;
}

/**
 * What `findMentions` works on: entries by the first word of their key, the longest first. Built once per
 * start; treat it as opaque and read-only.
 */
export interface Matcher {
  dataset: string;
  entities: MatcherEntity[];
  byFirstWord: Map<string, Entry[]>;
  /** All titles of the dataset, folded to lower case. */
  titles: Set<string>;
}

const firstDay = "0000-01-01";
const lastDay = "9999-12-31";

/**
 * Makes a built index ready for matching.
 * @throws DatasetError when the JSON is not an index of the format that this code reads.
 */
export function loadIndex(json: unknown): Matcher {
  const { dataset, entities, containers, titles } = checkIndex(json);
  const matcher: Matcher = { dataset, entities: [], byFirstWord: new Map(), titles: new Set() };
  try {
    for (const list of Object.values(titles))
      for (const title of list) matcher.titles.add(foldWord(title).key);
    for (const text of containers) {
      addEntry(matcher, {
        ...blankEntry,
        role: "container",
        text,

        ...foldWord(text),
        entity: -1,
      });
    }
    for (const entity of entities) addEntity(matcher, entity);
  } catch (cause) {
    throw new DatasetError("The index of spellings is damaged. Reinstall the extension.", { cause });
  }
  for (const bucket of matcher.byFirstWord.values()) bucket.sort((a, b) => b.key.length - a.key.length);
  return matcher;
}

const blankEntry = {
  form: "name",
  caseRule: "name",
  lang: null,
  from: firstDay,
  until: lastDay,
  when: null,
  uncertain: false,
} as const;

function addEntity(matcher: Matcher, { id, kind, name, country, spellings, surname }: IndexedEntity) {
  const number = matcher.entities.length;
  const entries = spellings.map((row): Entry => {
    const [text, cased, form, caseRule, lang, from, until, when, uncertain] = row;
    const folded = cased || text;
    return {
      role: "spelling",
      text,
      cased: folded,
      key: lowerCase(folded),
      entity: number,
      form: spellingForms[form ?? 0] ?? "name",
      caseRule: caseRules[caseRule ?? 0] ?? "name",
      lang: lang || null,
      from: from || firstDay,
      until: until || lastDay,
      when: when ? compileContext(when) : null,
      uncertain: uncertain === 1,
    };
  });
  const loaded: MatcherEntity = { id, kind, name, entries, ...(country !== undefined && { country }) };
  matcher.entities.push(loaded);
  for (const entry of entries) addEntry(matcher, entry);
  if (!surname) return;
  loaded.surname = {
    text: surname.text[0] ?? "",
    key: foldWord(surname.text[0] ?? "").key,
    alone: surname.alone,
    titles: surname.titles.map((text) => ({ text, ...foldWord(text) })),
    from: surname.from ?? firstDay,
    until: surname.until ?? lastDay,
    when: surname.when ? compileContext(surname.when) : null,
    given: new Set(entries.filter(({ key }) => key.includes(" ")).map(({ key }) => firstWordOf(key))),
  };
  for (const text of surname.text) {
    addEntry(matcher, { ...blankEntry, role: "surname", text, ...foldWord(text), entity: number });
  }
}

/** Without a word to begin with (a spelling of signs alone) there is nothing to look for. */
function addEntry(matcher: Matcher, entry: Entry) {
  const first = firstWordOf(entry.key);
  if (first === "") return;
  const bucket = matcher.byFirstWord.get(first);
  if (bucket) bucket.push(entry);
  else matcher.byFirstWord.set(first, [entry]);
}

function firstWordOf(key: string): string {
  return key.slice(0, wordEndFrom(key, 0));
}

function checkIndex(json: unknown) {
  const index = json as {
    format?: unknown;
    dataset?: unknown;
    entities?: unknown;
    containers?: unknown;
    titles?: unknown;
  } | null;
  if (typeof index !== "object" || index === null || typeof index.format !== "number") {
    throw new DatasetError(
      "The index of spellings is not a Telecom Lens index. Build it again, or reinstall.",
    );
  }
  if (index.format !== indexFormat) {
    throw new DatasetError(
      `The index of spellings has format ${index.format}; this version reads ${indexFormat}. Build it again, or update.`,
    );
  }
  const { dataset, entities, containers, titles } = index;
  if (
    typeof dataset !== "string" ||
    !Array.isArray(entities) ||
    !entities.every(isEntity) ||
    !Array.isArray(containers) ||
    !containers.every((text) => typeof text === "string") ||
    typeof titles !== "object" ||
    titles === null
  ) {
    throw new DatasetError(
      "The index of spellings is damaged: parts are missing. Build it again, or reinstall.",
    );
  }
  return {
    dataset,
    entities,
    containers: containers as string[],
    titles: titles as Record<string, string[]>,
  };
}

function isEntity(value: unknown): value is IndexedEntity {
  const entity = value as Partial<IndexedEntity> | null;
  return (
    typeof entity === "object" &&
    entity !== null &&
    typeof entity.id === "string" &&
    typeof entity.kind === "string" &&
    typeof entity.name === "string" &&
    Array.isArray(entity.spellings) &&
    entity.spellings.every((row) => Array.isArray(row) && typeof row[0] === "string")
  );
}
