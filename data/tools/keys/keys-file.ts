import { join } from "node:path";
import { z } from "zod";
import { isRealDay } from "../../../src/core/dataset/dates.ts";
import { introductionSchema, publicKeySchema } from "../../../src/core/package/manifest.ts";
import { CommandFailure } from "../command-failure.ts";
import { parseFile } from "../parse-file.ts";
import { readIfThere } from "../read-if-there.ts";

/** Path below the data folder. A folder without it trusts nobody. */
export const keysFile = "keys.yml";

/** `keys.yml`: whose signature makes a dataset package one of ours. */
export const keysFileSchema = z
  .strictObject({
    keys: z
      .array(
        z.strictObject({
          key: publicKeySchema,
          name: z.string().trim().min(1).describe("Whose key it is, or what for."),
          since: z
            .string()
            .refine(isRealDay, { message: "a full day is needed here: YYYY-MM-DD" })
            .describe("Day from which it signs, YYYY-MM-DD."),
        }),
      )
      .describe("Public keys that the next build of the extension trusts."),
    introductions: z
      .array(introductionSchema)
      .default([])
      .describe(
        "How keys were introduced by older ones. Every package carries them, so that copies that know only an old key follow.",
      ),
  })
  .describe("Keys that sign the dataset package. Only public ones stand here.");

export type KeysFile = z.output<typeof keysFileSchema>;

/**
 * The keys of a data folder; none where it has no file of them.
 *
 * @throws CommandFailure when the file is not as it should be.
 */
export function readKeys(dataFolder: string): KeysFile {
  const text = readIfThere(join(dataFolder, keysFile));
  if (text === undefined) return { keys: [], introductions: [] };
  const result = keysFileSchema.safeParse(parseFile(text).value);
  if (result.success) return result.data;
  throw new CommandFailure(`${join(dataFolder, keysFile)} cannot be used. Run: npm run -s data -- check`);
}
