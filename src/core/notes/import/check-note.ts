import type { z } from "zod";
import { type Note, noteSchema } from "../note.ts";
import type { ImportProblem } from "./import-plan.ts";

/**
 * A note that holds to the shape and its limits, or what is wrong with it.
 *
 * @param place of the whole note: `annotations[3]`.
 * @param placeOf where the file has a field: `page.url` stands in `annotations[3].uri`.
 */
export function checkNote(
  candidate: unknown,
  place: string,
  placeOf: (path: string) => string = (path) => `${place}.${path}`,
): { note: Note } | { problems: ImportProblem[] } {
  const { success, data, error } = noteSchema.safeParse(candidate);
  if (success) return { note: data };
  // One for each field is enough: what is too long may be in a wrong form as well.
  const problems = new Map<string, ImportProblem>();
  for (const issue of error.issues) {
    const path = pathText(issue.path);
    if (problems.has(path)) continue;
    problems.set(path, { place: path === "" ? place : placeOf(path), ...explain(issue, candidate) });
  }
  return { problems: [...problems.values()] };
}

/** `passage.quote`, `tags[2]` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

/** Says in words what zod found. Text of the file is not repeated, save a field's name: it may be ten million characters. */
export function explain(issue: z.core.$ZodIssue, candidate: unknown): { problem: string; remedy: string } {
  const count = (limit: number | bigint) => new Intl.NumberFormat("en-GB").format(limit);
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "string")
        return {
          problem: `is longer than ${count(issue.maximum)} characters`,
          remedy: "Shorten it in the file; nothing is cut off silently.",
        };
      if (issue.origin === "array")
        return {
          problem: `has more than ${count(issue.maximum)} entries`,
          remedy: "Take some of them out in the file.",
        };
      return { problem: `is more than ${count(issue.maximum)}`, remedy: "Correct the number in the file." };
    case "too_small":
      if (issue.origin === "number" || issue.origin === "int")
        return { problem: `is less than ${count(issue.minimum)}`, remedy: "Correct the number in the file." };
      return { problem: "is empty", remedy: "Fill it in in the file, or take the note out of it." };
    case "unrecognized_keys":
      return {
        problem: `has the field “${issue.keys[0]?.slice(0, 80)}”, which is not known`,
        remedy: "Take it out of the file; if a newer Telecom Lens wrote it, update this one first.",
      };
    case "invalid_format":
      if (issue.format === "datetime")
        return {
          problem: "is no time such as 2026-11-29T08:30:00.000Z",
          remedy: "Write it so in the file: year, month, day, time and Z for universal time.",
        };
      return {
        problem: "is no id such as 0b5ae1a4-9e5f-4c3e-8d6c-1f6c0a1f2b3d",
        remedy: "Put back the id that was exported.",
      };
    case "custom":
      return {
        problem: "is about neither a passage nor an entity",
        remedy: "Telecom Lens keeps notes on a quoted passage or on an entity; add one of them in the file.",
      };
    default:
      return isMissing(issue.path, candidate)
        ? {
            problem: "is missing",
            remedy: "Add it in the file, or export the file again where it came from.",
          }
        : {
            problem: "is of the wrong kind",
            remedy: "Correct it in the file, or export it again where it came from.",
          };
  }
}

function isMissing(path: readonly PropertyKey[], candidate: unknown): boolean {
  let value: unknown = candidate;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined || value === null;
}
