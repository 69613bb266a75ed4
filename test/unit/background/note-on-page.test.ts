import { describe, expect, test } from "vitest";
import { runNotes } from "../../../src/background/note-on-page.ts";
import { recordText } from "../../../src/core/card/record-text.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { pageCallSchemas } from "../../../src/messaging/protocol.ts";
import {
  background,
  elsewhere,
  entityNote,
  here,
  mine,
  note,
  other,
  passage,
  sender,
} from "../../support/notes-background.ts";
import { sampleCatalogue } from "../../support/sample-dataset.ts";

const written = { body: "Mine", tags: [], page: { url: here, title: "T", site: "S" } };

describe("a page", () => {
  const all = () =>
    background([
      note(mine, `${here}#top`),
      note(other, elsewhere),
      note(entityNote, here, { passage: undefined }),
    ]);

  test("is given its own notes with passages, and nothing of them but what it draws and shows", async () => {
    const answer = await all().calls["page.notesOnPage"]({}, sender());
    expect(answer.map(({ id }) => id)).toEqual([mine]);
    expect(Object.keys(answer[0] ?? {}).sort()).toEqual(
      ["body", "changed", "created", "id", "passage", "revision", "tags"].sort(),
    );
  });

  test("is given none where the browser does not say which page it is", async () => {
    expect(await all().calls["page.notesOnPage"]({}, sender(""))).toEqual([]);
  });

  test.each(["page.editNote", "page.deleteNote", "page.restoreNote"] as const)(
    "changes no note of another page by %s, and is not told whether there is one",
    async (call) => {
      const { calls, notes } = all();
      const act = (id: string | undefined, from: string) =>
        calls[call]({ id: id ?? "", revision: 1, body: "changed", tags: [] }, sender(from));
      const problem = await Promise.resolve(act(other, here)).catch((cause) => cause.problem);
      const none = await Promise.resolve(act("no such note", here)).catch((cause) => cause.problem);
      expect([problem, none]).toEqual(["missing", "missing"]);
      expect(notes.get(other ?? "")).toEqual(note(other, elsewhere));
    },
  );

  test("tells where its own notes are, with the time of ours, and of no other page's", async () => {
    const { calls, places } = all();
    const told = [mine, other, "99999999-1111-4111-8111-111111111119"].map((id) => ({
      id: id ?? "",
      state: "orphan" as const,
      candidates: 2,
    }));
    expect(await calls["page.notesPlaced"]({ places: told }, sender())).toBe(true);
    expect([...places.values()]).toEqual([{ ...told[0], at: expect.stringMatching(/^2026-11-29T12:/) }]);
    const edited = { id: mine ?? "", state: "edited" as const, after: "other words" };
    await calls["page.notesPlaced"]({ places: [edited] }, sender());
    expect([...places.values()]).toMatchObject([edited]);
  });

  test("edits its note, lays it to another place, deletes it and takes that back", async () => {
    const { calls, notes } = all();
    const moved = { quote: "other words", prefix: "", suffix: "" };
    const edit = { id: mine ?? "", revision: 1, body: "changed", tags: ["new"], passage: moved };
    expect(await calls["page.editNote"](edit, sender())).toMatchObject({ body: "changed", passage: moved });
    expect(await calls["page.deleteNote"]({ id: mine ?? "" }, sender())).toBe(true);
    expect(notes.get(mine ?? "")?.deleted).toBeTruthy();
    expect(await calls["page.restoreNote"]({ id: mine ?? "" }, sender())).toBe(true);
    expect(notes.get(mine ?? "")?.deleted).toBeUndefined();
  });

  test("is told that its note is another by now, where it would write over it, and changes nothing", async () => {
    const { calls, notes, drafts } = all();
    const edit = { id: mine ?? "", body: "changed", tags: [] };
    await calls["page.editNote"]({ ...edit, body: "first", revision: 1 }, sender());
    await calls["page.keepDraft"](
      { editOf: { id: edit.id, body: "first", tags: [] }, body: "changed", tags: "" },
      sender(),
    );
    expect(await calls["page.editNote"]({ ...edit, revision: 1 }, sender())).toBe("stale");
    expect(notes.get(mine ?? "")?.body).toBe("first");
    expect(drafts.size).toBe(1);
  });

  test("with notes gets the script that draws them, in the frame that asks; one without gets nothing", async () => {
    const { services, ran } = all();
    await runNotes(services, { ...sender(), frameId: 3 });
    await runNotes(services, sender("https://news.example/without"));
    await runNotes(services, sender(""));
    expect(ran).toEqual(["7 3 /notes.js"]);
  });
});

describe("a note on an entity", () => {
  const asked = {
    id: "acme-radio",
    articleDate: { day: "2020-02-01", origin: "meta" as const },
    mentions: ["acme-radio", "northland"].map((id) => ({ id, block: 0, sentence: 0 })),
    at: 0,
  };
  const entity = { id: "acme-radio", name: "A forged name", cardText: "A forged card" };
  const saved = async (draft: object) => {
    const { calls } = background();
    const payload = pageCallSchemas["page.saveNote"].parse({ ...written, ...draft });
    return (await calls["page.saveNote"](payload, sender())) as Note;
  };

  test("freezes name, kind, card and claims from the dataset, whatever the page says", async () => {
    const kept = (await saved({ entity, asked })).entity;
    expect(kept).toMatchObject({ name: sampleCatalogue().entity("acme-radio")?.name, kind: "vendor" });
    expect(kept?.cardText).toContain("Article's date: 2020-02-01");
    expect(kept?.cardText).not.toContain("forged");
    const ids = kept?.claims?.map(({ id }) => id) ?? [];
    expect(ids).toContain("acme-radio");
    expect(ids).toContain("xn-2022-10-13-direction");
    for (const { id, text } of kept?.claims ?? []) expect(text).toBe(recordText(sampleCatalogue(), id));
  });

  test("on one measure of the card names it, and it is among the claims", async () => {
    const kept = await saved({ entity: { ...entity, claim: "xn-2022-10-13-direction" }, asked });
    expect(kept.entity?.claim).toBe("xn-2022-10-13-direction");
    const forged = await saved({ entity: { ...entity, claim: "no-such-measure" }, asked });
    expect(forged.entity?.claim).toBeUndefined();
  });

  test("is kept where the dataset cannot be loaded, or no longer knows it", async () => {
    const { services, calls } = background();
    services.dataset.load = async () => Promise.reject(new Error("damaged"));
    const kept = (await calls["page.saveNote"]({ ...written, entity }, sender())) as Note;
    expect(kept.entity).toMatchObject(entity);
    expect((await saved({ entity: { ...entity, id: "gone" } })).entity?.id).toBe("gone");
  });
});

describe("what is being typed", () => {
  const typed = { passage, body: "Half a thought", tags: "one, two" };

  test("is kept for its page alone, and given back with its time", async () => {
    const { calls } = background();
    expect(await calls["page.keepDraft"](typed, sender())).toBe(true);
    await calls["page.keepDraft"]({ ...typed, body: "Half a thought more" }, sender());
    expect(await calls["page.drafts"]({}, sender(`${here}?utm_source=x`))).toMatchObject([
      { passage, body: "Half a thought more", tags: "one, two", changed: "2026-11-29T12:01:00.000Z" },
    ]);
    expect(await calls["page.drafts"]({}, sender(elsewhere))).toEqual([]);
  });

  test("is one draft for each passage and entity, on whichever of its measures", async () => {
    const { calls, drafts } = background();
    const typedOn = (subject: object) =>
      calls["page.keepDraft"]({ ...subject, body: "x", tags: "" }, sender());
    for (const subject of [{ passage }, { entityId: "acme-radio" }, { entityId: "bolt-networks" }]) {
      await typedOn(subject);
    }
    await typedOn({ entityId: "acme-radio", claim: "xn-2022-10-13-direction" });
    expect(drafts.size).toBe(3);
    await calls["page.dropDraft"]({ entityId: "bolt-networks" }, sender());
    expect([...drafts.values()].map(({ entityId, claim }) => [entityId, claim])).toEqual([
      [undefined, undefined],
      ["acme-radio", "xn-2022-10-13-direction"],
    ]);
  });

  test("is dropped when it is emptied, and when the note is saved", async () => {
    const { calls, drafts } = background();
    await calls["page.keepDraft"](typed, sender());
    await calls["page.keepDraft"]({ passage, body: " ", tags: "" }, sender());
    expect(drafts.size).toBe(0);
    await calls["page.keepDraft"](typed, sender());
    await calls["page.saveNote"]({ ...written, passage }, sender());
    expect(drafts.size).toBe(0);
  });

  test("does not fill the disk: the oldest goes", async () => {
    const { calls, drafts } = background();
    for (let number = 0; number < 30; number++) {
      await calls["page.keepDraft"]({ entityId: `e${number}`, body: "x", tags: "" }, sender());
    }
    expect(drafts.size).toBe(20);
    expect([...drafts.values()].map(({ entityId }) => entityId)).not.toContain("e0");
  });
});

describe("a private window", () => {
  test("leaves no draft, and no note before the reader has been told", async () => {
    const { calls, notes, drafts } = background([note(mine, here)]);
    const inPrivate = sender(here, true);
    expect(await calls["page.keepDraft"]({ passage, body: "Secret", tags: "" }, inPrivate)).toBe(false);
    expect(await calls["page.saveNote"]({ ...written, passage }, inPrivate)).toBe("private-window");
    const edit = { id: mine ?? "", revision: 1, body: "Secret", tags: [] };
    expect(await calls["page.editNote"](edit, inPrivate)).toBe("private-window");
    expect(drafts.size).toBe(0);
    expect([...notes.values()]).toEqual([note(mine, here)]);
    await calls["page.saveNote"]({ ...written, passage, evenInPrivate: true }, inPrivate);
    await calls["page.editNote"]({ ...edit, evenInPrivate: true }, inPrivate);
    expect([...notes.values()].map(({ body }) => body)).toEqual(["Secret", "Mine"]);
    expect(drafts.size).toBe(0);
  });
});
