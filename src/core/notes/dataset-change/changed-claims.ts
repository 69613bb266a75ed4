import { recordText } from "../../card/record-text.ts";
import type { Catalogue } from "../../dataset/catalogue.ts";
import type { FrozenClaim, Note } from "../note.ts";
import { noteLimits } from "../note-limits.ts";
import { reviseNote } from "../revise-note.ts";

/** A claim that says something else than when the researcher last saw it under one of his notes (S5). */
export interface ChangedClaim {
  /** Id of the record that made it when the note was written. */
  id: string;
  /** The record's first line: a measure's title, an entity's name. */
  title: string;
  before: string;
  /** Null: the dataset has no such record any more. */
  after: string | null;
}

export interface ChangedNote {
  note: Note;
  claims: ChangedClaim[];
}

/** Notes under which claims have changed, in the given order. */
export function changedClaims(notes: readonly Note[], catalogue: Catalogue): ChangedNote[] {
  const texts = new Map<string, string | null>();
  const textNow = (id: string) => {
    let text = texts.get(id);
    if (text === undefined) {
      text = currentText(catalogue, id);
      texts.set(id, text);
    }
    return text;
  };
  return notes.flatMap((note) => {
    if (!note.entity || note.deleted) return [];
    const claims = lastSeen(note.entity).flatMap(({ id, text: before }): ChangedClaim[] => {
      const after = textNow(id);
      // A record that was seen to be gone is kept as an empty text.
      if ((after ?? "") === before) return [];
      const [title = ""] = (after ?? before).split("\n", 1);
      return [{ id, title, before, after }];
    });
    return claims.length > 0 ? [{ note, claims }] : [];
  });
}

/** The note with its claims as they are now marked as seen. What it froze stays (S4). */
export function seeClaims(note: Note, catalogue: Catalogue, now: string): Note {
  const { entity } = note;
  const [changed] = changedClaims([note], catalogue);
  if (!entity || !changed) return note;
  const seen = new Map(entity.seen?.map((claim) => [claim.id, claim]));
  for (const { id, after } of changed.claims) seen.set(id, { id, text: after ?? "" });
  return reviseNote(note, { entity: { ...entity, seen: [...seen.values()] } }, now);
}

/** What the researcher saw last of each claim. */
function lastSeen({ claims = [], seen = [] }: NonNullable<Note["entity"]>): FrozenClaim[] {
  const later = new Map(seen.map((claim) => [claim.id, claim]));
  return claims.map((claim) => later.get(claim.id) ?? claim);
}

/** What the record says now, under the id that it has now; null where there is none, or several took its place. */
function currentText(catalogue: Catalogue, id: string): string | null {
  const [heir, ...others] = catalogue.heirsOf(id);
  const text =
    recordText(catalogue, id) ?? (heir && others.length === 0 ? recordText(catalogue, heir) : undefined);
  return text?.slice(0, noteLimits.claim) ?? null;
}

export type TextLine = { text: string; changed: boolean };

/** Both texts by lines, each line marked that the other does not have. */
export function compareLines(before: string, after: string): { before: TextLine[]; after: TextLine[] } {
  const [old, young] = [before, after].map((text) => text.split("\n"));
  const marked = (lines: string[] = [], others: string[] = []) => {
    const known = new Set(others);
    return lines.map((text) => ({ text, changed: !known.has(text) }));
  };
  return { before: marked(old, young), after: marked(young, old) };
}
