import { isCompanyKind } from "../../../src/core/dataset/company-kinds.ts";
import { selectTexts, textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

export const bans: Rule = {
  name: "bans",
  about:
    "Only a law or a decision prohibits: a draft, advice or declaration does not, nor does a text that names nobody; an operator's choice is its practice.",
  check(records, report) {
    for (const measure of records.ofKind("measure")) {
      const force = textAt(measure.value, "force");
      const stance = textAt(measure.value, "stance");
      if (stance === "prohibits" && force && !["binding", "policy", "practice"].includes(force)) {
        const todo = "write restricts, or correct force: what was decided, and by what kind of act?";
        report(measure, ["stance"], `an act of force ${force} cannot prohibit`, todo);
      }
      const bases = selectTexts(measure.value, "targets.*.basis").map(({ text }) => text);
      if (stance === "prohibits" && bases.length > 0 && bases.every((basis) => basis === "criteria")) {
        const what = "it prohibits, but its targets are whoever meets criteria";
        report(measure, ["stance"], what, "write case-by-case or restricts, or name whom it prohibits");
      }
      const issuer = textAt(measure.value, "issuer") ?? "";
      const kinds = (records.byId.get(issuer) ?? []).map(({ kind }) => kind);
      const isCompany = kinds.some(isCompanyKind);
      if (isCompany && force !== undefined && force !== "practice") {
        const what = `${issuer} is a company, and its own choice has the force practice`;
        report(measure, ["force"], what, "write force: practice, or name the state body as issuer");
      }
    }
  },
};
