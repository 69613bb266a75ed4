import { datedValuePattern, daysOf } from "../../src/core/dataset/dates.ts";
import { wordsOf } from "../../src/core/dataset/word-list.ts";
import type { Path } from "./problem.ts";
import type { DataRecord } from "./read-records.ts";
import { selectTexts, selectValues, textAt } from "./select-values.ts";

/** One spelling of an entity as written, with what two rules need to compare two of them. */
export interface ReadSpelling {
  record: DataRecord;
  path: Path;
  text: string;
  when: unknown;
  /** Something tells when it counts, or it is shown as a guess. */
  conditional: boolean;
  anyCase: boolean;
  /** Both can be looked for in one article: a language and a day that they share. */
  overlaps(other: ReadSpelling): boolean;
  langs: string[];
  first: string;
  last: string;
}

export function readSpellings(record: DataRecord): ReadSpelling[] {
  return selectValues(record.value, "spellings.*").flatMap(({ path, value }) => {
    const text = textAt(value, "text");
    if (text === undefined) return [];
    const when = selectValues(value, "when")[0]?.value;
    const shared: Omit<ReadSpelling, "text" | "overlaps"> = {
      record,
      path,
      when,
      conditional: when !== undefined || selectValues(value, "uncertain")[0]?.value === true,
      anyCase: textAt(value, "case") === "any",
      langs: selectTexts(value, "lang.*").map((lang) => lang.text),
      first: dayAt(value, "from", "first") ?? "0000",
      last: dayAt(value, "until", "last") ?? "9999",
    };
    return [text, ...wordsOf(textAt(value, "forms"))].map((one): ReadSpelling => {
      const spelling: ReadSpelling = {
        ...shared,
        text: one,
        overlaps: (other) =>
          spelling.first <= other.last && other.first <= spelling.last && shareLanguage(spelling, other),
      };
      return spelling;
    });
  });
}

function shareLanguage(a: ReadSpelling, b: ReadSpelling): boolean {
  if (a.langs.length === 0 || b.langs.length === 0) return true;
  // sr reaches sr-Latn and sr-Cyrl.
  return a.langs.some((one) =>
    b.langs.some((two) => one === two || one.startsWith(`${two}-`) || two.startsWith(`${one}-`)),
  );
}

function dayAt(value: unknown, field: string, end: "first" | "last"): string | undefined {
  const text = textAt(value, field);
  return text && datedValuePattern.test(text) ? daysOf(text)[end] : undefined;
}
