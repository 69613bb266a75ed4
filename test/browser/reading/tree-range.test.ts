import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { treeRangeSchema } from "../../../src/core/notes/note.ts";
import { rangeOf, treeRangeOf } from "../../../src/reading/tree-range.ts";

const frames: HTMLIFrameElement[] = [];

function open(body: string): Document {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  frames.push(frame);
  const { contentDocument } = frame;
  if (!contentDocument) throw new Error("no document");
  contentDocument.body.innerHTML = body;
  return contentDocument;
}
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

const article =
  "<h1>A title</h1><p>One <b>bold <i>and</i></b> word<!-- none -->, more</p><ul><li>first<li>second</ul><svg><text>drawn</text></svg><p>End <br>of it</p>";

/** Every point at which a selection can begin or end. */
function pointsOf(root: Node): [Node, number][] {
  const length = root.nodeType === 3 ? (root as Text).length : root.childNodes.length;
  const own: [Node, number][] =
    root.nodeType === 8 ? [] : Array.from({ length: length + 1 }, (_, at) => [root, at]);
  return [...own, ...[...root.childNodes].flatMap(pointsOf)];
}

describe("a range", () => {
  it("comes back with the same text from wherever it begins and ends, and after text nodes were split and joined", () => {
    const page = open(article);
    const count = pointsOf(page.body).length;
    const place = fc.nat(count - 1);
    fc.assert(
      fc.property(
        place,
        place,
        fc.array(fc.tuple(fc.nat(30), fc.nat(6)), { maxLength: 6 }),
        (one, other, splits) => {
          page.body.normalize();
          const points = pointsOf(page.body);
          const range = page.createRange();
          range.setStart(...(points[Math.min(one, other) % points.length] as [Node, number]));
          const end = points[Math.max(one, other) % points.length] as [Node, number];
          fc.pre(range.comparePoint(...end) >= 0);
          range.setEnd(...end);
          const text = range.toString();
          // A note's passage has text.
          fc.pre(text !== "");
          const described = treeRangeOf(range);
          expect(treeRangeSchema.parse(described)).toEqual(described);
          for (const [node, at] of splits) {
            const nodes = textNodes(page.body);
            const chosen = nodes[node % nodes.length];
            if (chosen && at < chosen.length) chosen.splitText(at);
          }
          expect(described && rangeOf(described, page)?.toString()).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("holds no text node of which it takes nothing", () => {
    const page = open("<p>One <b>two</b> three</p>");
    const range = page.createRange();
    const [one, two, three] = textNodes(page.body) as [Text, Text, Text];
    range.setStart(one, one.length);
    range.setEnd(three, 0);
    const again = rangeOf(
      treeRangeOf(range) ?? { startPath: "", startOffset: 0, endPath: "", endOffset: 0 },
      page,
    );
    expect([again?.startContainer, again?.startOffset]).toEqual([two, 0]);
    expect([again?.endContainer, again?.endOffset]).toEqual([two, two.length]);
  });

  it("in a shadow tree has no path", () => {
    const page = open("<div></div>");
    const root = (page.querySelector("div") as Element).attachShadow({ mode: "open" });
    root.innerHTML = "<p>inside</p>";
    const range = page.createRange();
    range.selectNodeContents(root.querySelector("p") as Element);
    expect(treeRangeOf(range)).toBeUndefined();
  });

  it("whose ends changed places is none", () => {
    const page = open("<p>one</p><p>two</p>");
    const range = {
      startPath: "/html[1]/body[1]/p[2]",
      startOffset: 1,
      endPath: "/html[1]/body[1]/p[1]",
      endOffset: 1,
    };
    expect(rangeOf(range, page)).toBeNull();
  });
});

function textNodes(root: Node): Text[] {
  const walker = (root.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
}
