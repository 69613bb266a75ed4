import { describe, expect, test } from "vitest";
import { filesIn, isCode } from "./source-files.ts";

const files = filesIn("src", "data/tools", "entrypoints", "test").filter(
  ({ path }) => !path.startsWith("test/fixtures/"),
);
const entryLines = 30;
const usualLines = 300;

const lines = (text: string) => text.trimEnd().split("\n").length;

describe("files", () => {
  test("have names in kebab-case", () => {
    const wrong = files
      .map(({ path }) => path)
      .filter((path) => !/^([A-Z]+\.md|LICENSE)$/.test(path.split("/").at(-1) ?? ""))
      .filter((path) => !path.split("/").every((part) => /^[a-z0-9]+([-_.][a-z0-9]+)*$/.test(part)))
      .map((path) => `${path}: write the name in lower case, words joined by hyphens.`);
    expect(wrong).toEqual([]);
  });

  test("are named after what they do", () => {
    const wrong = files
      .map(({ path }) => path)
      .filter((path) => /(^|[/-])(utils?|helpers?|managers?|commons?|misc)([-./]|$)/.test(path))
      .map((path) => `${path}: name it after its one main export; nobody can guess what is in here.`);
    expect(wrong).toEqual([]);
  });

  test("that are entrypoints hold manifest facts and one call", () => {
    const wrong = files
      .filter((file) => file.path.startsWith("entrypoints/") && isCode(file) && lines(file.text) > entryLines)
      .map(({ path, text }) => `${path} has ${lines(text)} lines; move all but ${entryLines} to src/.`);
    expect(wrong).toEqual([]);
  });

  test("that are long say why", () => {
    const wrong = files
      .filter((file) => isCode(file) && lines(file.text) > usualLines)
      .filter(({ text }) => !/^\/\*\*.*\blong(er)?\b/is.test(text.slice(0, text.indexOf("*/") + 2)))
      .map(
        ({ path, text }) =>
          `${path} has ${lines(text)} lines. Split it, or begin with a comment that says why it is so long ("long because …").`,
      );
    expect(wrong).toEqual([]);
  });

  test("hold no work left for later", () => {
    const mark = new RegExp(`\\b(${["TO", "FIX"].join("DO|")}ME|X{3})\\b`);
    const wrong = files
      .filter(({ text }) => mark.test(text))
      .map(({ path }) => `${path}: do it now, or open an issue and take the mark out.`);
    expect(wrong).toEqual([]);
  });
});

describe("tests", () => {
  test("all run", () => {
    const wrong = files
      .filter(
        ({ path, text }) =>
          path.endsWith(".test.ts") && /\b(test|it|describe)\.(skip|only|todo)\b/.test(text),
      )
      .filter(({ path }) => !path.endsWith("names-and-sizes.test.ts"))
      .map(({ path }) => `${path}: a skipped test checks nothing, and 'only' skips the others.`);
    expect(wrong).toEqual([]);
  });
});
