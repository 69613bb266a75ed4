import { isDeepStrictEqual } from "node:util";
import { selectTexts, selectValues } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const sources: Rule = {
  name: "sources",
  about: "Every record has a source, and one address stands in it once.",
  spoilsDrafts: true,
  check({ named }, report) {
    for (const record of named) {
      const entries = selectValues(record.value, "sources");
      if (entries.some(({ value }) => isDeepStrictEqual(value, {}))) {
        report(record, ["sources"], "no source is given", "add at least one source that supports the record");
      }
      const firstKey = new Map<string, string>();
      for (const { path, text } of selectTexts(record.value, "sources.*.url")) {
        const address = text.replace(/#.*$/, "").replace(/\/$/, "");
        const key = String(path[1]);
        const first = firstKey.get(address);
        if (first === undefined) firstKey.set(address, key);
        else
          report(
            record,
            path,
            `the sources ${first} and ${key} have one address`,
            `keep ${first} and cite it`,
          );
      }
    }
  },
};
