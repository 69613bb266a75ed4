import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorPassage, describePassage } from "../../../../src/core/notes/anchoring/anchor-passage.ts";
import { type Passage, passageSchema } from "../../../../src/core/notes/note.ts";

const pieces =
  "Huawei|said|the|ministry|on Tuesday|. |, | |\n|“|”|’s|-|\u00ad|\u200b|e\u0301|ﬁ|İ|ß|华为|ไทย|😀|\ud83d|\udc00|𠀀|5G|2020|aaaa|\ufeff".split(
    "|",
  );
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(" ")),
);
const stretchOf = (text: string) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) + 1 }));
const textAndStretch = anyText
  .filter((text) => text !== "")
  .chain((text) => fc.record({ text: fc.constant(text), stretch: stretchOf(text) }));

function expectInside(text: string, passage: Passage) {
  const anchoring = anchorPassage(text, passage);
  const places = anchoring.state === "found" ? [anchoring] : anchoring.candidates;
  expect(places.length).toBeLessThanOrEqual(3);
  for (const { start, end } of places) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  for (const { score } of anchoring.state === "orphan" ? anchoring.candidates : []) {
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  return anchoring;
}

describe("for any text", () => {
  it("a description fits the note's schema and names what was selected", () => {
    fc.assert(
      fc.property(textAndStretch, ({ text, stretch }) => {
        const passage = describePassage(text, stretch.start, stretch.end);
        expect(passageSchema.parse(passage)).toEqual(passage);
        expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
        expect(passage.start).toBeLessThanOrEqual(stretch.start);
        expect(passage.end).toBeGreaterThanOrEqual(stretch.end);
      }),
      { numRuns: 300 },
    );
  });

  it("an unchanged text gives back the exact place", () => {
    fc.assert(
      fc.property(textAndStretch, ({ text, stretch }) => {
        const passage = describePassage(text, stretch.start, stretch.end);
        const { start, end } = passage;
        expect(anchorPassage(text, passage)).toMatchObject({ state: "found", start, end, edited: false });
      }),
      { numRuns: 300 },
    );
  });

  it("what is found in another text lies inside it, and the same is found again", () => {
    fc.assert(
      fc.property(textAndStretch, anyText, ({ text, stretch }, other) => {
        const passage = describePassage(text, stretch.start, stretch.end);
        const anchoring = expectInside(other, passage);
        expect(anchorPassage(other, passage)).toEqual(anchoring);
      }),
      { numRuns: 400 },
    );
  });

  it("nor does any passage that an import may hold break it", () => {
    const anyPassage = fc.record(
      { quote: anyText, prefix: anyText, suffix: anyText, start: fc.nat(), end: fc.nat() },
      { requiredKeys: ["quote", "prefix", "suffix"] },
    );
    fc.assert(
      fc.property(anyText, anyPassage, (text, passage) => void expectInside(text, passage)),
      { numRuns: 400 },
    );
  });
});

describe("a quote of at least 20 characters that stood once and stands once", () => {
  it("is found, whatever was inserted around it", () => {
    const withQuote = anyText
      .filter((text) => text.length >= 20)
      .chain((text) => fc.record({ text: fc.constant(text), stretch: stretchOf(text) }))
      .filter(({ stretch }) => stretch.end - stretch.start >= 20);
    fc.assert(
      fc.property(withQuote, anyText, anyText, ({ text, stretch }, before, behind) => {
        const passage = describePassage(text, stretch.start, stretch.end);
        const { quote, start = 0, end = 0 } = passage;
        const changed = text.slice(0, start) + before + quote + behind + text.slice(end);
        const place = start + before.length;
        fc.pre(isOnly(text, quote, start) && isOnly(changed, quote, place));
        expect(anchorPassage(changed, passage)).toMatchObject({
          state: "found",
          start: place,
          end: place + quote.length,
        });
      }),
      { numRuns: 400 },
    );
  });
});

function isOnly(text: string, quote: string, at: number): boolean {
  return text.indexOf(quote) === at && !text.includes(quote, at + 1);
}
