/**
 * The parts of `data/README.md` that are made from the data and the rules, each between two comments:
 * `<!-- counts -->` … `<!-- /counts -->`. `fix` and `build` write them; `test/unit/data/readme.test.ts` finds them out of date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../src/core/dataset/schema.ts";
import { type Counts, countDataset } from "./count-records.ts";
import { rules } from "./rules/rules.ts";

const readmeFile = "README.md";

/** @returns the files that changed. A folder without a README needs none. */
export function writeReadmeParts(dataFolder: string, dataset: Dataset): string[] {
  const path = join(dataFolder, readmeFile);
  if (!existsSync(path)) return [];
  const text = readFileSync(path, "utf8");
  const completed = completeReadme(dataset, text);
  if (completed === text) return [];
  writeFileSync(path, completed);
  return [readmeFile];
}

/** The README with its generated parts as they should be. */
export function completeReadme(dataset: Dataset, text: string): string {
  const parts: Record<string, () => string> = {
    counts: () => countsTable(countDataset(dataset)),
    rules: rulesTable,
  };
  return text.replace(/(<!-- (\w+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, start, name, end) => {
    const part = parts[name];
    return part ? `${start}${part()}\n${end}` : whole;
  });
}

export function countsTable(counts: Counts): string {
  const { records, measures, sources, newsSites } = counts;
  const list = (tally: Record<string, number>) =>
    Object.entries(tally)
      .map(([name, number]) => `${number} ${name}`)
      .join(", ");
  const share = Math.round((100 * measures.seen) / (records.measure || 1));
  const rows: [string, string][] = [
    ["measures", `${records.measure} (${list(measures.byForce)})`],
    ["… resting on a source that was read", `${measures.seen} (${share} %)`],
    ["… by their best source", list(measures.bySource)],
    ["vendors, operators, other companies", `${records.vendor} + ${records.operator} + ${records.company}`],
    ["officials and public figures", `${records.official}`],
    ["policies, lists, programmes, laws", `${records.policy}`],
    ["organisations", `${records.organisation}`],
    ["countries and territories known by name", `${counts.countriesKnown}`],
    ["… with a record of their own", `${records.country}`],
    ["… with measures on record", `${counts.countriesWithMeasures}`],
    ["… searched, and nothing found", `${counts.countriesSearched}`],
    ["news sites", `${newsSites.domains} in ${newsSites.countries} countries`],
    ["sources", `${sources.addresses} addresses (${list(sources.byKind)}), ${sources.seen} of them read`],
  ];
  return [
    `| version ${counts.version} | holds |`,
    "|---|---|",
    ...rows.map(([what, n]) => `| ${what} | ${n} |`),
  ].join("\n");
}

function rulesTable(): string {
  return [
    "| rule | demands |",
    "|---|---|",
    ...rules.map(({ name, about }) => `| \`${name}\` | ${about} |`),
  ].join("\n");
}
