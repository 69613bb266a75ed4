export interface RecordName {
  kind: string;
  id: string;
  name: string;
}

export interface DatasetDiff {
  before: { version: string; date: string };
  after: { version: string; date: string };
  added: RecordName[];
  /** Gone, with what took its place; empty where nothing did. */
  removed: (RecordName & { now: string[] })[];
  changed: (RecordName & { fields: string[] })[];
  /** Pairs whose present answer is another. */
  policies: { country: string; subject: string; before: PolicyLine; after: PolicyLine }[];
  /** People whose present offices are others. */
  offices: { id: string; name: string; before: string[]; after: string[] }[];
}

/** The present answer for a pair in one line: "in force, restricts: scope". */
export type PolicyLine = string;
