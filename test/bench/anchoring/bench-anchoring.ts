/**
 * `npm run bench -- --anchoring [--pages FOLDER] [--seed NUMBER]`: how well passages are found again after their page changed, against
 * Hypothesis's own way and dom-anchor-text-quote; the same quotes, pages and damage for all, in one run.
 *
 * Everything comes from seeds, so that anybody gets the same figures, times apart. What is tuned was tuned on the pages of even
 * number with the seed of `--develop`; what is reported comes from the other pages with another seed. Without --pages both
 * come from all of our own.
 *
 * Where two places are equally good, the right outcome is none, with both offered; so the relations are judged by what is
 * right or offered where nobody can know. A finder that offers nothing is right there only by luck. What is right at the one
 * place is printed besides, and which relations fail by that alone.
 */
import { join } from "node:path";
import { benchOptions } from "../bench-options.ts";
import { finders } from "./finders.ts";
import {
  measureTrial,
  medianOf,
  notePassages,
  type Outcome,
  rightOrOffered,
  stocksOf,
  trials,
} from "./measure-anchoring.ts";
import { readTexts } from "./read-texts.ts";

const { develop, pages, quotes, seed = develop ? 1 : 11 } = benchOptions;
/** Quotes of each trial on which everybody runs before anything is measured. */
const warmUp = 100;
const own = join(import.meta.dirname, "../../fixtures/articles");
const all = [...readTexts(own), ...(pages ? readTexts(pages) : [])];
// Our own articles alone are too few to be parted: a page borrows sentences of others.
const texts = pages ? all.filter((_, number) => number % 2 === (develop ? 0 : 1)) : all;
const which = pages ? (develop ? "those for tuning" : "those not used for tuning") : "our own alone";
const lengths = texts.map(({ length }) => length);

console.log(
  `${quotes} quotes on ${texts.length} of ${all.length} pages (${which}, ` +
    `seed ${seed}), half of them longer than ${medianOf(lengths)} characters.\n` +
    "Right: the place that holds it (at least half of what is found and of what stands there in common), or rightly none.\n" +
    "Wrong: a place that does not touch it, or any after it was deleted. Off: touches it, but less than half is in common.\n" +
    "Exact: of the right ones those that begin and end at the true words.\n" +
    "Untold: of all of them those that nobody can know: the quote stands twice, and by all that a note saves the copy's place\n" +
    "is as good as the passage's or better. Not to choose then, but to offer the passage among the places, is what should be:\n" +
    'whoever does that counts as right in "or offered", and so does a lucky choice, but a wrong one is wrong.\n' +
    "The relations are judged by that; which of them fail by what is right at the one place alone is told besides.\n" +
    "Times: every finder goes through the pages by itself, each read once before; all have run a while before anything counts.\n",
);
const stocks = stocksOf(texts);
const noted = notePassages(texts, finders, { quotes, seed });
/** Until every finder's code is compiled; the figures are thrown away. */
for (const trial of trials) measureTrial(trial, noted.slice(0, warmUp), stocks, finders, seed);
const whole = finders.map(({ name }) => ({ name, right: 0, offered: 0, wrong: 0, times: [] as number[] }));
const missed = { judged: 0, atOnePlace: 0 };
for (const trial of trials) {
  console.log(trial.name);
  const outcomes = measureTrial(trial, noted, stocks, finders, seed);
  for (const [place, outcome] of outcomes.entries()) {
    print(outcome);
    const sum = whole[place] as (typeof whole)[number];
    sum.right += outcome.right;
    sum.offered += rightOrOffered(outcome);
    sum.wrong += outcome.wrong;
    sum.times.push(...outcome.times);
  }
  complain(outcomes);
}
console.log("\nall trials");
for (const { name, right, offered, wrong, times } of whole) {
  const share = (count: number) => percent(count, times.length);
  console.log(
    `  ${name.padEnd(26)}${share(right)} right${share(offered)} or offered${share(wrong)} wrong` +
      `   median ${medianTime(times)} µs`,
  );
}
console.log(
  `Relations that do not hold: ${missed.judged}; by what is right at the one place alone: ${missed.atOnePlace}.`,
);

function print(outcome: Outcome): void {
  const { finder, quotes: count, right, wrong, off, exact, untold, times } = outcome;
  console.log(
    `  ${finder.padEnd(26)}${percent(right, count)} right${percent(rightOrOffered(outcome), count)} or offered` +
      `${percent(wrong, count)} wrong${percent(off, count)} off` +
      `${percent(exact, right)} exact   median ${medianTime(times).padStart(6)} µs` +
      (untold.quotes > 0
        ? `   untold ${untold.quotes}: ${untold.offered} offered, ${untold.right} right, ${untold.wrong} wrong`
        : ""),
  );
}

function complain(outcomes: Outcome[]): void {
  const judged = problemsAmong(outcomes, rightOrOffered);
  const atOnePlace = problemsAmong(outcomes, ({ right }) => right);
  for (const problem of judged) console.log(`  ! ${problem}`);
  for (const problem of atOnePlace)
    if (!judged.includes(problem)) console.log(`  (${problem}, at the one place alone)`);
  missed.judged += judged.length;
  missed.atOnePlace += atOnePlace.length;
}

/**
 * What must hold against each of the others: at least as much right, at most a tenth wrong and under 0.2 %, no more time.
 * @param rightOf what counts as right
 */
function problemsAmong([ours, ...theirs]: Outcome[], rightOf: (outcome: Outcome) => number): string[] {
  if (!ours) return [];
  const problems = theirs.flatMap((other) => [
    ...(rightOf(ours) < rightOf(other) ? [`fewer right than ${other.finder}`] : []),
    ...(ours.wrong * 10 > other.wrong ? [`more than a tenth as many wrong as ${other.finder}`] : []),
    ...(Number(medianTime(ours.times)) > Number(medianTime(other.times))
      ? [`slower than ${other.finder}`]
      : []),
  ]);
  if (ours.wrong >= ours.quotes * 0.002) problems.push("0.2 % or more wrong");
  return problems;
}

/** In microseconds, to the tenth: less is the clock's own. */
function medianTime(times: readonly number[]): string {
  return (medianOf(times) * 1000).toFixed(1);
}

function percent(count: number, of: number): string {
  return `${((100 * count) / Math.max(1, of)).toFixed(2).padStart(8)} %`;
}
