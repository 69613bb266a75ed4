/** What goes into finding mentions and what comes out. Plain JSON: it travels between page and background. */
import type { Day } from "../dataset/dates.ts";
import type { EntityKind, Spelling } from "../dataset/schema.ts";

/** One paragraph, heading, list item … as one string. `lang` is given where it differs from the article's. */
export interface TextBlock {
  text: string;
  lang?: string;
}

export interface Article {
  /** BCP 47 language of the page; guessed from the text when missing. */
  lang?: string;
  /** Day of publication. Without it, spellings with dates count as if they were current. */
  published?: Day;
  blocks: TextBlock[];
}

export type Certainty = "certain" | "uncertain";

export type SpellingForm = Spelling["form"];

/** Where the context stood that made a spelling count. */
export type ContextRelation = "near" | "before" | "after" | "article";

/** Why something is marked: a code for the interface to put into words, and what the sentence needs. */
export type MentionReason =
  /** The spelling is enough by itself. */
  | { code: "spelling"; form: SpellingForm; spelling: string }
  /** An ambiguous spelling beside a word that decides; for `article`, `word` is the id of an entity named elsewhere. */
  | {
      code: "context";
      form: SpellingForm;
      spelling: string;
      relation: ContextRelation;
      word: string;
    }
  /** An abbreviation that the article itself explains: "Chinese Communist Party (CCP)". */
  | { code: "explained-abbreviation"; spelling: string; fullName: string; block: number }
  /** One spelling, several entities; the article's countries or other names made this one likelier. */
  | { code: "likelier"; form: SpellingForm; spelling: string }
  /** A person's name in full, perhaps with a middle initial. */
  | { code: "full-name"; spelling: string }
  /** A title that points to one person, then the surname. */
  | { code: "title-and-surname"; title: string; surname: string }
  /** A bare surname of someone whose full name stands in the article: in `block`, before or after it. */
  | { code: "surname"; surname: string; fullName: string; block: number; where: "before" | "after" }
  /** The head of a government, before that word: "the Modi government". */
  | { code: "government"; surname: string; word: string }
  /** A bare surname that only one person in such articles bears. */
  | { code: "safe-surname"; surname: string };

export interface Mention {
  /** Index of the block in `Article.blocks`. */
  block: number;
  /** UTF-16 offsets into that block's text; `text.slice(start, end) === surface`. */
  start: number;
  end: number;
  surface: string;
  kind: EntityKind;
  id: string;
  /** The entity's common English name. */
  name: string;
  certainty: Certainty;
  reason: MentionReason;
  /** Only when uncertain: ids of all entities that it may be, the likeliest first. */
  candidates?: string[];
}
