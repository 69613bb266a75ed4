/**
 * What the reader calls wrong, as a correction for the maintainers (M11): a choice of "not this one", and as a file. As
 * text, mail and issue it is written by `correction-text.ts`. Nothing is sent; the reader decides what goes into it
 * and to whom.
 */
import { z } from "zod";
import { type Choice, choiceScopes } from "./choice.ts";
import { correctionLimits } from "./correction-text.ts";

/** Raised when an older reader could misread a newer file. */
export const correctionVersion = 1;

export const correctionSchema = z.strictObject({
  /** `not-this-entity`: the matched text does not mean the entity. `wrong-statement`: the card says something wrong of it. */
  problem: z.enum(["not-this-entity", "wrong-statement"]),
  entity: z.strictObject({ id: z.string(), name: z.string() }),
  /** The text that was marked, as the article writes it. */
  matchedText: z.string(),
  /** The statement of the card that is wrong, in its own words; `null` when it is about the mark alone. */
  claim: z.string().max(correctionLimits.claim).nullable(),
  /** Id of the record that makes that statement. */
  record: z.string().optional(),
  /** The private pack that the record or the entity comes from: its own maker can correct it, and nobody else. */
  pack: z.strictObject({ title: z.string(), version: z.string() }).optional(),
  /** Where the reader wants it left out; `null` where it stays marked. */
  scope: z.enum(choiceScopes).nullable(),
  /** The page where it was seen; `null` when the reader gave none. */
  page: z
    .strictObject({
      url: z.string().max(correctionLimits.address),
      canonicalUrl: z.string().nullable(),
      title: z.string().nullable(),
    })
    .nullable(),
  /** ISO instant, UTC. */
  made: z.iso.datetime(),
  /** Version of the dataset that marked it. */
  datasetVersion: z.string(),
  /** What the reader says about it; empty when nothing. */
  comment: z.string().max(correctionLimits.comment),
});

/** The file that the options page writes. */
export const correctionFileSchema = z.strictObject({
  format: z.literal("telecom-lens-corrections"),
  formatVersion: z.literal(correctionVersion),
  /** ISO instant, UTC. */
  exported: z.iso.datetime(),
  /** Version of the dataset in use at the export; `none` without one. */
  datasetVersion: z.string().min(1),
  corrections: z.array(correctionSchema),
});

export type Correction = z.output<typeof correctionSchema>;
export type CorrectionFile = z.output<typeof correctionFileSchema>;

/** What the reader adds to a choice. */
export interface CorrectionWords {
  comment: string;
  claim: string;
  /** Address of the page; empty for none. */
  url: string;
}

/** The address that a choice kept, or nothing. */
export function addressOf(choice: Choice): string {
  return choice.scope === "here" ? choice.page.url : "";
}

export function correctionOf(choice: Choice, { comment, claim, url }: CorrectionWords): Correction {
  // Title and canonical address belong to the page that was kept, and to no other that was typed instead.
  const kept = choice.scope === "here" && choice.page.url === url.trim() ? choice.page : null;
  return {
    problem: "not-this-entity",
    entity: choice.entity,
    matchedText: choice.surface,
    claim: claim.trim() || null,
    scope: choice.scope,
    page: url.trim()
      ? { url: url.trim(), canonicalUrl: kept?.canonicalUrl ?? null, title: kept?.title || null }
      : null,
    made: choice.made,
    datasetVersion: choice.datasetVersion,
    comment: comment.trim(),
  };
}

export function correctionFile(
  corrections: readonly Correction[],
  { exported, datasetVersion }: Pick<CorrectionFile, "exported" | "datasetVersion">,
): CorrectionFile {
  return {
    format: "telecom-lens-corrections",
    formatVersion: correctionVersion,
    exported,
    datasetVersion,
    corrections: [...corrections],
  };
}

/** The file as the text of a JSON file. */
export function correctionFileText(file: CorrectionFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Name under which it is saved: `telecom-lens-corrections-2026-11-24.json`. */
export function correctionFileName({ exported }: Pick<CorrectionFile, "exported">): string {
  return `telecom-lens-corrections-${exported.slice(0, 10)}.json`;
}
