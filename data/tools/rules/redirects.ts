import { nearMatches } from "../nearest.ts";
import { selectTexts, selectValues } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const redirects: Rule = {
  name: "redirects",
  about: "A redirect leads from an id that is no longer used to records that exist, and never in a circle.",
  check(records, report) {
    for (const record of records.ofKind("redirects")) {
      for (const { path } of selectValues(record.value, "*")) {
        const old = String(path[0]);
        const holder = records.byId.get(old)?.[0];
        if (holder) {
          const todo = "remove the redirect, or give the record another id";
          report(record, path, `the redirected id ${old} is in use again: ${holder.file}`, todo);
        } else if (records.follow(old).length === 0) {
          report(record, path, `the redirect of ${old} runs in a circle`, "let it lead to a record");
        }
      }
      for (const { path, text } of selectTexts(record.value, "*.*")) {
        const lost = records.follow(text).filter((end) => !records.byId.has(end) && end === text);
        if (lost.length === 0) continue;
        const near = nearMatches(text, records.byId.keys());
        const todo = near.length > 0 ? `did you mean ${near.join(" or ")}?` : "let it lead to a record";
        report(record, path, `there is no record ${text}`, todo);
      }
    }
  },
};
