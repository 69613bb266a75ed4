/** Long because all of its tests share one made page with a background and a hover machine of its own. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NoteOnPage } from "../../../src/messaging/protocol.ts";
import { createWork } from "../../../src/page/in-slices.ts";
import { paletteFor } from "../../../src/page/mark-palette.ts";
import type { Marker } from "../../../src/page/marker-port.ts";
import { passageOf } from "../../../src/page/notes/passage.ts";
import { startNotes } from "../../../src/page/notes/start-notes.ts";
import {
  offeredNotes,
  type PageNotes,
  type RunningPage,
  runningPage,
  setRunningPage,
} from "../../../src/page/notes-port.ts";
import { rangeOf } from "../../../src/page/placed-mention.ts";
import { collectTextBlocks, collectTextBlocksInSteps } from "../../../src/reading/text-blocks.ts";
import { forceColours } from "../ui/emulated-media.ts";

type Listener = (message: unknown, sender: object, respond: (value: unknown) => void) => void;

const first = "The council decided on Tuesday that the vendor may supply at most a third of the network.";
const second = "Operators have until the end of next year to bring their networks under the limit.";

let asked: { name: string; payload: Record<string, unknown> }[];
let kept: NoteOnPage[];
let listeners: Set<Listener>;
let isArticle: boolean;
let activated: number[];
let marker: Marker;

const article = () => document.querySelector("article") as HTMLElement;
const blocks = () => (isArticle ? collectTextBlocks(article()) : []);
const wholePage = () => collectTextBlocksInSteps(document.body);
const marked = () =>
  [...CSS.highlights.entries()]
    .filter(([name]) => name.startsWith("telecom-lens-note"))
    .flatMap(([, ranges]) => [...ranges].map(String));
const notes = () => offeredNotes() as PageNotes;

/** A note on a stretch of the page, as the card writes it. */
function noteOn(quote: string, more: Partial<NoteOnPage> = {}): NoteOnPage {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
    const at = node.data.indexOf(quote);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + quote.length);
    const passage = passageOf(range, { blocks, wholePage });
    if (!passage) break;
    const time = "2026-11-24T10:00:00.000Z";
    const id = `${kept.length + 1}0000000-1111-4111-8111-111111111111`;
    return {
      id,
      body: `On ${quote}`,
      tags: ["tag"],
      created: time,
      changed: time,
      revision: 1,
      passage,
      ...more,
    };
  }
  throw new Error(`the page has no ${quote}`);
}
const keep = (...quotes: string[]) => {
  for (const quote of quotes) kept.push(noteOn(quote));
};
/** As after a reload. */
async function show(html?: string) {
  if (html !== undefined) document.body.innerHTML = html;
  startNotes();
  await notes().update(marker);
}
const told = (telecomLens: string, payload: object = {}) => {
  let answer: unknown;
  for (const listener of listeners) {
    listener({ telecomLens, payload }, { id: "ours" }, (value) => {
      answer = (value as { answer: unknown }).answer;
    });
  }
  return answer;
};

beforeEach(() => {
  document.body.innerHTML = `<article><h1>A limit</h1><p>${first}</p><p>${second}</p></article><footer>Imprint</footer>`;
  asked = [];
  kept = [];
  activated = [];
  listeners = new Set();
  isArticle = true;
  Object.assign((globalThis as unknown as { chrome: object }).chrome, {
    runtime: {
      id: "ours",
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    i18n: { getMessage: (key: string) => key },
  });
  setRunningPage({
    ask: (async (name: string, payload: Record<string, unknown>) => {
      asked.push({ name, payload });
      return name === "page.notesOnPage" ? structuredClone(kept) : true;
    }) as never,
    work: createWork(),
    read: async () => {},
    answers: () => true,
  });
  marker = {
    session: { blocks, wholePage, waitsUntil: () => null, trees: () => [] },
    paletteFor,
    card: { dispatch: ({ mention }: { mention: number }) => void activated.push(mention) },
    settle: () => {},
  } as unknown as Marker;
});
afterEach(() => {
  offeredNotes()?.destroy();
  setRunningPage(undefined);
});

describe("the notes of a page", () => {
  test("are marked at their passages, in a look of their own, and the page is left as it was", async () => {
    keep("at most a third", second);
    const before = document.documentElement.outerHTML;
    await show();
    expect(marked()).toEqual(["at most a third", second]);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(
      notes()
        .marks()
        .map(({ key }) => key < 0),
    ).toEqual([true, true]);
    expect(told("tab.notes")).toEqual({
      [kept[0]?.id ?? ""]: { state: "found" },
      [kept[1]?.id ?? ""]: { state: "found" },
    });
  });

  test("run over several elements and paragraphs, without what stands between", async () => {
    document.body.innerHTML = `<article><p>It was <b>decided</b> on Tuesday.</p><nav>Read on</nav><p>The rest followed.</p></article>`;
    const range = new Range();
    range.setStart(article().querySelector("p")?.firstChild as Text, 3);
    range.setEnd(article().lastElementChild?.firstChild as Text, 8);
    const passage = passageOf(range, { blocks, wholePage });
    expect(passage?.quote).toBe("was decided on Tuesday.\nThe rest");
    kept.push({ ...noteOn("decided"), passage: passage as NoteOnPage["passage"] });
    await show();
    expect(marked()).toEqual(["was ", "decided", " on Tuesday.", "The rest"]);
  });

  test("are found under the pointer, the shortest first, and shown with those that they overlap", async () => {
    keep(first, "at most a third", second);
    await show();
    const range = rangeOf(notes().marks()[1] as never) as Range;
    const { left, top, width, height } = range.getBoundingClientRect();
    const at = notes().at(left + width / 2, top + height / 2);
    expect(at?.letters).toBe("at most a third");
    expect(
      notes()
        .shown(at?.key ?? 0)
        ?.notes.map(({ note }) => note.body),
    ).toEqual(["On at most a third", `On ${first}`]);
    expect(notes().at(left + width / 2, top - 200)).toBeNull();
  });

  test("stay where they were, with their keys, while other text of the page changes", async () => {
    keep("at most a third");
    await show();
    const [before] = notes().marks();
    article().insertAdjacentHTML("afterbegin", "<p>A new paragraph at the top.</p>");
    await notes().update(marker);
    expect(notes().marks()[0]?.key).toBe(before?.key);
    // A framework that renders anew puts other nodes there.
    article().innerHTML = article().innerHTML.replace("Tuesday", "Wednesday");
    await notes().update(marker);
    expect(marked()).toEqual(["at most a third"]);
  });

  test("whose words were edited are marked, and told with before and after", async () => {
    keep(second);
    await show(document.body.innerHTML.replace("the end of next year", "the end of this year"));
    const after = second.replace("next year", "this year");
    expect(marked()).toEqual([after]);
    const shown = notes().shown(notes().marks()[0]?.key ?? 0);
    expect(shown?.notes[0]?.place).toEqual({ state: "edited", before: second, after });
  });

  test("whose passage is gone are orphans: not marked, and kept", async () => {
    keep(second);
    await show("<article><p>Another text altogether, on the weather of the coming week.</p></article>");
    expect(marked()).toEqual([]);
    expect(told("tab.notes")).toMatchObject({
      [kept[0]?.id ?? ""]: { state: "orphan", before: second, candidates: 0 },
    });
    expect(told("tab.showNote", { id: kept[0]?.id })).toBe(false);
  });

  test("are edited as they were when they were shown, so that the background notices another change", async () => {
    keep("at most a third");
    await show();
    const [{ id, revision }] = kept as [NoteOnPage];
    kept = kept.map((note) => ({ ...note, body: "Changed elsewhere", revision: revision + 1 }));
    await notes().reload();
    await notes().edit(id, { body: "Mine", tags: [], revision }, false);
    expect(asked.at(-1)).toMatchObject({ name: "page.editNote", payload: { id, revision, body: "Mine" } });
  });

  test("are still there without their passage, and not once they were deleted", async () => {
    keep("at most a third");
    await show();
    const id = kept[0]?.id ?? "";
    document.querySelector("article p")?.remove();
    await notes().update(marker);
    expect([notes().marks(), notes().has(id)]).toEqual([[], true]);
    kept = [];
    await notes().reload();
    expect(notes().has(id)).toBe(false);
  });

  test("are told to the background with what became of each, and again only when that changes", async () => {
    keep("at most a third", second);
    const [one, two] = kept.map(({ id }) => id);
    const tellings = () =>
      asked.filter(({ name }) => name === "page.notesPlaced").map(({ payload }) => payload);
    await show();
    const found = [one, two].map((id) => ({ id, state: "found" }));
    expect(tellings()).toEqual([{ places: found }]);
    await notes().reload();
    expect(tellings()).toHaveLength(1);
    article().lastElementChild?.remove();
    await notes().update(marker);
    expect(tellings().at(-1)).toMatchObject({
      places: [found[0], { id: two, state: "orphan", candidates: 0 }],
    });
    // What stands there is not the article yet: nothing is known.
    Object.assign(marker.session, { waitsUntil: () => 1 });
    await notes().update(marker);
    expect(tellings()).toHaveLength(2);
  });

  test("outside of the article are found too, and on a page that is none", async () => {
    document.body.innerHTML += "<p id=box>A box beside the article, with words of its own.</p>";
    keep("words of its own");
    expect(kept[0]?.passage).not.toHaveProperty("start");
    await show();
    expect(marked()).toEqual(["words of its own"]);
    offeredNotes()?.destroy();
    isArticle = false;
    await show();
    expect(marked()).toEqual(["words of its own"]);
  });

  test("are none of the page that the address stands for next", async () => {
    keep("at most a third");
    await show();
    notes().leave();
    expect(marked()).toEqual([]);
    kept = [];
    await notes().update(marker);
    expect(asked.filter(({ name }) => name === "page.notesOnPage")).toHaveLength(2);
    expect(notes().marks()).toEqual([]);
  });
});

describe("an orphan that may be in two places", () => {
  const twice = "The limit applies to all networks.";
  const html = `<article><p>${twice}</p><p>In between stands this.</p><p>${twice}</p></article>`;
  beforeEach(async () => {
    document.body.innerHTML = `<article><p>${twice}</p></article>`;
    keep(twice);
    const [note] = kept as [NoteOnPage];
    const { range: _, ...passage } = note.passage;
    kept = [{ ...note, passage: { ...passage, start: 4_000, end: 4_034 } }];
    await show(html);
  });

  test("is drawn at neither, and both are offered in turn", () => {
    expect(marked()).toEqual([]);
    expect(notes().marks()).toEqual([]);
    expect(told("tab.showNote", { id: kept[0]?.id })).toBe(true);
    const [key = 0] = activated;
    const shown = notes().shown(key);
    expect(shown).toMatchObject({ candidate: { number: 1, of: 2 } });
    expect(shown?.notes[0]?.place.state).toBe("orphan");
    const next = notes().shown(shown?.candidate?.next ?? 0);
    expect(next?.candidate).toMatchObject({ number: 2, next: key });
  });

  test("is laid to the one that the reader says", async () => {
    told("tab.showNote", { id: kept[0]?.id });
    const next = notes().shown(activated[0] ?? 0)?.candidate?.next ?? 0;
    const node = notes().find(next)?.segments[0]?.node;
    await notes().attach(next, false);
    const edit = asked.find(({ name }) => name === "page.editNote")?.payload as unknown as NoteOnPage;
    expect(edit).toMatchObject({ id: kept[0]?.id, revision: 1, body: `On ${twice}`, tags: ["tag"] });
    expect(edit.passage.quote).toBe(twice);
    kept = [{ ...(kept[0] as NoteOnPage), passage: edit.passage, revision: 2 }];
    await notes().reload();
    expect(marked()).toEqual([twice]);
    expect(notes().marks()[0]?.segments[0]?.node).toBe(node);
  });
});

test("a passage outside of the article is found on a page that takes something away while it is read", async () => {
  const before = `<div id=before>${"<p>Buy this, and that.</p>".repeat(200)}</div>`;
  document.body.innerHTML = `${before}<article><p>${first}</p></article><p>A box beside the article, with words of its own.</p>`;
  keep("words of its own");
  const { work } = runningPage() as RunningPage;
  // One step, and the page has its turn.
  const run: typeof work.run = async (steps) => {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      document.querySelector("#before")?.remove();
    }
  };
  setRunningPage({ ...(runningPage() as RunningPage), work: { ...work, run } });
  await show();
  expect(document.querySelector("#before")).toBeNull();
  expect(marked()).toEqual(["words of its own"]);
});

describe("note marks", () => {
  test("are looked for again when the page comes back from the cache, with what was changed meanwhile", async () => {
    keep("at most a third");
    await show();
    kept = [];
    keep("the end of next year");
    // A page that is loaded anew has its notes asked for in another way.
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(marked()).toEqual(["at most a third"]);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await expect.poll(marked).toEqual(["the end of next year"]);
  });

  test("are drawn once after an update of the extension, by what came with it", async () => {
    keep("at most a third");
    await show();
    const before = notes();
    // What the old version left in the page takes itself away, and the new one starts.
    before.destroy();
    await show();
    expect(notes()).not.toBe(before);
    expect(marked()).toEqual(["at most a third"]);
    expect(listeners.size).toBe(1);
    // The old one hears nothing any more.
    kept = [];
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await expect.poll(marked).toEqual([]);
    expect(asked.filter(({ name }) => name === "page.notesOnPage")).toHaveLength(3);
  });

  test("stand under the pointer where the page is written from right to left", async () => {
    const arabic = "قرر المجلس أن يورد المورّد ثلث الشبكة على الأكثر قبل نهاية العام المقبل.";
    document.body.innerHTML = `<article dir="rtl" style="width: 240px; font-size: 20px"><p>${arabic}</p></article>`;
    keep("ثلث الشبكة");
    await show();
    expect(marked()).toEqual(["ثلث الشبكة"]);
    const [mark] = notes().marks();
    const box = mark && rangeOf(mark)?.getBoundingClientRect();
    if (!mark || !box) throw new Error("it is not drawn");
    expect(notes().at(box.left + box.width / 2, box.top + box.height / 2)?.key).toBe(mark.key);
    expect(notes().at(document.body.getBoundingClientRect().right - 1, box.bottom + 200)).toBeNull();
  });

  test("are drawn where colours are forced, too, and stay when they are not any more", async () => {
    keep("at most a third");
    try {
      await forceColours(true);
      expect(matchMedia("(forced-colors: active)").matches).toBe(true);
      await show();
      expect(marked()).toEqual(["at most a third"]);
    } finally {
      await forceColours(false);
    }
    await expect.poll(marked).toEqual(["at most a third"]);
  });
});

test("what draws notes leaves nothing in the page when it is ended", async () => {
  keep("at most a third");
  await show();
  notes().destroy();
  expect(marked()).toEqual([]);
  expect(offeredNotes()).toBeUndefined();
  expect(listeners.size).toBe(0);
});

test("many notes on a long page do not hold it up", async () => {
  const paragraphs = Array.from({ length: 400 }, (_, number) => `<p>Paragraph ${number}. ${first}</p>`);
  document.body.innerHTML = `<article>${paragraphs.join("")}</article>`;
  for (let number = 0; number < 60; number++) keep(`Paragraph ${number * 5}. The council`);
  let [longest, last] = [0, performance.now()];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    port2.postMessage(0);
  };
  port2.postMessage(0);
  await show(document.body.innerHTML.replaceAll("Tuesday", "Friday"));
  port1.close();
  expect(marked()).toHaveLength(60);
  expect(longest).toBeLessThan(200);
});
