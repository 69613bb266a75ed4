import { textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const fileName: Rule = {
  name: "file-name",
  about: "A record's id is its file's name without .yml.",
  spoilsDrafts: true,
  check({ named }, report) {
    for (const record of named) {
      const id = textAt(record.value, "id");
      if (id === undefined || id === record.id) continue;
      report(
        record,
        ["id"],
        `the id ${id} is not the file's name`,
        `write id: ${record.id}, or rename the file to ${id}.yml`,
      );
    }
  },
};
