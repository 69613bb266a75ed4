import type { EntityKind } from "./schema.ts";

/** Kinds of entity that are firms or what stands for one. */
export const companyKinds = ["vendor", "operator", "company"] as const satisfies EntityKind[];

export type CompanyKind = (typeof companyKinds)[number];

export function isCompanyKind(kind: string | undefined): kind is CompanyKind {
  return companyKinds.some((known) => known === kind);
}

/** Whether two firms may stand beside each other in a market: two operators, or two that are none. */
export function isSameTrade(one: EntityKind, other: EntityKind): boolean {
  return one === "operator" || other === "operator" ? one === other : isCompanyKind(one);
}
