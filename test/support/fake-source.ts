import { type KnownPlace, standsInPlaceOf } from "../../src/core/notes/known-place.ts";
import type { Note } from "../../src/core/notes/note.ts";
import type { NotesSource } from "../../src/ui/options/notes-source.ts";

interface NotesWorld {
  notes: Note[];
  places: KnownPlace[];
  failing: Partial<Record<string, string>>;
}

type Listener = (change: { ids?: string[] }) => void;

/** A store in memory that keeps the same rules as the real one. A method fails where `failing` says so: `notes.remove`. */
export function fakeSource(world: NotesWorld, listeners: Set<Listener>): NotesSource {
  const answer = async <T>(name: string, work: () => T): Promise<T> => {
    const problem = world.failing[`notes.${name}`];
    if (problem) throw new Error(problem);
    return structuredClone(work());
  };
  const change = (ids: readonly string[], alter: (note: Note) => Note | undefined): Note[] => {
    const before: Note[] = [];
    world.notes = world.notes.map((note) => {
      const next = ids.includes(note.id) ? alter(note) : undefined;
      if (next) before.push(note);
      return next ? { ...next, revision: note.revision + 1 } : note;
    });
    return before;
  };
  const retag = (note: Note, tags: string[], now: string) =>
    note.deleted || tags.join() === note.tags.join() ? undefined : { ...note, tags, changed: now };
  return {
    list: () => answer("list", () => world.notes.filter(({ deleted }) => !deleted)),
    listAll: () => answer("list", () => world.notes),
    listNewest: (count) =>
      answer("list", () => world.notes.filter(({ deleted }) => !deleted).slice(0, count)),
    get: (id) => answer("get", () => world.notes.find((note) => note.id === id)),
    update: (id, { body, tags, revision }, now) =>
      answer("update", () => {
        if (world.notes.find((note) => note.id === id)?.revision !== revision)
          throw new Error("The note was changed in another tab.");
        change([id], (note) => ({ ...note, body, tags, changed: now }));
        return world.notes.find((note) => note.id === id) as Note;
      }),
    remove: (ids, now) =>
      answer(
        "remove",
        () => change(ids, (note) => (note.deleted ? undefined : { ...note, deleted: now })).length,
      ),
    restore: (ids, now) =>
      answer(
        "restore",
        () => change(ids, ({ deleted, ...note }) => (deleted ? { ...note, changed: now } : undefined)).length,
      ),
    updateTags: (ids, { addTags, removeTags }, now) =>
      answer("updateTags", () =>
        change(ids, (note) => {
          const kept = note.tags.filter((tag) => !removeTags.includes(tag));
          return retag(note, [...new Set([...kept, ...addTags])], now);
        }).map(({ id, tags }) => ({ id, tags })),
      ),
    setTags: (tags, now) =>
      answer("setTags", () => {
        const of = new Map(tags.map((one) => [one.id, one.tags]));
        return change([...of.keys()], (note) => retag(note, of.get(note.id) ?? [], now)).length;
      }),
    putAll: async (notes, { progress, signal } = {}) => {
      for (let done = 0; done < notes.length; done += 500) {
        // As the real one waits for the database.
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
        progress?.(Math.min(done + 500, notes.length));
      }
      return answer("putAll", () => {
        const ids = new Set(notes.map(({ id }) => id));
        const moved = notes.filter((note) => {
          const before = world.notes.find(({ id }) => id === note.id);
          return before && !standsInPlaceOf(before, note);
        });
        world.places = world.places.filter(({ id }) => !moved.some((note) => note.id === id));
        world.notes = [...world.notes.filter(({ id }) => !ids.has(id)), ...structuredClone(notes)];
        return [];
      });
    },
    // What the options page never asks.
    save: async () => unused(),
    purge: async () => unused(),
    deleteEverything: async () => unused(),
    replace: async () => unused(),
    onPage: async () => unused(),
    countFor: async () => unused(),
    places: () => answer("places", () => world.places),
    onPlacesChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onNotesChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function unused(): never {
  throw new Error("the options page does not do this");
}
