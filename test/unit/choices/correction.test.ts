import { describe, expect, test } from "vitest";
import {
  addressOf,
  correctionFile,
  correctionFileName,
  correctionFileSchema,
  correctionFileText,
  correctionOf,
} from "../../../src/core/choices/correction.ts";
import { correctionText } from "../../../src/core/choices/correction-text.ts";
import { sampleChoices } from "../../support/choice-samples.ts";

const byScope = (at: number) => {
  const choice = sampleChoices[at];
  if (!choice) throw new Error("no such sample");
  return choice;
};
const here = byScope(1);
const everywhere = byScope(3);
const silent = { comment: "", claim: "", url: "" };

describe("a correction", () => {
  test("holds entity, matched text, page, version and what the reader says", () => {
    const words = { comment: " It is a building. ", claim: "Vendor A is excluded", url: addressOf(here) };
    expect(correctionOf(here, words)).toEqual({
      problem: "not-this-entity",
      entity: { id: "vendor-a", name: "Vendor A" },
      matchedText: "A Tower",
      claim: "Vendor A is excluded",
      scope: "here",
      page: {
        url: "https://news.example/2020/02/01/masts?utm_source=mail",
        canonicalUrl: "https://news.example/2020/02/01/masts",
        title: "The council opens the door halfway",
      },
      made: "2026-11-23T10:00:00.000Z",
      datasetVersion: "2026.11.0",
      comment: "It is a building.",
    });
  });

  test("names no page where the reader took the address out or none was kept", () => {
    expect(correctionOf(here, silent).page).toBeNull();
    expect(correctionOf(everywhere, silent)).toMatchObject({ page: null, claim: null });
  });

  test("does not put the title of one page to the address of another", () => {
    const url = "https://other.example/x";
    expect(correctionOf(here, { ...silent, url }).page).toEqual({ url, canonicalUrl: null, title: null });
  });

  test("is text for a mail, one fact a line", () => {
    const text = correctionText(
      correctionOf(here, { comment: "A building.", claim: "", url: addressOf(here) }),
    );
    expect(text.split("\n")).toEqual([
      "Telecom Lens: “A Tower” does not mean Vendor A",
      "",
      "Marked as: Vendor A (vendor-a)",
      "Matched text: A Tower",
      "Left out: in this article, since 2026-11-23",
      "Page: https://news.example/2020/02/01/masts?utm_source=mail",
      "Canonical: https://news.example/2020/02/01/masts",
      "Title: The council opens the door halfway",
      "Dataset: 2026.11.0",
      "",
      "A building.",
      "",
    ]);
    expect(correctionText(correctionOf(everywhere, { ...silent, claim: "She is a minister" }))).toContain(
      "Claim of the card: She is a minister",
    );
  });
});

test("the file is of its documented form and named by its day", () => {
  const corrections = sampleChoices.map((choice) =>
    correctionOf(choice, { ...silent, url: addressOf(choice) }),
  );
  const file = correctionFile(corrections, {
    exported: "2026-11-24T12:00:00.000Z",
    datasetVersion: "2026.11.0",
  });
  expect(correctionFileSchema.parse(JSON.parse(correctionFileText(file)))).toEqual(file);
  expect(correctionFileName(file)).toBe("telecom-lens-corrections-2026-11-24.json");
});
