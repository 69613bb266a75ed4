import { firstDifference } from "../first-difference.ts";
import { readmeFile, readReadme } from "../readme-parts.ts";
import type { Rule } from "./rule.ts";

/** @param rules all rules, for the README lists them. */
export const readmeRule = (rules: () => Rule[]): Rule => ({
  name: "readme",
  about: "Counts, table of rules and licence in README.md are those of the data and the rules.",
  check(records, report) {
    const readme = readReadme(records, rules());
    const line = readme ? firstDifference(readme.text, readme.wanted) : undefined;
    if (line === undefined) return;
    report(
      { file: readmeFile, locate: () => ({ line, column: 1 }) },
      [],
      "this line is out of date: it is made from the data and the rules",
      "run: npm run -s data -- fix",
    );
  },
});
