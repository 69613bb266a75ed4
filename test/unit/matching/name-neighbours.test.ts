import { expect, it } from "vitest";
import { BlockView } from "../../../src/core/matching/block-view.ts";
import { wordBefore } from "../../../src/core/matching/name-neighbours.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";
import { cpuMilliseconds } from "../../support/cpu-time.ts";

const viewOf = (text: string, lang: string) => new BlockView(0, text, lang, readUnits(text));

it.each([
  ["d'Angela ", "fr", "Angela"],
  ["dell'Angela ", "it", "Angela"],
  ["l'ami d'Angela ", "fr", "Angela"],
  ["l'ami Jean ", "fr", "Jean"],
  ["l' ", "fr", "l'"],
  ["O'Brien ", "en", "O'Brien"],
  ["J. ", "fr", "J"],
])("the word before a name, without what is elided: %s(%s)", (text, lang, word) => {
  expect(wordBefore(viewOf(`${text}Merkel`, lang), text.length)?.cased).toBe(word);
});

it("the word before a name is looked for beside it alone, in a long French text as in any other", () => {
  const text = "Jean Merkel ".repeat(20_000);
  const time = (lang: string) => {
    const view = viewOf(text, lang);
    return cpuMilliseconds(() => {
      for (let start = 5; start < text.length; start += 12) wordBefore(view, start);
    });
  };
  // Through the whole text before each name it would be two hundred milliseconds.
  expect(time("fr")).toBeLessThan(time("en") * 5 + 50);
});
