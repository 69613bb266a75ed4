import { type Day, daysOf } from "./dates.ts";
import type { Official, Role } from "./schema.ts";

/** An office that a person held on a day, and whether the dates leave that in doubt. */
export interface HeldRole {
  role: Role;
  /** The day falls inside the span of an imprecise first or last date, or the end is not known. */
  uncertain: boolean;
}

/**
 * The offices that a person held on a day, the newest first. On the day of a change both the old and
 * the new office count, unless the dataset knows the days and they do not touch. An office whose end is
 * unknown counts as held, but uncertain, only up to the day its record was last checked.
 */
export function rolesOn(official: Official, on: Day): HeldRole[] {
  const held: HeldRole[] = [];
  for (const role of official.roles) {
    const from = role.from ? daysOf(role.from) : undefined;
    const until = role.until ? daysOf(role.until) : undefined;
    if (from && from.first > on) continue;
    if (until && until.last < on) continue;
    if (role.end === "unknown" && !role.from) continue;
    if (role.end === "unknown" && official.checked < on) continue;
    const insideStart = from !== undefined && from.last > on;
    const insideEnd = until !== undefined && until.first < on;
    const heldAfterCheck = role.end === "held" && official.checked < on;
    held.push({
      role,
      uncertain: insideStart || insideEnd || !role.from || role.end === "unknown" || heldAfterCheck,
    });
  }
  return held.reverse();
}
