import { selectTexts } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const supersedes: Rule = {
  name: "supersedes",
  about:
    "A measure that another replaces has a step 'superseded', and the newer one lists it in 'supersedes'.",
  check(records, report) {
    const replaced = new Set<string>();
    for (const newer of records.ofKind("measure")) {
      for (const { path, text } of selectTexts(newer.value, "supersedes.*")) {
        if (text === newer.id) {
          report(newer, path, "a measure cannot replace itself", "name the older measure");
          continue;
        }
        const [end = text] = records.follow(text);
        replaced.add(end);
        for (const older of records.byId.get(end) ?? []) {
          if (older.kind !== "measure" || older.value === undefined || hasStep(older.value)) continue;
          const what = `${newer.id} replaces this measure, which has no step 'superseded'`;
          report(older, ["steps"], what, "add the step with the day on which it was replaced");
        }
      }
    }
    for (const older of records.ofKind("measure")) {
      const step = stepsOf(older.value).find(({ text }) => text === "superseded");
      if (!step || replaced.has(older.id)) continue;
      const what = "a step 'superseded', but no measure lists this one in 'supersedes'";
      report(older, step.path, what, `add ${older.id} to 'supersedes' of the measure that took its place`);
    }
  },
};

function stepsOf(value: unknown) {
  return selectTexts(value, "steps.*.step");
}

function hasStep(value: unknown): boolean {
  return stepsOf(value).some(({ text }) => text === "superseded");
}
