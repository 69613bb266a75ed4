import { z } from "zod";
import { entityKinds } from "../dataset/schema.ts";
import { noteLimits, passageLimits } from "./note-limits.ts";

/** Where a passage begins and ends in the page's tree: XPaths of text-bearing elements, UTF-16 offsets into their text. */
export const treeRangeSchema = z.strictObject({
  startPath: z.string().max(noteLimits.path),
  startOffset: z.number().int().nonnegative(),
  endPath: z.string().max(noteLimits.path),
  endOffset: z.number().int().nonnegative(),
});

/**
 * What else on the page could have been taken for a passage when it was noted, so that what is found again can be told from it.
 * The shares are 0 to 1, of the most similar other place.
 */
const rivalSchema = z.strictObject({
  /** How like the passage, context included. */
  passage: z.number().min(0).max(1),
  /** How like the quote alone. */
  quote: z.number().min(0).max(1),
  /** How often the very quote stood elsewhere. */
  copies: z.number().int().nonnegative(),
  /** What stood around each of them, if they were few: where all are still there, what is none of them is the passage. */
  around: z
    .array(
      z.strictObject({
        prefix: z.string().max(passageLimits.aroundCopy),
        suffix: z.string().max(passageLimits.aroundCopy),
      }),
    )
    .max(passageLimits.copies)
    .optional(),
});

/**
 * W3C Web Annotation selectors for a passage: the quote with what stands around it (TextQuoteSelector), its position
 * (TextPositionSelector) and its place in the page's tree (RangeSelector of two XPathSelectors).
 */
export const passageSchema = z.strictObject({
  quote: z.string().min(1).max(passageLimits.quote),
  prefix: z.string().max(passageLimits.context),
  suffix: z.string().max(passageLimits.context),
  /** UTF-16 offsets into the article's text, blocks joined by line feeds; absent outside the article. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
  rival: rivalSchema.optional(),
  range: treeRangeSchema.optional(),
});

const notePageSchema = z.strictObject({
  url: z.string().min(1).max(noteLimits.address),
  canonicalUrl: z.string().max(noteLimits.address).optional(),
  title: z.string().max(noteLimits.title),
  site: z.string().max(noteLimits.name),
  /** As the page names them, several joined by commas. */
  author: z.string().max(noteLimits.name).optional(),
  published: z.string().max(10).optional(),
});

/** A record of the dataset and what it said, in plain text that does not depend on the day of reading. */
const frozenClaimSchema = z.strictObject({
  /** Id of a measure, or of the entity whose offices or own claims the text gives. */
  id: z.string().min(1).max(200),
  text: z.string().max(noteLimits.claim),
});

/** What a note is about: a passage, an entity or one claim about it, or several of these. */
export const noteDraftSchema = z
  .strictObject({
    body: z.string().max(noteLimits.body),
    tags: z.array(z.string().trim().min(1).max(noteLimits.tag)).max(noteLimits.tags),
    page: notePageSchema,
    passage: passageSchema.optional(),
    entity: z
      .strictObject({
        id: z.string().min(1).max(200),
        name: z.string().min(1).max(noteLimits.name),
        kind: z.enum(entityKinds).optional(),
        /** What the card said, frozen as plain text. */
        cardText: z.string().max(noteLimits.cardText),
        /** The claims that the card rested on, each by itself, so that a change of one can be told (S5). */
        claims: z.array(frozenClaimSchema).max(noteLimits.claims).optional(),
        /** What the researcher has seen that claims say since, where the dataset changed them after the note was written. */
        seen: z.array(frozenClaimSchema).max(noteLimits.claims).optional(),
        /** The one claim of the card that the note is on: one of the ids in `claims`. */
        claim: z.string().min(1).max(200).optional(),
        /** Ids under which the entity was kept before the dataset renamed or merged it, the oldest first. */
        formerIds: z.array(z.string().min(1).max(200)).max(noteLimits.formerIds).optional(),
      })
      .optional(),
  })
  .refine((draft) => draft.passage !== undefined || draft.entity !== undefined, {
    message: "a note needs a passage or an entity",
  });

export const noteSchema = noteDraftSchema.safeExtend({
  id: z.uuid(),
  /** ISO instants, UTC. */
  created: z.iso.datetime(),
  changed: z.iso.datetime(),
  /** Grows by one with every change. */
  revision: z.number().int().positive(),
  datasetVersion: z.string(),
  /** Set when deleted; kept until purged, so that deletion can be undone and, one day, reach other devices. */
  deleted: z.iso.datetime().optional(),
  /** What the note was before, newest last, as `versionOf` names it: tells a later version from another one. */
  past: z.array(z.string().length(32)).max(noteLimits.past).optional(),
  /** Id of the note of which this is the other version, kept when two were merged; gone once it is edited. */
  copyOf: z.uuid().optional(),
});

export type Passage = z.output<typeof passageSchema>;
export type NotePage = z.output<typeof notePageSchema>;
export type NoteDraft = z.output<typeof noteDraftSchema>;
export type Note = z.output<typeof noteSchema>;
export type FrozenClaim = z.output<typeof frozenClaimSchema>;
export type TreeRange = z.output<typeof treeRangeSchema>;
