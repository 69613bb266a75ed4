import { isObject } from "./foreign-value.ts";
import { importLimits } from "./import-limits.ts";
import type { ImportProblem, ReadingSteps } from "./import-plan.ts";

/** What a look over the brackets, strings and names of a text tells before anything is built from it. */
interface Overview {
  tooDeep: boolean;
  /** A name that stands twice in one object: readers would differ in which of the two they take. */
  twice?: { name: string; at: number };
  /** The text ends within a string or with brackets open. */
  open: boolean;
  /** Where the objects stand that a list of the outermost object holds: the notes, as a rule. */
  parts: { from: number; to: number }[];
}

/** What is parsed in one piece takes a page so many characters at most before others have their turn. */
const pieceLength = 500_000;

/**
 * The value of a JSON text, or why it is none. Bounded in depth, and without two fields of one name. In steps, for a file may
 * have fifty million characters; what is yielded is no part of the work.
 */
export function* readJson(
  text: string,
  fileName: string,
): ReadingSteps<{ value: unknown } | { problem: ImportProblem }> {
  const { tooDeep, twice, open, parts } = yield* lookOver(text);
  if (tooDeep)
    return problem(
      fileName,
      `has more than ${importLimits.depth} brackets within each other`,
      "No format that Telecom Lens reads needs so many. Choose another file.",
    );
  try {
    const value = yield* parse(text, parts);
    if (twice)
      return problem(
        lineAt(text, twice.at),
        `has the field “${twice.name}” twice in one object`,
        "Take one of the two out; which is meant cannot be told.",
      );
    return { value };
  } catch (cause) {
    if (open)
      return problem(
        fileName,
        "ends in the middle: it was cut off",
        "Take the file from where it was first saved, or an older backup. Nothing of it was taken.",
      );
    return problem(
      placeOf(cause, text) ?? fileName,
      "is no JSON",
      "Mend it there, or export the file again where it came from.",
    );
  }
}

function problem(place: string, what: string, remedy: string): { problem: ImportProblem } {
  return { problem: { place, problem: what, remedy } };
}

/** @throws SyntaxError as `JSON.parse` of the text does */
function* parse(text: string, parts: Overview["parts"]): ReadingSteps<unknown> {
  if (text.length <= pieceLength || parts.length === 0) return JSON.parse(text);
  try {
    // The frame first, with a number in the place of each note, then the notes in batches.
    let frame = "";
    let from = 0;
    for (const [number, part] of parts.entries()) {
      frame += `${text.slice(from, part.from)}{"part":${number}}`;
      from = part.to;
    }
    const value = JSON.parse(frame + text.slice(from)) as object;
    yield 0;
    const read: unknown[] = [];
    for (let first = 0; first < parts.length; ) {
      let past = first;
      const begins = (parts[first] as (typeof parts)[number]).from;
      while (past < parts.length && (past === first || (parts[past]?.to ?? 0) - begins <= pieceLength))
        past++;
      const batch = parts.slice(first, past).map((part) => text.slice(part.from, part.to));
      read.push(...(JSON.parse(`[${batch.join(",")}]`) as unknown[]));
      first = past;
      yield 0;
    }
    if (read.length !== parts.length) throw new SyntaxError("brackets that do not belong together");
    for (const list of Object.values(value)) {
      if (!Array.isArray(list)) continue;
      // Every object here stands for one of them: none was left in the frame.
      for (const [at, item] of list.entries()) if (isObject(item)) list[at] = read[item.part as number];
    }
    return value;
  } catch {
    // What is wrong, and where, is told by a look at the whole.
    return JSON.parse(text);
  }
}

/** One pass over the text, in time that grows with its length alone. */
function* lookOver(text: string): ReadingSteps<Overview> {
  /** Of each open bracket the names so far; of a list none. */
  const open: (Set<string> | null)[] = [];
  let twice: Overview["twice"];
  /** The string that ended last: a name if a colon follows. */
  let last: { from: number; to: number } | null = null;
  const parts: Overview["parts"] = [];
  /** Where the object at work in a list of the outermost object begins. */
  let from = 0;
  let rest = pieceLength;
  for (let at = 0; at < text.length; at++) {
    if (at > rest) {
      yield 0;
      rest = at + pieceLength;
    }
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      const end = endOfString(text, at);
      if (end < 0) return { tooDeep: false, open: true, parts };
      last = { from: at, to: end + 1 };
      at = end;
    } else if (unit === 0x3a) {
      const names = open.at(-1);
      if (names && last && !twice) {
        const name = nameOf(text.slice(last.from, last.to));
        if (names.has(name)) twice = { name: name.slice(0, 80), at: last.from };
        names.add(name);
      }
    } else if (unit === 0x7b || unit === 0x5b) {
      if (unit === 0x7b && open.length === 2 && open[0] !== null && open[1] === null) from = at;
      open.push(unit === 0x7b ? new Set() : null);
      if (open.length > importLimits.depth) return { tooDeep: true, open: true, parts };
    } else if (unit === 0x7d || unit === 0x5d) {
      open.pop();
      if (unit === 0x7d && open.length === 2 && open[0] !== null && open[1] === null)
        parts.push({ from, to: at + 1 });
    }
  }
  return { tooDeep: false, twice, open: open.length > 0, parts };
}

/** Where the string that begins at a quotation mark has its other one, or -1. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end > 0) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) before--;
    if ((end - before) % 2 === 1) return end;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

/** A name is its value: `"\u0061"` is `"a"`. */
function nameOf(quoted: string): string {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** Chromium names the offset, Firefox line and column. */
function placeOf(cause: unknown, text: string): string | undefined {
  const message = cause instanceof Error ? cause.message : "";
  const offset = /at position (\d+)/.exec(message)?.[1];
  if (offset !== undefined) return lineAt(text, Number(offset));
  const line = /at line (\d+) column/.exec(message)?.[1];
  return line === undefined ? undefined : `line ${line}`;
}

function lineAt(text: string, offset: number): string {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return `line ${line}`;
}
