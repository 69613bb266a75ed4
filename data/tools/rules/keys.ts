import { isGenuine, isPublicKey } from "../../../src/core/package/keys.ts";
import { introductionSchema, publicKeySchema } from "../../../src/core/package/manifest.ts";
import { keysFile } from "../keys/keys-file.ts";
import { selectTexts, selectValues } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const keys: Rule = {
  name: "keys",
  about: `A key in ${keysFile} is an Ed25519 public key and stands there once, and an introduction is signed by the key that it names.`,
  check(records, report) {
    for (const record of records.ofKind("keys")) {
      const seen = new Set<string>();
      for (const { path, text } of selectTexts(record.value, "keys.*.key")) {
        // What has another form is told by the rule schema.
        const isKey = !publicKeySchema.safeParse(text).success || isPublicKey(text);
        if (seen.has(text)) report(record, path, "this key stands twice", "keep one of the two");
        else if (!isKey) {
          report(record, path, "this is no Ed25519 public key", "write it as keygen printed it");
        }
        seen.add(text);
      }
      for (const { path, value } of selectValues(record.value, "introductions.*")) {
        const introduction = introductionSchema.safeParse(value);
        if (!introduction.success || isGenuine(introduction.data)) continue;
        const todo = "remove it, and introduce the key again: npm run -s data -- keygen --introduced-by";
        report(record, path, "the signature of this introduction is wrong", todo);
      }
    }
  },
};
