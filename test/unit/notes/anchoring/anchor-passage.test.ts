import { describe, expect, it } from "vitest";
import {
  anchorer,
  anchorPassage,
  describePassage,
} from "../../../../src/core/notes/anchoring/anchor-passage.ts";
import { passageSchema } from "../../../../src/core/notes/note.ts";

const article = [
  "Albania joins the Clean Network",
  "Tirana signed a memorandum with Washington on Tuesday, promising to keep untrusted vendors away from its networks.",
  "Vodafone Albania said its radio equipment came from Ericsson, while Telekom Albania declined to name its supplier.",
  "“We will not put our citizens’ data at risk,” the minister told reporters after the ceremony in the old town hall.",
  "Beijing called the accusations baseless and accused the United States of abusing state power against its companies.",
  "Analysts doubt that operators can afford to replace their base stations before the licences are auctioned next spring.",
].join("\n");

function noted(quote: string, text = article) {
  const start = text.indexOf(quote);
  if (start < 0) throw new Error(`"${quote}" is not in the text.`);
  return describePassage(text, start, start + quote.length);
}

/** What is found of a quote after the text changed, with what is said of it. */
function found(quote: string, changed: string, text = article) {
  const anchoring = anchorPassage(changed, noted(quote, text));
  if (anchoring.state === "orphan") return anchoring;
  const { start, end, how, edited } = anchoring;
  return { text: changed.slice(start, end), how, edited };
}

describe("a passage is described", () => {
  it("with quote, context and position, as the note's schema has it", () => {
    const passage = noted("the minister told reporters");
    expect(passageSchema.parse(passage)).toEqual(passage);
    expect(passage.prefix).toHaveLength(200);
    expect(article.slice(passage.start, passage.end)).toBe("the minister told reporters");
    expect(passage.prefix + passage.quote + passage.suffix).toBe(
      article.slice((passage.start ?? 0) - 200, (passage.end ?? 0) + 200),
    );
  });

  it("within the limits of a note, no character cut in two", () => {
    const text = `${"😀".repeat(120)}${"x".repeat(19_999)}😀${"😀".repeat(120)}`;
    const passage = describePassage(text, 240, 240 + 20_001);
    expect(passageSchema.parse(passage)).toEqual(passage);
    expect(passage.quote).toBe("x".repeat(19_999));
    for (const part of [passage.prefix, passage.suffix]) expect(part).not.toMatch(/^[\udc00-\udfff]/);
    expect(describePassage("a😀b", 2, 3).quote).toBe("😀");
    const odd = `${"😀".repeat(120)}z`;
    expect(describePassage(`${odd}quote${odd}`, 241, 246)).toMatchObject({
      prefix: `${"😀".repeat(99)}z`,
      suffix: "😀".repeat(100),
    });
  });

  it("with what stands before it, were it gone from the end of its block, as the end of that block", () => {
    const quote = "and that costs as much to build, should charge average fees of three lek";
    const last = ` So a mast that carries three hundred users, ${quote}`;
    const before =
      "Operators say that for every mast they raise, the regulator should charge one lek in average monthly fees.";
    const text = [article, `${before}${last}`, "The regulator will publish the list before the winter."].join(
      "\n",
    );
    const passage = noted(quote, text);
    const anchoring = anchorPassage(text.replace(last, ""), passage);
    if (anchoring.state !== "orphan") throw new Error("found, though it is gone");
    expect(passage.rival?.passage).toBeGreaterThan((anchoring.candidates[0]?.score ?? 1) - 0.02);
  });

  it("with what it could be mistaken for", () => {
    expect(noted("declined to name its supplier").rival).toMatchObject({ copies: 0 });
    expect(noted("declined to name its supplier").rival?.quote).toBeLessThan(0.5);
    const twice = `${article}\nTelekom Albania declined to name its supplier.`;
    const { rival } = noted("declined to name its supplier", twice);
    expect(rival).toMatchObject({ copies: 1, quote: 1 });
    expect(rival?.passage).toBeGreaterThan(0.6);
  });
});

describe("a passage is found", () => {
  it("though it is of signs alone, where they stood once and still do", () => {
    const signs = "* * * — — — * * * — —";
    const passage = describePassage(`Before. ${signs} Behind.`, 8, 8 + signs.length);
    expect(anchorPassage(`All else is new: ${signs}`, passage)).toMatchObject({ state: "found", start: 17 });
    const twice = describePassage(`${signs}\n${signs}`, 0, signs.length);
    expect(anchorPassage(`All else is new: ${signs}`, twice).state).toBe("orphan");
  });

  it("where it stood", () => {
    expect(found("came from Ericsson", article)).toEqual({
      text: "came from Ericsson",
      how: "position",
      edited: false,
    });
  });

  it("where it stands now, when something came in before it", () => {
    const quote = "came from Ericsson";
    expect(found(quote, `Advertisement\n${article}`)).toEqual({ text: quote, how: "quote", edited: false });
  });

  it("in a paragraph that was moved", () => {
    const lines = article.split("\n");
    const quote = "accused the United States of abusing state power";
    const moved = [lines[4], ...lines.slice(0, 4), lines[5]].join("\n");
    expect(found(quote, moved)).toEqual({ text: quote, how: "quote", edited: false });
  });

  it.each<[string, string, string, boolean]>([
    [
      "quotes and dashes of another kind",
      "“We will not put our citizens’ data at risk,”",
      '"We will not put our citizens\' data at risk,"',
      false,
    ],
    [
      "guillemets set apart",
      "“We will not put our citizens’ data at risk,”",
      "«\u00a0We will not put our citizens’ data at risk,\u00a0»",
      false,
    ],
    [
      "soft hyphens",
      "promising to keep untrusted vendors",
      "promis\u00ading to keep un\u00adtrusted ven\u00addors",
      false,
    ],
    [
      "other white space",
      "promising to keep untrusted vendors",
      "promising  to\u00a0keep\nuntrusted   vendors",
      false,
    ],
    ["capitals", "Albania joins the Clean Network", "ALBANIA JOINS THE CLEAN NETWORK", false],
    [
      "a corrected word",
      "abusing state power against its companies",
      "abusing state powers against its companies",
      true,
    ],
    ["another first word", "declined to name its supplier", "refused to name its supplier", true],
    ["another last word", "declined to name its supplier", "declined to name its vendor", true],
    [
      "words that came in",
      "came from Ericsson, while Telekom Albania",
      "came from Ericsson of Sweden alone, while Telekom Albania",
      true,
    ],
    [
      "words that were taken out",
      "base stations before the licences are auctioned next spring",
      "base stations before the auction next spring",
      true,
    ],
  ])("with true ends through %s", (_, before, after, edited) => {
    expect(found(before, article.replace(before, after))).toEqual({ text: after, how: "fuzzy", edited });
  });

  it("with its first word replaced in a paragraph that was moved", () => {
    const lines = article.split("\n");
    const moved = [(lines[4] ?? "").replace("Beijing", "China"), ...lines.slice(0, 4), lines[5]].join("\n");
    expect(found(lines[4] ?? "", moved)).toMatchObject({ text: moved.split("\n")[0], edited: true });
  });

  it("begun and ended inside of words as it was", () => {
    const quote = "mising to keep untrusted vend";
    expect(found(quote, article.replace("to keep untrusted", "to keep mistrusted"))).toMatchObject({
      text: "mising to keep mistrusted vend",
      edited: true,
    });
  });

  it("around an advertisement that came into it", () => {
    const quote = "after the ceremony in the old town hall.\nBeijing called the accusations baseless";
    const [first, second] = quote.split("\n") as [string, string];
    const inserted = `${first}\nSign up for our newsletter: stories about networks every morning.\n${second}`;
    expect(found(quote, article.replace(quote, inserted))).toMatchObject({ text: inserted, edited: true });
  });

  it.each<[string, string]>([
    ["its last word", "after the ceremony in the old town hall.\nBeijing"],
    ["its first word", "hall.\nBeijing called the accusations baseless and accused the United States"],
    ["its two last words", "after the ceremony in the old town hall.\nBeijing called"],
  ])("around a long advertisement that parts it from %s", (_, quote) => {
    const advertisement =
      "Stories about the masts of other countries are sent to those who have signed up for them. ".repeat(4);
    const inserted = quote.replace("\n", `\n${advertisement.trim()}\n`);
    expect(found(quote, article.replace(quote, inserted))).toMatchObject({ text: inserted, edited: true });
  });

  it("in a sentence of which half was rewritten, by its context", () => {
    const before =
      "Vodafone Albania said its radio equipment came from Ericsson, while Telekom Albania declined to name its supplier.";
    const after =
      "Vodafone Albania bought its radio gear from Ericsson; its rival Telekom Albania would not name a supplier.";
    expect(found(before, article.replace(before, after))).toMatchObject({ text: after, edited: true });
  });

  it("in scripts without spaces", () => {
    const text =
      "华为表示将继续向欧洲运营商供应设备。\n英国政府决定在二〇二七年之前拆除华为的全部五季设备。\n爱立信和诺基亚有望获得新的订单。";
    const quote = "拆除华为的全部五季设备";
    const changed = text.replace("全部五季", "所有五季");
    expect(found(quote, `广告\n${changed}`, text)).toMatchObject({
      text: "拆除华为的所有五季设备",
      edited: true,
    });
  });

  it("by quote and context alone, as other programs write it", () => {
    const passage = {
      quote: "declined to name its suplier",
      prefix: "while Telekom Albania ",
      suffix: ".\n“We will",
    };
    expect(anchorPassage(article, passage)).toMatchObject({ state: "found", how: "fuzzy", edited: true });
  });

  it("with others of its page, whose words are read once", () => {
    // Too little of either is left for the quick way.
    const changed = article
      .replace(
        "said its radio equipment came from",
        "bought, as it said on Tuesday after some delay, its radio gear from",
      )
      .replace(", while Telekom Albania declined to name its", "; its rival would not name a")
      .replace(
        "keep untrusted vendors away from",
        "keep, as others had done in the year before, vendors it mistrusts out of",
      );
    const passages = [
      "Vodafone Albania said its radio equipment came from Ericsson",
      "promising to keep untrusted vendors away from its networks",
    ].map((quote) => noted(quote));
    const [together, apart] = [{ steps: 0 }, { steps: 0 }];
    expect(passages.map(anchorer(changed, together))).toEqual(
      passages.map((passage) => anchorPassage(changed, passage, apart)),
    );
    expect(apart.steps - together.steps).toBe(changed.length);
  });
});

describe("a note is an orphan", () => {
  it("when its passage was deleted, alone, with its sentence or with its paragraph", () => {
    const quote = "declined to name its supplier";
    const paragraph = article.split("\n")[2] ?? "";
    for (const gone of [quote, "while Telekom Albania declined to name its supplier.", `${paragraph}\n`])
      expect(anchorPassage(article.replace(gone, ""), noted(quote)).state).toBe("orphan");
  });

  it("when its passage was deleted and its words stand elsewhere", () => {
    const copied = `${article}\nIn another country Telekom Albania's owner declined to name its supplier.`;
    const passage = noted("declined to name its supplier", copied);
    const gone = copied.replace("while Telekom Albania declined to name its supplier", "");
    expect(anchorPassage(gone, passage).state).toBe("orphan");
  });

  it("when of two copies with all their context one is gone", () => {
    const twice = `${article}\n${article}`;
    const at = twice.lastIndexOf("came from Ericsson");
    const passage = describePassage(twice, at, at + "came from Ericsson".length);
    expect(anchorPassage(`${article}\nAdvertisement`, passage).state).toBe("orphan");
  });

  it("when two places are equally good, with both offered", () => {
    const twice = `Advertisement\n${article}\n${article}`;
    const passage = noted("declined to name its supplier");
    const anchoring = anchorPassage(twice, passage);
    if (anchoring.state !== "orphan") throw new Error("found, though it stands there twice");
    expect(anchoring.candidates.length).toBeGreaterThanOrEqual(2);
    expect(anchoring.candidates.map(({ start, end }) => twice.slice(start, end)).slice(0, 2)).toEqual([
      passage.quote,
      passage.quote,
    ]);
  });

  it("when the best is poor, with that offered", () => {
    const passage = {
      quote: "operators can build new masts in every village of the north",
      prefix: "",
      suffix: "",
    };
    const anchoring = anchorPassage(article, passage);
    if (anchoring.state !== "orphan") throw new Error("found, though it does not stand there");
    expect(anchoring.candidates.map(({ start, end }) => article.slice(start, end))).toEqual([
      expect.stringContaining("operators can"),
    ]);
  });

  it("on an empty page, and with an empty quote", () => {
    expect(anchorPassage("", noted("Tirana signed"))).toEqual({ state: "orphan", candidates: [] });
    expect(anchorPassage(article, { quote: "", prefix: "", suffix: "" })).toEqual({
      state: "orphan",
      candidates: [],
    });
  });
});
