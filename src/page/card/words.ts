import { i18n } from "#i18n";
import type { OfficeView } from "../../core/card/card-model.ts";
import type { MentionReason } from "../../core/matching/types.ts";
import { dateWords } from "../../ui/components/date-words.ts";

/** The card's own words; those that it shares with the popup stand in `policy-words.ts`. */
export {
  areaWords,
  forceWords,
  headline,
  originWords,
  standing,
  stepWords,
  targetingWords,
} from "../../ui/components/policy-words.ts";

export function officeSpan({ from, until, end }: OfficeView): string {
  if (from && until) return i18n.t("card.span", [dateWords(from), dateWords(until)]);
  if (until) return i18n.t("card.until", [dateWords(until)]);
  const start = from ? i18n.t("card.from", [dateWords(from)]) : "";
  return end === "unknown" ? [start, i18n.t("card.unknownEnd")].filter(Boolean).join(", ") : start;
}

export function reasonWords(reason: MentionReason, surface: string): string {
  switch (reason.code) {
    case "spelling":
      return i18n.t("why.spelling", [surface]);
    case "context":
      return i18n.t("why.context", [surface, reason.word]);
    case "explained-abbreviation":
      return i18n.t("why.abbreviation", [reason.fullName]);
    case "likelier":
      return i18n.t("why.likelier", [surface]);
    case "full-name":
      return i18n.t("why.fullName");
    case "title-and-surname":
      return i18n.t("why.titleAndSurname", [reason.title]);
    case "surname":
      return i18n.t("why.surname", [reason.fullName]);
    case "government":
      return i18n.t("why.government", [reason.word]);
    case "safe-surname":
      return i18n.t("why.safeSurname", [reason.surname]);
  }
}
