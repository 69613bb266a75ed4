import { describe, expect, it } from "vitest";
import { anchorPassage, describePassage } from "../../../../src/core/notes/anchoring/anchor-passage.ts";
import { exactPlaces } from "../../../../src/core/notes/anchoring/exact-places.ts";
import { tellCopies } from "../../../../src/core/notes/anchoring/tell-copies.ts";

const caption = "A mast of Vodafone Albania above Tirana";
const lead = "The government signed the agreement in May.";
const [one, two, three] = [
  "Operators have three years to replace what is in use.",
  "The regulator will publish the list before the winter.",
  "Nobody at the ministry would say what it will cost.",
];

/** The second caption of a page that has two. */
function noted(page: string) {
  const start = page.lastIndexOf(caption);
  return describePassage(page, start, start + caption.length);
}

function foundIn(page: string, passage: ReturnType<typeof noted>) {
  const anchoring = anchorPassage(page, passage);
  return anchoring.state === "found" ? anchoring.start : null;
}

/** What is told by what stands next to the places alone. */
function toldIn(page: string, passage: ReturnType<typeof noted>) {
  const spots = exactPlaces(page, passage);
  return tellCopies(page, spots, passage)?.own?.start ?? null;
}

describe("of a quote that stood twice", () => {
  const page = [lead, caption, one, two, caption, three].join("\n");
  const passage = noted(page);

  it("the note keeps what stood around the other one", () => {
    expect(passage.rival?.around).toEqual([
      { prefix: `${lead.slice(-39)}\n`, suffix: `\n${one.slice(0, 39)}` },
    ]);
  });

  it("the one is found whose own paragraphs were moved away, for the other still has its own", () => {
    const moved = [three, two, lead, caption, one, "Photograph: Reuters", caption, "Related"].join("\n");
    expect(foundIn(moved, passage)).toBe(moved.lastIndexOf(caption));
  });

  it("the one is found that came to stand before the other", () => {
    const moved = ["Photograph: Reuters", caption, "Related", lead, caption, one, two, three].join("\n");
    expect(foundIn(moved, passage)).toBe(moved.indexOf(caption));
  });

  it("none is taken where neither has kept anything", () => {
    const moved = ["Photograph: Reuters", caption, "Related", caption, "Read more", lead, one].join("\n");
    expect(foundIn(moved, passage)).toBeNull();
  });

  it("the other is not taken once the one is gone", () => {
    const left = ["Photograph: Reuters", caption, "Related", lead, one, two, three].join("\n");
    expect(foundIn(left, passage)).toBeNull();
  });

  it("the one is found by the words of its block, which no move parts from it", () => {
    const signed = [lead, caption, one, two, `${caption}¶`, three].join("\n");
    const start = signed.indexOf(caption);
    const contents = describePassage(signed, start, start + caption.length);
    const moved = [three, `${caption}¶`, lead, two, caption, "Related", one].join("\n");
    expect(foundIn(moved, contents)).toBe(moved.lastIndexOf(caption));
  });

  it("the one is found by a short block next to it, as long as that is whole", () => {
    const listed = ["1", caption, "2", lead, "3", caption, "4", one, two].join("\n");
    const last = noted(listed);
    const moved = ["1", two, "3", caption, lead, one, "2", "4", caption].join("\n");
    expect(foundIn(moved, last)).toBe(moved.indexOf(caption));
    const longer = ["17", two, "13", caption, lead, one, "27", "44", caption, "Related"].join("\n");
    expect(foundIn(longer, last)).toBeNull();
  });

  it("none is taken for it by a note that tells of more copies than it counted", () => {
    const { around = [] } = passage.rival ?? {};
    const imported = {
      ...passage,
      rival: { passage: 0, quote: 0, copies: 1, around: [...around, ...around, ...around] },
    };
    const moved = [three, two, lead, caption, one, "Photograph: Reuters", caption, "Related"].join("\n");
    expect(foundIn(moved, imported)).toBeNull();
  });

  it("the one is found by the block next to it, though that of the other begins alike", () => {
    const [third, sixth] = ["Example 3: a mast above the town", "Example 6: a licence for the town"];
    const alike = [lead, caption, third, one, lead, caption, sixth, two].join("\n");
    const last = noted(alike);
    const moved = [lead, caption, sixth, three, lead, caption, third].join("\n");
    expect(toldIn(moved, last)).toBe(moved.indexOf(caption));
  });

  it("the one is found by a short block with which the page began", () => {
    const counted = ["1 / 5", `${caption} today`, lead, one, `${caption} today`, two].join("\n");
    const first = describePassage(counted, 6, 6 + caption.length);
    const moved = ["Related", "1 / 5", caption, "Read more", three, `${caption} today`].join("\n");
    expect(toldIn(moved, first)).toBe(moved.indexOf(caption));
  });

  it("none is taken where what stands next to each says the same, and what stands farther off hardly more", () => {
    const far = "Vodafone has said in May that it will build two hundred masts in the north of the country.";
    const wide = [far, one, caption, two, lead, three, caption, "Related"].join("\n");
    const first = describePassage(wide, wide.indexOf(caption), wide.indexOf(caption) + caption.length);
    const moved = ["Read more", caption, "Sign up", far, "Advertisement", caption, "All stories"].join("\n");
    const anchoring = anchorPassage(moved, first);
    if (anchoring.state !== "orphan") throw new Error("found, though nobody can know");
    expect(anchoring.candidates.map(({ start }) => start).sort((a, b) => a - b)).toEqual([
      moved.indexOf(caption),
      moved.lastIndexOf(caption),
    ]);
  });

  it("the one is found though something came in between it and the blocks next to it", () => {
    const stories = Array.from(
      { length: 10 },
      (_, number) => `Story ${number} of what happened elsewhere today`,
    );
    const moved = [caption, ...stories, two, "Advertisement", caption, "Advertisement", three].join("\n");
    expect(toldIn(moved, passage)).toBe(moved.lastIndexOf(caption));
  });

  it("a note that was taken before this was kept is found by its own context alone", () => {
    const { passage: share, quote, copies } = passage.rival ?? { passage: 0, quote: 0, copies: 0 };
    const older = { ...passage, rival: { passage: share, quote, copies } };
    expect(foundIn(page, older)).toBe(page.lastIndexOf(caption));
    const moved = [three, two, lead, caption, one, "Photograph: Reuters", caption, "Related"].join("\n");
    expect(foundIn(moved, older)).toBeNull();
  });
});

describe("of a quote that stood twice, one directly behind the other", () => {
  const text = [lead, caption, caption, one, two, three].join("\n");
  const second = noted(text);
  const first = describePassage(text, text.indexOf(caption), text.indexOf(caption) + caption.length);

  it("each is found where both still stand together, whatever else has changed", () => {
    for (const changed of [
      [two, lead, caption, caption, one, three].join("\n"),
      [two, lead, caption, "Advertisement", caption, one, three].join("\n"),
      ["Sign up", caption, caption, "Related"].join("\n"),
    ]) {
      expect(foundIn(changed, first)).toBe(changed.indexOf(caption));
      expect(foundIn(changed, second)).toBe(changed.lastIndexOf(caption));
    }
  });

  it("none is taken once one of the two was moved away, for the other has all that was around both", () => {
    for (const changed of [
      [lead, caption, one, two, three, caption].join("\n"),
      [caption, "Advertisement", lead, caption, one, two, three].join("\n"),
      ["Sign up", caption, one, two, lead, three, "Related", caption].join("\n"),
    ]) {
      for (const passage of [first, second]) {
        const anchoring = anchorPassage(changed, passage);
        if (anchoring.state !== "orphan") throw new Error("found, though nobody can know");
        expect(anchoring.candidates.map(({ start }) => start).sort((a, b) => a - b)).toEqual([
          changed.indexOf(caption),
          changed.lastIndexOf(caption),
        ]);
      }
    }
  });

  it("each is found where the blocks are not the same, by the words of its own", () => {
    const signed = [lead, caption, `${caption}: Reuters`, one, two].join("\n");
    const start = signed.lastIndexOf(caption);
    const passage = describePassage(signed, start, start + caption.length);
    const moved = [lead, caption, one, two, `${caption}: Reuters`].join("\n");
    expect(foundIn(moved, passage)).toBe(moved.lastIndexOf(caption));
  });
});

it("a quote is found by all of its context, though a copy had nearly all of it, when only its signs have changed", () => {
  const page = [lead, one, `“${caption}”`, two, three].join("\n");
  const start = page.indexOf(`“${caption}”`);
  const passage = describePassage(page, start, start + caption.length + 2);
  const plain = page.replace(/[“”]/g, '"');
  expect(foundIn(plain, { ...passage, rival: { passage: 0.99, quote: 1, copies: 1 } })).toBe(start);
  expect(foundIn(plain, { ...passage, rival: { passage: 1, quote: 1, copies: 1 } })).toBeNull();
});

it("what stands around a copy is not cut within a character", () => {
  const page = `${"𠮷".repeat(60)}${caption}${"𠮷".repeat(60)}\n${lead}\n${caption}`;
  const { around } = noted(page).rival ?? {};
  expect(around?.[0]?.prefix).toBe("𠮷".repeat(20));
  const odd = `${"𠮷".repeat(60)}x${caption}x${"𠮷".repeat(60)}\n${lead}\n${caption}`;
  expect(noted(odd).rival?.around?.[0]).toEqual({
    prefix: `${"𠮷".repeat(19)}x`,
    suffix: `x${"𠮷".repeat(19)}`,
  });
});
