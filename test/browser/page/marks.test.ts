import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EntityKind } from "../../../src/core/dataset/schema.ts";
import type { FoundMention } from "../../../src/messaging/protocol.ts";
import { isDark } from "../../../src/page/is-dark.ts";
import { chooseMentions, createMarks } from "../../../src/page/marks.ts";
import { createMentionLookup } from "../../../src/page/mention-at.ts";
import { passageOf } from "../../../src/page/passage.ts";
import { placeMentions, rangeOf } from "../../../src/page/placed-mention.ts";
import { collectTextBlocks } from "../../../src/reading/text-blocks.ts";

const everyKind: EntityKind[] = [
  "vendor",
  "operator",
  "company",
  "country",
  "official",
  "organisation",
  "policy",
];

function mention(block: number, start: number, surface: string, kind: EntityKind = "vendor"): FoundMention {
  return {
    block,
    sentence: 0,
    start,
    end: start + surface.length,
    surface,
    kind,
    id: surface.toLowerCase(),
    name: surface,
    certainty: "certain",
    reason: { code: "spelling", form: "name", spelling: surface },
  };
}

let article: HTMLElement;

beforeEach(() => {
  document.body.innerHTML =
    "<article style='width:300px;font:16px serif'><p>The <b>Hua</b><i>wei</i> case and Huawei again.</p><p>Nokia.</p></article>";
  article = document.querySelector("article") as HTMLElement;
});
afterEach(() => CSS.highlights.clear());

describe("marks", () => {
  test("cover a name across inline elements without touching the page", () => {
    const before = document.body.innerHTML;
    const blocks = collectTextBlocks(article);
    const placed = placeMentions(blocks, [mention(0, 4, "Huawei"), mention(1, 0, "Nokia")], []);
    createMarks().draw(placed, { density: "every", kinds: everyKind, dark: false });
    const ranges = [...(CSS.highlights.get("telecom-lens-vendor") ?? [])].map(String);
    expect(ranges).toEqual(["Huawei", "Nokia"]);
    expect(document.body.innerHTML).toBe(before);
  });

  test("differ by name for uncertain ones and dark pages, and go when cleared", () => {
    const blocks = collectTextBlocks(article);
    const placed = placeMentions(blocks, [{ ...mention(1, 0, "Nokia"), certainty: "uncertain" }], []);
    const marks = createMarks();
    marks.draw(placed, { density: "every", kinds: everyKind, dark: true });
    expect([...CSS.highlights.keys()]).toEqual(["telecom-lens-uncertain-dark"]);
    marks.clear();
    expect(CSS.highlights.size).toBe(0);
  });

  test.each([
    ["every", 3],
    ["paragraph", 2],
    ["article", 2],
  ] as const)("at density %s there are %i", (density, count) => {
    const placed = placeMentions(
      collectTextBlocks(article),
      [mention(0, 4, "Huawei"), mention(0, 20, "Huawei"), mention(1, 0, "Nokia")],
      [],
    );
    expect(chooseMentions(placed, { density, kinds: everyKind })).toHaveLength(count);
    expect(chooseMentions(placed, { density, kinds: ["country"] })).toHaveLength(0);
  });

  test("keep their keys over a redraw, and are dropped when their text has shrunk", () => {
    const blocks = collectTextBlocks(article);
    const first = placeMentions(blocks, [mention(1, 0, "Nokia")], []);
    const second = placeMentions(blocks, [mention(0, 4, "Huawei"), mention(1, 0, "Nokia")], first);
    expect(second[1]?.key).toBe(first[0]?.key);
    const node = second[1]?.segments[0]?.node as Text;
    node.data = "No";
    expect(second[1] && rangeOf(second[1])).toBeNull();
  });
});

describe("the mention under the pointer", () => {
  test("is found on its letters and not in the margin beside them", () => {
    const placed = placeMentions(
      collectTextBlocks(article),
      [mention(0, 4, "Huawei"), mention(1, 0, "Nokia")],
      [],
    );
    const at = createMentionLookup(placed);
    for (const target of placed) {
      const box = (rangeOf(target) as Range).getBoundingClientRect();
      expect(at(box.left + box.width / 2, box.top + box.height / 2)).toBe(target);
    }
    // At the end of a line the caret snaps to the name from anywhere to its right.
    article.insertAdjacentText("beforeend", "Made by ZTE");
    const [last] = placeMentions(collectTextBlocks(article).slice(-1), [mention(0, 8, "ZTE")], []);
    const zte = (rangeOf(last as never) as Range).getBoundingClientRect();
    expect(createMentionLookup([last as never])(zte.right + 80, zte.top + 5)).toBeNull();
    const nokia = (rangeOf(placed[1] as never) as Range).getBoundingClientRect();
    expect(at(nokia.right + 80, nokia.top + 5)).toBeNull();
    expect(at(nokia.left + 5, nokia.bottom + 60)).toBeNull();
  });
});

describe("a selected passage", () => {
  test("is kept with what stands around it and its place in the article", () => {
    const blocks = collectTextBlocks(article);
    const range = new Range();
    const node = document.querySelectorAll("p")[0]?.lastChild as Text;
    range.setStart(node, 0);
    range.setEnd(node, " case and".length);
    expect(passageOf(range, blocks)).toEqual({
      quote: "case and",
      prefix: "The Huawei ",
      suffix: " Huawei again.\nNokia.",
      start: 11,
      end: 19,
    });
  });

  test("of nothing but space is none", () => {
    const range = new Range();
    range.setStart(article, 0);
    range.collapse(true);
    expect(passageOf(range, collectTextBlocks(article))).toBeNull();
  });
});

describe("the background behind text", () => {
  test.each([
    ["white", "black", false],
    ["rgb(20, 20, 24)", "white", true],
    ["transparent", "black", false],
    ["transparent", "rgb(240, 240, 240)", true],
    ["color(srgb 0.1 0.1 0.1)", "white", true],
  ])("%s with %s text: dark is %s", (background, colour, dark) => {
    article.style.background = background;
    article.style.color = colour;
    expect(isDark(article.querySelector("p"))).toBe(dark);
  });
});
