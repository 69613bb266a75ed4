import fc from "fast-check";
import { expect, it } from "vitest";
import { codeTexts, TextReader, WordReader } from "../../../src/core/matching/front-coding.ts";

it("gives back every text and every word, whatever they share", () => {
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
    fc.property(fc.array(text, { maxLength: 60 }), fc.array(text, { maxLength: 40 }), (texts, words) => {
      const clean = texts.map((one) => one.replaceAll("\0", "")).sort();
      const cleanWords = words.map((one) => one.replaceAll("\0", ""));
      const coded = codeTexts(clean, cleanWords);
      const reader = new TextReader({ model: coded.model, ...coded.texts });
      expect(clean.map((_, place) => reader.at(place))).toEqual(clean);
      const wordReader = new WordReader({ model: coded.model, ...coded.words });
      expect(cleanWords.map((_, place) => wordReader.at(place))).toEqual(cleanWords);
    }),
  );
});
