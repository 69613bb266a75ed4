import type { core } from "zod";
import type { JsonSchema } from "./json-schemas.ts";
import { nearest } from "./nearest.ts";
import type { Path } from "./problem.ts";

export interface Explained {
  path: Path;
  what: string;
  todo: string;
}

type Issue = core.$ZodIssue;

/** Turns zod's issues about one record into sentences for people who do not program. */
export function explainIssues(issues: Issue[], value: unknown, schema: JsonSchema): Explained[] {
  const explained: Explained[] = [];
  // A mistyped field is both unknown and missing; it is said once.
  const mistyped = new Set<string>();
  for (const issue of issues.filter((issue) => issue.code === "unrecognized_keys")) {
    const path = keysOf(issue);
    const fields = Object.keys(schemaAt(schema, path).properties ?? {});
    const present = Object.keys(Object(valueAt(value, path)));
    for (const key of issue.keys) {
      const meant = nearest(
        key,
        fields.filter((field) => !present.includes(field)),
      );
      if (meant) mistyped.add(JSON.stringify([...path, meant]));
      const todo = meant ? `did you mean ${meant}?` : `fields here are: ${fields.join(", ")}`;
      explained.push({ path: [...path, key], what: `there is no field ${key} here`, todo });
    }
  }
  for (const issue of issues) {
    const path = keysOf(issue);
    if (issue.code === "unrecognized_keys" || mistyped.has(JSON.stringify(path))) continue;
    explained.push({ path, ...explainIssue(issue, valueAt(value, path), path, schemaAt(schema, path)) });
  }
  return explained;
}

function explainIssue(issue: Issue, found: unknown, path: Path, schema: JsonSchema) {
  const field = nameOf(path);
  const about = schema.description;
  if (found === undefined)
    return { what: `${field} is missing`, todo: about ? `add it: ${about}` : "add it" };
  if (found === null)
    return { what: `${field} is empty`, todo: about ? `fill it in: ${about}` : "fill it in" };
  switch (issue.code) {
    case "invalid_type":
      return {
        what: `${field} is ${shapeOf(found)}, not ${shapes[issue.expected]?.called ?? issue.expected}`,
        todo: shapes[issue.expected]?.todo ?? "compare with another record",
      };
    case "invalid_value": {
      const values = issue.values.map(String);
      if (typeof found === "object") {
        return {
          what: `${field} is ${shapeOf(found)}, not a word`,
          todo: `write one of: ${values.join(", ")}`,
        };
      }
      const meant = nearest(String(found), values);
      const todo = meant ? `did you mean ${meant}?` : `write one of: ${values.join(", ")}`;
      return { what: `${field} cannot be ${String(found)}`, todo };
    }
    case "too_small":
      return { what: `${field} is empty`, todo: about ? `fill it in: ${about}` : "give at least one entry" };
    case "invalid_key": {
      const reason = issue.issues[0]?.message ?? issue.message;
      return { what: `${field} does not fit as a key: ${reason}`, todo: "rename it, also where it is used" };
    }
    case "invalid_union": {
      const what = `${field} is ${shapeOf(found)}, which does not fit here`;
      return { what, todo: about ? `write: ${about}` : "compare with another record" };
    }
    default:
      return {
        what: `${field}: ${issue.message}`,
        // Of a group the description says what it is, which is no remedy.
        todo: about && typeof found !== "object" ? `correct it: ${about}` : "compare with another record",
      };
  }
}

const group = {
  called: "a group of fields",
  todo: "write 'field: value' lines below it, indented by two spaces",
};
const shapes: Record<string, { called: string; todo: string }> = {
  string: { called: "a text", todo: "write a text; put numbers, true and false in quotes" },
  number: { called: "a number", todo: "write a number without quotes" },
  boolean: { called: "true or false", todo: "write true or false, without quotes" },
  array: { called: "a list", todo: "write one entry a line, each after '- '" },
  object: group,
  record: group,
};

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "a text";
  if (typeof value === "boolean") return "true or false without quotes";
  return typeof value === "number" ? "a number" : "a group of fields";
}

/** `steps[0].on` would read as code: "on (entry 1 of steps)". */
function nameOf(path: Path): string {
  const names = path.filter((step) => typeof step === "string");
  const last = path.at(-1);
  if (last === undefined) return "the file";
  const lastIndex = path.findLast((step) => typeof step === "number");
  const list = path[path.lastIndexOf(lastIndex ?? -1) - 1];
  const own = typeof last === "number" ? "" : last;
  const place = lastIndex === undefined ? names.at(-2) : `entry ${lastIndex + 1}${list ? ` of ${list}` : ""}`;
  if (!own) return place ?? "the entry";
  return place && names.length > 0 ? `${own} (${place})` : own;
}

function keysOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (inner === null || typeof inner !== "object") return undefined;
    return (inner as Record<string | number, unknown>)[step];
  }, value);
}

function schemaAt(schema: JsonSchema, path: Path): JsonSchema {
  return path.reduce<JsonSchema>((inner, step) => {
    const additional = typeof inner.additionalProperties === "object" ? inner.additionalProperties : {};
    return (typeof step === "number" ? inner.items : (inner.properties?.[step] ?? additional)) ?? {};
  }, schema);
}
