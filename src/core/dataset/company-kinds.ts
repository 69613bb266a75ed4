import type { EntityKind } from "./schema.ts";

/** Kinds of entity that are firms or what stands for one. */
export const companyKinds = ["vendor", "operator", "company"] as const satisfies EntityKind[];

export type CompanyKind = (typeof companyKinds)[number];

export function isCompanyKind(kind: string | undefined): kind is CompanyKind {
  return companyKinds.some((known) => known === kind);
}
