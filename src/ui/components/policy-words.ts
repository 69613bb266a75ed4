import { i18n } from "#i18n";
import type { DateOrigin, PolicyBrief, PolicyView } from "../../core/card/card-model.ts";
import type { Area, LadderStep } from "../../core/dataset/schema.ts";
import { dateWords } from "./date-words.ts";

/** Words for the codes of the card model, in the reader's language: for the card and the popup's table. */

export function headline({ status, stance }: PolicyBrief): string {
  if (status === "ended") return i18n.t("stance.ended");
  if (status === "suspended") return i18n.t("stance.suspended");
  if (status === "proposed") return i18n.t("stance.proposed");
  return {
    prohibits: i18n.t("stance.prohibits"),
    restricts: i18n.t("stance.restricts"),
    "case-by-case": i18n.t("stance.caseByCase"),
    permits: i18n.t("stance.permits"),
    "under-review": i18n.t("stance.underReview"),
    none: i18n.t("stance.none"),
  }[stance];
}

export function standing({ status, since, endedBy }: PolicyBrief): string {
  const date: [string] = [dateWords(since)];
  if (status === "ended") return endedBy ? `${stepWords(endedBy)} ${date[0]}` : i18n.t("status.ended", date);
  return {
    proposed: i18n.t("status.proposed", date),
    recommended: i18n.t("status.recommended", date),
    empowered: i18n.t("status.empowered", date),
    decided: i18n.t("status.decided", date),
    "in-force": i18n.t("status.inForce", date),
    suspended: i18n.t("status.suspended", date),
    "not-yet": "",
  }[status];
}

export function forceWords(force: PolicyView["force"]): string {
  return i18n.t(`force.${force}`);
}

/** How the measure reaches the vendor, where that is not by name. */
export function targetingWords(targeting: PolicyView["targeting"], name: string): string | null {
  if (targeting === "understood") return i18n.t("targeting.understood", [name]);
  if (targeting === "criteria") return i18n.t("targeting.criteria");
  if (targeting === "product-class") return i18n.t("targeting.productClass");
  return null;
}

export function stepWords(step: LadderStep): string {
  const key = step.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return i18n.t(`step.${key}` as "step.decided");
}

export function areaWords(area: Area): string {
  const key = area.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return i18n.t(`area.${key}` as "area.core");
}

export function originWords(origin: DateOrigin): string {
  return {
    "json-ld": i18n.t("origin.jsonLd"),
    meta: i18n.t("origin.meta"),
    time: i18n.t("origin.time"),
    text: i18n.t("origin.text"),
    url: i18n.t("origin.url"),
    chosen: i18n.t("origin.chosen"),
  }[origin];
}
