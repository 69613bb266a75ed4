import { type DatedValue, datedValuePattern, daysOf, isRealDay } from "../../../src/core/dataset/dates.ts";
import type { DataRecord } from "../read-records.ts";
import type { RecordSet } from "../record-set.ts";
import { selectTexts, selectValues, textAt } from "../select-values.ts";
import type { Report, Rule } from "./rule.ts";

/** Fields that tell of something that has happened, so that no day after the dataset's fits. */
const pastFields = [
  "checked",
  "sources.*.date",
  "sources.*.checked",
  "claims.*.on",
  "claims.*.answers.*.on",
  "roles.*.from",
  "roles.*.until",
  "searched.*.on",
];

/** Things that last from a day until a day. */
const spans = ["spellings.*", "roles.*", "surname"];

export const dates: Rule = {
  name: "dates",
  about: "Dates stand in order, a span ends after it begins, and only a deadline lies in the future.",
  check(records, report) {
    const day = dayOfDataset(records);
    for (const record of records.named) {
      checkOrder(record, "steps", "on", "steps", report);
      checkOrder(record, "roles", "from", "offices", report);
      for (const pattern of spans) checkSpans(record, pattern, report);
      checkLooks(record, report);
      if (day) checkFuture(record, day, report);
    }
  },
};

function checkOrder(record: DataRecord, list: string, field: string, called: string, report: Report) {
  let before: { text: string; first: string } | undefined;
  for (const { path, value } of selectValues(record.value, `${list}.*`)) {
    const text = dateAt(value, field);
    if (!text) continue;
    const { first, last } = daysOf(text);
    if (before && last < before.first) {
      report(
        record,
        [...path, field],
        `${text} stands after ${before.text}`,
        `put the ${called} oldest first`,
      );
    }
    before = { text, first };
  }
}

function checkSpans(record: DataRecord, pattern: string, report: Report) {
  for (const { path, value } of selectValues(record.value, pattern)) {
    const from = dateAt(value, "from");
    const until = dateAt(value, "until");
    if (!from || !until || daysOf(until).last >= daysOf(from).first) continue;
    report(
      record,
      [...path, "until"],
      `it ends (${until}) before it begins (${from})`,
      "correct one of the two",
    );
  }
}

/** A source is looked at after it appeared. */
function checkLooks(record: DataRecord, report: Report) {
  for (const { path, value } of selectValues(record.value, "sources.*")) {
    const date = dateAt(value, "date");
    const checked = dateAt(value, "checked");
    if (!date || !checked || daysOf(checked).last >= daysOf(date).first) continue;
    const what = `the source was checked (${checked}) before it appeared (${date})`;
    report(record, [...path, "checked"], what, "correct one of the two");
  }
}

function checkFuture(record: DataRecord, day: string, report: Report) {
  const later = (text: string) => isDate(text) && daysOf(text).first > day;
  const todo = "correct it, or set the date in dataset.yml if the dataset is newer";
  for (const { path, text } of pastFields.flatMap((pattern) => selectTexts(record.value, pattern))) {
    if (later(text)) report(record, path, `${text} lies after the dataset's date, ${day}`, todo);
  }
  for (const { path, value } of selectValues(record.value, "steps.*")) {
    const on = textAt(value, "on");
    if (!on || !later(on) || textAt(value, "step") === "deadline") continue;
    const what = `${on} lies after the dataset's date, ${day}; only a deadline may lie in the future`;
    report(record, [...path, "on"], what, todo);
  }
}

function dayOfDataset(records: RecordSet): string | undefined {
  const day = records.ofKind("dataset-info").map((info) => textAt(info.value, "date"))[0];
  return day && isRealDay(day) ? day : undefined;
}

function dateAt(value: unknown, field: string): DatedValue | undefined {
  const text = textAt(value, field);
  return text && isDate(text) ? text : undefined;
}

/** The schema rule reports what is no date; this rule passes over it. */
function isDate(text: string): boolean {
  return (
    datedValuePattern.test(text) && (text.replace("~", "").length < 10 || isRealDay(text.replace("~", "")))
  );
}
