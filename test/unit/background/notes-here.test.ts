import { describe, expect, test } from "vitest";
import { notesHere } from "../../../src/background/notes-here.ts";
import type { Services } from "../../../src/background/services.ts";
import { isSamePage, type PageIdentity } from "../../../src/core/page-address.ts";

const noteId = "10000000-1111-4111-8111-111111111111";
const note = (body: string, url: string, id = "acme-radio") => ({
  id: noteId,
  body,
  created: "2026-11-24T10:00:00.000Z",
  tags: ["secret"],
  page: { url, title: "T", site: "S" },
  entity: { id, name: "Acme", cardText: "…" },
});

const page = "https://news.example/a";

function asked(notes: { page: PageIdentity }[]) {
  const opened: string[] = [];
  const services = {
    notes: {
      onPage: async (here: PageIdentity) => notes.filter(({ page }) => isSamePage(page, here)),
      get: async () => notes[0],
    },
    openOptions: async (section: string) => void opened.push(section),
  } as unknown as Services;
  return { calls: notesHere(services), opened };
}

describe("a card that asks for the notes here", () => {
  test("is given those on this entity on this page, and nothing of them but what it shows", async () => {
    const { calls } = asked([
      note("here", `${page}#part`),
      note("other page", "https://news.example/b"),
      note("other entity", page, "bolt-networks"),
    ]);
    const answer = await calls["page.notesHere"]({ id: "acme-radio" }, { tab: { url: `${page}#top` } });
    expect(answer).toEqual([{ id: noteId, body: "here", created: "2026-11-24T10:00:00.000Z" }]);
  });

  test("is given twenty at most", async () => {
    const { calls } = asked(Array.from({ length: 30 }, (_, index) => note(`${index}`, page)));
    expect(await calls["page.notesHere"]({ id: "acme-radio" }, { tab: { url: page } })).toHaveLength(20);
  });

  test("is given none where the browser does not say which page it is", async () => {
    const { calls } = asked([note("here", page)]);
    expect(await calls["page.notesHere"]({ id: "acme-radio" }, { tab: {} })).toEqual([]);
  });

  test("opens all notes on our own page", async () => {
    const { calls, opened } = asked([]);
    expect(await calls["page.allNotes"]({}, { tab: { url: page } })).toBe(true);
    expect(opened).toEqual(["notes"]);
  });

  test("opens them at one of its own page, and at no other page's", async () => {
    const { calls, opened } = asked([note("here", page)]);
    expect(await calls["page.allNotes"]({ id: noteId }, { tab: { url: page } })).toBe(true);
    const elsewhere = { tab: { url: "https://news.example/b" } };
    await expect(calls["page.allNotes"]({ id: noteId }, elsewhere)).rejects.toMatchObject({
      problem: "missing",
    });
    expect(opened).toEqual([`notes/${noteId}`]);
  });
});
