import { isFolderKind } from "../record-kinds.ts";
import { selectTexts } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const counts: Rule = {
  name: "counts",
  about: "There are at least as many records of a kind as dataset.yml says under atLeast.",
  check(records, report) {
    for (const info of records.ofKind("dataset-info")) {
      for (const { path, text } of selectTexts(info.value, "atLeast.*")) {
        const kind = String(path[1]);
        if (!isFolderKind(kind)) continue;
        const found = records.ofKind(kind).filter((record) => !record.generated).length;
        if (found >= Number(text)) continue;
        const what = `${found} records of kind ${kind}, and at least ${text} are expected`;
        report(info, path, what, "look for files that went missing; lower the number only if it is meant");
      }
    }
  },
};
