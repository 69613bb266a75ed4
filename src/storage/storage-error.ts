import { noteLimits } from "../core/notes/note-limits.ts";

/**
 * Why stored data could not be read or written.
 *
 *   unavailable  the browser gives the extension no database at all
 *   blocked      another page still uses an older shape of the database
 *   newer        the data were written by a newer version of the extension
 *   full         no space is left
 *   many         as many choices are kept as can be
 *   tags         a note would have more tags than one can have
 *   private      a page of the extension in a private window, which has a database of its own there
 *   stale        the note was changed elsewhere after it was read
 *   missing      the note is not there any more
 *   failed       anything else
 */
export type StorageProblem =
  | "unavailable"
  | "blocked"
  | "newer"
  | "full"
  | "many"
  | "tags"
  | "private"
  | "stale"
  | "missing"
  | "failed";

const advice: Record<StorageProblem, string> = {
  unavailable:
    "The browser does not let the extension open its database. Private browsing, a setting that clears site data, or a damaged browser profile can cause this. Nothing was deleted. Restart the browser and try again.",
  blocked:
    "Another tab of Telecom Lens still uses an older version of the database. Close the extension's other tabs and try again.",
  newer:
    "The database was written by a newer version of Telecom Lens. Update the extension; your notes are untouched.",
  full: "There is no space left for the browser's data. Free some disk space and try again.",
  many: "So many names were refused that no more can be kept. Take some back on the options page first.",
  tags: `A note has at most ${noteLimits.tags} tags, and one of these would have more. Nothing was changed.`,
  private:
    "This page is open in a private window, where the browser keeps your notes out of reach. They are untouched. Open the page in an ordinary window.",
  stale:
    "The note was changed in another tab after it was read. Nothing was overwritten. What it says now is shown: decide between the two.",
  missing: "The note is not there any more: it was deleted in another tab.",
  failed: "The browser could not read or write the database. Restart the browser and try again.",
};

/** Thrown by everything in `src/storage`. The message says to the reader what to do. */
export class StorageError extends Error {
  override name = "StorageError";
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem, options?: ErrorOptions) {
    super(advice[problem], options);
    this.problem = problem;
  }
}

/** The storage error that stands for whatever the browser threw. */
export function toStorageError(cause: unknown): StorageError {
  if (cause instanceof StorageError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : "";
  // Firefox reports a full disk under its own name.
  if (name === "QuotaExceededError" || name === "NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR") {
    return new StorageError("full", { cause });
  }
  if (name === "VersionError") return new StorageError("newer", { cause });
  return new StorageError("failed", { cause });
}
