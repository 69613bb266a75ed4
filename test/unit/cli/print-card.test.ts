import { expect, test } from "vitest";
import { printCard } from "../../../src/cli/print-card.ts";
import { noRecordCard, officialCard, policyCard, vendorCard } from "../../support/card-samples.ts";

test("a card in the terminal says what the policy was on the article's day, and is now", () => {
  const text = printCard(vendorCard);
  expect(text).toContain("Then (2020-02-01)");
  expect(text).toContain(`Now (${vendorCard.today})`);
  expect(text).toContain("from the page's JSON-LD");
  for (const source of vendorCard.sources) expect(text).toContain(`[${source.number}] ${source.publisher}`);
});

test("a card in the terminal says 'no record' as exactly that", () => {
  expect(printCard(noRecordCard)).toContain("no record. That is not the same as no restriction.");
});

test("a card in the terminal gives both sides of a claim", () => {
  const [claim] = vendorCard.pairs[0]?.claims ?? [];
  const words = (text: string) => text.replace(/\s+/g, " ");
  expect(words(printCard(vendorCard))).toContain(words(`${claim?.by} says: ${claim?.says}`));
  expect(words(printCard(vendorCard))).toContain(words(`${claim?.answers[0]?.by} answers:`));
});

test("no line is wider than asked for, but for addresses", () => {
  for (const card of [vendorCard, officialCard, policyCard, noRecordCard]) {
    const wide = printCard(card, 80)
      .split("\n")
      .filter((line) => line.length > 80 && line.trim().includes(" "));
    expect(wide).toEqual([]);
  }
});
