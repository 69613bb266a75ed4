import type { Rule } from "./rule.ts";

export const duplicateIds: Rule = {
  name: "duplicate-ids",
  about: "An id is used once in the whole dataset, whatever the kind.",
  spoilsDrafts: true,
  check({ byId }, report) {
    for (const [id, [first, ...others]] of byId) {
      for (const other of others) {
        report(
          other,
          ["id"],
          `the id ${id} is taken by ${first?.file}`,
          "choose another id, or join the two records",
        );
      }
    }
  },
};
