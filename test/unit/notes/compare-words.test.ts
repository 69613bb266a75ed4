import { describe, expect, it } from "vitest";
import { type ComparedPiece, compareWords } from "../../../src/core/notes/compare-words.ts";

/** With brackets around what is marked. */
const shown = (pieces: ComparedPiece[]) =>
  pieces.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("");
const compared = (before: string, after: string, options?: { goesOn: boolean }) => {
  const pieces = compareWords(before, after, options);
  return [shown(pieces.before), shown(pieces.after)];
};

describe("words of two texts", () => {
  it("are marked where only one of them has them, in a row as one", () => {
    expect(
      compared(
        "The council limits the vendor to a third.",
        "The council bans the vendor from the core by May.",
      ),
    ).toEqual([
      "The council [limits] the vendor [to a third].",
      "The council [bans] the vendor [from the core by May].",
    ]);
  });

  it("are nothing new where white space alone is another", () => {
    expect(compared("half of\nthe network", "half  of the network")).toEqual([
      "half of\nthe network",
      "half  of the network",
    ]);
  });

  it("are single characters in scripts without spaces", () => {
    expect(compared("拆除华为的全部设备", "拆除华为的所有设备")).toEqual([
      "拆除华为的[全部]设备",
      "拆除华为的[所有]设备",
    ]);
  });

  it("all are marked where nothing is common, and none of a text that is empty", () => {
    expect(compared("one two", "three")).toEqual(["[one two]", "[three]"]);
    expect(compared("one two", "")).toEqual(["[one two]", ""]);
  });

  it("that a cut text does not reach are not told as gone, nor its last half word as new", () => {
    expect(
      compared("a cap of a third, and none in the core", "a cap of half, and no", { goesOn: true }),
    ).toEqual(["a cap of [a third], and none in the core", "a cap of [half], and no"]);
  });

  it("of long texts with too much between what they share are marked as a whole", () => {
    const many = (word: string) => Array.from({ length: 1_100 }, (_, at) => `${word}${at % 7}`).join(" ");
    const [before] = compared(`Begun. ${many("x")} x1 End.`, `Begun. ${many("y")} x1 y End.`);
    expect(before).toMatch(/^Begun\. \[x0 x1 .+ x1\] End\.$/);
  });

  it("put together again are the texts", () => {
    const [before, after] = ["  “A, b”\n c; d ", "\tb “A” — d,\n\n e"];
    const pieces = compareWords(before, after);
    expect(pieces.before.map(({ text }) => text).join("")).toBe(before);
    expect(pieces.after.map(({ text }) => text).join("")).toBe(after);
  });
});
