import { join } from "node:path";
import { type DatasetDiff, diffDatasets } from "../../../src/core/dataset/diff-datasets.ts";
import { type ArticleDiff, diffArticles } from "../diff/diff-articles.ts";
import { loadVersion } from "../diff/load-version.ts";

/**
 * `diff A [B]`: what a reader sees differently, and what changes in the regression articles. B is the data folder as it
 * is now, unless given. @throws CommandFailure
 */
export function diff(
  dataFolder: string,
  before: string,
  after: string | undefined,
  options: { json?: boolean },
): void {
  const old = loadVersion(dataFolder, before);
  const now = loadVersion(dataFolder, after ?? dataFolder);
  const records = diffDatasets(old, now);
  const articles = diffArticles(join(dataFolder, "..", "test", "fixtures", "articles"), old, now);
  if (options.json) console.log(JSON.stringify({ ...records, articles }, null, 2));
  else for (const line of [...recordLines(records), ...articleLines(articles)]) console.log(line);
}

function recordLines(diff: DatasetDiff): string[] {
  const { before, after, added, removed, changed, policies, offices } = diff;
  const title = `From ${before.version} (${before.date}) to ${after.version} (${after.date})`;
  const lines = [
    ...section(
      "What a reader now sees differently",
      [
        ...policies.map(
          ({ country, subject, before, after }) =>
            `${subject} in ${country}\n      was  ${before}\n      now  ${after}`,
        ),
        ...offices.map(
          ({ name, before, after }) =>
            `${name}\n      was  ${before.join("; ") || "no office"}\n      now  ${after.join("; ") || "no office"}`,
        ),
      ].sort(),
    ),
    ...section(
      "Added",
      added.map(({ kind, id, name }) => `${kind}  ${name} (${id})`),
    ),
    ...section(
      "Removed",
      removed.map(
        ({ kind, id, name, now }) =>
          `${kind}  ${name} (${id})${now.length > 0 ? `, now ${now.join(" and ")}` : ""}`,
      ),
    ),
    ...section(
      "Changed",
      changed.map(({ kind, id, name, fields }) => `${kind}  ${name} (${id}): ${fields.join(", ")}`),
    ),
  ];
  return lines.length > 0 ? [title, ...lines] : [title, "", "Nothing differs."];
}

function articleLines(articles: ArticleDiff[]): string[] {
  return articles.flatMap(({ file, found, lost, cards }) =>
    section(`In ${file}`, [
      ...found.map((mention) => `now marked: ${mention}`),
      ...lost.map((mention) => `no longer marked: ${mention}`),
      ...cards.map(({ name, before, after }) => {
        const gone = before
          .filter((line) => !after.includes(line))
          .map((line) => `      was  ${line.trim()}`);
        const come = after
          .filter((line) => !before.includes(line))
          .map((line) => `      now  ${line.trim()}`);
        return [`card of ${name}`, ...gone, ...come].join("\n");
      }),
    ]),
  );
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? ["", `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)] : [];
}
