import { isRealDay } from "../../../src/core/dataset/dates.ts";
import { textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

/** Years after which an unchecked record may no longer be shown as what is known. `stale` warns after one. */
const yearsAtMost = 2;

export const freshness: Rule = {
  name: "freshness",
  about: "Every record was checked against its sources within two years of the dataset's date.",
  check(records, report) {
    const day = records.ofKind("dataset-info").map((info) => textAt(info.value, "date"))[0];
    if (!day || !isRealDay(day)) return;
    const oldest = `${Number(day.slice(0, 4)) - yearsAtMost}${day.slice(4)}`;
    for (const record of records.named) {
      const checked = textAt(record.value, "checked");
      if (!checked || !isRealDay(checked) || checked >= oldest) continue;
      const todo =
        "check it against its sources and set checked to that day (data -- stale lists what is due)";
      report(record, ["checked"], `last checked on ${checked}, more than two years before ${day}`, todo);
    }
  },
};
