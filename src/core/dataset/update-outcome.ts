/** What came of a check for updates, or of a download. `at`: ISO instant; `version`: the one that was spoken of. */
export type UpdateOutcome = { at: string; version?: string } & (
  | { state: "newest" | "found" | "installed" | "cancelled" }
  /** `text`: for people. */
  | { state: "failed"; text: string }
);

const day = 24 * 60 * 60_000;
const week = 7 * day;

/** When the automatic check is due (milliseconds since 1970): a week after the last look, a day after one that failed. */
export function updateDue(last: UpdateOutcome | null): number {
  if (!last) return 0;
  return Date.parse(last.at) + (last.state === "failed" ? day : week);
}
