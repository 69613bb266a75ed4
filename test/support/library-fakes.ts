import type { Note } from "../../src/core/notes/note.ts";
import type {
  ImportPlan,
  LibraryFormat,
  LibraryParts,
  LibrarySource,
} from "../../src/ui/options/library/library-parts.ts";

interface NotesWorld {
  notes: Note[];
  failing: Partial<Record<string, string>>;
}

type Listener = (change: { ids?: string[] }) => void;

/** A store in memory that keeps the same rules as the real one, two formats, and an import that reads a plan. */
export function fakeLibrary(world: NotesWorld, listeners: Set<Listener>): LibraryParts {
  return { source: fakeSource(world, listeners), formats: [linesFormat, backupFormat], readImport: readPlan };
}

function fakeSource(world: NotesWorld, listeners: Set<Listener>): LibrarySource {
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
    listDeleted: () => answer("list", () => world.notes.filter(({ deleted }) => deleted)),
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
    putAll: async (notes, progress, signal) => {
      for (let done = 0; done < notes.length; done += 500) {
        // As the real one waits for the database.
        await new Promise((resolve) => setTimeout(resolve));
        signal?.throwIfAborted();
        progress?.(Math.min(done + 500, notes.length));
      }
      return answer("putAll", () => {
        const ids = new Set(notes.map(({ id }) => id));
        world.notes = [...world.notes.filter(({ id }) => !ids.has(id)), ...structuredClone(notes)];
        return notes.length;
      });
    },
    onNotesChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One line for each note that is there. */
const linesFormat: LibraryFormat = {
  id: "csv",
  fileName: (now) => `notes-${now.slice(0, 10)}.csv`,
  mimeType: "text/csv",
  *write(notes) {
    for (const note of notes) if (!note.deleted) yield `${note.id}\n`;
  },
};

const backupFormat: LibraryFormat = {
  id: "backup",
  fileName: (now) => `notes-${now.slice(0, 10)}.json`,
  mimeType: "application/json",
  *write(notes, about) {
    yield JSON.stringify({ ...about, notes });
  },
};

/** A file that is the plan itself. */
function readPlan(text: string, fileName: string): ImportPlan {
  try {
    return { format: "backup", add: [], same: [], conflicts: [], problems: [], ...JSON.parse(text) };
  } catch {
    const problem = { place: fileName, problem: "is no JSON", remedy: "Choose another file." };
    return { format: "backup", add: [], same: [], conflicts: [], problems: [problem] };
  }
}
