import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EntityKind } from "../../../src/core/dataset/schema.ts";
import type { FoundMention } from "../../../src/messaging/protocol.ts";
import { createWork } from "../../../src/page/in-slices.ts";
import { chooseMentions, createMarks, type Marks } from "../../../src/page/marks.ts";
import { createMentionLookup } from "../../../src/page/mention-at.ts";
import { passageOf } from "../../../src/page/notes/passage.ts";
import { type PlacedMention, placeMentions, rangeOf } from "../../../src/page/placed-mention.ts";
import { collectTextBlocks, collectTextBlocksInSteps } from "../../../src/reading/text-blocks.ts";

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
let marks: Marks;

beforeEach(() => {
  document.body.innerHTML =
    "<article style='width:300px;font:16px serif'><p>The <b>Hua</b><i>wei</i> case and Huawei again.</p><p>Nokia.</p></article>";
  article = document.querySelector("article") as HTMLElement;
  marks = createMarks(createWork());
});
afterEach(() => {
  marks.clear();
  scrollTo(0, 0);
});

const place = (...mentions: FoundMention[]) => placeMentions(collectTextBlocks(article), mentions);
/** Ranges are registered when the browser has told which blocks are near. */
const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame++) await new Promise((done) => requestAnimationFrame(done));
};
async function draw(mentions: readonly PlacedMention[]): Promise<void> {
  for (const steps = marks.draw(mentions); !steps.next().done; );
  await frames();
}
const registered = () =>
  [...CSS.highlights].flatMap(([name, ranges]) =>
    [...ranges].map((range) => `${name.replace("telecom-lens-", "")}: ${range}`),
  );

describe("marks", () => {
  test("cover a name across inline elements without touching the page", async () => {
    const before = document.body.innerHTML;
    await draw(place(mention(0, 4, "Huawei"), mention(1, 0, "Nokia")));
    expect(registered()).toEqual(["vendor: Huawei", "vendor: Nokia"]);
    expect(document.body.innerHTML).toBe(before);
  });

  test("are drawn only when the page is laid out", async () => {
    for (const steps = marks.draw(place(mention(0, 4, "Huawei"))); !steps.next().done; );
    expect(registered()).toEqual([]);
    await frames();
    expect(registered()).toEqual(["vendor: Huawei"]);
  });

  test("differ by name for uncertain ones, which keep their kind, and go when cleared", async () => {
    await draw(place({ ...mention(1, 0, "Nokia"), certainty: "uncertain" }));
    expect(registered()).toEqual(["uncertain-vendor: Nokia"]);
    marks.clear();
    expect(CSS.highlights.size).toBe(0);
  });

  test("have the colours of the background behind each of them", async () => {
    const [first, second] = [...article.querySelectorAll<HTMLElement>("p")] as unknown as [
      HTMLElement,
      HTMLElement,
    ];
    first.style.background = "rgb(20, 20, 24)";
    second.style.background = "rgb(230, 130, 110)";
    await draw(place(mention(0, 20, "Huawei"), mention(1, 0, "Nokia")));
    expect(registered()).toEqual(["vendor-dark: Huawei", "vendor-half-light: Nokia"]);
    first.style.background = "white";
    marks.repaint();
    expect(registered().sort()).toEqual(["vendor-half-light: Nokia", "vendor: Huawei"]);
  });

  test("are registered only in and near the viewport, and follow the scrolling", async () => {
    article.innerHTML = Array.from(
      { length: 200 },
      (_, number) => `<p style="height:100px">Nokia ${number}</p>`,
    ).join("");
    const all = place(...Array.from({ length: 200 }, (_, number) => mention(number, 0, "Nokia")));
    await draw(all);
    const near = registered().length;
    expect(near).toBeGreaterThan(5);
    expect(near).toBeLessThan(40);
    scrollTo(0, 10_000);
    await frames(5);
    expect(registered().length).toBeLessThan(40);
    const tops = [...(CSS.highlights.get("telecom-lens-vendor") ?? [])].map(
      (range) => (range as Range).getBoundingClientRect().top,
    );
    expect(Math.min(...tops.map(Math.abs))).toBeLessThan(200);
  });

  test("are registered hardly beyond what can be seen while the page changes all the time", async () => {
    article.innerHTML = Array.from(
      { length: 200 },
      (_, number) => `<p style="height:100px;margin:0">Nokia ${number}</p>`,
    ).join("");
    await draw(place(...Array.from({ length: 200 }, (_, number) => mention(number, 0, "Nokia"))));
    const wide = registered().length;
    marks.narrow(true);
    await frames(5);
    // A tenth of the viewport's height beside it.
    const seen = Math.ceil((innerHeight * 1.1) / 100) + 1;
    expect(registered().length).toBeGreaterThan(0);
    expect(registered().length).toBeLessThanOrEqual(seen);
    scrollTo(0, 10_000);
    await new Promise((done) => setTimeout(done, 400));
    const tops = [...(CSS.highlights.get("telecom-lens-vendor") ?? [])].map(
      (range) => (range as Range).getBoundingClientRect().top,
    );
    expect(tops.length).toBeGreaterThan(1);
    expect(Math.min(...tops)).toBeGreaterThan(innerHeight * -0.1 - 100);
    expect(Math.max(...tops)).toBeLessThan(innerHeight * 1.1);
    scrollTo(0, 0);
    marks.narrow(false);
    await frames(5);
    expect(registered()).toHaveLength(wide);
  });

  test("are registered in one box that stands for several, whenever these come", async () => {
    article.innerHTML = `<p style="display: contents">Nokia</p><p style="display: contents">Huawei</p>`;
    const [nokia, huawei] = place(mention(0, 0, "Nokia"), mention(1, 0, "Huawei")) as [
      PlacedMention,
      PlacedMention,
    ];
    await draw([nokia]);
    await draw([nokia, huawei]);
    expect(registered()).toEqual(["vendor: Nokia", "vendor: Huawei"]);
  });

  test("are registered in boxes that have no box of their own", async () => {
    article.innerHTML = `<div style="display: contents">Nokia</div>`;
    await draw(place(mention(0, 0, "Nokia")));
    expect(registered()).toEqual(["vendor: Nokia"]);
  });

  test("are not registered in what is not displayed", async () => {
    (article.querySelectorAll("p")[1] as HTMLElement).style.display = "none";
    await draw(place(mention(0, 20, "Huawei"), mention(1, 0, "Nokia")));
    expect(registered()).toEqual(["vendor: Huawei"]);
  });

  test("that stay are not touched when others come and go", async () => {
    const [huawei, nokia] = place(mention(0, 20, "Huawei"), mention(1, 0, "Nokia")) as [
      PlacedMention,
      PlacedMention,
    ];
    await draw([huawei]);
    const [range] = CSS.highlights.get("telecom-lens-vendor") ?? [];
    await draw([huawei, nokia]);
    expect(registered()).toHaveLength(2);
    expect(CSS.highlights.get("telecom-lens-vendor")?.has(range as AbstractRange)).toBe(true);
    await draw([nokia]);
    expect(registered()).toEqual(["vendor: Nokia"]);
  });

  test("go before the next painting where the page writes something else under them", async () => {
    await draw(place(mention(1, 0, "Nokia")));
    const node = article.querySelectorAll("p")[1]?.firstChild as Text;
    node.data = "Not that name.";
    marks.recheck(node);
    expect(registered()).toEqual([]);
    // Written anew with the same words, as frameworks do: the mark comes back.
    await draw([]);
    node.data = "Nokia.";
    await draw(place(mention(1, 0, "Nokia")));
    node.data = "Nokia. And more.";
    marks.recheck(node);
    expect(registered()).toEqual(["vendor: Nokia"]);
  });

  test("come back when the page has emptied the registry that it shares with us", async () => {
    await draw(place(mention(1, 0, "Nokia")));
    CSS.highlights.clear();
    marks.repaint();
    expect(registered()).toEqual(["vendor: Nokia"]);
  });

  test.each([
    ["every", 3],
    ["paragraph", 2],
    ["article", 2],
  ] as const)("at density %s there are %i", (density, count) => {
    const placed = place(mention(0, 4, "Huawei"), mention(0, 20, "Huawei"), mention(1, 0, "Nokia"));
    expect(chooseMentions(placed, { density, kinds: everyKind })).toHaveLength(count);
    expect(chooseMentions(placed, { density, kinds: ["country"] })).toHaveLength(0);
  });

  test("have no range when their text has shrunk or says something else", () => {
    const [nokia] = place(mention(1, 0, "Nokia")) as [PlacedMention];
    const node = nokia.segments[0]?.node as Text;
    node.data = "No";
    expect(rangeOf(nokia)).toBeNull();
    node.data = "Samsung.";
    expect(rangeOf(nokia)).toBeNull();
    node.data = "Nokia.";
    expect(String(rangeOf(nokia))).toBe("Nokia");
  });
});

describe("the mention under the pointer", () => {
  test("is found on its letters and not in the margin beside them", async () => {
    article.insertAdjacentHTML("beforeend", "<p>Made by ZTE</p>");
    const placed = place(mention(0, 4, "Huawei"), mention(1, 0, "Nokia"), mention(2, 8, "ZTE"));
    await draw(placed);
    const at = createMentionLookup({ marks, trees: () => [] });
    for (const target of placed) {
      const box = (rangeOf(target) as Range).getBoundingClientRect();
      expect(at(box.left + box.width / 2, box.top + box.height / 2)).toBe(target);
    }
    // At the end of a line the caret snaps to the name from anywhere to its right.
    const zte = (rangeOf(placed[2] as PlacedMention) as Range).getBoundingClientRect();
    expect(at(zte.right + 80, zte.top + 5)).toBeNull();
    const nokia = (rangeOf(placed[1] as PlacedMention) as Range).getBoundingClientRect();
    expect(at(nokia.right + 80, nokia.top + 5)).toBeNull();
    expect(at(nokia.left + 5, nokia.bottom + 60)).toBeNull();
  });

  test("is the right one of many in one text node", async () => {
    article.innerHTML = `<p style="width:2000px">${"ZTE and ".repeat(60)}</p>`;
    const placed = place(...Array.from({ length: 60 }, (_, number) => mention(0, number * 8, "ZTE")));
    await draw(placed);
    const at = createMentionLookup({ marks, trees: () => [] });
    for (const number of [0, 1, 4, 5]) {
      const target = placed[number] as PlacedMention;
      const box = (rangeOf(target) as Range).getBoundingClientRect();
      expect(at(box.left + box.width / 2, box.top + box.height / 2)).toBe(target);
      expect(at(box.right + 14, box.top + box.height / 2)).toBeNull();
    }
  });

  test("is found in an open shadow tree, where its mark is drawn too", async () => {
    const root = article.attachShadow({ mode: "open" });
    root.innerHTML = "<section><p>Also Ericsson here.</p></section>";
    const blocks = collectTextBlocks(root.firstElementChild as Element);
    const placed = placeMentions(blocks, [mention(0, 5, "Ericsson")]);
    await draw(placed);
    expect(registered()).toEqual(["vendor: Ericsson"]);
    const box = (rangeOf(placed[0] as PlacedMention) as Range).getBoundingClientRect();
    const at = createMentionLookup({ marks, trees: () => [root] });
    expect(at(box.left + 10, box.top + 5)).toBe(placed[0]);
  });
});

describe("a selected passage", () => {
  const wholePage = () => collectTextBlocksInSteps(document.body);
  test("is kept with what stands around it and its place in the article", () => {
    const blocks = collectTextBlocks(article);
    const range = new Range();
    const node = document.querySelectorAll("p")[0]?.lastChild as Text;
    range.setStart(node, 0);
    range.setEnd(node, " case and".length);
    expect(passageOf(range, { blocks: () => blocks, wholePage })).toMatchObject({
      quote: "case and",
      prefix: "The Huawei ",
      suffix: " Huawei again.\nNokia.",
      start: 11,
      end: 19,
      range: { startPath: expect.stringMatching(/p\[1\]$/), startOffset: 11, endOffset: 19 },
    });
  });

  test("of nothing but space is none", () => {
    const range = new Range();
    range.setStart(article, 0);
    range.collapse(true);
    expect(passageOf(range, { blocks: () => collectTextBlocks(article), wholePage })).toBeNull();
  });
});
