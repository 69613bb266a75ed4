/** What differs between a page with the extension and the same page without it. */
import type { Held, Visit } from "./visit-page.ts";

/** One thing that differs, in words. */
export type Difference =
  `${"markup" | "card" | "errors" | "shift" | "geometry" | "requests" | "memory"}: ${string}`;

/**
 * What a visit with the extension has that no visit without it had.
 *
 * @param without one visit, or two where a page must be told from its own moods: what varies between them by itself is
 * compared with all numbers taken out, and where even that varies, not at all.
 */
export function compareVisits(seen: Visit, without: readonly Visit[]): Difference[] {
  const found: Difference[] = [];
  const add = (what: Difference | null) => {
    if (what) found.push(what);
  };
  add(
    differs(
      "markup",
      seen.markup,
      without.map(({ markup }) => markup),
    ),
  );
  add(
    differs(
      "geometry",
      seen.geometry,
      without.map(({ geometry }) => geometry),
    ),
  );
  const errors = news(
    seen.errors,
    without.flatMap((visit) => visit.errors),
  );
  if (errors.length > 0) add(`errors: ${errors.join(" | ")}`);
  const requests = news(
    seen.requests,
    without.flatMap((visit) => visit.requests),
  );
  if (requests.length > 0) add(`requests: ${requests.join(" ")}`);
  if (seen.shift !== null) {
    const most = Math.max(...without.map(({ shift }) => shift ?? 0));
    if (seen.shift > most + 0.001) add(`shift: ${seen.shift.toFixed(4)} against ${most.toFixed(4)}`);
  }
  return found;
}

/** Two texts of one page, with the extension and without. */
export function differs(
  what: "markup" | "geometry" | "card",
  seen: string,
  without: readonly string[],
): Difference | null {
  if (without.includes(seen)) return null;
  if (without.some((text) => text !== without[0])) {
    const rough = without.map(withoutNumbers);
    if (rough.includes(withoutNumbers(seen)) || rough.some((text) => text !== rough[0])) return null;
  }
  const [first = ""] = without;
  const at = firstDifference(seen, first);
  const cut = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `${what}: at ${at}, ${cut(seen)} against ${cut(first)}`;
}

/** Whether the visits without us differ among themselves. */
export function variesByItself(without: readonly Visit[]): boolean {
  return without.some(
    ({ markup, geometry }) => markup !== without[0]?.markup || geometry !== without[0]?.geometry,
  );
}

export interface Stay {
  before: Held;
  after: Held;
}

/** A document or its nodes that stayed, or more than half a megabyte, which the same page without us did not leave. */
export function compareMemory(seen: Stay, without: Stay): Difference | null {
  const grown = ({ before, after }: Stay, what: keyof Held) => after[what] - before[what];
  const documents = grown(seen, "documents") - Math.max(0, grown(without, "documents"));
  const nodes = grown(seen, "nodes") - Math.max(0, grown(without, "nodes"));
  const heap = grown(seen, "heap") - Math.max(0, grown(without, "heap"));
  if (documents <= 0 && nodes <= 50 && heap <= 500_000) return null;
  return `memory: ${documents} documents, ${nodes} nodes and ${Math.round(heap / 1_000)} kB more stayed than without us`;
}

function news(seen: string[], known: string[]): string[] {
  const rough = new Set(known.map(withoutNumbers));
  return [...new Set(seen)].filter((one) => !rough.has(withoutNumbers(one)));
}

function withoutNumbers(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{6,}\b|\d+/gi, "#");
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
