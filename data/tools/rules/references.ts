import { companyKinds } from "../../../src/core/dataset/company-kinds.ts";
import { entityKinds } from "../../../src/core/dataset/schema.ts";
import { nearMatches } from "../nearest.ts";
import { type FolderKind, folderKinds } from "../record-kinds.ts";
import type { RecordSet } from "../record-set.ts";
import { selectTexts } from "../select-values.ts";
import type { Rule } from "./rule.ts";

const issuers = ["country", "organisation"] as const;

/** Every field that names another record: where it stands, and what may be named there. */
export const referenceFields: { on: readonly FolderKind[]; pattern: string; to: readonly FolderKind[] }[] = [
  { on: folderKinds, pattern: "claims.*.entity", to: entityKinds },
  { on: folderKinds, pattern: "claims.*.answers.*.entity", to: entityKinds },
  { on: entityKinds, pattern: "spellings.*.when.article.*", to: entityKinds },
  { on: [...companyKinds, "official", "organisation"], pattern: "country", to: ["country"] },
  { on: companyKinds, pattern: "parent", to: [...companyKinds, "organisation"] },
  { on: ["country"], pattern: "memberOf.*", to: ["organisation"] },
  { on: ["organisation"], pattern: "members.*", to: ["country"] },
  { on: ["official"], pattern: "roles.*.country", to: ["country"] },
  { on: ["official"], pattern: "roles.*.company", to: companyKinds },
  { on: ["official"], pattern: "surname.when.article.*", to: entityKinds },
  { on: ["policy"], pattern: "issuer", to: issuers },
  { on: ["policy"], pattern: "partOf", to: ["policy"] },
  { on: ["measure"], pattern: "issuer", to: [...issuers, ...companyKinds] },
  { on: ["measure"], pattern: "appliesIn.*", to: issuers },
  { on: ["measure"], pattern: "policies.*", to: ["policy"] },
  { on: ["measure"], pattern: "about.*", to: entityKinds },
  { on: ["measure"], pattern: "targets.*.entity", to: entityKinds },
  { on: ["measure"], pattern: "targets.*.origin.*", to: ["country"] },
  { on: ["measure"], pattern: "supersedes.*", to: ["measure"] },
];

export const references: Rule = {
  name: "references",
  about:
    "An id that names another record leads to one, of a kind that fits, directly or through redirects.yml.",
  spoilsDrafts: true,
  check(records, report) {
    for (const { on, pattern, to } of referenceFields) {
      for (const record of on.flatMap((kind) => records.ofKind(kind))) {
        for (const { path, text } of selectTexts(record.value, pattern)) {
          const wrong = judge(records, text, to);
          if (wrong) report(record, path, wrong.what, wrong.todo);
        }
      }
    }
  },
};

function judge(records: RecordSet, id: string, to: readonly FolderKind[]) {
  const ends = records.follow(id);
  if (ends.length > 1) {
    return { what: `${id} was split into ${ends.join(" and ")}`, todo: "name the one that is meant" };
  }
  const found = ends.flatMap((end) => records.byId.get(end) ?? []);
  if (found.length === 0) {
    const known = to.flatMap((kind) => records.ofKind(kind).map((record) => record.id));
    const near = nearMatches(id, known);
    return {
      what: `there is no ${to.length > 3 ? "entity" : to.join(" or ")} ${id}`,
      todo: near.length > 0 ? `did you mean ${near.join(" or ")}?` : "write its record, or leave it out",
    };
  }
  if (found.some((record) => to.some((kind) => kind === record.kind))) return undefined;
  return {
    what: `${id} is a record of kind ${found[0]?.kind}, which does not fit here`,
    todo: `name a record of kind ${to.join(" or ")}`,
  };
}
