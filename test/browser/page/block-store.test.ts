import { beforeEach, describe, expect, test } from "vitest";
import type { FoundMention } from "../../../src/messaging/protocol.ts";
import { endOfPortion } from "../../../src/page/ask-mentions.ts";
import { carryOver as carryOverInSteps, type Entry, takeMentions } from "../../../src/page/block-store.ts";
import { findPortions, withContext } from "../../../src/page/find-portions.ts";
import { rangeOf } from "../../../src/page/placed-mention.ts";
import { collectTextBlocks } from "../../../src/reading/text-blocks.ts";

let article: HTMLElement;
let lastKey: number;
const newKey = () => ++lastKey;

beforeEach(() => {
  document.body.innerHTML =
    "<article><p>Huawei and Nokia.</p><p>Nothing here.</p><p>ZTE was named.</p></article>";
  article = document.querySelector("article") as HTMLElement;
  lastKey = 0;
});

function carryOver(...before: Parameters<typeof carryOverInSteps>): Entry[] {
  const steps = carryOverInSteps(...before);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Finds each of the names wherever it stands, as the background would. */
function found(entries: readonly Entry[], ...names: string[]): FoundMention[][] {
  return entries.map(({ block: { text } }, block) =>
    names
      .filter((name) => text.includes(name))
      .map((surface) => ({
        block,
        sentence: 0,
        start: text.indexOf(surface),
        end: text.indexOf(surface) + surface.length,
        surface,
        kind: "vendor",
        id: surface.toLowerCase(),
        name: surface,
        certainty: "certain",
        reason: { code: "spelling", form: "name", spelling: surface },
      })),
  );
}
function known(before: readonly Entry[] = []): Entry[] {
  const entries = carryOver(before, collectTextBlocks(article));
  const mentions = found(entries, "Huawei", "Nokia", "ZTE");
  for (const [number, entry] of entries.entries()) {
    if (!entry.asked) takeMentions(entry, mentions[number] ?? [], newKey);
  }
  return entries;
}
const placedIn = (entries: readonly Entry[]) => entries.flatMap(({ mentions }) => mentions);

describe("what is known of blocks", () => {
  test("stays with those whose words are the same; only new and changed ones are asked about", () => {
    const before = known();
    (article.querySelectorAll("p")[1]?.firstChild as Text).data = "Something here.";
    article.insertAdjacentHTML("afterbegin", "<p>A new entry.</p>");
    const after = carryOver(before, collectTextBlocks(article));
    expect(after.map(({ asked }) => asked)).toEqual([false, true, false, true]);
    expect(placedIn(after)).toEqual(placedIn(before));
    // Their blocks have other numbers now.
    expect(placedIn(after).map(({ mention }) => mention.block)).toEqual([1, 1, 3]);
  });

  test("is not made of a block that was never asked about", () => {
    const before = carryOver([], collectTextBlocks(article));
    const after = carryOver(before, collectTextBlocks(article));
    expect(after.map(({ asked }) => asked)).toEqual([false, false, false]);
  });

  test("is laid onto new nodes where a framework has made new ones, under the same keys", () => {
    const before = known();
    const keys = placedIn(before).map(({ key }) => key);
    article.innerHTML = String(article.innerHTML);
    const after = carryOver(before, collectTextBlocks(article));
    expect(after.every(({ asked }) => asked)).toBe(true);
    expect(placedIn(after).map(({ key }) => key)).toEqual(keys);
    expect(placedIn(after).map((placed) => String(rangeOf(placed)))).toEqual(["Huawei", "Nokia", "ZTE"]);
  });

  test("follows blocks that change their order", () => {
    const before = known();
    article.append(article.firstElementChild as Element);
    const after = carryOver(before, collectTextBlocks(article));
    expect(after.every(({ asked }) => asked)).toBe(true);
    expect(placedIn(after).map(({ mention }) => [mention.surface, mention.block])).toEqual([
      ["ZTE", 1],
      ["Huawei", 2],
      ["Nokia", 2],
    ]);
  });

  test("of two blocks with the same words goes to each once", () => {
    article.innerHTML = "<p>Nokia.</p><p>Nokia.</p>";
    const before = known();
    article.innerHTML = String(article.innerHTML);
    const after = carryOver(before, collectTextBlocks(article));
    expect(new Set(placedIn(after).map(({ key }) => key)).size).toBe(2);
  });

  test("keeps a mention's key while words are added before it in its block", () => {
    const before = known();
    const zte = before[2]?.mentions[0]?.key;
    (article.querySelectorAll("p")[2]?.firstChild as Text).data = "Yesterday ZTE was named.";
    const after = known(before);
    expect(after[2]?.mentions.map(({ key }) => key)).toEqual([zte]);
    expect(String(after[2]?.mentions[0] && rangeOf(after[2].mentions[0]))).toBe("ZTE");
  });
});

describe("what is asked about", () => {
  const filler = "Nothing is named in this sentence, which only takes room. ".repeat(10);

  test("is an article of usual length as a whole, since its names explain each other", () => {
    const before = known();
    article.insertAdjacentHTML("beforeend", "<p>One more.</p>");
    const after = carryOver(before, collectTextBlocks(article));
    expect(findPortions(after, endOfPortion)).toEqual([[0, 1, 2, 3]]);
  });

  test("is nothing when nothing is new", () => {
    expect(findPortions(known(), endOfPortion)).toEqual([]);
  });

  test("are a long article's new blocks, with those that first name somebody", () => {
    article.insertAdjacentHTML("beforeend", `<p>${filler}</p>`.repeat(100));
    article.insertAdjacentHTML("beforeend", "<p>Nokia again.</p>");
    const before = known();
    article.insertAdjacentHTML("beforeend", "<p>One more.</p>");
    const after = carryOver(before, collectTextBlocks(article));
    const [portion, ...others] = findPortions(after, endOfPortion);
    expect(portion).toEqual([104]);
    expect(others).toEqual([]);
    expect(withContext(after, portion ?? [])).toEqual([0, 2, 104]);
  });

  test("is cut into portions where it is too much for one question, and nothing is left out", () => {
    const blocks = Array.from({ length: 9_000 }, () => ({ text: "x".repeat(100) }));
    expect(endOfPortion(blocks, 0)).toBe(3_000);
    const long = [{ text: "x".repeat(400_000) }, { text: "x".repeat(250_000) }, { text: "" }];
    // A block is cut, and never left out.
    expect(endOfPortion(long, 0)).toBe(3);
    article.innerHTML = `<p>${filler}</p>`.repeat(1_300);
    const entries = carryOver([], collectTextBlocks(article));
    const portions = findPortions(entries, endOfPortion);
    expect(portions.length).toBe(3);
    expect(portions.flat()).toEqual([...entries.keys()]);
  });
});
