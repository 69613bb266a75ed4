import { nearMatches } from "../nearest.ts";
import type { Path } from "../problem.ts";
import type { DataRecord } from "../read-records.ts";
import { readSpellings } from "../read-spellings.ts";
import type { RecordSet } from "../record-set.ts";
import { selectTexts, selectValues, textAt } from "../select-values.ts";
import type { Report, Rule } from "./rule.ts";

export const vocabulary: Rule = {
  name: "vocabulary",
  about:
    "Containers, titles, first names and shared contexts stand once, a container is no spelling of an entity, and a context that many share is shared.",
  check(records, report) {
    const owners = new Map(
      records.entities.flatMap(readSpellings).map((spelling) => [spelling.text, spelling.record.id]),
    );
    for (const record of records.ofKind("containers")) {
      reportTwins(record, selectTexts(record.value, "*.text"), report);
      for (const { path, text } of selectTexts(record.value, "*.text")) {
        const owner = owners.get(text);
        if (owner === undefined) continue;
        const todo = "remove it from one of the two: a container silences what it holds";
        report(record, path, `${text} is also a spelling of ${owner}`, todo);
      }
    }
    checkContexts(records, report);
    for (const [kind, field] of listsByLanguage) {
      for (const record of records.ofKind(kind)) {
        reportTwins(record, selectTexts(record.value, "*.lang"), report);
        for (const { path } of selectValues(record.value, "*"))
          reportTwins(record, selectTexts(record.value, `${path[0]}.${field}.*`), report);
      }
    }
  },
};

const listsByLanguage = [
  ["titles", "titles"],
  ["given-names", "names"],
] as const;

/** Each is used, each that is used is there, and what stands in three records is shared. */
function checkContexts(records: RecordSet, report: Report) {
  const shared = records.ofKind("contexts");
  const known = new Set(
    shared.flatMap((record) => selectTexts(record.value, "*.id").map(({ text }) => text)),
  );
  const used = new Set<string>();
  const written = new Map<string, { record: DataRecord; path: Path }[]>();
  for (const record of records.entities) {
    for (const { path, value } of [
      ...selectValues(record.value, "spellings.*.when"),
      ...selectValues(record.value, "surname.when"),
    ]) {
      const like = textAt(value, "like");
      if (like !== undefined) used.add(like);
      if (like !== undefined && !known.has(like)) {
        const near = nearMatches(like, [...known]);
        const todo =
          near.length > 0 ? `did you mean ${near.join(" or ")}?` : "add it to vocabulary/contexts.yml";
        report(record, [...path, "like"], `there is no shared context ${like}`, todo);
      }
      const text = JSON.stringify(value);
      if (text.length >= longContext) written.set(text, [...(written.get(text) ?? []), { record, path }]);
    }
  }
  for (const [first, second, third] of written.values()) {
    if (!first || !second || !third) continue;
    const what = `this context also stands in ${second.record.file} and ${third.record.file}`;
    report(
      first.record,
      first.path.slice(0, -1),
      what,
      "give it an id in vocabulary/contexts.yml, and write when: {like: ID}",
    );
  }
  for (const record of shared) {
    reportTwins(record, selectTexts(record.value, "*.id"), report);
    for (const { path, text } of selectTexts(record.value, "*.id")) {
      if (!used.has(text)) report(record, path, `no spelling uses the context ${text}`, "remove it");
    }
  }
}

/** Characters of a context, as JSON, from which on writing it three times is too much. */
const longContext = 300;

function reportTwins(record: DataRecord, entries: ReturnType<typeof selectTexts>, report: Report) {
  const seen = new Map<string, number>();
  for (const { path, text } of entries) {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, record.locate(path).line);
    else
      report(record, path, `${text} stands twice (first in line ${first})`, "remove or join one of the two");
  }
}
