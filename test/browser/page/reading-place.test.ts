import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { FoundMention } from "../../../src/messaging/protocol.ts";
import { mentionInView, nextMention } from "../../../src/page/card/reading-place.ts";
import { type PlacedMention, placeMentions } from "../../../src/page/placed-mention.ts";
import { collectTextBlocks } from "../../../src/reading/text-blocks.ts";

/** Ten paragraphs, each higher than half a window, that name one thing each; the third one in a link. */
const count = 10;
let drawn: PlacedMention[];

beforeEach(() => {
  const article = document.createElement("article");
  for (let number = 0; number < count; number += 1) {
    const paragraph = document.createElement("p");
    paragraph.style.cssText = `margin:0;height:${Math.round(innerHeight * 0.6)}px`;
    const text = `Name ${number} and its story.`;
    if (number === 3) {
      const link = document.createElement("a");
      link.href = "#";
      link.textContent = `Name ${number}`;
      paragraph.append(link, " and its story.");
    } else paragraph.textContent = text;
    article.append(paragraph);
  }
  document.body.replaceChildren(article);
  drawn = placeMentions(
    collectTextBlocks(article),
    Array.from({ length: count }, (_, at) => mention(at)),
  );
});
afterEach(() => {
  document.body.replaceChildren();
  scrollTo(0, 0);
});

function mention(block: number): FoundMention {
  const surface = `Name ${block}`;
  return {
    block,
    sentence: 0,
    start: 0,
    end: surface.length,
    surface,
    kind: "vendor",
    id: `id-${block}`,
    name: surface,
    certainty: "certain",
    reason: { code: "spelling", form: "name", spelling: surface },
  };
}
const at = (number: number) => drawn[number];
const scrollToParagraph = (number: number) => scrollTo(0, Math.round(innerHeight * 0.6) * number - 20);

describe("stepping", () => {
  test("starts at what is in view, not at the top of the document", () => {
    scrollToParagraph(4);
    expect(nextMention(drawn, 1, undefined)).toBe(at(4));
    expect(nextMention(drawn, -1, undefined)).toBe(at(5));
  });

  test("goes on from where it last led as long as that can be seen", () => {
    scrollToParagraph(4);
    expect(nextMention(drawn, 1, at(4))).toBe(at(5));
    expect(nextMention(drawn, -1, at(4))).toBe(at(3));
    expect(nextMention(drawn, 1, at(0))).toBe(at(4));
  });

  test("goes round the ends", () => {
    scrollTo(0, document.documentElement.scrollHeight);
    expect(nextMention(drawn, 1, at(9))).toBe(at(0));
    scrollTo(0, 0);
    expect(nextMention(drawn, -1, at(0))).toBe(at(9));
    document.body.append(Object.assign(document.createElement("div"), { style: "height:300vh" }));
    scrollTo(0, document.documentElement.scrollHeight);
    expect(nextMention(drawn, 1, undefined)).toBe(at(0));
    expect(nextMention([], 1, undefined)).toBeUndefined();
  });

  test("passes over what is not rendered", () => {
    (document.querySelector("p") as HTMLElement).style.display = "none";
    expect(nextMention(drawn, 1, undefined)).toBe(at(1));
  });
});

describe("the mention that the reader is at", () => {
  test("is the first in view", () => {
    scrollToParagraph(6);
    expect(mentionInView(drawn)).toBe(at(6));
  });

  test("is the one in the link that has the focus, before those above it", () => {
    scrollToParagraph(2);
    expect(mentionInView(drawn)).toBe(at(2));
    document.querySelector("a")?.focus({ preventScroll: true });
    expect(mentionInView(drawn)).toBe(at(3));
    scrollToParagraph(6);
    expect(mentionInView(drawn)).toBe(at(6));
  });

  test("is the one at the selection or the caret", () => {
    scrollToParagraph(4);
    const text = document.querySelectorAll("p")[5]?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 3, text, 3);
    expect(mentionInView(drawn)).toBe(at(5));
    getSelection()?.setBaseAndExtent(text, 10, text, 14);
    expect(mentionInView(drawn)).toBe(at(4));
    getSelection()?.removeAllRanges();
  });

  test("is none where none is in view", () => {
    expect(mentionInView(drawn.slice(8))).toBeUndefined();
  });
});
