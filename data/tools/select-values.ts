import type { Path } from "./problem.ts";

export interface Selected {
  path: Path;
  value: unknown;
}

/**
 * The values that a pattern such as `steps.*.sources.*` reaches in a record as written; `*` stands
 * for every entry of a list or map. What is missing or has another shape is passed over, so that a
 * rule can look at a record that the schema does not accept yet.
 */
export function selectValues(value: unknown, pattern: string): Selected[] {
  let selected: Selected[] = [{ path: [], value }];
  for (const step of pattern.split(".")) {
    selected = selected.flatMap(({ path, value }) =>
      entriesOf(value)
        .filter(([key]) => step === "*" || String(key) === step)
        .map(([key, inner]) => ({ path: [...path, key], value: inner })),
    );
  }
  return selected;
}

/** As `selectValues`, only the texts. Numbers count: a year is written without quotes. */
export function selectTexts(value: unknown, pattern: string): { path: Path; text: string }[] {
  return selectValues(value, pattern).flatMap(({ path, value }) => {
    if (typeof value === "string") return [{ path, text: value }];
    return typeof value === "number" ? [{ path, text: String(value) }] : [];
  });
}

/** The one text at a path without `*`. */
export function textAt(value: unknown, pattern: string): string | undefined {
  return selectTexts(value, pattern)[0]?.text;
}

function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((inner, index) => [index, inner]);
  return value !== null && typeof value === "object" ? Object.entries(value) : [];
}

/** Changes the texts that a pattern reaches, in place. */
export function replaceTexts(value: unknown, pattern: string, replace: (text: string) => string): void {
  for (const { path, text } of selectTexts(value, pattern)) {
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value);
    const last = path.at(-1);
    if (last !== undefined) Reflect.set(Object(holder), last, replace(text));
  }
}
