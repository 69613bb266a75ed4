import type { Rule } from "./rule.ts";

export const format: Rule = {
  name: "format",
  about: "A file looks as `fix` writes it, so that two versions differ only where their content does.",
  check({ all }, report) {
    for (const record of all) {
      if (!record.form) continue;
      const found = record.form.text.split("\n");
      const wanted = record.form.print().split("\n");
      const first = wanted.findIndex((line, index) => line !== found[index]);
      if (first < 0 && found.length === wanted.length) continue;
      const line = first < 0 ? wanted.length : first + 1;
      report(
        { file: record.file, locate: () => ({ line, column: 1 }) },
        [],
        `this line is not in the form that fix writes${wanted[first] === undefined ? "" : `: ${wanted[first].trim()}`}`,
        "run: npm run -s data -- fix",
      );
    }
  },
};
