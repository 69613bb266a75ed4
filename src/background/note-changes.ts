import { linkOf } from "../core/card/describe.ts";
import type { Catalogue } from "../core/dataset/catalogue.ts";
import { changedClaims, seeClaims } from "../core/notes/dataset-change/changed-claims.ts";
import { followDataset, moveNote } from "../core/notes/dataset-change/follow-dataset.ts";
import type { Note } from "../core/notes/note.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { BriefNote } from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import { noteWords } from "./note-words.ts";
import type { Services } from "./services.ts";

export type NoteChangeCall = "ui.noteChanges" | "ui.settleSplit" | "ui.seeChanges";

/** What a change of the dataset means for the researcher's notes: S3 and S5. */
export function noteChanges(services: Services): Pick<Handlers, NoteChangeCall> {
  return {
    "ui.noteChanges": async () => {
      const { catalogue } = await services.dataset.load();
      const all = await followedNotes(services, catalogue);
      const { split, gone } = followDataset(all, catalogue, services.now());
      return {
        version: catalogue.info.version,
        split: split.map(({ note, heirs }) => ({ note: brief(note), heirs })),
        gone: gone.map(brief),
        changed: changedClaims(all, catalogue).map(({ note, claims }) => ({ note: brief(note), claims })),
      };
    },
    "ui.settleSplit": async ({ ids, to }) => {
      const { catalogue } = await services.dataset.load();
      const heir = catalogue.entity(to);
      if (!heir) return 0;
      return replaceEach(services, ids, (note) => moveNote(note, linkOf(heir), services.now()));
    },
    "ui.seeChanges": async ({ ids }) => {
      const { catalogue } = await services.dataset.load();
      return replaceEach(services, ids, (note) => seeClaims(note, catalogue, services.now()));
    },
  };
}

/** Moves notes to the records that took the place of their entities; splits wait for the researcher. */
export async function followInNotes(services: Services): Promise<void> {
  try {
    const { catalogue } = await services.dataset.load();
    await followedNotes(services, catalogue);
  } catch (cause) {
    // Nothing is lost: it is tried again when the list of changes is asked for.
    report("notes could not follow the dataset", cause);
  }
}

/** All notes, those moved that can be. Thousands are read once. */
async function followedNotes({ notes, now }: Services, catalogue: Catalogue): Promise<Note[]> {
  const all = await notes.list();
  const { moved } = followDataset(all, catalogue, now());
  if (moved.length === 0) return all;
  await notes.replace(moved);
  return notes.list();
}

async function replaceEach({ notes }: Services, ids: string[], alter: (note: Note) => Note): Promise<number> {
  const found = await Promise.all(ids.map((id) => notes.get(id)));
  return notes.replace(found.flatMap((note) => (note && !note.deleted ? alter(note) : [])));
}

function brief(note: Note): BriefNote {
  const { id, entity, page, datasetVersion, created } = note;
  return {
    id,
    ...noteWords(note),
    about: entity?.name ?? "",
    title: page.title,
    datasetVersion,
    created,
  };
}
