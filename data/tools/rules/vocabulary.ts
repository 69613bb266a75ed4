import type { DataRecord } from "../read-records.ts";
import { readSpellings } from "../read-spellings.ts";
import { selectTexts, selectValues } from "../select-values.ts";
import type { Report, Rule } from "./rule.ts";

export const vocabulary: Rule = {
  name: "vocabulary",
  about: "Containers and titles stand once, and a container is never itself a spelling of an entity.",
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
    for (const record of records.ofKind("titles")) {
      reportTwins(record, selectTexts(record.value, "*.lang"), report);
      for (const { path } of selectValues(record.value, "*")) {
        const titles = selectTexts(record.value, `${path[0]}.titles.*`);
        reportTwins(record, titles, report);
      }
    }
  },
};

function reportTwins(record: DataRecord, entries: ReturnType<typeof selectTexts>, report: Report) {
  const seen = new Map<string, number>();
  for (const { path, text } of entries) {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, record.locate(path).line);
    else
      report(record, path, `${text} stands twice (first in line ${first})`, "remove or join one of the two");
  }
}
