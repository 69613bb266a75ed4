import { describe, expect, test } from "vitest";
import {
  type Choice,
  choiceSchema,
  choicesAgainst,
  withoutRefused,
} from "../../../src/core/choices/choice.ts";
import { searchChoices } from "../../../src/core/choices/search-choices.ts";
import { sampleChoices } from "../../support/choice-samples.ts";

const same = (id: string) => id;
const page = { url: "https://news.example/a" };

function refusal(change: object): Choice {
  return choiceSchema.parse({
    id: crypto.randomUUID(),
    entity: { id: "georgia", name: "Georgia" },
    surface: "Georgia",
    made: "2026-11-24T10:00:00.000Z",
    datasetVersion: "2026.11.0",
    scope: "everywhere",
    ...change,
  });
}
const here = (url: string, canonicalUrl?: string) =>
  refusal({ scope: "here", host: "news.example", page: { url, canonicalUrl, title: "A" } });

const georgia = { id: "georgia", surface: "Georgia" };
const left = (choice: Choice, at: Parameters<typeof withoutRefused>[2], mention = georgia) =>
  withoutRefused([mention], [choice], at, same).length;

describe("a refused mention", () => {
  test("is left out; the same text for another entity, and another text for the same one, stay", () => {
    const mentions = [
      georgia,
      { id: "georgia-us", surface: "Georgia" },
      { id: "georgia", surface: "Tbilisi" },
      { id: "georgia", surface: "GEORGIA" },
    ];
    expect(withoutRefused(mentions, [refusal({})], page, same)).toEqual([mentions[1], mentions[2]]);
  });

  test("is compared folded: case, accents, soft hyphens and line breaks make no difference", () => {
    const turkey = refusal({ entity: { id: "tr", name: "Türkiye" }, surface: "Türkiye  Cumhuriyeti" });
    expect(left(turkey, page, { id: "tr", surface: "TURKIYE\nCumhu\u00adriyeti" })).toBe(0);
    expect(left(turkey, page, { id: "tr", surface: "Türkiye" })).toBe(1);
  });

  test("here is left out on that page only", () => {
    const choice = here("https://news.example/a?utm_source=mail#top");
    expect(left(choice, { url: "https://www.news.example/a/?fbclid=1" })).toBe(0);
    expect(left(choice, { url: "https://news.example/b" })).toBe(1);
    expect(left(choice, { url: "https://news.example/a?id=2" })).toBe(1);
  });

  test("on a site is left out on all of its pages, and on no other site", () => {
    const choice = refusal({ scope: "site", host: "news.example" });
    expect(left(choice, { url: "https://www.news.example/x" })).toBe(0);
    expect(left(choice, { url: "https://other.example/x" })).toBe(1);
    expect(left(choice, { url: "about:blank" })).toBe(1);
  });

  test("everywhere is left out on every page", () => {
    expect(left(refusal({}), { url: "https://other.example/" })).toBe(0);
  });

  test("stays refused when its entity is renamed in a later dataset", () => {
    const renamed = (id: string) => (id === "georgia" ? "georgia-country" : id);
    const mention = { id: "georgia-country", surface: "Georgia" };
    expect(withoutRefused([mention], [refusal({})], page, renamed)).toEqual([]);
    expect(choicesAgainst([refusal({})], mention, page, renamed)).toHaveLength(1);
  });

  test("comes back by undoing every choice that took it away here, and no other", () => {
    const against = refusal({ scope: "site", host: "news.example" });
    const elsewhere = refusal({ scope: "site", host: "other.example" });
    const other = refusal({ entity: { id: "georgia-us", name: "Georgia" } });
    const choices = [against, elsewhere, other, here("https://news.example/a")];
    expect(choicesAgainst(choices, georgia, page, same)).toEqual([against, choices[3]]);
  });
});

describe("a choice", () => {
  test("for everywhere holds nothing of the page", () => {
    expect(
      Object.keys(refusal({ host: "news.example", page: { url: "https://x.example/", title: "t" } })),
    ).toEqual(["id", "entity", "surface", "made", "datasetVersion", "scope"]);
  });

  test("for a site holds its host and nothing more of the page", () => {
    const made = refusal({ scope: "site", host: "news.example", page: { url: "https://news.example/x" } });
    expect(made).not.toHaveProperty("page");
  });
});

test("choices are found by name, text, site and title", () => {
  const found = (query: string) => searchChoices(sampleChoices, query).map(({ surface }) => surface);
  expect(found("  ")).toHaveLength(4);
  expect(found("JANE")).toEqual(["Doe"]);
  expect(found("paper carrier")).toEqual(["carrier"]);
  expect(found("council masts")).toEqual(["A Tower"]);
  expect(found("nowhere")).toEqual([]);
});
