import { describe, expect, it } from "vitest";
import { anchorPassage } from "../../../../src/core/notes/anchoring/anchor-passage.ts";
import { exactPlaces } from "../../../../src/core/notes/anchoring/exact-places.ts";

/** Characters, words and cells looked at; counted, because time depends on the machine. */
describe("work is bounded", () => {
  const steps = (text: string, passage: Parameters<typeof anchorPassage>[1]) => {
    const count = { steps: 0 };
    anchorPassage(text, passage, count);
    return count.steps;
  };
  const passage = { quote: "the quick brown fox jumped", prefix: "", suffix: "", start: 3 };

  it.each<[string, string]>([
    ["words of the quote", "the brown quick jumped fox "],
    ["other words", "lorem ipsum dolor sit amet "],
    ["one letter", "a"],
    ["dense characters", "华为设备"],
    ["line ends", "\n"],
  ])("a huge page of %s takes a few steps a character", (_, piece) => {
    const size = 2_000_000;
    const page = piece.repeat(Math.ceil(size / piece.length));
    expect(steps(page, passage)).toBeLessThan(page.length * 14);
  });

  it("twice the page takes about twice the steps", () => {
    const [one, two] = [200_000, 400_000].map((size) =>
      steps("the brown quick jumped fox ".repeat(size / 27), passage),
    ) as [number, number];
    expect(two).toBeLessThan(one * 2.2);
  });

  it("a quote that stands everywhere is not looked at everywhere", () => {
    const page = "a ".repeat(1_000_000);
    const everywhere = { quote: "a", prefix: "b ", suffix: " c" };
    expect(exactPlaces(page, everywhere)).toHaveLength(1_000);
    expect(steps(page, everywhere)).toBeLessThan(page.length * 14);
  });

  it("the longest quote on a page of its own words takes no more than its ends and their surroundings", () => {
    const words = Array.from({ length: 4_000 }, (_, at) => `word${at % 700}`)
      .join(" ")
      .slice(0, 20_000);
    const page = `${words} `.repeat(50);
    const edited = { quote: words.replace("word5 ", "word "), prefix: "", suffix: "" };
    expect(steps(page, edited)).toBeLessThan(page.length * 14 + 20_000_000);
  });

  it("20 MB are read", () => {
    const page = `${"The ministry said on Tuesday that nothing had been decided yet. ".repeat(310_000)}the quick brown foxes jumped`;
    expect(page.length).toBeGreaterThan(19_000_000);
    const anchoring = anchorPassage(page, { ...passage, prefix: "had been decided yet. " });
    expect(anchoring).toMatchObject({ state: "found", end: page.length });
  });
});
