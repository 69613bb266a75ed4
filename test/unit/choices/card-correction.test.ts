import { describe, expect, test } from "vitest";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { cardText } from "../../../src/core/card/card-text.ts";
import { citationText } from "../../../src/core/card/citation.ts";
import { correctionOfCard, statementsOfCard } from "../../../src/core/choices/card-correction.ts";
import { correctionSchema } from "../../../src/core/choices/correction.ts";
import {
  correctionLimits,
  correctionText,
  correctionTitle,
  issueDraft,
  mailDraft,
} from "../../../src/core/choices/correction-text.ts";
import {
  companyCard,
  noRecordCard,
  officialCard,
  packCard,
  packEntityCard,
  policyCard,
  sampleCards,
  vendorCard,
} from "../../support/card-samples.ts";

const made = "2026-11-24T12:00:00.000Z";
const named = (model: CardModel) => statementsOfCard(model).map(({ what, title }) => `${what}: ${title}`);

function report(
  model: CardModel,
  at = 0,
  comment = "",
  page: Parameters<typeof correctionOfCard>[0]["page"] = null,
) {
  const statement = statementsOfCard(model)[at];
  if (!statement) throw new Error("no such statement");
  return correctionOfCard({ model, matchedText: "the vendor", statement, comment, page, made });
}
const words = (href: string) => new URL(href).searchParams;

describe("what a reader may call wrong", () => {
  test("is led by the measure that answers, and each stands there once", () => {
    expect(named(vendorCard)).toEqual([
      "measure: Direction",
      "measure: Security Act",
      "measure: Cap on high-risk vendors",
      "about: Vendor A",
      "statement: Government of Country A",
      "mark: Vendor A",
    ]);
  });

  test("is that nothing is on record, what offices a person held, or which measures name it", () => {
    expect(named(noRecordCard)[0]).toBe("no-record: Vendor A in Country A");
    expect(named(officialCard)[0]).toBe("offices: Person A");
    expect(named(companyCard)[0]).toBe("measure: Ban on government devices");
    expect(named(policyCard)[0]).toBe("measure: Cap on high-risk vendors");
  });

  test("is said as the card says it, with the day", () => {
    const [lead] = statementsOfCard(vendorCard);
    expect(lead?.says).toBe(
      "Vendor A in Country A, on 2026-11-24: Direction: prohibits, in force since 2022-10-13 (No new equipment; all of it out by the end of 2027)",
    );
    expect(statementsOfCard(officialCard)[0]?.says).toBe(
      "Foreign Minister, Government of Country A (2019-07-24 – 2021-09-15)",
    );
  });

  test("of a measure that led then and leads now is what it says on both days", () => {
    const [pair] = vendorCard.pairs;
    const atArticle = pair?.now && { ...pair.now, on: "2023-02-01" };
    const model = { ...vendorCard, pairs: [{ ...pair, atArticle } as CardModel["pairs"][number]] };
    const [lead] = statementsOfCard(model);
    expect(lead?.says).toContain("on 2026-11-24");
    expect(lead?.says).toContain("on 2023-02-01");
  });
});

describe("a report from the card", () => {
  test.each(Object.entries(sampleCards))("is a correction of the documented form: %s", (_, model) => {
    for (let at = 0; at < statementsOfCard(model).length; at += 1) {
      const { record, pack, ...correction } = report(model, at);
      expect(
        correctionSchema.parse(JSON.parse(JSON.stringify({ record, pack, ...correction }))),
      ).toMatchObject(correction);
    }
  });

  test("names entity, claim, record, matched text and version, and no page unless it is given one", () => {
    const silent = report(vendorCard);
    expect(silent.page).toBeNull();
    expect(correctionText(silent).split("\n")).toEqual([
      "Telecom Lens: a mistake about Vendor A",
      "",
      "About: Vendor A (vendor-a)",
      "Matched text: the vendor",
      "Claim of the card: Vendor A in Country A, on 2026-11-24: Direction: prohibits, in force since 2022-10-13 (No new equipment; all of it out by the end of 2027)",
      "Record: xa-2022-direction",
      "Dataset: 2026.11.0",
      "",
    ]);
    const page = { url: "https://news.example/a", canonicalUrl: null, title: "A title" };
    const text = correctionText(report(vendorCard, 0, " It ended in 2025. ", page));
    expect(text).toContain("Page: https://news.example/a\nTitle: A title\n");
    expect(text).toMatch(/\n\nIt ended in 2025\.\n$/);
  });

  test("on the mark says that the text does not mean the entity", () => {
    const correction = report(vendorCard, statementsOfCard(vendorCard).length - 1);
    expect(correction).toMatchObject({ problem: "not-this-entity", claim: null, scope: null });
    expect(correctionTitle(correction)).toBe("Telecom Lens: “the vendor” does not mean Vendor A");
    expect(correctionText(correction)).not.toContain("Left out");
  });

  test("on a pack's record names the pack, whose maker alone can correct it", () => {
    expect(correctionText(report(packCard))).toContain("Private pack: Example News: our own 2026.11.1");
    const cap = statementsOfCard(packCard).findIndex(({ title }) => title === "Cap on high-risk vendors");
    expect(report(packCard, cap).pack).toBeUndefined();
    // What the dataset says of a pack's entity is none of the dataset's business either.
    expect(named(packEntityCard)[0]).toBe("measure: Ban on government devices");
    expect(report(packEntityCard).pack).toEqual({ title: "Example News: our own", version: "2026.11.1" });
  });

  test("on what is contested about a pack's measure names the measure and the pack", () => {
    const contested = statementsOfCard(packCard).findIndex(({ what }) => what === "statement");
    expect(report(packCard, contested)).toMatchObject({
      record: "xa-2022-direction",
      pack: { version: "2026.11.1" },
    });
    expect(report(vendorCard, contested).pack).toBeUndefined();
  });

  test("on a pair names the pack that one of the two comes from", () => {
    const pack = packCard.pack && { ...packCard.pack, records: ["country-a"] };
    for (const card of [noRecordCard, vendorCard]) {
      const model = { ...card, pack };
      expect([report(model).pack?.title, report(card).pack]).toEqual(["Example News: our own", undefined]);
      const about = statementsOfCard(model).findIndex(({ what }) => what === "about");
      expect(report(model, about).pack).toBeUndefined();
    }
  });

  test("on what one side says of several measures is one statement of all of them", () => {
    const [pair] = vendorCard.pairs;
    const [claim] = pair?.claims ?? [];
    if (!pair || !claim) throw new Error("the sample has no claim");
    const claims = [claim, { ...claim, record: "xa-act", says: "It may go on." }];
    const model = { ...vendorCard, pairs: [{ ...pair, claims }] };
    const [statement, ...others] = statementsOfCard(model).filter(({ what }) => what === "statement");
    expect([statement?.record, others]).toEqual(["xa-2022-direction", []]);
    expect(statement?.of).toEqual(expect.arrayContaining(["xa-2022-direction", "xa-act"]));
    expect(statement?.says).toMatch(/risk that can be managed.*It may go on/);
  });
});

describe("a draft", () => {
  const correction = report(vendorCard, 0, "Line one.\nÉtat & Co?");

  test("of a mail has the subject and the text, and is addressed where that is known", () => {
    const { href, isShortened } = mailDraft(correction, "data@maintainers.example");
    expect(href).toMatch(/^mailto:data@maintainers\.example\?subject=/);
    expect(words(href).get("subject")).toBe("Telecom Lens: a mistake about Vendor A");
    expect(words(href).get("body")).toMatch(/Dataset: 2026\.11\.0\r\n\r\nLine one\.\r\nÉtat & Co\?$/);
    expect(isShortened).toBe(false);
    expect(mailDraft(correction, "").href).toMatch(/^mailto:\?subject=/);
  });

  test("of an issue fills the tracker's form", () => {
    const { href } = issueDraft(correction, "https://tracker.example/new?t={title}&b={body}&labels=data");
    expect(words(href).get("t")).toBe("Telecom Lens: a mistake about Vendor A");
    expect(words(href).get("b")).toContain("Line one.\nÉtat & Co?");
    expect(words(href).get("labels")).toBe("data");
  });

  test("of whatever length arrives: it is cut between characters, and says so", () => {
    const long = report(vendorCard, 0, "😀\ud800 ".repeat(correctionLimits.comment / 4));
    for (const { href, isShortened } of [
      mailDraft(long, "data@maintainers.example"),
      issueDraft(long, "https://tracker.example/new?title={title}&body={body}"),
    ]) {
      expect(isShortened).toBe(true);
      expect(href.length).toBeLessThanOrEqual(6_000);
      expect(words(href).get("body")).toMatch(/Shortened\. The whole text can be copied\.\]$/);
      expect(words(href).get("body")).toContain("Dataset: 2026.11.0");
      expect(href.isWellFormed()).toBe(true);
    }
    expect(mailDraft(long, "").href.length).toBeLessThanOrEqual(1_900);
  });

  test("takes nothing from what is written as part of the address", () => {
    const hostile = {
      ...correction,
      comment: "&cc=all@example.org\r\nBcc: x {title}",
      matchedText: "{body}&x=1",
    };
    expect([...words(mailDraft(hostile, "a@b.example?cc=c@d.example").href).keys()]).toEqual([
      "subject",
      "body",
    ]);
    const issue = issueDraft(hostile, "https://tracker.example/new?title={title}&body={body}").href;
    expect([...words(issue).keys()]).toEqual(["title", "body"]);
  });
});

describe("a citation, and what a note freezes,", () => {
  test.each([
    ["a citation", citationText],
    ["a note", cardText],
  ])("name the private pack that they draw on, and no other: %s", (_, textOf) => {
    expect(textOf(packCard)).toContain(
      "From the private pack “Example News: our own” 2026.11.1 (unsigned), not checked by Telecom Lens: xa-2022-direction, xa-act.",
    );
    expect(textOf(packEntityCard)).not.toContain("unsigned");
    expect(textOf(vendorCard)).not.toContain("pack");
  });
});
