/**
 * `node test/bench/score-mentions.ts FOLDER [DATA]`: how well mentions are found in labelled articles.
 *
 * FOLDER holds pairs NAME.txt and NAME.gold.json, `{id, lang, published, mentions: [{start, end, surface, type,
 * entity, note, alt?}]}`. A mention is right when span and kind are; `alt` is a further right kind. Spans labelled
 * `ignore` do not count either way. Prints precision, recall and F1 by article, then what is wrong and missed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readArticleFile } from "../../data/tools/read-article-file.ts";
import { loadMatcher } from "../../src/cli/mentions/load-matcher.ts";
import { daysOf } from "../../src/core/dataset/dates.ts";
import { findMentions } from "../../src/core/matching/find-mentions.ts";

interface GoldMention {
  start: number;
  end: number;
  surface: string;
  type: string;
  entity: string;
  alt?: string;
}
interface Gold {
  lang: string;
  published: string | null;
  mentions: GoldMention[];
}
interface Score {
  right: number;
  wrong: string[];
  missed: string[];
}

/** Spans that the annotation guideline leaves open: marking them is neither right nor wrong. */
const neutral =
  /^(Senate|Congress|House of Representatives|Parliament|Tech Nation|Twitter|(University of .*|.* University))$/;

const [folder, data = join(import.meta.dirname, "..", "..", "data")] = process.argv.slice(2);
if (!folder) {
  console.error("Name the folder: node test/bench/score-mentions.ts FOLDER");
  process.exit(2);
}
const matcher = loadMatcher(data);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".gold.json"))
  .map((name) => name.slice(0, -".gold.json".length))
  .sort();
const total: Score = { right: 0, wrong: [], missed: [] };
const rows = names.map((name) => {
  const score = scoreArticle(folder, name);
  total.right += score.right;
  total.wrong.push(...score.wrong.map((line) => `${name}  ${line}`));
  total.missed.push(...score.missed.map((line) => `${name}  ${line}`));
  return row(name, score);
});
console.log(["article".padEnd(36), "right", "wrong", "missed", "precision", "recall", "F1"].join("  "));
for (const line of [...rows, row("all", total)]) console.log(line);
if (total.wrong.length > 0) console.log(`\nWrong:\n${total.wrong.join("\n")}`);
if (total.missed.length > 0) console.log(`\nMissed:\n${total.missed.join("\n")}`);

function scoreArticle(from: string, name: string): Score {
  const gold = JSON.parse(readFileSync(join(from, `${name}.gold.json`), "utf8")) as Gold;
  const read = readArticleFile(`${name}.txt`, from, "9999-12-30");
  const published = gold.published ? daysOf(gold.published).first : undefined;
  const found = findMentions(matcher, { lang: gold.lang, published, blocks: read.blocks }).map((mention) => {
    const base = read.offsets[mention.block] ?? 0;
    return { ...mention, start: base + mention.start, end: base + mention.end };
  });
  const labelled = gold.mentions.filter(({ type }) => type !== "ignore");
  const ignored = gold.mentions.filter(({ type }) => type === "ignore");
  const score: Score = { right: 0, wrong: [], missed: [] };
  const matched = new Set<GoldMention>();
  for (const { start, end, surface, kind, id } of found) {
    const same = labelled.find((one) => one.start === start && one.end === end);
    if (same && (same.type === kind || same.alt === kind)) {
      score.right++;
      matched.add(same);
    } else if (!neutral.test(surface) && !ignored.some((one) => start < one.end && one.start < end)) {
      score.wrong.push(`${start}  ${surface} → ${kind} ${id}${same ? `, is ${same.type}` : ""}`);
    }
  }
  for (const one of labelled) {
    if (!matched.has(one)) score.missed.push(`${one.start}  ${one.surface} (${one.type} ${one.entity})`);
  }
  return score;
}

function row(name: string, { right, wrong, missed }: Score): string {
  const precision = right / Math.max(right + wrong.length, 1);
  const recall = right / Math.max(right + missed.length, 1);
  const f1 = (2 * precision * recall) / Math.max(precision + recall, Number.MIN_VALUE);
  const counts = [right, wrong.length, missed.length].map((count, column) =>
    String(count).padStart(column === 2 ? 6 : 5),
  );
  const shares = [precision, recall, f1].map((share, column) =>
    share.toFixed(3).padStart([9, 6, 5][column] ?? 5),
  );
  return [name.padEnd(36), ...counts, ...shares].join("  ");
}
