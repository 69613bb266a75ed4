import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockView } from "../../../src/core/matching/block-view.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import { foldedEnd, foldedStart, textEnd, textStart } from "../../../src/core/matching/folded-offsets.ts";
import { isAllowedHere } from "../../../src/core/matching/is-allowed-here.ts";
import type { Entry, Matcher } from "../../../src/core/matching/load-index.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";
import { scanSpellings } from "../../../src/core/matching/scan-spellings.ts";
import { isWordEnd, isWordStart } from "../../../src/core/matching/word-borders.ts";
import { entity, matcherOf } from "./sample-dataset.ts";

/** In no language of ours, so that no ending of names is taken off. */
const lang = "x";

interface Place {
  start: number;
  end: number;
  text: string;
}

/** Folded character by character, whatever the text. */
function slowView(text: string): BlockView {
  return new BlockView(0, text, lang, { infos: new Uint32Array(), seen: 0, isPlain: false, hasRuns: true });
}

/** "℀" is folded to "a/c", and is no a beside a c: what lies within one character neither begins nor ends a name. */
function isInsideCharacter(view: BlockView, at: number): boolean {
  return at > 0 && at < view.key.length && textStart(view, at) < textEnd(view, at);
}

/** Slow and obviously right: every entry is compared at every place of the folded text. */
function everyPlace(matcher: Matcher, text: string): Place[] {
  const view = slowView(text);
  const entries = Array.from({ length: matcher.entryCount }, (_, number) => matcher.entry(number));
  const places: Place[] = [];
  for (let start = 0; start < view.key.length; start++) {
    if (!isWordStart(view.key, start)) continue;
    for (const entry of entries) {
      const end = start + entry.key.length;
      if (!view.key.startsWith(entry.key, start) || !isWordEnd(view.key, end)) continue;
      if (isInsideCharacter(view, start) || isInsideCharacter(view, end)) continue;
      if (!isAllowedHere({ start, end, rest: 0, entry }, end, view, undefined)) continue;
      places.push({ start: textStart(view, start), end: textEnd(view, end), text: entry.text });
    }
  }
  return inOrder(places);
}

function scanned(matcher: Matcher, text: string): Place[] {
  const found = scanSpellings(matcher, 0, { text }, lang, {});
  if (!found) return [];
  const { view, spots } = found;
  const place = ({ start, end, entry }: { start: number; end: number; entry: Entry }) => ({
    start: textStart(view, start),
    end: textEnd(view, end),
    text: entry.text,
  });
  const places = spots.flatMap(({ groups }) => groups.flatMap(({ spellings }) => spellings.map(place)));
  return inOrder(places);
}

function inOrder(places: Place[]): Place[] {
  return places.sort((a, b) => a.start - b.start || a.end - b.end || (a.text < b.text ? -1 : 1));
}

function leftmostLongest(places: Place[]): { start: number; end: number }[] {
  const chosen: { start: number; end: number }[] = [];
  let free = 0;
  for (let at = 0; at < places.length; ) {
    const start = places[at]?.start ?? 0;
    const here = places.filter((place) => place.start === start);
    at += here.length;
    if (start < free) continue;
    free = Math.max(...here.map(({ end }) => end));
    chosen.push({ start, end: free });
  }
  return chosen;
}

const pieces = [
  ..."a|b|ab|abc|A|AB|Ü|u\u0308|ß|ss|İ|1|中|中国|华为|é|-|’|'|.|&|&amp;|&shy;|\u00ad|\u200b|Ã«|ﬁ|Љ|ไทย|𠀀|𝐇|\ud83d".split(
    "|",
  ),
  ..." |  |\n|\u00a0|, ".split("|"),
];
const text = fc.array(
  fc.oneof(
    fc.constantFrom(...pieces),
    fc.string({ unit: "binary", maxLength: 2 }),
    fc.constantFrom(..."\u0897 \u0308 \u0e48 \u0300 \u064b \udc00 ℀ ½ ㏟".split(" ")),
  ),
  {
    maxLength: 30,
  },
);
/** Texts may be broken off in the middle of a character; what YAML holds is not. */
const wholePieces = pieces.filter((piece) => piece.isWellFormed());
const dictionary = fc.array(
  fc.array(fc.constantFrom(...wholePieces), { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")),
  { maxLength: 12 },
);
const matcherFor = (spellings: string[]) =>
  matcherOf(
    spellings.map((spelling, number) => entity("policy", `p${number}`, [{ text: spelling, case: "any" }])),
  );

/** What came up once in thousands of runs. */
const rare = [
  [["Ã«"], ["Ã«", "\u{1d49d}"]],
  [["ab"], ["\u{1d49d}ab"]],
  [["ab"], ["ab\u{1d6c1}"]],
  [["ab"], ["\u{1d6c1}ab"]],
  [["𠀀"], ["\u{e0020}", "𠀀"]],
] satisfies [string[], string[]][];

describe("the scan", () => {
  it("finds what comparing every spelling at every place finds, whatever the text and the dictionary", () => {
    fc.assert(
      fc.property(dictionary, text, (spellings, parts) => {
        const matcher = matcherFor(spellings);
        expect(scanned(matcher, parts.join(""))).toEqual(everyPlace(matcher, parts.join("")));
      }),
      { numRuns: 2000, examples: rare },
    );
  });

  it("folds as comparing does, however it reads", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join("");
        const [quick, slow] = [new BlockView(0, whole, lang, readUnits(whole)), slowView(whole)];
        // At the end of a text a space may be left over.
        expect(quick.plain.trimEnd()).toBe(slow.plain.trimEnd());
        expect(quick.cased.trimEnd()).toBe(slow.cased.trimEnd());
        expect(quick.key.trimEnd()).toBe(slow.key.trimEnd());
        for (let at = 0; at < slow.key.trimEnd().length; at++) {
          const [start, end] = [textStart(slow, at), textEnd(slow, at + 1)];
          expect([textStart(quick, at), textEnd(quick, at + 1)]).toEqual([start, end]);
          expect(foldedStart(quick, start)).toBe(foldedStart(slow, start));
          expect(foldedEnd(quick, end)).toBe(foldedEnd(slow, end));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leads to the leftmost, then longest mentions", () => {
    fc.assert(
      fc.property(dictionary, text, (spellings, parts) => {
        const matcher = matcherFor(spellings);
        const whole = parts.join("");
        const mentions = findMentions(matcher, { blocks: [{ text: whole, lang }] });
        expect(mentions.map(({ start, end }) => ({ start, end }))).toEqual(
          leftmostLongest(everyPlace(matcher, whole)),
        );
      }),
      { numRuns: 2000, examples: rare },
    );
  });
});

/** Steps beyond reading the text once; counted, because time depends on the machine. */
function stepsOf(matcher: Matcher, blocks: string[]): number {
  const count = { steps: 0 };
  findMentions(matcher, { lang: "en", blocks: blocks.map((one) => ({ text: one })) }, count);
  return count.steps;
}

describe("the cost of a hostile text", () => {
  const ladder = Array.from({ length: 60 }, (_, length) => "a".repeat(length + 1));
  const words = Array.from({ length: 40 }, (_, length) =>
    Array(length + 1)
      .fill("ab")
      .join(" "),
  );
  const names = ["United States of America", "United Nations", "Uniview", "Universal Service Fund"];
  const prefixes = names.flatMap((name) => Array.from(name, (_, length) => name.slice(0, length + 1)));
  it.each<[string, string[], (size: number) => string]>([
    ["one letter repeated", ladder, (size) => "a".repeat(size)],
    ["one letter repeated as words", ladder, (size) => "a ".repeat(size / 2)],
    ["a dictionary of beginnings of each other", words, (size) => "ab ".repeat(size / 3)],
    ["every beginning of every spelling", names, (size) => prefixes.join(" ").repeat(size / 100)],
    ["marks upon marks", ["é", "a"], (size) => `a${"\u0301".repeat(size)}`],
    ["invisible characters in every gap", names, (size) => "United\u00ad\u200b ".repeat(size / 9)],
    ["spaces without end", names, (size) => `United${" ".repeat(size)}States`],
    ["entities without end", names, (size) => `United${"&nbsp;".repeat(size / 6)}`],
  ])("%s: twice the text takes twice the steps", (_, spellings, make) => {
    const matcher = matcherFor(spellings);
    const [short, long] = [20_000, 40_000].map((size) => stepsOf(matcher, [make(size)]));
    expect(short).toBeGreaterThan(100);
    expect(long ?? 0).toBeLessThanOrEqual((short ?? 0) * 2.02 + 200);
  });

  it("is bounded by the longest spelling, whatever the dictionary", () => {
    const size = 10_000;
    const longest = Math.max(...words.map(({ length }) => length));
    expect(stepsOf(matcherFor(words), ["ab ".repeat(size / 3)])).toBeLessThan(size * longest);
  });

  it("is spared for most words with which a spelling begins, and that do not go on like it", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz"];
    const matcher = matcherFor(letters.map((letter) => `${letter.toUpperCase()}w Zealand`));
    const walked = letters.flatMap((first) =>
      letters.filter((next) => stepsOf(matcher, [`${first.toUpperCase()}w ${next}ork`]) > 0),
    );
    expect(walked.length).toBeLessThan(letters.length ** 2 * 0.2);
    for (const letter of letters) {
      for (const name of [`${letter.toUpperCase()}w Zealand`, `${letter.toUpperCase()}w  \n Zealand`])
        expect(stepsOf(matcher, [name])).toBeGreaterThan(0);
    }
  });

  it("hardly depends on how many spellings there are", () => {
    const plain = "Name17 Of Something bought what the Names of Name299 Of Others had not sold. ".repeat(200);
    const few = Array.from({ length: 300 }, (_, number) => `Name${number} Of Something`);
    const many = Array.from({ length: 20_000 }, (_, number) => `Name${number} Of Something`);
    const steps = stepsOf(matcherFor(few), [plain]);
    expect(steps).toBeGreaterThan(100);
    expect(stepsOf(matcherFor(many), [plain])).toBeLessThanOrEqual(steps * 1.1 + 10);
  });
});
