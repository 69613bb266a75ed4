import { z } from "zod";
import { hoverTimes } from "./card/hover.ts";
import { entityKinds } from "./dataset/schema.ts";
import { longestAddress, readUpdateAddress } from "./dataset/update-address.ts";

export const densities = ["every", "paragraph", "article"] as const;

const fields = {
  /** Mark every mention, the first in each paragraph, or the first in the article. */
  density: z.enum(densities),
  kinds: z.array(z.enum(entityKinds)),
  /** Milliseconds between the pointer resting on a mark and the card. */
  delay: z.number().int().min(hoverTimes.intent).max(2000),
  /** Hosts on which nothing is marked. */
  sitesOff: z.array(z.string()),
  /** Whether the notes are backed up into the downloads folder, once a day when they have changed. */
  automaticBackup: z.boolean(),
  /** Where packages of newer datasets are asked for; empty: where the dataset says. */
  updateAddress: z
    .string()
    .max(longestAddress)
    .refine(
      (address) => address === "" || "url" in readUpdateAddress(address),
      "The address must begin with https://, or with http:// on this computer.",
    ),
  /** Whether that address is asked once a week, and what is newer installed. */
  automaticUpdate: z.boolean(),
};

/** What the reader has chosen. Every field has a default, so that an older or damaged value still loads. */
export const settingsSchema = z.object({
  density: fields.density.catch("every").default("every"),
  kinds: fields.kinds.catch([...entityKinds]).default([...entityKinds]),
  delay: fields.delay.catch(hoverTimes.delay).default(hoverTimes.delay),
  sitesOff: fields.sitesOff.catch([]).default([]),
  automaticBackup: fields.automaticBackup.catch(false).default(false),
  updateAddress: fields.updateAddress.catch("").default(""),
  automaticUpdate: fields.automaticUpdate.catch(false).default(false),
});

/**
 * Some of the settings. No defaults here: `settingsSchema.partial()` would fill in those that were left
 * out, and one changed setting would reset all others.
 */
export const settingsChangeSchema = z.object(fields).partial();

export type Settings = z.output<typeof settingsSchema>;
export type SettingsChange = z.output<typeof settingsChangeSchema>;
export type Density = (typeof densities)[number];

export const defaultSettings: Settings = settingsSchema.parse({});
