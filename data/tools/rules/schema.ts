import { explainIssues } from "../explain-issues.ts";
import { jsonSchemaOf } from "../json-schemas.ts";
import { schemaOf } from "../record-kinds.ts";
import type { Rule } from "./rule.ts";

export const schema: Rule = {
  name: "schema",
  about: "A record has the fields of its kind, all that are required and no others, each of the right form.",
  spoilsDrafts: true,
  check({ all }, report) {
    for (const record of all) {
      if (record.value === undefined) continue;
      const result = schemaOf(record.kind).safeParse(record.value);
      if (result.success) continue;
      for (const { path, what, todo } of explainIssues(
        result.error.issues,
        record.value,
        jsonSchemaOf(record.kind),
      )) {
        report(record, path, what, todo);
      }
    }
  },
};
