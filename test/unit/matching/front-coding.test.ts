import fc from "fast-check";
import { expect, it } from "vitest";
import { codeTexts, TextReader } from "../../../src/core/matching/front-coding.ts";

it("gives back every text, whatever they share", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "Huawei",
      "Huawei Technologies",
      "Huaweija",
      "华为",
      "华为技术",
      "x".repeat(300),
      "x".repeat(301),
    ),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
      const clean = texts.map((one) => one.replaceAll("\0", "")).sort();
      const reader = new TextReader(codeTexts(clean));
      expect(clean.map((_, place) => reader.at(place))).toEqual(clean);
    }),
  );
});
