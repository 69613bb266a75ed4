import { basename, join } from "node:path";
import {
  type Dataset,
  datasetInfoSchema,
  datasetSchema,
  schemaVersion,
} from "../../../src/core/dataset/schema.ts";
import { assembleRecords, DataProblemsError } from "../build-dataset.ts";
import { checkRecords } from "../check-records.ts";
import type { Problem } from "../problem.ts";
import { type DataRecord, type ReadResult, readRecords } from "../read-records.ts";
import { isFolderKind } from "../record-kinds.ts";
import { createRecordSet } from "../record-set.ts";
import { rules } from "../rules/rules.ts";

/** Rules about the form of files, and about what only the repository's own folder has. */
const packRules = rules.filter(
  ({ name }) => !["format", "readme", "editor-schemas", "ids", "keys", "counts"].includes(name),
);

/** What a pack is called where its folder has no `dataset.yml` that says it. */
export interface PackInfo {
  title?: string;
  version?: string;
  /** Today, YYYY-MM-DD. */
  date: string;
}

/**
 * The dataset of somebody's own records, checked together with those of the data folder, to which they may refer.
 *
 * @throws DataProblemsError whose problems name files of the pack.
 */
export function buildPack(dataFolder: string, packFolder: string, named: PackInfo): Dataset {
  const own = readOwn(packFolder);
  const { records: base } = readRecords(dataFolder);
  const records = [...base, ...own.records];
  const files = new Set([...own.records, ...own.problems].map(({ file }) => file));
  const set = createRecordSet(dataFolder, records);
  const problems = [
    ...checkRecords(dataFolder, { records, problems: own.problems }, packRules).filter(({ file }) =>
      files.has(file),
    ),
    ...own.records.filter(({ id }) => set.follow(id)[0] !== id).map(takenByRedirect),
  ];
  if (!own.records.some(({ kind }) => isFolderKind(kind))) {
    const todo = "put each into its folder, as in data/: vendors/ID.yml, measures/ID.yml …";
    problems.push(folderProblem(packFolder, "there are no records here", todo));
  }
  if (problems.length > 0) throw new DataProblemsError(problems);
  const mine = new Set(own.records);
  return datasetSchema.parse({
    info: infoOf(own.records, packFolder, named),
    ...assembleRecords(set, (record) => mine.has(record)),
    newsSites: [],
    containers: [],
    titles: [],
    givenNames: [],
    redirects: {},
  });
}

/** The pack's records, under paths that tell them from the data folder's. */
function readOwn(packFolder: string): ReadResult {
  const { records, problems } = readRecords(packFolder, false);
  const belongs = ({ kind }: DataRecord) => isFolderKind(kind) || kind === "dataset-info";
  const todo = "leave it out: vocabulary, news sites, redirects and keys are the dataset's";
  const strangers = records
    .filter((record) => !belongs(record))
    .map(({ file }) => folderProblem(file, "a pack holds records only, and this file is none", todo));
  const placed = <Item extends { file: string }>(item: Item): Item => ({
    ...item,
    file: join(packFolder, item.file),
  });
  return {
    records: records.filter(belongs).map(placed),
    problems: [...problems, ...strangers].map(placed),
  };
}

function folderProblem(file: string, what: string, todo: string): Problem {
  return { file, line: 1, column: 1, rule: "folder", what, todo };
}

function takenByRedirect({ file, id, locate }: DataRecord): Problem {
  return {
    file,
    ...locate(["id"]),
    rule: "duplicate-ids",
    what: `the id ${id} was the id of another record, and notes and links still use it`,
    todo: "choose another id",
  };
}

function infoOf(own: DataRecord[], packFolder: string, { title, version, date }: PackInfo): Dataset["info"] {
  const written = own.find(({ kind }) => kind === "dataset-info")?.value;
  const [year, month] = date.split("-").map(Number);
  const usual: Dataset["info"] = {
    version: `${year}.${month}.0`,
    date,
    schema: schemaVersion,
    title: basename(packFolder),
    licence: "LicenseRef-private",
  };
  const given = { ...(title !== undefined && { title }), ...(version !== undefined && { version }) };
  return { ...(written === undefined ? usual : datasetInfoSchema.strip().parse(written)), ...given };
}
