import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type DamageKind, damageKinds, damageText } from "../../../bench/anchoring/damage-text.ts";
import { finders } from "../../../bench/anchoring/finders.ts";
import { isUntold } from "../../../bench/anchoring/is-untold.ts";
import {
  measureTrial,
  type NotedPassage,
  notePassages,
  type Outcome,
  rightOrOffered,
  stocksOf,
  trials,
} from "../../../bench/anchoring/measure-anchoring.ts";
import { pickQuote } from "../../../bench/anchoring/pick-quote.ts";
import { randomFrom } from "../../../bench/anchoring/random.ts";
import { readTexts } from "../../../bench/anchoring/read-texts.ts";

const texts = readTexts(join(import.meta.dirname, "../../../fixtures/articles"));
const stocks = stocksOf(texts);
const seed = 7;

/** The benchmark of `npm run bench -- --anchoring` on our own articles alone. */
describe("passages are found again", () => {
  const compared = finders.slice(0, 2);
  const noted = notePassages(texts, compared, { quotes: 150, seed });
  const wrong = [0, 0];

  it.each(trials)("at least as often as by Hypothesis's own way: $name", (trial) => {
    const [own, hypothesis] = measureTrial(trial, noted, stocks, compared, seed) as [Outcome, Outcome];
    expect(own.right).toBeGreaterThanOrEqual(hypothesis.right);
    expect(own.wrong * 10).toBeLessThanOrEqual(hypothesis.wrong);
    wrong[0] = (wrong[0] ?? 0) + own.wrong;
    wrong[1] = (wrong[1] ?? 0) + hypothesis.wrong;
  });

  it("with at most a tenth as many wrong places in all, which there are", () => {
    const [own = 0, theirs = 0] = wrong;
    expect(theirs).toBeGreaterThan(10);
    expect(own * 10).toBeLessThanOrEqual(theirs);
    expect(own / (trials.length * noted.length)).toBeLessThan(0.002);
  });
});

describe("what is right, or offered where nobody can know", () => {
  const untold = { quotes: 3, right: 1, wrong: 0, offered: 2 };
  const outcome: Outcome = {
    finder: "",
    quotes: 10,
    right: 7,
    wrong: 0,
    off: 1,
    exact: 7,
    untold,
    times: [],
  };

  it("counts an orphan that offers the passage, and a lucky choice no more than that", () => {
    expect(rightOrOffered(outcome)).toBe(9);
  });

  it("leaves out what is offered where it could be known, and what is not offered", () => {
    const text = `Before.\nA mast above Tirana\nBehind.\nA mast above Tirana\nAt the end.`;
    const start = text.indexOf("A mast");
    const noted: NotedPassage = {
      text,
      passage: { start, end: start + 19 },
      page: 0,
      number: 1,
      read: [() => (page) => [{ start: page.indexOf("A mast"), end: page.indexOf("A mast") + 19 }]],
    };
    const [nothing] = trials;
    if (!nothing) throw new Error("no trial");
    const [own] = measureTrial(nothing, [noted], stocksOf([text]), finders.slice(0, 1), seed);
    expect(own).toMatchObject({ quotes: 1, right: 0, untold: { quotes: 0, offered: 0 } });
  });
});

describe("the damage of the benchmark", () => {
  const text = texts[0] ?? "";
  const passage = pickQuote(text, randomFrom(3)) ?? { start: 0, end: 0 };
  const stock = stocks[0] ?? { words: [], sentences: [] };
  const damage = (kinds: readonly DamageKind[], number = 1) =>
    damageText(text, passage, kinds, "medium", randomFrom(number), stock);

  it("is the same for the same seed, and another for another", () => {
    expect(damage(["sentences rewritten"])).toEqual(damage(["sentences rewritten"]));
    expect(damage(["sentences rewritten"], 2).text).not.toBe(damage(["sentences rewritten"]).text);
  });

  it("without any kind leaves the page and the place", () => {
    expect(damage([])).toEqual({ text, truth: passage });
  });

  it.each(damageKinds.filter((kind) => kind !== "passage deleted"))(
    "knows where the passage stands after: %s",
    (kind) => {
      const { text: page, truth } = damage([kind]);
      if (!truth) throw new Error("the passage is gone");
      const words = (one: string) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const before = words(text.slice(passage.start, passage.end));
      const now = new Set(words(page.slice(truth.start, truth.end)));
      expect(before.filter((one) => now.has(one)).length).toBeGreaterThan(before.length * 0.4);
    },
  );

  it("that deletes the passage leaves none", () => {
    expect(damage(["passage deleted"]).truth).toBeNull();
  });
});

describe("a quote that stands twice cannot be told", () => {
  const page = (...blocks: string[]) => blocks.join("\n");
  const [quote, one, two, three] = [
    "A mast above Tirana",
    "Operators wait.",
    "Nobody would say.",
    "The list is late.",
  ];
  const text = page(one, quote, two, quote, three);
  const passage = { start: text.lastIndexOf(quote), end: text.lastIndexOf(quote) + quote.length };
  const at = (damaged: string, start: number) =>
    isUntold(text, passage, damaged, { start, end: start + quote.length });

  it("once its copy has as much of its context as it has itself", () => {
    const moved = page(three, quote, one, quote, "Related.");
    expect(at(moved, moved.lastIndexOf(quote))).toBe(true);
    const swapped = page(quote, one, two, quote, three);
    expect(at(swapped, swapped.indexOf(quote))).toBe(true);
  });

  it("but as long as it has kept more", () => {
    expect(at(text, passage.start)).toBe(false);
    const moved = page(quote, one, quote, three, two);
    expect(at(moved, moved.lastIndexOf(quote))).toBe(false);
    // The copy came to the page later.
    const alone = page(one, quote, two);
    const noted = { start: alone.indexOf(quote), end: alone.indexOf(quote) + quote.length };
    const twice = page(one, quote, "Read more", quote, "Related.");
    const truth = { start: twice.indexOf(quote), end: twice.indexOf(quote) + quote.length };
    expect(isUntold(alone, noted, twice, truth)).toBe(false);
  });

  it("but as long as pieces of its context stand near it, and near the copy fewer", () => {
    const long = "Operators have three years to replace what is in use.";
    const wide = page(long, quote, two, quote, three);
    const noted = { start: wide.indexOf(quote), end: wide.indexOf(quote) + quote.length };
    const parted = page("Related", quote, "Read more", long, "Advertisement", quote, "Advertisement");
    const truth = { start: parted.lastIndexOf(quote), end: parted.lastIndexOf(quote) + quote.length };
    expect(isUntold(wide, noted, parted, truth)).toBe(false);
    const bare = page("Read more", quote, "Advertisement", "Related", quote, "Read more");
    const lost = { start: bare.indexOf(quote), end: bare.indexOf(quote) + quote.length };
    expect(isUntold(wide, noted, bare, lost)).toBe(true);
  });

  it("but as long as the copy has kept what stood around itself", () => {
    const between = "A reporter who had asked for weeks was told to come again. ".repeat(5).trim();
    const apart = page(one, quote, between, two, quote, three);
    const noted = { start: apart.lastIndexOf(quote), end: apart.lastIndexOf(quote) + quote.length };
    const moved = page(between, one, quote, "Read more", quote, "Related.");
    const truth = { start: moved.lastIndexOf(quote), end: moved.lastIndexOf(quote) + quote.length };
    expect(isUntold(apart, noted, moved, truth)).toBe(false);
  });

  it("wherever it stands: a place is no knowledge", () => {
    const same = page("Read more", quote, "Related.", quote, "Read more");
    expect(at(same, same.lastIndexOf(quote))).toBe(true);
    expect(at(same, same.indexOf(quote))).toBe(true);
  });

  it("nor is it one that stands there no more, or that stands there once", () => {
    expect(isUntold(text, passage, page(one, quote, two), null)).toBe(false);
    const once = page(quote, one, two, three);
    expect(at(once, 0)).toBe(false);
  });
});
