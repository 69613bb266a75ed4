/**
 * All that a card says, as data: plain JSON, no markup, no interface language. The background computes
 * it (`describe.ts`); the card in the page, the popup and `npm start` only render it.
 */
import type { DatedValue, Day } from "../dataset/dates.ts";
import type { MeasureState } from "../dataset/measure-state.ts";
import type { Area, EntityKind, LadderStep, Measure, Source, Stance } from "../dataset/schema.ts";
import type { Targeting } from "../dataset/status.ts";
import type { Rung } from "./ladder.ts";
import type { Change } from "./since-then.ts";

export type DateOrigin = "json-ld" | "meta" | "time" | "text" | "url" | "chosen";

/** The article's date and where it was found; `null` where none was found. */
export type ArticleDate = { day: Day; origin: DateOrigin } | null;

export interface EntityLink {
  id: string;
  name: string;
  kind: EntityKind;
  /** ISO 3166-1 alpha-2 code, of countries only. */
  code?: string;
}

export interface CardSource extends Source {
  /** Number shown beside the claims that rest on it, from 1. */
  number: number;
}

/** Text and the numbers of the sources that support it. */
export interface CitedText {
  text: string;
  sources: number[];
}

/** A measure in one line. */
export interface PolicyBrief {
  measure: string;
  title: string;
  status: MeasureState["status"];
  endedBy?: LadderStep;
  since: DatedValue;
  stance: Stance;
}

export interface PolicyView extends PolicyBrief {
  appealed: boolean;
  imprecise: boolean;
  nextDeadline?: { on: DatedValue; text?: string };
  targeting: Targeting;
  force: Measure["force"];
  body: string;
  /** A company's own choice, which is no policy of the state. */
  ownChoice: boolean;
  /** The part of the country in which alone it applies. */
  part?: string;
  areas: Area[];
  scope: string;
  summary: CitedText;
  /** Its rungs as they stood on the answer's day. */
  ladder: Rung[];
  /** Details that no source read confirms, in words. */
  unconfirmed: string[];
  /** Whether anyone read a source that supports it; false: it is known from sources that were not read. */
  confirmed: boolean;
}

export interface TimelineStep {
  /** Id of the measure whose step it is. */
  measure: string;
  on: DatedValue;
  step: LadderStep;
  text: string;
  ahead: boolean;
  /** The measure that leads the answer then or now. */
  main: boolean;
  sources: number[];
}

/** One country and one subject: then beside now. */
export interface PairView {
  country: EntityLink;
  /** The country's name as it stands after "in". */
  inCountry: string;
  subject: EntityLink;
  /** Policy on the article's day; `null` when that day is not known. */
  atArticle: PolicyAnswer | null;
  now: PolicyAnswer;
  /** How the answer changed since the article's day; `null` when that day is not known. */
  sinceThen: Change[] | null;
  timeline: TimelineStep[];
  claims: ClaimView[];
  /** Date of the newest source on this pair: how far the answer "now" reaches. */
  knownUntil?: DatedValue;
}

/** A policy's own life: where it stood on the article's day, and where it stands now. */
export type LifeView = Pick<PairView, "atArticle" | "now" | "sinceThen" | "timeline">;

export interface PolicyAnswer {
  on: Day;
  /** `null`: no record. */
  lead: PolicyView | null;
  others: PolicyBrief[];
  /** What was searched without finding a measure, where a search is on record. */
  searched: { on: Day; text: string }[];
}

/** What is on record about an entity without a partner on the page: its own acts, or those that name it. */
export interface ActsView {
  by: "issuer" | "target";
  /** Empty: no record. */
  list: ActView[];
  /** How many more there are. */
  more: number;
}

export interface ActView extends PolicyBrief {
  /** Whose act it is, where that is another. */
  issuer?: string;
  /** It began after the article's day. */
  later: boolean;
  sources: number[];
}

export interface ClaimView {
  /** Id of the entity or measure that it belongs to. */
  record: string;
  by: string;
  says: string;
  on?: DatedValue;
  sources: number[];
  answers: { by: string; says: string; on?: DatedValue; sources: number[] }[];
}

export interface OfficeView {
  title: string;
  organisation: string;
  country?: string;
  acting: boolean;
  from?: DatedValue;
  until?: DatedValue;
  end?: "held" | "unknown";
  uncertain: boolean;
  sources: number[];
}

/** A private pack: a newsroom's own records beside those of the dataset. */
export interface CardPack {
  title: string;
  version: string;
  signed: boolean;
  /** Ids of those of its records that the card shows. */
  records: string[];
}

export interface CardModel {
  entity: EntityLink;
  /** Shown under the name: what it does, and its home country. */
  does: string;
  home?: EntityLink;
  sentence: CitedText;
  /** What an uncertain mention may be instead, the likeliest first. */
  candidates: EntityLink[];
  articleDate: ArticleDate;
  today: Day;
  /** The pair that leads the card, then further pairs of the page. */
  pairs: PairView[];
  /** For a policy. */
  life: LifeView | null;
  /** For a place or company without a pair on this page. */
  acts: ActsView | null;
  offices: { atArticle: OfficeView[] | null; now: OfficeView[]; all: OfficeView[] } | null;
  claims: ClaimView[];
  hints: CitedText[];
  sources: CardSource[];
  /** `mail` and `issues`: where its maintainers take reports of mistakes, if they say so. */
  dataset: { version: string; date: Day; mail?: string; issues?: string };
  /** The private pack that some of this comes from: the entity, its partner, or a measure that is shown. */
  pack?: CardPack;
  checked: Day;
  notes: number;
}
