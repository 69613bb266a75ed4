import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { KnownPlace } from "../../../src/core/notes/known-place.ts";
import type { Note } from "../../../src/core/notes/note.ts";
import { createNotesStore } from "../../../src/storage/notes-store.ts";
import { databaseOpener } from "../../../src/storage/open-database.ts";
import { createPlacesStore, openPlacesChannel } from "../../../src/storage/places-store.ts";
import { databaseSource } from "../../../src/ui/options/notes-source.ts";
import { manyNotes } from "../../support/many-notes.ts";

let name: string;
let open: ReturnType<typeof databaseOpener>;
const [one, two] = manyNotes(2) as [Note, Note];
const at = "2026-11-29T08:00:00.000Z";

beforeEach(async () => {
  name = `places-${crypto.randomUUID()}`;
  open = databaseOpener(name);
  await createNotesStore(open).putAll([one, two]);
});
afterEach(async () => {
  (await open()).close();
  await deleteDB(name);
});

test("what came of the last search is known of each note, and of none that is gone", async () => {
  const places = createPlacesStore(open);
  const edited: KnownPlace = { id: one.id, state: "edited", after: "other words", at };
  await places.put([{ id: one.id, state: "orphan", candidates: 2, at }]);
  await places.put([
    edited,
    { id: two.id, state: "found", at },
    { id: crypto.randomUUID(), state: "orphan", at },
  ]);
  expect(await createPlacesStore(databaseOpener(name)).all()).toEqual(
    expect.arrayContaining([edited, { id: two.id, state: "found", at }]),
  );
  expect(await places.all()).toHaveLength(2);
});

test("it is no part of a note, and survives its change", async () => {
  const [places, notes] = [createPlacesStore(open), createNotesStore(open)];
  const before = await notes.get(one.id);
  await places.put([{ id: one.id, state: "orphan", at }]);
  expect(await notes.get(one.id)).toEqual(before);
  await notes.update(one.id, { body: "Another", tags: [], revision: one.revision }, at);
  expect(await places.all()).toMatchObject([{ id: one.id, state: "orphan" }]);
});

test("it is forgotten where the note gets another passage, and only there", async () => {
  const [places, notes] = [createPlacesStore(open), createNotesStore(open)];
  const known = async () => (await places.all()).map(({ id }) => id);
  const passage = { quote: "other words", prefix: "", suffix: "" };
  await places.put([
    { id: one.id, state: "orphan", at },
    { id: two.id, state: "found", at },
  ]);
  // As an import does: one with the words that it had, and one with others.
  await notes.putAll([
    { ...one, body: "Another text", revision: 5 },
    { ...two, passage },
  ]);
  expect(await known()).toEqual([one.id]);
  await notes.putAll([{ ...one, page: { ...one.page, url: "https://news.example/moved" } }]);
  expect(await known()).toEqual([]);
  await places.put([{ id: one.id, state: "orphan", at }]);
  await notes.update(one.id, { body: one.body, tags: [], revision: one.revision, passage }, at);
  expect(await known()).toEqual([]);
});

test("nothing of it is forgotten where an import is given up", async () => {
  const [places, notes] = [createPlacesStore(open), createNotesStore(open)];
  await places.put([{ id: one.id, state: "orphan", at }]);
  const giveUp = new AbortController();
  const passage = { quote: "other words", prefix: "", suffix: "" };
  const importing = notes.putAll([{ ...one, passage }], {
    progress: () => giveUp.abort(),
    signal: giveUp.signal,
  });
  await expect(importing).rejects.toThrow();
  expect(await places.all()).toHaveLength(1);
});

test("the library hears that it has changed", async () => {
  const heard: string[] = [];
  const stop = databaseSource(false).onPlacesChange(() => heard.push("changed"));
  openPlacesChannel().tell("changed");
  await expect.poll(() => heard).toEqual(["changed"]);
  // Another library imported notes with other passages.
  await databaseSource(false).putAll([]);
  await expect.poll(() => heard).toEqual(["changed", "changed"]);
  stop();
});
