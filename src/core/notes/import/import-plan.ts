import type { Note } from "../note.ts";
import { createPageIndex } from "../page-index.ts";
import { isObject } from "./foreign-value.ts";
import type { ProblemList } from "./problem-list.ts";

/** One thing in a file that could not be taken as it is. */
export interface ImportProblem {
  /** Where it stands: `row 12`, `annotations[3].target[0]`, or the file's name for the whole of it. */
  place: string;
  problem: string;
  /** What the reader can do about it. */
  remedy: string;
}

/** What an import would do. Nothing is stored by making it. */
export type ImportPlan = {
  /** What the file was read as; where it could not be told, what it resembles most. */
  format: "backup" | "web-annotation" | "csv" | "hypothesis";
  /** Notes that are not there yet, in the order of the file. */
  add: Note[];
  /** Notes that are there already, as they are kept. */
  same: Note[];
  /** Same id, other content. */
  conflicts: { mine: Note; theirs: Note }[];
  /** What is not among the notes above, and why; the last may say how many more there are. */
  problems: ImportProblem[];
};

/** A note as a file has it. */
export interface ReadNote {
  note: Note;
  /** Where in the file it stands. */
  place: string;
  /** The file gives it no id that we know: it is the same as another when page, quote and text are. */
  foreign: boolean;
}

/** What was read from a file, before it is compared with the notes that are there. */
export interface ReadFile {
  format: ImportPlan["format"];
  notes: ReadNote[];
  problems: ProblemList;
}

/**
 * Reads step by step, so that a page stays usable meanwhile and the work can be given up. What is yielded is the part that
 * is done, from 0 to 1.
 */
export type ReadingSteps<T> = Generator<number, T>;

/** All of the steps at once. */
export function allSteps<T>(steps: ReadingSteps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** So many notes are a step: a few milliseconds of work. */
export const notesPerStep = 250;

/** Sorts what a file holds by what the library holds. */
export function* planImport(
  { format, notes, problems }: ReadFile,
  mine: readonly Note[],
): ReadingSteps<ImportPlan> {
  const mineById = new Map(mine.map((note) => [note.id, note]));
  // Dear with a large library, and needed for what comes from elsewhere alone.
  const contents = notes.some(({ foreign }) => foreign) ? createContentIndex(mine) : null;
  const plan: ImportPlan = { format, add: [], same: [], conflicts: [], problems: [] };
  const seen = new Map<string, ReadNote>();
  const seenForeign = new Set<string>();
  for (const [at, read] of notes.entries()) {
    if (at % notesPerStep === 0) yield 1;
    const { note: theirs, place, foreign } = read;
    const twice = seen.get(theirs.id);
    if (twice) {
      if (isSameContent(twice.note, theirs)) continue;
      problems.add({
        place,
        problem: `has the id of ${twice.place} and another content`,
        remedy: "Only the first is taken. Give the second an id of its own, or import it from another file.",
      });
      continue;
    }
    seen.set(theirs.id, read);
    if (foreign) {
      const whole = JSON.stringify({ ...theirs, id: "" });
      if (seenForeign.has(whole)) continue;
      seenForeign.add(whole);
    }
    const known = mineById.get(theirs.id) ?? (foreign ? contents?.take(theirs) : undefined);
    if (!known) plan.add.push(theirs);
    else if (foreign) plan.same.push(known);
    else {
      const whole = format === "backup" ? theirs : withUncarried(theirs, known);
      if (isSameContent(known, whole)) plan.same.push(known);
      else plan.conflicts.push({ mine: known, theirs: whole });
    }
  }
  return { ...plan, problems: problems.all() };
}

/**
 * A note from a file that is no backup, with what only a backup carries as we have it: its earlier versions, what of its
 * claims was seen, what its passage could be mistaken for. It would otherwise count as changed, or be lost.
 */
function withUncarried(theirs: Note, { past, copyOf, passage, entity }: Note): Note {
  const note = { ...theirs, ...(past && { past }), ...(copyOf && { copyOf }) };
  if (note.passage && passage?.rival && note.passage.quote === passage.quote)
    note.passage = { ...note.passage, rival: passage.rival };
  if (note.entity && entity?.seen && note.entity.id === entity.id)
    note.entity = { ...note.entity, seen: entity.seen };
  return note;
}

/**
 * Finds a note with the same page, quote and text, and each only once: who marked a word in two places has two notes. A
 * deleted note is not found: importing it again brings it back.
 */
function createContentIndex(notes: readonly Note[]) {
  const index = createPageIndex<Note[]>();
  const textOf = ({ body, passage }: Note) => JSON.stringify([passage?.quote, body.trim()]);
  for (const note of notes) {
    if (note.deleted) continue;
    const alike = index.find(note.page, textOf(note)) ?? [];
    alike.push(note);
    index.add(note.page, alike, textOf(note));
  }
  return { take: (note: Note) => index.find(note.page, textOf(note))?.pop() };
}

/**
 * Whether two notes say the same in every field. The order of fields does not count, nor whether an optional text is
 * empty or absent: not every format can tell them apart.
 */
function isSameContent(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part, at) => isSameContent(part, other[at]));
  if (!isObject(one) || !isObject(other)) return isNothing(one) && isNothing(other);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    isSameContent(one[key], other[key]),
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
