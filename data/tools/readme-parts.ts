/**
 * The parts of `data/README.md` that are made from the data and the rules, each between two comments:
 * `<!-- counts -->` … `<!-- /counts -->`. `fix` writes them; the rule `readme` finds them out of date.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Counts, countRecords } from "./count-records.ts";
import type { RecordSet } from "./record-set.ts";
import type { Rule } from "./rules/rule.ts";
import { textAt } from "./select-values.ts";

export const readmeFile = "README.md";

/**
 * The README as it is, and with its generated parts as they should be. A folder without a README needs none,
 * and what a file that cannot be read would add to the counts is not known.
 */
export function readReadme(records: RecordSet, rules: Rule[]): { text: string; wanted: string } | undefined {
  const path = join(records.folder, readmeFile);
  if (!existsSync(path) || records.all.some(({ value }) => value === undefined)) return undefined;
  const parts: Record<string, () => string> = {
    counts: () => countsTable(countRecords(records)),
    rules: () => rulesTable(rules),
    licence: () => licenceOf(records),
  };
  const text = readFileSync(path, "utf8");
  const wanted = text.replace(/(<!-- (\w+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (whole, start, name, end) => {
    const part = parts[name];
    return part ? `${start}${part()}\n${end}` : whole;
  });
  return { text, wanted };
}

function licenceOf(records: RecordSet): string {
  const info = records.ofKind("dataset-info")[0]?.value;
  const [title, version] = [textAt(info, "title"), textAt(info, "version")];
  // As it is written in words, not as a register has it.
  const licence = textAt(info, "licence")?.replace(/^CC-(\w+)-([\d.]+)$/, "CC $1 $2");
  return `Licence: [${licence}](LICENSE). Name it as: _${title}, version ${version}, ${licence}_, with the version\nthat you used.`;
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

function rulesTable(rules: Rule[]): string {
  return [
    "| rule | demands |",
    "|---|---|",
    ...rules.map(({ name, about }) => `| \`${name}\` | ${about} |`),
  ].join("\n");
}
