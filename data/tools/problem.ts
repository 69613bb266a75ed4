/** Something wrong in the data, said so that a maintainer can mend it without asking. */
export interface Problem {
  /** Path below the data folder, with forward slashes: `measures/gb-2020-….yml`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units. */
  column: number;
  rule: string;
  what: string;
  todo: string;
}

/** Keys and indexes from the top of a file to a value: `["steps", 0, "on"]`. */
export type Path = readonly (string | number)[];

export interface Position {
  line: number;
  column: number;
}
