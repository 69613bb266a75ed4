import { isDeepStrictEqual } from "node:util";
import { type ReadSpelling, readSpellings } from "../read-spellings.ts";
import { textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const spellings: Rule = {
  name: "spellings",
  about: "An entity's name is among its spellings, and no spelling stands twice in a record.",
  check({ entities }, report) {
    for (const record of entities) {
      const list = readSpellings(record);
      const name = textAt(record.value, "name");
      if (name && list.length > 0 && !list.some((spelling) => spelling.text === name)) {
        report(
          record,
          ["name"],
          `the name ${name} is not among the spellings`,
          `add '- text: ${name}' to them`,
        );
      }
      list.forEach((spelling, index) => {
        const first = list.slice(0, index).find((earlier) => repeats(earlier, spelling));
        if (!first) return;
        const at = record.locate(first.path).line;
        const what = `the spelling ${spelling.text} stands twice (first in line ${at})`;
        report(record, [...spelling.path, "text"], what, "keep one and join their languages");
      });
    }
  },
};

/** Two entries with different conditions are alternatives; two that can both apply are a slip. */
function repeats(a: ReadSpelling, b: ReadSpelling): boolean {
  return a.text === b.text && a.overlaps(b) && isDeepStrictEqual(a.when, b.when);
}
