/** Reading values that others wrote: own fields only, so that `__proto__` and `constructor` are no way in. */

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of a value that may be anything; a path leads further in. */
export function field(value: unknown, ...names: string[]): unknown {
  let found = value;
  for (const name of names) {
    if (!isObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found ?? undefined;
}

/** One value or a list of them, as JSON-LD allows for most fields. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first text of a field that may hold one, several, or texts with a language. */
export function firstText(value: unknown): string | undefined {
  for (const one of listOf(value)) {
    const text = isObject(one) ? (field(one, "@value") ?? field(one, "value")) : one;
    if (typeof text === "string") return text;
  }
  return undefined;
}

/** ISO 8601 as far as it is in use: engines guess at anything else, each in its own way. */
const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * A time in ISO 8601 as an instant in UTC; one without a zone is taken as UTC. What is no time stays as it is, and is
 * named as such later.
 */
export function instantOf(value: unknown): unknown {
  const match = typeof value === "string" ? iso.exec(value.trim()) : null;
  if (!match) return value;
  const [, day, clock = "00:00", zone = "Z"] = match;
  const time = new Date(`${day}T${clock}${zone.replace(/^(...)(\d\d)$/, "$1:$2")}`);
  return Number.isNaN(time.getTime()) ? value : time.toISOString();
}

/** Tags as a note has them: trimmed, none empty, none twice. What is no text stays, and is named as such later. */
export function tagsOf(values: readonly unknown[]): unknown[] {
  const tags = values.map((tag) => (typeof tag === "string" ? tag.trim() : tag)).filter((tag) => tag !== "");
  return [...new Set(tags)];
}

/** Without the fields that have no value: a note has none such. */
export function withoutGaps<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
