import { firstDifference } from "../first-difference.ts";
import type { Rule } from "./rule.ts";

export const format: Rule = {
  name: "format",
  about: "A file looks as `fix` writes it, so that two versions differ only where their content does.",
  check({ all }, report) {
    for (const record of all) {
      if (!record.form) continue;
      const wanted = record.form.print();
      const line = firstDifference(record.form.text, wanted);
      if (line === undefined) continue;
      const instead = wanted.split("\n")[line - 1]?.trim();
      report(
        { file: record.file, locate: () => ({ line, column: 1 }) },
        [],
        `this line is not in the form that fix writes${instead ? `: ${instead}` : ""}`,
        "run: npm run -s data -- fix",
      );
    }
  },
};
