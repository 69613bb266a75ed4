import { isRealDay } from "../../../src/core/dataset/dates.ts";
import { CommandFailure } from "../command-failure.ts";
import { readRecords } from "../read-records.ts";
import { createRecordSet } from "../record-set.ts";
import { selectValues, textAt } from "../select-values.ts";

interface StaleRecord {
  file: string;
  id: string;
  checked: string;
  /** Why it is due. */
  reason: string;
}

/** `stale`: records that are due for a look: not checked for a year, or overtaken by a deadline of their own. */
export function stale(dataFolder: string, options: { json?: boolean; on?: string }): void {
  const { records } = readRecords(dataFolder);
  const set = createRecordSet(dataFolder, records);
  const day = options.on ?? set.ofKind("dataset-info").map(({ value }) => textAt(value, "date"))[0] ?? "";
  if (!isRealDay(day)) throw new CommandFailure(`${day || "the dataset's date"} is not a day: YYYY-MM-DD`, 2);
  const yearAgo = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  const list: StaleRecord[] = [];
  for (const { file, id, value, generated } of set.named) {
    const checked = textAt(value, "checked");
    if (generated || !checked || !isRealDay(checked)) continue;
    const passed = selectValues(value, "steps.*")
      .filter((step) => textAt(step.value, "step") === "deadline")
      .map((step) => textAt(step.value, "on") ?? "")
      .find((on) => on.length >= 10 && on > checked && on <= day);
    if (passed) list.push({ file, id, checked, reason: `its deadline ${passed} has passed` });
    else if (checked < yearAgo) list.push({ file, id, checked, reason: "not checked for a year" });
  }
  list.sort((a, b) => (a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : 0));
  if (options.json) {
    console.log(JSON.stringify(list, null, 2));
    return;
  }
  for (const { file, checked, reason } of list) console.log(`${checked}  ${file}  ${reason}`);
  console.log(list.length === 0 ? `Nothing is due on ${day}.` : `${list.length} records are due on ${day}.`);
}
