import { describe, expect, it } from "vitest";
import { newsMatcher } from "./news-dataset.ts";
import { brief, find, matcherOf, person } from "./sample-dataset.ts";

describe("a surname", () => {
  it.each<[string, string | string[], string[]]>([
    [
      "counts after the full name",
      "Mike Pompeo came. Pompeo spoke.",
      ["Mike Pompeo=mike-pompeo", "Pompeo=mike-pompeo"],
    ],
    [
      "counts before the full name",
      ["Pompeo speaks", "Mike Pompeo spoke."],
      ["Pompeo=mike-pompeo", "Mike Pompeo=mike-pompeo"],
    ],
    ["does not count alone", "Pompeo spoke.", []],
    ["counts with a title that identifies", "Secretary Pompeo spoke.", ["Pompeo=mike-pompeo"]],
    ["counts alone where the data calls it safe", "Today Trump spoke", ["Trump=donald-trump"]],
    ["counts in 'Trump administration'", "the Trump administration", ["Trump=donald-trump"]],
    ["is another person's after another given name", "Ivanka Trump came. Tony Pompeo spoke.", []],
    [
      "is part of a longer name before a capital",
      "lawyers of Jones Day met near Trump Tower and at the hotel of Trump International last week",
      [],
    ],
    ["is part of a double name", "Smith-Pompeo and Mike Pompeo", ["Mike Pompeo=mike-pompeo"]],
    [
      "never counts alone where the data says so",
      "James Jones of NATO. Jones spoke.",
      ["James Jones=james-jones"],
    ],
    [
      "counts after the full name with any title where the data forbids it bare",
      "James Jones of NATO. Mr Jones spoke.",
      ["James Jones=james-jones", "Jones=james-jones"],
    ],
    ["needs what the data demands around title and surname", "General Jones spoke.", []],
    ["counts with title and context", "NATO heard Gen. Jones speak.", ["Jones=james-jones"]],
    [
      "keeps its possessive outside",
      "Mike Pompeo's visit; Pompeo’s words",
      ["Mike Pompeo=mike-pompeo", "Pompeo=mike-pompeo"],
    ],
    ["lets a middle initial pass", "Donald J. Trump spoke", ["Donald J. Trump=donald-trump"]],
    [
      "stays with the person after a foreign bearer in another paragraph",
      ["Mike Pompeo came.", "Pompeo spoke."],
      ["Mike Pompeo=mike-pompeo", "Pompeo=mike-pompeo"],
    ],
    [
      "is left alone when somebody else of that name was nearer",
      "Mike Pompeo came with Susan Pompeo. Pompeo spoke.",
      ["Mike Pompeo=mike-pompeo"],
    ],
    [
      "counts in a headline",
      "Pompeo Warns Of Huawei Plans\nMike Pompeo spoke.",
      ["Pompeo=mike-pompeo", "Huawei=huawei", "Mike Pompeo=mike-pompeo"],
    ],
  ])("%s", (_, text, expected) => {
    expect(brief(find(newsMatcher, text))).toEqual(expected);
  });

  it("respects the dates of the person's fame", () => {
    expect(find(newsMatcher, "Trump spoke", { published: "2010-01-01" })).toEqual([]);
  });

  it("tells two bearers apart by the nearest full name before it", () => {
    const text = ["Mike Rogers spoke.", "Rogers left.", "Ted Rogers came.", "Rogers sat."];
    expect(brief(find(newsMatcher, text))).toEqual([
      "Mike Rogers=mike-rogers",
      "Rogers=mike-rogers",
      "Ted Rogers=ted-rogers",
      "Rogers=ted-rogers",
    ]);
  });

  it("is left alone after somebody whose name is a container", () => {
    const matcher = matcherOf(
      [person("mike-pompeo", ["Mike Pompeo"], { text: ["Pompeo"] })],
      ["Ellen Pompeo"],
    );
    const text = "Mike Pompeo met Ellen Pompeo. Pompeo spoke.";
    expect(brief(find(matcher, text))).toEqual(["Mike Pompeo=mike-pompeo"]);
  });

  it("is uncertain when two bearers stand in its own paragraph", () => {
    const found = find(newsMatcher, "Mike Rogers met Ted Rogers. Rogers spoke.").at(-1);
    expect(found).toMatchObject({ certainty: "uncertain", candidates: ["ted-rogers", "mike-rogers"] });
  });

  it("says where the full name stands", () => {
    const found = find(newsMatcher, ["Mike Pompeo came.", "Pompeo spoke."]).at(-1);
    expect(found?.reason).toEqual({
      code: "surname",
      surname: "Pompeo",
      fullName: "Mike Pompeo",
      block: 0,
      where: "before",
    });
  });
});
