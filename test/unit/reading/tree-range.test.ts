import { describe, expect, it } from "vitest";
import { rangeOf, treeRangeOf } from "../../../src/reading/tree-range.ts";
import { page as parsed } from "./page.ts";

/** linkedom's ranges cannot be set, and what is read of them here are their ends alone. */
function rangeFrom(from: [Node, number], to: [Node, number]): Range {
  const [[startContainer, startOffset], [endContainer, endOffset]] = [from, to];
  return { startContainer, startOffset, endContainer, endOffset } as Range;
}

/** A page whose ranges can be set; the browser's own are tested in test/browser. */
function page(body: string): Document {
  const document = parsed(body);
  document.createRange = () => {
    const range: Record<string, unknown> = {};
    range.setStart = (node: Node, offset: number) =>
      Object.assign(range, { startContainer: node, startOffset: offset });
    range.setEnd = (node: Node, offset: number) =>
      Object.assign(range, { endContainer: node, endOffset: offset });
    return range as unknown as Range;
  };
  return document;
}

function textNode(element: Element | null, at = 0): Text {
  const node = element?.childNodes[at];
  if (node?.nodeType !== 3) throw new Error("no text node there");
  return node as Text;
}

const body = "<p>First <b>bold</b> words</p><div><p>Second</p></div><p>Third</p>";

describe("a tree range", () => {
  it("names the nearest elements and counts their text", () => {
    const document = page(body);
    const range = rangeFrom(
      [textNode(document.querySelector("p"), 2), 3],
      [textNode(document.querySelector("div p")), 4],
    );
    expect(treeRangeOf(range)).toEqual({
      startPath: "/html[1]/body[1]/p[1]",
      startOffset: "First bold wo".length,
      endPath: "/html[1]/body[1]/div[1]/p[1]",
      endOffset: 4,
    });
  });

  it("is found again where a text node was split, and where two became one", () => {
    const document = page(body);
    const paragraph = document.querySelector("p") as Element;
    const described = treeRangeOf(rangeFrom([textNode(paragraph), 1], [textNode(paragraph, 2), 6]));
    if (!described) throw new Error("not described");
    textNode(paragraph, 2).after(document.createTextNode("ds"));
    textNode(paragraph, 2).data = " wor";
    const range = rangeOf(described, document);
    expect(range?.startContainer).toBe(textNode(paragraph));
    expect(range?.startOffset).toBe(1);
    expect(range?.endContainer).toBe(textNode(paragraph, 3));
    expect(range?.endOffset).toBe(2);
  });

  it("counts children for a point in an element, and comments for nothing", () => {
    const document = page("<p>One<!-- no text --><b>two</b>three</p>");
    const paragraph = document.querySelector("p") as Element;
    const range = rangeFrom([paragraph, 0], [paragraph, 3]);
    expect(treeRangeOf(range)).toMatchObject({ startOffset: 0, endOffset: "Onetwo".length });
  });

  it("takes a path as other programs write it", () => {
    const document = page(body);
    const range = rangeOf(
      { startPath: "/html/body/div/p", startOffset: 0, endPath: "/HTML/BODY/P[2]", endOffset: 5 },
      document,
    );
    expect(range?.startContainer).toBe(textNode(document.querySelector("div p")));
    expect(range?.endContainer).toBe(textNode(document.querySelector("body > p:last-child")));
  });

  it.each([
    ["an element that is gone", "/html[1]/body[1]/p[9]", 0],
    ["text that is shorter now", "/html[1]/body[1]/p[1]", 99],
    ["no path", "", 0],
    ["a path from elsewhere", "p[1]", 0],
    ["another expression", "//p[contains(text(),'x')]", 0],
    ["a step that is none", "/html[1]/body[1]/p[x]", 0],
    ["a number that is none", "/html[1]/body[1]/p[0]", 0],
    ["a huge number", `/html[1]/body[1]/p[${"9".repeat(400)}]`, 0],
  ])("names nothing: %s", (_, path, offset) => {
    const document = page(body);
    const start = { startPath: "/html[1]/body[1]/p[1]", startOffset: 0 };
    expect(rangeOf({ ...start, endPath: path, endOffset: offset }, document)).toBeNull();
  });

  it("is not described outside the document, nor so deep that a note could not keep it", () => {
    const document = page(body);
    const loose = document.createElement("p");
    loose.append("text");
    const inside = textNode(document.querySelector("p"));
    expect(treeRangeOf(rangeFrom([textNode(loose), 0], [textNode(loose), 2]))).toBeUndefined();
    let deep = document.querySelector("p") as Element;
    for (let depth = 0; depth < 400; depth++) {
      const child = document.createElement("section");
      deep.append(child);
      deep = child;
    }
    deep.append("deep");
    expect(treeRangeOf(rangeFrom([inside, 0], [textNode(deep), 2]))).toBeUndefined();
  });
});
