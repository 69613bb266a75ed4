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
 * @param newId gives a new UUID
 */
export function decideImport(
  { add, conflicts }: { add: readonly Note[]; conflicts: readonly NoteConflict[] },
  choiceOf: (conflict: NoteConflict) => ConflictChoice,
  newId: () => string,
): ImportDecision {
  const put = [...add];
  const replaced: Note[] = [];
  for (const conflict of conflicts) {
    const { mine, theirs } = conflict;
    const choice = choiceOf(conflict);
    if (choice === "theirs") {
      put.push(theirs);
      replaced.push(mine);
    } else if (choice === "both") put.push({ ...theirs, id: newId() });
  }
  return { put, replaced };
}
