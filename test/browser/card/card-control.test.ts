/** Long because every way in which a card opens, closes and gives way is played through on one small page. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import type { Envelope, FoundMention } from "../../../src/messaging/protocol.ts";
import type { ArticleSession } from "../../../src/page/article-session.ts";
import { askBackground } from "../../../src/page/ask-background.ts";
import { createCardControl } from "../../../src/page/card/card-control.ts";
import { createCard } from "../../../src/page/card/create-card.tsx";
import type { CardControl, CardPage } from "../../../src/page/card-port.ts";
import { offerMarkdown } from "../../../src/page/markdown-port.ts";
import {
  type NoteMark,
  offerNotes,
  type PageNotes,
  type ShownNote,
  type ShownNotes,
} from "../../../src/page/notes-port.ts";
import type { PlacedMention } from "../../../src/page/placed-mention.ts";
import { registerMarkdown } from "../../../src/page/register-markdown.ts";
import { shownMention, uncertainCard, vendorCard } from "../../support/card-samples.ts";
import { foundNotes } from "../../support/note-samples.ts";

let control: CardControl;
let asked: Envelope[];
let answers: Record<string, unknown>;
let dropped: unknown[][];
let mentions: PlacedMention[];
let noteMarks: NoteMark[];
let shownNotes: ShownNotes;
/** What comes of an edit. */
let edited: unknown;

/** Notes of the page, as what draws them offers them. */
const pageNotes = {
  marks: () => noteMarks,
  find: (key: number) => noteMarks.find((mark) => mark.key === key),
  shown: (key: number) => (noteMarks.some((mark) => mark.key === key) ? shownNotes : null),
  has: (id: string) => shownNotes.notes.some(({ note }) => note.id === id),
  describe: () => foundNotes.notes[0]?.note.passage ?? null,
  tags: () => [],
  reload: async () => {},
  edit: async () => edited,
  remove: async (id: string) => void asked.push({ telecomLens: "page.deleteNote", payload: { id } }),
  restore: async (id: string) => void asked.push({ telecomLens: "page.restoreNote", payload: { id } }),
} as unknown as PageNotes;

const host = () => document.querySelector("telecom-lens-card") as HTMLElement;
const root = () => host().shadowRoot as ShadowRoot;
const isOpen = () => host()?.matches(":popover-open") ?? false;
const text = () => root().querySelector(".card")?.textContent ?? "";
const button = (name: string) =>
  [...root().querySelectorAll("button")].find((one) => one.textContent.startsWith(name)) as HTMLButtonElement;
const askedFor = (name: string) => asked.filter(({ telecomLens }) => telecomLens === name);

function placedAt(id: string, key: number, mention: Partial<FoundMention> = {}): PlacedMention {
  const node = document.getElementById(id)?.firstChild as Text;
  const found = { ...shownMention(vendorCard).mention, surface: node.data, ...mention };
  const segments = [{ node, start: 0, end: node.length }];
  return { key, mention: found, element: node.parentElement as Element, segments, letters: node.data };
}

beforeEach(() => {
  document.body.innerHTML =
    "<main><input id=field><p><span id=one>Acme</span> and <span id=two>Bolt</span></p></main>";
  asked = [];
  dropped = [];
  answers = {
    "page.describe": vendorCard,
    "page.notThisOne": true,
    "page.undoChoice": true,
    "page.siteOn": true,
    "page.notesHere": [],
    "page.drafts": [],
  };
  const runtime = {
    id: "ours",
    sendMessage: async (envelope: Envelope) => {
      asked.push(envelope);
      const answer = answers[envelope.telecomLens];
      return { answer: typeof answer === "function" ? await answer() : structuredClone(answer) };
    },
  };
  Object.assign((globalThis as unknown as { chrome: object }).chrome, { runtime });
  noteMarks = [];
  shownNotes = foundNotes;
  offerNotes(pageNotes);
  mentions = [placedAt("one", 1), placedAt("two", 2)];
  control = start();
});
afterEach(() => {
  control.destroy();
  offerNotes(undefined);
  offerMarkdown(undefined);
});

function start(first?: CardPage["first"]): CardControl {
  const session = {
    mentions: () => mentions,
    drawn: () => mentions,
    articleDate: () => ({ day: "2020-02-01", origin: "meta" }),
    settings: () => null,
    setDropped: (...details: unknown[]) => void dropped.push(details),
    reading: () => ({ title: "T" }),
    blocks: () => [],
  } as unknown as ArticleSession;
  return createCardControl(
    {
      session,
      ask: askBackground,
      first,
      point: () => undefined,
      siteSwitchedOff: () => void asked.push({ telecomLens: "page.siteOff", payload: {} }),
    },
    (events) => createCard(events, "open"),
  );
}

async function openFirst() {
  document.getElementById("field")?.focus();
  control.step(1);
  await expect.poll(isOpen).toBe(true);
}

test("the name whose card is open is tinted, and no longer when it has closed or we have left", async () => {
  const tinted = () => [...(CSS.highlights.get("telecom-lens-current") ?? [])].map(String);
  await openFirst();
  expect(tinted()).toEqual(["Acme"]);
  control.dispatch({ type: "dismiss", returnFocus: true });
  expect(tinted()).toEqual([]);
  await openFirst();
  control.destroy();
  expect(tinted()).toEqual([]);
});

describe("what was asked for while the card was on its way", () => {
  const target = () => mentions[0] as PlacedMention;

  test("is shown without being asked for again", async () => {
    control.destroy();
    control = start({ target: target(), model: Promise.resolve(vendorCard) });
    await openFirst();
    expect(askedFor("page.describe")).toEqual([]);
  });

  test.each<[string, () => Promise<CardModel | null>]>([
    ["failed", () => Promise.reject(new Error("asleep"))],
    ["had no answer", async () => null],
  ])("is asked for again where that %s", async (_, model) => {
    control.destroy();
    control = start({ target: target(), model: model() });
    await openFirst();
    expect(askedFor("page.describe")).toHaveLength(1);
  });
});

describe("a card that was open before", () => {
  const reopen = async () => {
    control.dispatch({ type: "dismiss", returnFocus: true });
    expect(isOpen()).toBe(false);
    control.dispatch({ type: "activate", mention: 1, by: "keyboard" });
    await expect.poll(isOpen).toBe(true);
  };

  test("is shown again without asking, until the page says something else", async () => {
    await openFirst();
    await reopen();
    expect(askedFor("page.describe")).toHaveLength(1);
    mentions = [...mentions];
    await reopen();
    expect(askedFor("page.describe")).toHaveLength(2);
  });

  test("is asked for anew after a note was written: it counts them", async () => {
    await openFirst();
    button("Add note").click();
    await expect.poll(() => root().querySelector("textarea")).toBeTruthy();
    button("Save note").click();
    await expect.poll(text).toContain("Note saved");
    await reopen();
    expect(askedFor("page.describe")).toHaveLength(2);
  });
});

describe("“not this one”", () => {
  const choose = async () => {
    await openFirst();
    button("Not this one").click();
    await expect.poll(() => button("On this site")).toBeTruthy();
    button("On this site").click();
    await expect.poll(text).toContain("is no longer marked");
  };

  test("is told to the background, and the mark goes at once", async () => {
    await choose();
    expect(askedFor("page.notThisOne")[0]?.payload).toEqual({
      id: vendorCard.entity.id,
      surface: "Acme",
      scope: "site",
    });
    expect(dropped).toEqual([[vendorCard.entity.id, "Acme", true]]);
  });

  test("can be taken back in its place, and the focus goes back to where it was", async () => {
    await choose();
    await expect.poll(() => root().activeElement?.textContent).toBe("Undo");
    button("Undo").click();
    await expect.poll(isOpen).toBe(false);
    expect(askedFor("page.undoChoice")[0]?.payload).toEqual({ id: vendorCard.entity.id, surface: "Acme" });
    expect(dropped.at(-1)).toEqual([vendorCard.entity.id, "Acme", false]);
    expect(document.activeElement?.id).toBe("field");
  });

  test("is left by a press beside it", async () => {
    await choose();
    control.dispatch({ type: "dismiss", returnFocus: false });
    expect(isOpen()).toBe(false);
  });

  test("that the background refuses leaves card and mark", async () => {
    answers["page.notThisOne"] = false;
    await openFirst();
    button("Not this one").click();
    await expect.poll(() => button("Everywhere")).toBeTruthy();
    button("Everywhere").click();
    await expect.poll(text).toContain("could not be kept");
    expect(dropped).toEqual([]);
  });

  test("is closed by Escape, which gives the focus back", async () => {
    await choose();
    expect(control.isOpen()).toBe(true);
    control.dispatch({ type: "dismiss", returnFocus: true });
    expect(isOpen()).toBe(false);
    expect(document.activeElement?.id).toBe("field");
  });
});

describe("“off here”", () => {
  test("is taken back in place", async () => {
    await openFirst();
    button("Off here").click();
    await expect.poll(text).toContain("Nothing is marked on");
    expect(askedFor("page.siteOff")).toHaveLength(1);
    button("Undo").click();
    await expect.poll(() => askedFor("page.siteOn").length).toBe(1);
    await expect.poll(isOpen).toBe(false);
  });
});

describe("an uncertain mention", () => {
  test("shows the card of the candidate that is chosen, asked for with the same place", async () => {
    const candidates = uncertainCard.candidates.map(({ id }) => id);
    mentions = [placedAt("one", 1, { id: "operator-a", certainty: "uncertain", candidates })];
    answers["page.describe"] = uncertainCard;
    await openFirst();
    const chosen: CardModel = {
      ...uncertainCard,
      entity: uncertainCard.candidates[1] ?? uncertainCard.entity,
    };
    answers["page.describe"] = chosen;
    button("XACountry A").click();
    await expect.poll(() => root().querySelector("h2")?.textContent).toBe("Country A");
    expect(askedFor("page.describe").at(-1)?.payload).toMatchObject({ id: "country-a", at: 0, candidates });
  });
});

describe("a note on a passage", () => {
  const write = async () => {
    document.getElementById("field")?.focus();
    const range = new Range();
    range.selectNodeContents(document.getElementById("one") as HTMLElement);
    expect(await control.noteOn(range)).toBe(true);
    await expect.poll(() => root().querySelector("textarea")).toBeTruthy();
  };

  test("has what describes passages run first, once", async () => {
    answers["page.loadNotes"] = true;
    offerNotes(undefined);
    const range = new Range();
    range.selectNodeContents(document.getElementById("one") as HTMLElement);
    expect(await control.noteOn(range)).toBe(false);
    expect(askedFor("page.loadNotes")).toHaveLength(1);
    offerNotes(pageNotes);
    expect(await control.noteOn(range)).toBe(true);
    expect(askedFor("page.loadNotes")).toHaveLength(1);
  });

  test("ends with Cancel and with Escape, and the focus goes back", async () => {
    await write();
    const before = document.activeElement;
    expect(before).toBe(host());
    button("Cancel").click();
    await expect.poll(isOpen).toBe(false);
    await write();
    expect(control.isOpen()).toBe(true);
    control.dispatch({ type: "dismiss", returnFocus: true });
    expect(isOpen()).toBe(false);
  });

  test("is not taken away by a press beside it, nor by a pointer that rests on a name", async () => {
    await write();
    control.dispatch({ type: "dismiss", returnFocus: false });
    expect(isOpen()).toBe(true);
    control.dispatch({ type: "pointer-on", mention: 2 });
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(root().querySelector("textarea")).toBeTruthy();
  });
});

describe("a passage with notes", () => {
  beforeEach(() => {
    const { segments, letters } = placedAt("two", 0);
    const node = document.querySelector("p")?.childNodes[1] as Text;
    noteMarks = [
      {
        key: -1,
        segments: [{ node, start: 0, end: node.length }, ...segments],
        letters: node.data + letters,
      },
    ];
  });

  test("is gone to in its turn, between the mentions around it", async () => {
    await openFirst();
    expect(text()).toContain("Vendor A");
    control.step(1);
    await expect.poll(text).toContain("Your 2 notes");
    control.step(1);
    await expect.poll(text).toContain("2 of 2");
  });

  test("opens under the pointer like a mention, and closes with Escape", async () => {
    control.dispatch({ type: "pointer-on", mention: -1 });
    await expect.poll(isOpen).toBe(true);
    expect(text()).toContain("Compare with the German draft.");
    control.dispatch({ type: "dismiss", returnFocus: true });
    expect(isOpen()).toBe(false);
  });

  describe("has Markdown read for its text", () => {
    const withBody = (body: string) => {
      const [one] = foundNotes.notes as [ShownNote];
      shownNotes = { notes: [{ ...one, note: { ...one.note, body } }] };
    };
    const open = async () => {
      control.dispatch({ type: "activate", mention: -1, by: "keyboard" });
      await expect.poll(isOpen).toBe(true);
    };

    test("once, before the card is shown", async () => {
      answers["page.loadMarkdown"] = registerMarkdown;
      withBody("**who** decides");
      await open();
      expect(root().querySelector("strong")?.textContent).toBe("who");
      control.dispatch({ type: "dismiss", returnFocus: true });
      await open();
      expect(askedFor("page.loadMarkdown")).toHaveLength(1);
    });

    test("not at all where there is none in it", async () => {
      withBody("At 2.4 GHz: who decides?");
      await open();
      expect(text()).toContain("who decides?");
      expect(askedFor("page.loadMarkdown")).toEqual([]);
    });

    test("and is shown as it was typed where that cannot be", async () => {
      answers["page.loadMarkdown"] = () => Promise.reject(new Error("no background"));
      withBody("**who** decides <b>now</b>");
      await open();
      expect(text()).toContain("**who** decides <b>now</b>");
    });
  });

  test("that is changed elsewhere says so at once, in the card that is open", async () => {
    const [one] = foundNotes.notes as [ShownNote];
    control.dispatch({ type: "activate", mention: -1, by: "keyboard" });
    await expect.poll(isOpen).toBe(true);
    button("Edit").click();
    await expect.poll(() => root().querySelector("textarea")).toBeTruthy();
    const field = root().querySelector("textarea") as HTMLTextAreaElement;
    await userEvent.fill(field, "Half an edit");
    control.revise();
    shownNotes = { notes: [{ ...one, note: { ...one.note, body: "Changed elsewhere", revision: 9 } }] };
    control.revise();
    await expect.poll(text).toContain("Changed elsewhere");
    expect(root().querySelector("textarea")).toBe(field);
    expect(field.value).toBe("Half an edit");
    edited = "stale";
    button("Save mine in its place").click();
    await expect.poll(text).toContain("Not saved: The note was changed elsewhere meanwhile.");
    expect(field.value).toBe("Half an edit");
  });

  describe("whose note leaves it while that is edited", () => {
    const edit = async (body: string) => {
      control.dispatch({ type: "activate", mention: -1, by: "keyboard" });
      await expect.poll(isOpen).toBe(true);
      button("Edit").click();
      await expect.poll(() => root().querySelector("textarea")).toBeTruthy();
      await userEvent.fill(root().querySelector("textarea") as HTMLTextAreaElement, body);
    };
    const others = () => ({ notes: foundNotes.notes.slice(1) });

    test("says that it was deleted elsewhere, and brings it back", async () => {
      await edit("Half an edit");
      shownNotes = { notes: [] };
      noteMarks = [];
      control.revise();
      await expect.poll(text).toContain("deleted elsewhere. Your edit is kept");
      button("Undo").click();
      await expect.poll(isOpen).toBe(false);
      const { id } = foundNotes.notes[0]?.note ?? {};
      expect(askedFor("page.restoreNote")).toMatchObject([{ payload: { id } }]);
      expect(askedFor("page.dropDraft")).toEqual([]);
    });

    test("says so also where other notes stay at the passage", async () => {
      await edit("Half an edit");
      shownNotes = others();
      control.revise();
      await expect.poll(text).toContain("deleted elsewhere. Your edit is kept");
    });

    test("says that its passage is gone, where it is not deleted", async () => {
      await edit("Half an edit");
      noteMarks = [];
      control.revise();
      await expect.poll(text).toContain("not here any more. Your edit is kept");
      expect(button("Undo")).toBeUndefined();
    });

    test("closes without a word where nothing was typed", async () => {
      await edit("One");
      await userEvent.fill(
        root().querySelector("textarea") as HTMLTextAreaElement,
        foundNotes.notes[0]?.note.body ?? "",
      );
      noteMarks = [];
      control.revise();
      expect(isOpen()).toBe(false);
    });
  });

  test("loses its note with one press, which can be taken back", async () => {
    control.dispatch({ type: "activate", mention: -1, by: "keyboard" });
    await expect.poll(isOpen).toBe(true);
    button("Delete").click();
    await expect.poll(text).toContain("Note deleted.");
    expect(askedFor("page.deleteNote")).toHaveLength(1);
    button("Undo").click();
    await expect.poll(() => askedFor("page.restoreNote")).toHaveLength(1);
    await expect.poll(isOpen).toBe(false);
  });
});
