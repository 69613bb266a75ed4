/** The built file `index.json`: every spelling, apart from the facts. Rows are arrays to keep it small. */
import type { Day } from "../dataset/dates.ts";
import type { EntityKind, Official, SpellingContext } from "../dataset/schema.ts";
import type { SpellingForm } from "./types.ts";

/** Raised whenever a reader of the old file could misread the new one. */
export const indexFormat = 1;

export const spellingForms = [
  "name",
  "short",
  "abbreviation",
  "adjective",
  "people",
  "inflected",
  "metonym",
  "former",
  "product",
] as const satisfies readonly SpellingForm[];

export const caseRules = ["name", "exact", "any"] as const;
export type CaseRule = (typeof caseRules)[number];

/** Trailing defaults are left off; `0` stands for a default in the middle. */
export type SpellingRow = [
  text: string,
  /** `foldText(text).cased` where it differs from the text. */
  cased?: string | 0,
  form?: number,
  caseRule?: number,
  lang?: string[] | 0,
  /** First and last day of articles in which it counts. */
  from?: Day | 0,
  until?: Day | 0,
  when?: SpellingContext | 0,
  uncertain?: 1 | 0,
];

export interface SurnameRule {
  /** As written in the record, the name itself first. */
  text: string[];
  alone: Official["surname"]["alone"];
  titles: string[];
  from?: Day;
  until?: Day;
  when?: SpellingContext;
}

export interface IndexedEntity {
  id: string;
  kind: EntityKind;
  name: string;
  /** Home country, or the one served. */
  country?: string;
  spellings: SpellingRow[];
  surname?: SurnameRule;
}

export interface SpellingIndex {
  format: typeof indexFormat;
  /** Version of the dataset that it was built from. */
  dataset: string;
  entities: IndexedEntity[];
  /** Longer names that silence what they hold. */
  containers: string[];
  /** Titles before names, by language. */
  titles: Record<string, string[]>;
}
