import type { EntityLink } from "../../card/card-model.ts";
import { linkOf } from "../../card/describe.ts";
import type { Catalogue } from "../../dataset/catalogue.ts";
import type { Note } from "../note.ts";
import { noteLimits } from "../note-limits.ts";
import { reviseNote } from "../revise-note.ts";

/** What a dataset did to the entities that notes are about (S3). */
export interface Following {
  /** Notes whose entity was renamed or merged, as they are to be kept from now on: same words, new id and name. */
  moved: Note[];
  /** Notes whose entity was split: which of the heirs is meant only the researcher can say. */
  split: { note: Note; heirs: EntityLink[] }[];
  /** Notes whose entity has no record any more; they stay as they are. */
  gone: Note[];
}

/** Pure: nothing is stored. A note that needs nothing is in none of the lists. */
export function followDataset(notes: readonly Note[], catalogue: Catalogue, now: string): Following {
  const following: Following = { moved: [], split: [], gone: [] };
  for (const note of notes) {
    if (!note.entity || note.deleted) continue;
    const entity = catalogue.entity(note.entity.id);
    const heirs = catalogue.heirsOf(note.entity.id).flatMap((id) => catalogue.entity(id) ?? []);
    if (entity) {
      if (entity.id !== note.entity.id) following.moved.push(moveNote(note, linkOf(entity), now));
    } else if (heirs.length > 0) {
      following.split.push({ note, heirs: heirs.map(linkOf) });
    } else {
      following.gone.push(note);
    }
  }
  return following;
}

/**
 * The note under another entity. The id that it had is kept, so that an export can be traced back; of too many the oldest
 * is forgotten.
 */
export function moveNote(note: Note, to: EntityLink, now: string): Note {
  const { entity } = note;
  if (!entity) return note;
  const formerIds = [...(entity.formerIds ?? []), entity.id].filter((id) => id !== to.id);
  const moved = {
    ...entity,
    id: to.id,
    name: to.name,
    kind: to.kind,
    formerIds: [...new Set(formerIds)].slice(-noteLimits.formerIds),
  };
  return reviseNote(note, { entity: moved }, now);
}
