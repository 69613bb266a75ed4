import { describe, expect, it } from "vitest";
import { anchorPassage, describePassage } from "../../../../src/core/notes/anchoring/anchor-passage.ts";

describe("a quote that stood twice, with a typo by now where it was noted", () => {
  const quote = "The operator declined to name its supplier for the second year in a row";
  const text = [
    `Before the ceremony in the old town hall nobody spoke. ${quote}, and the minister left at noon.`,
    `Before the ceremony in the new market nobody spoke. ${quote}, and the minister left at noon.`,
    "All was as in the year before, said the spokesman.",
  ].join("\n");
  const passage = describePassage(text, text.indexOf(quote), text.indexOf(quote) + quote.length);

  it("is the one that is left when its copy stands as it was", () => {
    const changed = text.replace("supplier", "suplier");
    const start = changed.indexOf("The operator");
    expect(anchorPassage(changed, passage)).toMatchObject({ state: "found", how: "fuzzy", start });
  });

  it("is an orphan when it is gone and its copy stands as it was", () => {
    const changed = text.slice(text.indexOf("\n") + 1);
    expect(anchorPassage(changed, passage).state).toBe("orphan");
  });
});

describe("a quote that stood twice, among blocks that come and go", () => {
  const quote = "A mast of Vodafone Albania above Tirana";
  const within = (words: string) => `In this photograph stands ${words}, as the regulator asked.`;
  const [signed, years, list, cost, masts] = [
    "The government signed the agreement in May.",
    "Operators have three years to replace what is in use.",
    "The regulator will publish the list before the winter.",
    "Nobody at the ministry would say what it will cost.",
    "Vodafone has said that it will build two hundred masts in the north.",
  ];
  const doubt = "Analysts doubt that the licences can be auctioned next spring.";
  const page = (...blocks: string[]) => blocks.join("\n");
  /** Which block was found of a passage that was the quote in one of the blocks (by number), and the words found. */
  const found = (before: string[], own: number, after: string[]) => {
    const start = page(...before.slice(0, own), "").length + (before[own]?.indexOf(quote) ?? 0);
    const anchoring = anchorPassage(
      page(...after),
      describePassage(page(...before), start, start + quote.length),
    );
    if (anchoring.state === "orphan") return null;
    const { start: from, end } = anchoring;
    return {
      block:
        page(...after)
          .slice(0, from)
          .split("\n").length - 1,
      words: page(...after).slice(from, end),
    };
  };

  it("is told by what stands next to each, though both have a typo by now", () => {
    const typo = quote.replace("Vodafone", "Vodafne");
    const before = [within(quote), within(quote), masts, doubt, cost];
    expect(found(before, 0, [within(typo), within(typo), masts, doubt, cost])).toEqual({
      block: 0,
      words: typo,
    });
  });

  it("is an orphan once it is gone, where its copy has kept its own neighbour among those of the passage", () => {
    const before = [quote, "Related stories", list, quote, years, doubt, cost];
    expect(found(before, 3, [years, quote, "Related stories", list, doubt, cost])).toBeNull();
  });

  it("is an orphan where its copy has come to stand among what stood around it", () => {
    const before = [quote, masts, cost, doubt, "2", list, quote, signed, "Photograph: Reuters"];
    const moved = [
      quote,
      doubt,
      cost,
      quote,
      "2",
      masts,
      "Advertisement",
      list,
      signed,
      "Photograph: Reuters",
    ];
    expect(found(before, 0, moved)).toBeNull();
  });

  it("is not taken for something with more words in it, that was like it all along, once it is gone", () => {
    const alike = within(quote.replace("above", "or two above"));
    const before = [within(quote), cost, list, "2", "Related stories", within(quote), alike, signed];
    expect(found(before, 0, before.slice(1))).toBeNull();
  });
});

describe("a quote of which the page has a copy that has come to nearly all of its context", () => {
  const block =
    "In this photograph of Tuesday the mast of Vodafone Albania stands above the old town of Tirana, where the operator " +
    "has three years to replace what is in use, as the regulator has asked of all who bought their radio equipment from " +
    "vendors that are not trusted any more, and who have not said yet what it will cost.";
  const wide = block.replace("the mast of", "the  mast of");
  const quote = "photograph of Tuesday the mast of Vodafone Albania stands above the old town of Tirana";
  const between = ["The regulator will publish the list before the winter.", "Nobody would say when."];
  const page = (first: string, second: string) =>
    ["Photograph", first, ...between, "Photograph", second, "Related"].join("\n");
  const text = page(block, block);
  const passage = describePassage(text, text.indexOf(quote), text.indexOf(quote) + quote.length);

  it("is found by the whole of it, as long as the copy stands there, too, whatever the white space", () => {
    expect(passage.rival).toMatchObject({ passage: 1, copies: 1 });
    for (const changed of [page(wide, wide), page(block, wide), page(wide, block)]) {
      const moved = `Advertisement\n${changed}`;
      const start = moved.indexOf("photograph");
      expect(anchorPassage(moved, passage)).toMatchObject({ state: "found", start, edited: false });
    }
  });

  it("is an orphan once one of the two is gone", () => {
    for (const left of [block, wide]) {
      const moved = ["Advertisement", "Photograph", left, ...between, "Related"].join("\n");
      expect(anchorPassage(moved, passage).state).toBe("orphan");
    }
  });
});

describe("a quote at its very offset of which the page has a copy", () => {
  const long = "The operator declined to name its supplier for the second year in a row";
  const noted = (text: string, quote: string, at = text.lastIndexOf(quote)) =>
    describePassage(text, at, at + quote.length);

  it("is the passage when it is long, though the context that it had stands around the copy now", () => {
    const text = ["Before the fair.", long, "Behind the fair.", long, "At the end."].join("\n");
    const changed = ["Behind the fair.", long, "Before the ball.", long, "Neither nor."].join("\n");
    const start = changed.lastIndexOf(long);
    expect(anchorPassage(changed, noted(text, long))).toMatchObject({
      state: "found",
      start,
      how: "position",
    });
  });

  it("is the copy, though it is long, where that has come to its place with what stood around it", () => {
    const text = ["1 / 5", long, long, "Behind the fair.", "Before the ball.", "At the end."].join("\n");
    const changed = ["1 / 5", long, "Behind the fair.", "Before the ball.", long, "At the end."].join("\n");
    const anchoring = anchorPassage(changed, noted(text, long, text.indexOf(long)));
    expect(anchoring).not.toMatchObject({ state: "found", start: changed.indexOf(long) });
  });

  it("is another row of a table when it is short and one came in that is as long", () => {
    const cell = "prohibited, in force since 2020";
    const rows = ["Albania", "Denmark", "Estonia", "Finland", "Hungary"].map((name) => `${name}: ${cell}.`);
    const text = rows.join("\n");
    const changed = ["Austria", ...["Albania", "Denmark", "Estonia", "Finland", "Hungary"]]
      .map((name) => `${name}: ${cell}.`)
      .join("\n");
    const anchoring = anchorPassage(changed, noted(text, cell, text.indexOf(cell, text.indexOf("Estonia"))));
    expect(anchoring).toMatchObject({
      state: "found",
      start: changed.indexOf(cell, changed.indexOf("Estonia")),
    });
  });
});
