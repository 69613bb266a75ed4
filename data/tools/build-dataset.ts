import {
  type Dataset,
  datasetInfoSchema,
  datasetSchema,
  type Entity,
  entityKinds,
  type Measure,
  type SharedContext,
} from "../../src/core/dataset/schema.ts";
import { buildIndex } from "../../src/core/matching/build-index.ts";
import { checkRecords } from "./check-records.ts";
import { expandContext, expandSpellings } from "./expand-spellings.ts";
import type { Problem } from "./problem.ts";
import { type DataRecord, readRecords } from "./read-records.ts";
import { type FolderKind, isFolderKind, schemaOf, singleSchemas } from "./record-kinds.ts";
import { createRecordSet, type RecordSet } from "./record-set.ts";
import { referenceFields } from "./rules/references.ts";
import { rules } from "./rules/rules.ts";
import { replaceTexts } from "./select-values.ts";

/** The data folder has problems; `problems` says which. */
export class DataProblemsError extends Error {
  override name = "DataProblemsError";
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(`the data has ${problems.length} problem(s)`);
    this.problems = problems;
  }
}

/** What files look like, and what a person reads about them, says nothing of what they hold. */
const contentRules = rules.filter(({ name }) => name !== "format" && name !== "readme");

export interface BuiltDataset {
  /** Facts. */
  dataset: Dataset;
  /** Spellings, for finding mentions: the bytes that `loadIndex` takes. */
  index: Uint8Array<ArrayBuffer>;
}

/**
 * The dataset that a data folder makes, and its index: defaults filled in, references led through redirects, records
 * sorted by kind and id, so that the same files always give the same dataset.
 *
 * @throws DataProblemsError when `check` finds anything but a question of form.
 */
export function buildDataset(dataFolder: string): BuiltDataset {
  const read = readRecords(dataFolder);
  const problems = checkRecords(dataFolder, read, contentRules);
  if (problems.length > 0) throw new DataProblemsError(problems);
  const dataset = assemble(createRecordSet(dataFolder, read.records));
  return { dataset, index: buildIndex(dataset) };
}

/** What makes a record unusable; all else is no concern of a draft, and takes longer to look at than to read the files. */
const spoilingRules = rules.filter((rule) => rule.spoilsDrafts);
const spoiling = new Set(["folder", "parse", ...spoilingRules.map((rule) => rule.name)]);

export interface Draft {
  dataset: Dataset;
  /** Files that were left out because they, or a record that they name, cannot be used. */
  leftOut: string[];
}

/**
 * The dataset of the files that can be used as they are, for looking at unfinished work; never for a release.
 *
 * @throws DataProblemsError when not even `dataset.yml` is usable.
 */
export function draftDataset(dataFolder: string): Draft {
  const read = readRecords(dataFolder);
  const problems = checkRecords(dataFolder, read, spoilingRules);
  const leftOut = new Set<string>();
  let records = read.records;
  for (let wrong = problems; ; ) {
    const files = new Set(wrong.filter((problem) => spoiling.has(problem.rule)).map(({ file }) => file));
    const bad = records.filter((record) => files.has(record.file));
    if (bad.length === 0) break;
    for (const record of bad) leftOut.add(record.file);
    records = records.filter((record) => !files.has(record.file));
    // What named a record that is gone dangles now, and is left out in the next round.
    wrong = checkRecords(dataFolder, { records, problems: [] }, spoilingRules);
  }
  if (!records.some((record) => record.kind === "dataset-info")) throw new DataProblemsError(problems);
  return { dataset: assemble(createRecordSet(dataFolder, records)), leftOut: [...leftOut].sort() };
}

/**
 * The dataset of records that were checked before.
 *
 * @throws ZodError if the checks let something pass that the dataset's own schema refuses.
 */
export function assemble(records: RecordSet): Dataset {
  const list = <K extends keyof typeof singleSchemas>(kind: K) => readList(records, kind);
  return datasetSchema.parse({
    info: datasetInfoSchema.strip().parse(records.ofKind("dataset-info")[0]?.value),
    ...assembleRecords(records),
    newsSites: sortedBy(list("news-sites") as Dataset["newsSites"], (site) => site.domain),
    containers: sortedBy(list("containers") as Dataset["containers"], (container) => container.text),
    titles: sortedBy(list("titles") as Dataset["titles"], (titles) => titles.lang),
    givenNames: sortedBy(list("given-names") as Dataset["givenNames"], (names) => names.lang),
    redirects: flatRedirects(records),
  });
}

/**
 * Entities and measures as a dataset has them.
 *
 * @param among those to take; the others only serve as what is referred to.
 */
export function assembleRecords(
  records: RecordSet,
  among: (record: DataRecord) => boolean = () => true,
): Pick<Dataset, "entities" | "measures"> {
  const shared = readList(records, "contexts") as SharedContext[];
  const contexts = new Map(shared.map((context) => [context.id, context]));
  const expand = <E extends Entity>(entity: E): E => {
    const spellings = expandSpellings(entity.spellings, contexts);
    if (entity.kind !== "official" || !entity.surname.when) return { ...entity, spellings };
    const when = expandContext(entity.surname.when, contexts);
    return { ...entity, spellings, surname: { ...entity.surname, when } };
  };
  const entities = entityKinds.flatMap((kind) =>
    inOrder(records.ofKind(kind).filter(among)).map((record) =>
      expand({ ...(parseRecord(records, record) as object), kind } as Entity),
    ),
  );
  const measures = inOrder(records.ofKind("measure").filter(among)).map(
    (record) => parseRecord(records, record) as Measure,
  );
  return { entities, measures };
}

function readList(records: RecordSet, kind: keyof typeof singleSchemas): unknown[] {
  return records.ofKind(kind).flatMap((record) => singleSchemas[kind].parse(record.value) as unknown[]);
}

function parseRecord(records: RecordSet, record: DataRecord): unknown {
  const fields = referenceFields.filter(({ on }) => on.some((kind: FolderKind) => kind === record.kind));
  const value = structuredClone(record.value);
  for (const { pattern } of fields) replaceTexts(value, pattern, (id) => records.follow(id)[0] ?? id);
  return schemaOf(record.kind).parse(value);
}

/** Chains are followed here once, so that nobody has to do it when reading. */
function flatRedirects(records: RecordSet): Record<string, string[]> {
  const old = records.ofKind("redirects").flatMap((record) => Object.keys(Object(record.value)));
  return Object.fromEntries(old.sort().map((id) => [id, records.follow(id)]));
}

function inOrder(records: DataRecord[]): DataRecord[] {
  return sortedBy(
    records.filter((record) => isFolderKind(record.kind)),
    (record) => record.id,
  );
}

/** By code units, not by locale: the order must not depend on the machine. */
function sortedBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
