import { everydayLanguage } from "../everyday-words.ts";
import { readSpellings } from "../read-spellings.ts";
import { textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const everydayWords: Rule = {
  name: "everyday-words",
  about:
    "A name that is also an everyday word of its language counts only in a context: 'when', or 'uncertain'.",
  check({ entities }, report) {
    for (const record of entities) {
      // A country's name with its capital is the country: China, not china.
      if (record.kind === "country") continue;
      for (const spelling of readSpellings(record)) {
        const { text, path, conditional } = spelling;
        const lang = everydayLanguage(spelling);
        if (!lang || conditional || isExactAbbreviation(record.value, path, text)) continue;
        report(
          record,
          [...path, "text"],
          `${text} is an everyday word (${lang})`,
          "say with 'when' what must stand near, or mark it 'uncertain: true'",
        );
      }
    }
  },
};

/** NATO and EE in capitals are no words; only a text all in capitals could mislead. */
function isExactAbbreviation(value: unknown, path: readonly (string | number)[], text: string): boolean {
  return text === text.toUpperCase() && textAt(value, [...path, "case"].join(".")) === "exact";
}
