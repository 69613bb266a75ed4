import { describe, expect, test } from "vitest";
import { describe as describeCard } from "../../../src/core/card/describe.ts";
import { type PageTable, pageTable, pairDetails, type TableCell } from "../../../src/core/card/page-table.ts";
import { statusOn } from "../../../src/core/dataset/status.ts";
import {
  catalogueOf,
  checkedDay,
  countryInput,
  measureInput,
  sampleCatalogue,
  step,
  vendorInput,
} from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();
const named = (text: string) =>
  text.split(" ").map((word) => {
    const [id = "", count = "1"] = word.split("*");
    return { id, count: Number(count) };
  });
const tableOf = (text: string, articleDay: string | null = "2020-02-01", catalogue = sample) =>
  pageTable(catalogue, { articleDay, today: checkedDay, named: named(text) });

const ids = (table: PageTable | null) => ({
  rows: table?.rows.map(({ place }) => place.id),
  columns: table?.subjects.map(({ id }) => id),
});
const words = (cell: TableCell | undefined) =>
  cell === undefined || cell === "home"
    ? cell
    : [cell.atArticle, cell.now].map(
        (answer) => answer && (answer.policy?.stance ?? answer.beside ?? "no record"),
      );

describe("the table of a page", () => {
  test("has the countries as rows and the vendors as columns", () => {
    const table = tableOf("northland acme-radio jane-doe safe-networks-act");
    expect(ids(table)).toEqual({ rows: ["northland"], columns: ["acme-radio"] });
  });

  test.each([
    ["no country", "acme-radio jane-doe"],
    ["no vendor", "northland southland"],
    ["a vendor and nothing but its home", "acme-radio eastland"],
    ["a body without members", "acme-radio mast-office"],
  ])("is none for a page with %s", (_, text) => {
    expect(tableOf(text)).toBeNull();
  });

  test("puts what has a record first, then what is named most often", () => {
    expect(ids(tableOf("westland*9 northland*1 southland*2 acme-radio*1"))).toEqual({
      rows: ["southland", "northland", "westland"],
      columns: ["acme-radio"],
    });
    const table = tableOf("westland southland bolt-networks*9 acme-radio*1");
    expect(ids(table).columns).toEqual(["acme-radio", "bolt-networks"]);
    for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(2);
  });

  test("leaves out alliances and apps of which nothing is on record, and keeps countries and vendors", () => {
    expect(
      ids(tableOf("northland westland inland-union bolt-networks chatterbox northtel", "2018-01-01")),
    ).toEqual({
      rows: ["northland", "westland"],
      columns: ["bolt-networks", "chatterbox"],
    });
    expect(ids(tableOf("westland eastland bolt-networks northtel"))).toEqual({
      rows: ["eastland", "westland"],
      columns: ["bolt-networks"],
    });
  });

  test("says then and now, and says no record as no record", () => {
    const cells = tableOf("northland westland acme-radio")?.rows.map(({ cells: [cell] }) => words(cell));
    expect(cells).toEqual([
      ["restricts", "prohibits"],
      ["no record", "no record"],
    ]);
  });

  test("says only what holds now where the article has no date", () => {
    const [row] = tableOf("northland acme-radio", null)?.rows ?? [];
    expect(words(row?.cells[0])).toEqual([null, "prohibits"]);
  });

  test("asks nothing of a vendor's home", () => {
    const table = tableOf("northland eastland acme-radio");
    expect(table?.rows.map(({ place, cells }) => [place.id, words(cells[0]) === "home"])).toEqual([
      ["northland", false],
      ["eastland", true],
    ]);
  });

  test("answers every cell as the status functions do, and as the card's pair does", () => {
    const table = tableOf(
      "northland southland westland inland-union acme-radio bolt-networks chatterbox northtel",
    );
    let compared = 0;
    for (const { place: link, cells } of table?.rows ?? []) {
      for (const [index, cell] of cells.entries()) {
        const place = sample.entity(link.id);
        const subject = sample.entity(table?.subjects[index]?.id ?? "");
        if (cell === "home" || !subject) continue;
        if (place?.kind !== "country" && place?.kind !== "organisation")
          throw new Error(`${link.id} is no place`);
        for (const [on, answer] of [
          ["2020-02-01", cell.atArticle],
          [checkedDay, cell.now],
        ] as const) {
          const { status, lead } = statusOn(sample, { place, subject, on, today: checkedDay });
          expect(answer?.policy?.status ?? "no-record").toBe(status);
          expect(answer?.policy?.measure).toBe(status === "no-record" ? undefined : lead?.measure.id);
          compared += 1;
        }
        const details = pairDetails(sample, {
          place: place.id,
          subject: subject.id,
          articleDay: "2020-02-01",
          today: checkedDay,
        });
        if (cell.now.policy) expect(details?.pair.now.lead).toMatchObject(cell.now.policy);
      }
    }
    expect(compared).toBeGreaterThan(10);
  });

  test("does not take an act for a part of the country, or a company's choice, for the country's policy", () => {
    const catalogue = catalogueOf(
      [
        countryInput("northland", "XN"),
        countryInput("eastland", "XE"),
        vendorInput("acme-radio", "eastland"),
        vendorInput("bolt-networks", "eastland"),
      ],
      [
        measureInput("xn-part", { part: "The North", steps: [step("in-force", "2019-01-01")] }),
        measureInput("xn-own", {
          issuer: "acme-radio",
          targets: [{ entity: "bolt-networks", basis: "named" }],
          steps: [step("in-force", "2019-01-01")],
        }),
      ],
    );
    const [row] = tableOf("northland acme-radio bolt-networks", "2020-02-01", catalogue)?.rows ?? [];
    expect(row?.cells.map(words)).toEqual([
      ["part", "part"],
      ["own-choice", "own-choice"],
    ]);
  });
});

describe("the details of a cell", () => {
  const question = { place: "northland", subject: "acme-radio", articleDay: "2020-02-01", today: checkedDay };

  test("are the card's own pair, with every source that its numbers point at", () => {
    const details = pairDetails(sample, question);
    const card = describeCard(sample, {
      id: "northland",
      articleDate: { day: "2020-02-01", origin: "meta" },
      today: checkedDay,
      mentions: [
        { id: "northland", block: 0, sentence: 0 },
        { id: "acme-radio", block: 0, sentence: 0 },
      ],
      at: 0,
      notes: 0,
    });
    expect(details?.pair).toEqual(card?.pairs[0]);
    const cited = details?.pair.timeline.flatMap(({ sources }) => sources) ?? [];
    const listed = details?.sources.map(({ number }) => number);
    expect(cited.length).toBeGreaterThan(0);
    expect(listed).toEqual(expect.arrayContaining(cited));
  });

  test.each([
    ["a place that is none", { place: "mast-office" }],
    ["a subject that is none", { subject: "jane-doe" }],
    ["an id that nobody has", { place: "nowhere" }],
  ])("are none for %s", (_, wrong) => {
    expect(pairDetails(sample, { ...question, ...wrong })).toBeNull();
  });
});
