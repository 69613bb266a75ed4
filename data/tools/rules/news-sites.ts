import { parse } from "tldts";
import { selectTexts } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const newsSites: Rule = {
  name: "news-sites",
  about: "A news site is a domain that can be registered, given once, without www or a path.",
  check(records, report) {
    for (const record of records.ofKind("news-sites")) {
      const seen = new Map<string, number>();
      for (const { path, text } of selectTexts(record.value, "*.domain")) {
        const { domain, isIcann } = parse(text);
        if (!isIcann || domain === null) {
          report(record, path, `${text} is not a domain that can be registered`, "check the ending");
        } else if (domain !== text) {
          report(record, path, `${text} is part of ${domain}`, `write ${domain}; it holds all its parts`);
        }
        const line = record.locate(path).line;
        const first = seen.get(text);
        if (first === undefined) seen.set(text, line);
        else report(record, path, `${text} stands twice (first in line ${first})`, "remove one of the two");
      }
    }
  },
};
