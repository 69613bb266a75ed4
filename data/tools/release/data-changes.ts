import { type DatasetDiff, diffDatasets } from "../../../src/core/dataset/diff-datasets.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";

/** What is new in a version, in all that a reader can notice. */
export interface DataChanges {
  diff: DatasetDiff;
  /** What is not a record: "News sites: 2 added, 1 removed". */
  others: string[];
  isEmpty: boolean;
}

export function changesBetween(before: Dataset, after: Dataset): DataChanges {
  const diff = diffDatasets(before, after);
  const others = [
    compareLists("News sites", before.newsSites, after.newsSites, (site) => site.domain),
    compareLists("Names that silence others", before.containers, after.containers, ({ text }) => text),
    compareLists("Languages with titles", before.titles, after.titles, ({ lang }) => lang),
    compareLists("Languages with first names", before.givenNames, after.givenNames, ({ lang }) => lang),
    compareLists("Old ids", Object.entries(before.redirects), Object.entries(after.redirects), ([id]) => id),
    ...(["title", "licence", "homepage", "schema"] as const).map((field) =>
      before.info[field] === after.info[field]
        ? undefined
        : `The ${field} of the dataset is ${after.info[field]}`,
    ),
  ].filter((line) => line !== undefined);
  const { added, removed, changed, policies, offices } = diff;
  const count = [added, removed, changed, policies, offices, others].reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return { diff, others, isEmpty: count === 0 };
}

function compareLists<Item>(
  what: string,
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): string | undefined {
  const old = new Map(before.map((item) => [keyOf(item), JSON.stringify(item)]));
  const now = new Map(after.map((item) => [keyOf(item), JSON.stringify(item)]));
  const numbers = {
    added: [...now.keys()].filter((key) => !old.has(key)).length,
    changed: [...now].filter(([key, text]) => old.has(key) && old.get(key) !== text).length,
    removed: [...old.keys()].filter((key) => !now.has(key)).length,
  };
  const parts = Object.entries(numbers).filter(([, number]) => number > 0);
  if (parts.length === 0) return undefined;
  return `${what}: ${parts.map(([how, number]) => `${number} ${how}`).join(", ")}`;
}
