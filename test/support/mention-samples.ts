import type { FoundMention } from "../../src/messaging/protocol.ts";

/** What a mention has beside what is asked of it in tests that care for no place. */
export const nowhere: Pick<FoundMention, "start" | "end" | "surface" | "kind" | "name" | "reason"> = {
  start: 0,
  end: 0,
  surface: "",
  kind: "vendor",
  name: "",
  reason: { code: "spelling", form: "name", spelling: "" },
};
