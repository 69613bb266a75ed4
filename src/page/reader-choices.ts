import type { ArticleDate } from "../core/card/card-model.ts";
import type { Day } from "../core/dataset/dates.ts";
import type { PageState } from "../messaging/protocol.ts";
import type { ArticleReading } from "../reading/read-article.ts";
import type { MarkerPage } from "./marker-port.ts";

/** What the reader decided about the articles of this document, each for its address, as long as it lives. */
export interface ReaderChoices {
  /** The reading as the reader wants it: what looks like no article may be marked all the same. */
  applyTo(reading: ArticleReading): ArticleReading;
  articleDate(reading: ArticleReading): ArticleDate;
  setDate(day: Day | null | "found"): void;
  /** What was kept from before a reload, unless something was set since; undefined: nothing. */
  restoreDate(day: Day | null | undefined): void;
  markAnyway(): void;
  state(reading: ArticleReading): Pick<PageState, "articleDate" | "foundDate" | "dateChosen">;
}

export function createReaderChoices(articleAddress: MarkerPage["articleAddress"]): ReaderChoices {
  const days = new Map<string, Day | null>();
  const anyway = new Set<string>();
  const articleDate: ReaderChoices["articleDate"] = ({ published }) => {
    const day = days.get(articleAddress());
    if (day === undefined) return published && { day: published.day, origin: published.origin };
    return day === null ? null : { day, origin: "chosen" };
  };
  return {
    applyTo: (reading) =>
      anyway.has(articleAddress()) ? { ...reading, isArticle: true, root: mainPart() } : reading,
    articleDate,
    setDate: (day) => {
      if (day === "found") days.delete(articleAddress());
      else days.set(articleAddress(), day);
    },
    restoreDate: (day) => {
      if (day !== undefined && !days.has(articleAddress())) days.set(articleAddress(), day);
    },
    markAnyway: () => anyway.add(articleAddress()),
    state: (reading) => ({
      articleDate: articleDate(reading),
      foundDate: reading.published,
      dateChosen: days.has(articleAddress()),
    }),
  };
}

/** What looked like no article has no part that could be trusted to be its text. */
function mainPart(): Element {
  return document.querySelector("main, [role=main]") ?? document.body;
}
