/**
 * `npm run -s score -- FOLDER… [--quiet] [--data FOLDER]`: how well mentions are found in texts with expected mentions.
 *
 * A folder holds texts as test/fixtures/mentions/README.md says, or pairs NAME.txt and NAME.gold.json. A mention is right when span and
 * kind are; the entity is counted apart, among the right ones whose entity has a record. Prints precision, recall and F1 by
 * language, then (unless --quiet) by text, and what is wrong and missed.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { splitText } from "../../data/tools/read-article-file.ts";
import { loadMatcher } from "../../src/cli/mentions/load-matcher.ts";
import { daysOf } from "../../src/core/dataset/dates.ts";
import { findMentions } from "../../src/core/matching/find-mentions.ts";
import { type MarkedText, readMarkedTexts } from "./marked-text.ts";

interface Score {
  right: number;
  /** Of the right ones: those whose entity has a record, and those of them with the right entity. */
  known: number;
  sameEntity: number;
  wrong: string[];
  missed: string[];
  confused: string[];
}

/** Spans that the annotation guideline leaves open: marking them is neither right nor wrong. */
const neutral =
  /^(Senate|Congress|House of Representatives|Parliament|Tech Nation|Twitter|(University of .*|.* University))$/;

const header = ["text".padEnd(48), "right", "wrong", "missed", "precision", "recall", "   F1", "entity"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quiet: { type: "boolean", default: false }, data: { type: "string" } },
});
if (positionals.length === 0) {
  console.error("Name a folder: npm run -s score -- FOLDER");
  process.exit(2);
}
const matcher = loadMatcher(values.data ?? join(import.meta.dirname, "..", "..", "data"));
const from = process.env.INIT_CWD ?? process.cwd();
process.chdir(from);
const texts = positionals.flatMap((folder) => readMarkedTexts(folder));
const byLanguage = new Map<string, Score>();
const total = emptyScore();
const rows: string[] = [];
for (const text of texts) {
  const score = scoreText(text);
  const language = languageOf(text);
  const sum = byLanguage.get(language) ?? emptyScore();
  byLanguage.set(language, sum);
  for (const one of [sum, total]) add(one, score);
  if (!text.name.includes(".yml: ")) rows.push(row(text.name, score));
}
console.log(header.join("  "));
for (const [language, score] of [...byLanguage].sort()) console.log(row(language, score));
console.log(row("all", total));
if (!values.quiet) {
  if (rows.length > 0) console.log(`\n${rows.join("\n")}`);
  list("Wrong", total.wrong);
  list("Missed", total.missed);
  list("Right span, wrong entity", total.confused);
}

function emptyScore(): Score {
  return { right: 0, known: 0, sameEntity: 0, wrong: [], missed: [], confused: [] };
}

function add(sum: Score, one: Score): void {
  sum.right += one.right;
  sum.known += one.known;
  sum.sameEntity += one.sameEntity;
  sum.wrong.push(...one.wrong);
  sum.missed.push(...one.missed);
  sum.confused.push(...one.confused);
}

/** By the folder or the file's name, since pages may declare a wrong one. */
function languageOf({ name, lang }: MarkedText): string {
  return /(?:articles|traps|dev|held)\/([a-z]{2,3}(?:-[A-Z][a-z]+)?)[/.]/.exec(name)?.[1] ?? lang ?? "?";
}

function scoreText(marked: MarkedText): Score {
  const { blocks, offsets } = splitText(marked.text);
  const published = marked.published ? daysOf(marked.published).first : undefined;
  const found = findMentions(matcher, { lang: marked.lang, published, blocks });
  const score = emptyScore();
  const matched = new Set<unknown>();
  for (const mention of found) {
    const base = offsets[mention.block] ?? 0;
    const [start, end] = [base + mention.start, base + mention.end];
    const { kind, id, surface, reason } = mention;
    const same = marked.expected.find((one) => one.start === start && one.end === end);
    const answer = same?.answers.find((one) => one.kind === kind);
    const what = `${marked.name}  ${start}  ${surface} → ${kind} ${id} (${reason.code})`;
    if (same && answer) {
      score.right++;
      matched.add(same);
      const ids = same.answers.flatMap((one) => one.id ?? []);
      if (ids.length > 0) {
        score.known++;
        if (ids.includes(id)) score.sameEntity++;
        else score.confused.push(`${what}, is ${ids.join(" or ")}`);
      }
      continue;
    }
    const open = marked.expected.some(
      ({ answers, ...one }) => answers.length === 0 && start < one.end && one.start < end,
    );
    if (open || neutral.test(surface)) continue;
    const is = same?.answers[0];
    const context = marked.text.slice(Math.max(0, start - 40), end + 30).replaceAll("\n", "⏎");
    score.wrong.push(`${what}${is ? `, is ${is.kind}` : ""}   … ${context} …`);
  }
  for (const one of marked.expected) {
    if (one.answers.length === 0 || matched.has(one)) continue;
    const context = marked.text.slice(Math.max(0, one.start - 40), one.end + 30).replaceAll("\n", "⏎");
    const { kind, id } = one.answers[0] ?? { kind: "?", id: null };
    score.missed.push(`${marked.name}  ${one.start}  ${one.surface} (${kind} ${id ?? "-"})   … ${context} …`);
  }
  return score;
}

function row(name: string, { right, wrong, missed, known, sameEntity }: Score): string {
  const precision = right / Math.max(right + wrong.length, 1);
  const recall = right / Math.max(right + missed.length, 1);
  const f1 = (2 * precision * recall) / Math.max(precision + recall, Number.MIN_VALUE);
  const cells = [String(right), String(wrong.length), String(missed.length)];
  const shares = [precision, recall, f1, sameEntity / Math.max(known, 1)].map((share) => share.toFixed(3));
  return [
    name.padEnd(48),
    ...[...cells, ...shares].map((cell, at) => cell.padStart(header[at + 1]?.length ?? 5)),
  ].join("  ");
}

function list(title: string, lines: string[]): void {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.join("\n")}`);
}
