import { asCopy } from "./merge-notes.ts";
import type { Note } from "./note.ts";

/** A note of which a file has another version. */
export interface NoteConflict {
  mine: Note;
  theirs: Note;
}

/** What becomes of it. `both`: the other version becomes a note of its own. */
export const conflictChoices = ["mine", "theirs", "both"] as const;
export type ConflictChoice = (typeof conflictChoices)[number];

/** What is offered first: nothing is lost by it, and a note that was deleted comes back. */
export function usualChoice({ mine, theirs }: NoteConflict): ConflictChoice {
  if (mine.deleted !== undefined) return "theirs";
  return theirs.deleted === undefined ? "both" : "mine";
}

export interface ImportDecision {
  /** The notes to be written. */
  put: Note[];
  /** Those that are there and in whose place some of them come: what brings them back. */
  replaced: Note[];
}

/**
 * What is to be written of what a file holds.
 *
 * @param choiceOf what was decided about a conflict
 * @param mine the notes that are there
 */
export function decideImport(
  { add, conflicts }: { add: readonly Note[]; conflicts: readonly NoteConflict[] },
  choiceOf: (conflict: NoteConflict) => ConflictChoice,
  mine: readonly Note[],
): ImportDecision {
  const put = [...add];
  for (const conflict of conflicts) {
    const choice = choiceOf(conflict);
    if (choice === "theirs") put.push(conflict.theirs);
    // The same copy each time: importing the file once more makes no second one.
    if (choice === "both") put.push(asCopy(conflict.theirs));
  }
  const ids = new Set(put.map(({ id }) => id));
  return { put, replaced: mine.filter(({ id }) => ids.has(id)) };
}
