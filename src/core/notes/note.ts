import { z } from "zod";
import { noteLimits } from "./note-limits.ts";

/** W3C Web Annotation selectors for a passage: the quote with what stands around it, and its position. */
export const passageSchema = z.strictObject({
  quote: z.string().min(1).max(noteLimits.quote),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  /** UTF-16 offsets into the article's text, blocks joined by line feeds; absent outside the article. */
  start: z.number().int().nonnegative().optional(),
  end: z.number().int().nonnegative().optional(),
});

export const notePageSchema = z.strictObject({
  url: z.string().min(1).max(noteLimits.address),
  canonicalUrl: z.string().max(noteLimits.address).optional(),
  title: z.string().max(2_000),
  site: z.string().max(500),
  published: z.string().max(10).optional(),
});

/** What a note is about: a passage, an entity, or both. */
export const noteDraftSchema = z
  .strictObject({
    body: z.string().max(noteLimits.body),
    tags: z.array(z.string().trim().min(1).max(noteLimits.tag)).max(noteLimits.tags),
    page: notePageSchema,
    passage: passageSchema.optional(),
    entity: z
      .strictObject({
        id: z.string().min(1).max(200),
        name: z.string().min(1).max(500),
        /** What the card said, frozen as plain text. */
        cardText: z.string().max(50_000),
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
  /** Set when deleted; kept until purged so that deletion can be undone. */
  deleted: z.iso.datetime().optional(),
});

export type Passage = z.output<typeof passageSchema>;
export type NotePage = z.output<typeof notePageSchema>;
export type NoteDraft = z.output<typeof noteDraftSchema>;
export type Note = z.output<typeof noteSchema>;
