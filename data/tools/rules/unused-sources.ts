import { selectValues } from "../select-values.ts";
import { citedKeys } from "./cites.ts";
import type { Rule } from "./rule.ts";

export const unusedSources: Rule = {
  name: "unused-sources",
  about: "Every source of a record supports something in it.",
  check({ named }, report) {
    for (const record of named) {
      const used = new Set(citedKeys(record).map(({ text }) => text));
      for (const { path } of selectValues(record.value, "sources.*")) {
        const key = String(path[1]);
        if (used.has(key)) continue;
        const todo = "cite it where it supports something, or remove it";
        report(record, path, `the source ${key} is not used`, todo);
      }
    }
  },
};
