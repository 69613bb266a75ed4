import { nearMatches } from "../nearest.ts";
import type { Path } from "../problem.ts";
import type { DataRecord } from "../read-records.ts";
import { selectTexts, selectValues } from "../select-values.ts";
import type { Rule } from "./rule.ts";

/** Every field that names a source of its own record. */
const citePatterns = [
  "cites.*",
  "hints.*.sources.*",
  "owner.sources.*",
  "claims.*.sources.*",
  "claims.*.answers.*.sources.*",
  "roles.*.sources.*",
  "steps.*.sources.*",
];

export const cites: Rule = {
  name: "cites",
  about: "Every source key that a record uses stands under its sources.",
  spoilsDrafts: true,
  check({ named }, report) {
    for (const record of named) {
      const keys = selectValues(record.value, "sources.*").map(({ path }) => String(path[1]));
      // Without any source the rule 'sources' speaks, once.
      if (keys.length === 0) continue;
      for (const { path, text } of citedKeys(record)) {
        if (keys.includes(text)) continue;
        const near = nearMatches(text, keys);
        const todo = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "add it under sources";
        report(record, path, `there is no source ${text} in this record`, todo);
      }
    }
  },
};

/** The source keys that a record uses, and where. */
export function citedKeys(record: DataRecord): { path: Path; text: string }[] {
  return citePatterns.flatMap((pattern) => selectTexts(record.value, pattern));
}
