import { expect, test } from "vitest";
import { noteEdits } from "../../../src/background/note-edits.ts";
import { background, elsewhere, here, mine, note, other, sender } from "../../support/notes-background.ts";

const begun = { id: mine ?? "", body: `on ${here}`, tags: ["tag"] };
const typed = { editOf: begun, body: "Half an edit", tags: "tag" };
const all = () => background([note(mine, here), note(other, elsewhere)]);

test("an edit that is not saved is kept for its note's page, one for each note, with what the note said", async () => {
  const { calls, drafts } = all();
  await calls["page.keepDraft"]({ ...typed, body: "Half" }, sender());
  expect(await calls["page.keepDraft"](typed, sender())).toBe(true);
  expect(drafts.size).toBe(1);
  const kept = { ...typed, changed: expect.any(String) };
  expect(await calls["page.drafts"]({}, sender(`${here}?utm_source=x`))).toEqual([kept]);
  expect(await calls["page.drafts"]({}, sender(elsewhere))).toEqual([]);
  await calls["page.dropDraft"]({ editOf: begun }, sender());
  expect(drafts.size).toBe(0);
});

test("an edit that is not saved of another page's note is neither kept nor dropped", async () => {
  const { calls, drafts } = all();
  const theirs = { editOf: { ...begun, id: other ?? "" } };
  await calls["page.keepDraft"]({ ...typed, ...theirs }, sender(elsewhere));
  const problems = await Promise.all(
    [
      calls["page.keepDraft"]({ ...typed, ...theirs, body: "Not mine" }, sender()),
      calls["page.dropDraft"](theirs, sender()),
    ].map((act) => Promise.resolve(act).catch((cause) => cause.problem)),
  );
  expect(problems).toEqual(["missing", "missing"]);
  expect([...drafts.values()]).toMatchObject([{ body: "Half an edit" }]);
});

test("an edit that is not saved is gone when it is saved, and stays when the passage alone is laid to another place", async () => {
  const { calls, drafts } = all();
  const edit = { id: begun.id, revision: 1, body: begun.body, tags: begun.tags };
  await calls["page.keepDraft"](typed, sender());
  await calls["page.editNote"]({ ...edit, passage: { quote: "else", prefix: "", suffix: "" } }, sender());
  expect(drafts.size).toBe(1);
  await calls["page.editNote"]({ ...edit, revision: 2, body: typed.body }, sender());
  expect(drafts.size).toBe(0);
});

test("an edit that is not saved that says what the note says is none: typed back, or saved by a browser that died then", async () => {
  const { calls, drafts, notes } = all();
  await calls["page.keepDraft"](typed, sender());
  notes.set(begun.id, note(mine, here, { body: typed.body }));
  expect(await calls["page.drafts"]({}, sender())).toEqual([]);
  await calls["page.keepDraft"]({ ...typed, body: begun.body }, sender());
  expect(drafts.size).toBe(0);
});

test("an edit that is not saved is not kept in a private window", async () => {
  const { calls, drafts } = all();
  expect(await calls["page.keepDraft"](typed, sender(here, true))).toBe(false);
  expect(drafts.size).toBe(0);
});

test("an edit that is not saved takes no place of the drafts of new notes, of which the oldest goes", async () => {
  const { calls } = all();
  await calls["page.keepDraft"](typed, sender());
  for (let number = 0; number < 21; number++)
    await calls["page.keepDraft"]({ entityId: `e${number}`, body: "x", tags: "" }, sender());
  const kept = await calls["page.drafts"]({}, sender());
  expect(kept).toHaveLength(21);
  expect(kept.at(-1)).toMatchObject(typed);
});

test("an edit that is not saved is known to the library, which keeps and drops it, too, but not of a note that is deleted or gone", async () => {
  const { services, drafts, notes } = all();
  const library = noteEdits(services);
  expect(await library["ui.keepEdit"](typed, sender())).toBe(true);
  expect(await library["ui.edits"]({}, sender())).toEqual([{ ...typed, changed: expect.any(String) }]);
  notes.set(begun.id, note(mine, here, { deleted: "2026-11-25T10:00:00.000Z" }));
  expect(await library["ui.edits"]({}, sender())).toEqual([]);
  notes.delete(begun.id);
  expect(await library["ui.edits"]({}, sender())).toEqual([]);
  expect(await library["ui.keepEdit"]({ ...typed, body: "Too late" }, sender())).toBe(false);
  expect([...drafts.values()]).toMatchObject([{ body: typed.body }]);
  await library["ui.dropEdit"]({ id: begun.id }, sender());
  expect(drafts.size).toBe(0);
});

test("a tag with a comma that an edit took from another note is kept as one, for the library and the page's card", async () => {
  const { calls, drafts, notes, services } = all();
  const library = noteEdits(services);
  const edit = { ...typed, tags: "tag, Smith, J.", wholeTags: ["Smith, J."] };
  await library["ui.keepEdit"](edit, sender());
  const kept = { ...edit, changed: expect.any(String) };
  expect(await library["ui.edits"]({}, sender())).toEqual([kept]);
  expect(await calls["page.drafts"]({}, sender())).toEqual([kept]);
  await calls["page.keepDraft"]({ ...edit, body: "From the card" }, sender());
  expect([...drafts.values()]).toMatchObject([{ body: "From the card", wholeTags: ["Smith, J."] }]);
  notes.set(begun.id, note(mine, here, { body: "From the card", tags: ["tag", "Smith, J."] }));
  expect(await library["ui.edits"]({}, sender())).toEqual([]);
});
