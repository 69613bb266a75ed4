/** What came of a check for updates, or of a download. `at`: ISO instant; `version`: the one that was spoken of. */
export type UpdateOutcome = { at: string; version?: string } & (
  | { state: "newest" | "found" | "installed" | "cancelled" }
  /** `text`: for people. */
  | { state: "failed"; text: string }
);
