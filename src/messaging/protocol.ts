/**
 * Long because every message stands in one place: what one side may send is what the other checks.
 *
 * Every message between the parts of the extension, once, grouped by who calls whom. The receiver checks
 * the payload against the schema here and the sender against the group (`listen.ts`).
 *
 *   pageCalls        news page  → background    anything in them may come from a hostile page's process
 *   interfaceCalls   popup, options → background
 *   tabCalls         background → news page
 */
import { z } from "zod";
import type { ArticleClaims } from "../core/card/article-claims.ts";
import type { ArticleDate, CardModel, DateOrigin, EntityLink } from "../core/card/card-model.ts";
import type { PageTable, PairDetails } from "../core/card/page-table.ts";
import { type Choice, choiceSchema, choiceScopes, longestSurface } from "../core/choices/choice.ts";
import { type Day, isRealDay } from "../core/dataset/dates.ts";
import type { DatasetDiff } from "../core/dataset/diff-datasets.ts";
import type { DatasetInfo, EntityKind } from "../core/dataset/schema.ts";
import type { UpdateOutcome } from "../core/dataset/update-outcome.ts";
import type { Mention } from "../core/matching/types.ts";
import type { BackupFile } from "../core/notes/backup.ts";
import type { ChangedClaim } from "../core/notes/dataset-change/changed-claims.ts";
import type { EditOf, TypedNote } from "../core/notes/edit-draft.ts";
import { type PlaceState, placeStates } from "../core/notes/known-place.ts";
import { type Note, noteDraftSchema, type Passage, passageSchema } from "../core/notes/note.ts";
import { passageLimits } from "../core/notes/note-limits.ts";
import { type Settings, settingsChangeSchema, settingsSchema } from "../core/settings.ts";

// ── Payloads ─────────────────────────────────────────────────────────────────────────────────────

const day = z.string().refine(isRealDay, { message: "a day is YYYY-MM-DD and must exist" });
const address = z.string().max(4_000);
const entityId = z.string().min(1).max(200);
/** A day, no date, or back to the one that was found. */
const chosenDate = z.union([day, z.null(), z.literal("found")]);

/** Refuses pages too large to be articles before any work is done. */
const pageLimits = { blocks: 20_000, blockLength: 200_000 };

const articleDate = z
  .object({ day, origin: z.enum(["json-ld", "meta", "time", "text", "url", "chosen"]) })
  .nullable();

/** A text of the page and the entity that it does not mean. */
const refusal = { id: entityId, surface: z.string().min(1).max(longestSurface) };

const mentionPlace = z.object({ block: z.number().int(), sentence: z.number().int(), id: entityId });

/** What a card is computed from. */
const cardQuestion = z.object({
  id: entityId,
  articleDate,
  /** Entities of the page by block, for choosing the country × vendor pair. */
  mentions: z.array(mentionPlace).max(20_000),
  /** Which of `mentions` was pointed at. */
  at: z.number().int().nonnegative(),
  candidates: z.array(entityId).max(50).optional(),
});

const { body: noteBody, tags: noteTags } = noteDraftSchema.shape;
/** A note that is edited, and what it said when that began. */
const editOf = z.object({ id: z.uuid(), body: noteBody, tags: noteTags });
/** What a note on the sender's page is being written about: an entity, else a passage; or the note that is edited. */
const noteSubject = {
  entityId: entityId.optional(),
  passage: passageSchema.optional(),
  editOf: editOf.optional(),
};
/** Tags as they were typed: separated by commas. */
const typedTags = z.string().max(10_000);
/** Of these the ones with a comma of their own. */
const wholeTags = noteTags.optional();

export const pageCallSchemas = {
  /** Find the mentions of an article. */
  "page.find": z.object({
    url: address,
    canonicalUrl: address.optional(),
    lang: z.string().max(35).optional(),
    published: day.optional(),
    /** Where anything is found, the marker runs in the page before the answer comes, which then tells of one mention alone. */
    withMarker: z.boolean().optional(),
    blocks: z
      .array(z.object({ text: z.string().max(pageLimits.blockLength), lang: z.string().max(35).optional() }))
      .max(pageLimits.blocks),
  }),
  /** Compute the card for one mention. */
  "page.describe": cardQuestion,
  /** Loads the part of the page script that a page with a mention needs, and the card. */
  "page.loadMarker": z.object({}),
  "page.loadCard": z.object({}),
  /** Runs what reads Markdown, which the card has no part of, in the frame that asks. */
  "page.loadMarkdown": z.object({}),
  /** Runs what describes, finds and draws passages, in the frame that asks. */
  "page.loadNotes": z.object({}),
  /** Adds the look of note marks to the frame that asks. */
  "page.styleNotes": z.object({}),
  /** Runs the page script in the frames of a page that may hold the article. */
  "page.runInFrames": z.object({}),
  /**
   * `evenInPrivate`: the reader was told that a note outlives the private window, and saves all the same.
   * `asked`: what the card was computed from, on which a note on an entity rests; the background freezes what it says.
   */
  "page.saveNote": noteDraftSchema.safeExtend({
    evenInPrivate: z.boolean().optional(),
    asked: cardQuestion.optional(),
  }),
  /** The notes with passages on the sender's own page, and on no other. */
  "page.notesOnPage": z.object({}),
  /** Changes a note on the sender's own page; with a passage, it is laid to another place of the page. */
  "page.editNote": z.object({
    id: z.uuid(),
    revision: z.number().int(),
    body: noteBody,
    tags: noteTags,
    passage: passageSchema.optional(),
    evenInPrivate: z.boolean().optional(),
  }),
  /** What came of looking for the passages of the sender's own page. In private windows nothing is kept of it. */
  "page.notesPlaced": z.object({
    places: z
      .array(
        z.object({
          id: z.uuid(),
          state: z.enum(placeStates),
          after: z.string().max(passageLimits.wordsNow).optional(),
          candidates: z.number().int().nonnegative().optional(),
        }),
      )
      .max(10_000),
  }),
  "page.deleteNote": z.object({ id: z.uuid() }),
  /** Takes a deletion on the sender's own page back. */
  "page.restoreNote": z.object({ id: z.uuid() }),
  /** Keeps what is being typed, in place of what was kept before; nothing typed: keeps nothing. Never in private windows. */
  "page.keepDraft": z.object({
    ...noteSubject,
    /** Id of the one measure of the entity's card that the note is on. */
    claim: entityId.optional(),
    body: noteBody,
    tags: typedTags,
    wholeTags,
  }),
  /** What was typed on the sender's own page and not saved. */
  "page.drafts": z.object({}),
  "page.dropDraft": z.object(noteSubject),
  "page.siteOff": z.object({}),
  /** Takes "off on this site" back. */
  "page.siteOn": z.object({}),
  /** The reader says that a mention does not mean its entity. */
  "page.notThisOne": z.object({ ...refusal, scope: z.enum(choiceScopes) }),
  /** Takes back what `page.notThisOne` said of this text on this page. */
  "page.undoChoice": z.object(refusal),
  /** The notes on an entity on the sender's own page, and on no other. */
  "page.notesHere": z.object({ id: entityId }),
  /** Opens the list of all notes in a tab of ours, at one of the sender's own page; the page learns nothing of them. */
  "page.allNotes": z.object({ id: z.uuid().optional() }),
} as const;

export const interfaceCallSchemas = {
  "ui.page": z.object({ tabId: z.number().int() }),
  /** The mentions as the page was given them, with the article's text. */
  "ui.mentions": z.object({ tabId: z.number().int() }),
  "ui.describe": z.object({ tabId: z.number().int(), id: entityId }),
  "ui.jump": z.object({ tabId: z.number().int(), id: entityId }),
  /** The page's countries against its vendors. */
  "ui.table": z.object({ tabId: z.number().int() }),
  /** All claims about what the page names. */
  "ui.claims": z.object({ tabId: z.number().int() }),
  /** What the card says of one cell of that table. */
  "ui.pair": z.object({ tabId: z.number().int(), place: entityId, subject: entityId }),
  /** The article's date as the reader knows it better. */
  "ui.setDate": z.object({ tabId: z.number().int(), day: chosenDate }),
  /** Treats a page as an article although it looks like none. */
  "ui.markAnyway": z.object({ tabId: z.number().int() }),
  "ui.noteOnSelection": z.object({ tabId: z.number().int() }),
  /** Shows a note with its passage in the page. */
  "ui.showNote": z.object({ tabId: z.number().int(), id: z.uuid() }),
  /** The same in whichever tab has its article open; false where none has. Private windows are left alone. */
  "ui.openNote": z.object({ id: z.uuid() }),
  "ui.annotateOnce": z.object({ tabId: z.number().int() }),
  /** `tabId`: the tab that it was asked for; in a private window it holds there only. */
  "ui.siteSwitch": z.object({
    host: z.string().max(300),
    on: z.boolean(),
    tabId: z.number().int().optional(),
  }),
  "ui.sites": z.object({}),
  "ui.settings": z.object({}),
  "ui.saveSettings": settingsChangeSchema,
  "ui.notes": z.object({}),
  /** What the dataset's changes mean for the notes. */
  "ui.noteChanges": z.object({}),
  /** These notes, whose entity was split, are about this heir. */
  "ui.settleSplit": z.object({ ids: z.array(z.uuid()).min(1), to: entityId }),
  /** The researcher has seen what changed under these notes. */
  "ui.seeChanges": z.object({ ids: z.array(z.uuid()).min(1) }),
  /** What was typed for notes that are there and not saved. */
  "ui.edits": z.object({}),
  /** Keeps what is being typed for a note, in place of what was kept before. What the note said itself is not kept. */
  "ui.keepEdit": z.object({ editOf, body: noteBody, tags: typedTags, wholeTags }),
  "ui.dropEdit": z.object({ id: z.uuid() }),
  "ui.backupState": z.object({}),
  /** Saves a backup in the downloads folder; needs the browser's permission for that. */
  "ui.backUpNow": z.object({}),
  /** A file was compared with the notes, one by one, and holds them all. `changes`: as they were counted before. */
  "ui.backupCompared": z.object({
    fileName: z.string().max(500),
    notes: z.number().int().nonnegative(),
    changes: z.number().int().nonnegative(),
  }),
  /** Forgets for good the notes that were deleted more than 30 days ago. */
  "ui.purgeDeleted": z.object({}),
  /** Deletes notes, drafts, what is known of passages, choices, settings, chosen dates, installed datasets and the private pack, for good. */
  "ui.deleteEverything": z.object({}),
  "ui.dataset": z.object({}),
  /** Asks the address of updates for the first lines of its package; nothing is installed. */
  "ui.checkUpdate": z.object({}),
  /** Downloads the package of that address, checks it and puts it in use. */
  "ui.installUpdate": z.object({}),
  /** Stops a check or an installation that runs, be it from a file; what is in use stays in use. */
  "ui.cancelUpdate": z.object({}),
  /** Installs a package from a file that was handed over before (`storage/handed-files.ts`), which gave this id. */
  "ui.installPackage": z.object({ file: z.uuid() }),
  "ui.installPack": z.object({ file: z.uuid() }),
  /** Back to the version that was in use before; asked again, forward. */
  "ui.datasetBack": z.object({}),
  "ui.removePack": z.object({}),
  "ui.choices": z.object({}),
  "ui.undoChoices": z.object({
    ids: z.array(z.uuid()),
    /** Also what could not be read, or what was chosen in private windows. */
    also: z.array(z.enum(["unreadable", "private"])).optional(),
  }),
  /** Puts back choices that were undone. */
  "ui.restoreChoices": z.object({ choices: z.array(choiceSchema).min(1) }),
} as const;

export const tabCallSchemas = {
  /** With the article's text only where it is wanted: the popup asks often, and the text may be long. */
  "tab.state": z.object({ withText: z.boolean().optional() }),
  "tab.jump": z.object({ id: entityId }),
  "tab.step": z.object({ by: z.union([z.literal(1), z.literal(-1)]) }),
  /** `here`: this frame is asked, whichever of them has the article. */
  "tab.noteOnSelection": z.object({ here: z.literal(true).optional() }),
  /** Where the passages of the page's notes stand. */
  "tab.notes": z.object({}),
  "tab.showNote": z.object({ id: z.uuid() }),
  /** Opens the card of the mention at the focus, at the selection or in view; moves the focus into an open one. */
  "tab.openCard": z.object({}),
  "tab.setDate": z.object({ day: chosenDate }),
  "tab.markAnyway": z.object({}),
  /** Asks for the mentions anew, though the page's words are the same. */
  /** Which other sites are switched off is no business of a page's process. */
  "tab.refresh": z.object({
    settings: settingsSchema.pick({ density: true, kinds: true, delay: true }),
    isOff: z.boolean(),
  }),
} as const;

// ── Answers ──────────────────────────────────────────────────────────────────────────────────────

export interface FoundMention extends Mention {
  /** Number of the sentence in its block, from 0. */
  sentence: number;
}

export interface FindAnswer {
  /** `off`: the reader has switched this site off. `no-dataset`: see the options page. */
  state: "found" | "off" | "no-dataset";
  mentions: FoundMention[];
  settings: Pick<Settings, "density" | "kinds" | "delay">;
  /** The day that the reader chose for this article before the page was loaded anew; null: no date. */
  chosenDay?: Day | null;
}

/** What the page script knows about its page. */
export interface PageState {
  url: string;
  title: string;
  /** The address that the page names as its own. */
  canonicalUrl: string | null;
  isArticle: boolean;
  /** Why it is one, or none: a code of `ArticleEvidence`. */
  why: string;
  off: boolean;
  articleDate: ArticleDate;
  foundDate: FoundDate | null;
  /** The reader set `articleDate`, be it to "no date". */
  dateChosen: boolean;
  lang: string;
  mentions: FoundMention[];
  /** The article's text; null unless it was asked for, and for what is no article. */
  blocks: string[] | null;
}

/** The date that the page gives itself. */
export interface FoundDate {
  day: Day;
  origin: Exclude<DateOrigin, "chosen">;
  /** As the page writes it. */
  raw: string;
}

/** The article's text, blocks joined by line feeds, and the mentions with offsets into it (UTF-16 units). */
export interface PageMentions {
  url: string;
  lang: string;
  published: ArticleDate;
  text: string;
  mentions: Pick<Mention, "start" | "end" | "surface" | "kind" | "id" | "name" | "certainty">[];
}

export interface PageEntity extends EntityLink {
  count: number;
  uncertain: boolean;
}

/** A note on a page, as a list names it. */
export interface PageNote {
  id: string;
  /** The first line of its text, else of what it quotes. */
  firstLine: string;
  /** The line is the note's own and holds signs of Markdown. */
  markdown: boolean;
  /** Name of the entity that it is about. */
  about?: string;
  /** Of a note on a passage, where the page is open and was searched for it. */
  place?: NotePlace;
}

/** What became of a note's passage on the page as it is now. */
export interface NotePlace {
  state: PlaceState;
  /** The words that were quoted, cut for a list; of what is not `found`. */
  before?: string;
  /** The words that stand there now, cut for a list; of what was edited. */
  after?: string;
  /** How many places of the page are like an orphan. */
  candidates?: number;
}

/** A note as its page is given it. */
export interface NoteOnPage extends Pick<Note, "id" | "body" | "tags" | "created" | "changed" | "revision"> {
  passage: Passage;
}

/** What was typed for a note and not saved. */
export interface KeptEdit extends TypedNote {
  editOf: EditOf;
  /** ISO instant, UTC. */
  changed: string;
}

/** What was typed on a page and not saved. */
export interface PageDraft extends Omit<KeptEdit, "editOf"> {
  /** The note that it is an edit of; else it is of a new one. */
  editOf?: EditOf;
  entityId?: string;
  claim?: string;
  passage?: Passage;
}

/** What the popup shows of a page. */
export interface PageSummary {
  /** `no-access`: our script does not run there. `not-web`: a browser page, where none can. */
  state: "article" | "not-article" | "off" | "no-access" | "not-web";
  url: string;
  host: string | null;
  title: string;
  /** Why the page is an article or none: a code of `ArticleEvidence`; empty where our script does not run. */
  why: string;
  articleDate: ArticleDate;
  foundDate: FoundDate | null;
  dateChosen: boolean;
  entities: PageEntity[];
  /** How our script comes to run on this host. */
  access: "listed" | "granted" | "once" | "none";
  /** The host is one of the bundled news sites, whether or not the browser lets us in. */
  onList: boolean;
  /** Origins that the reader granted and that cover this host. */
  granted: string[];
  dataset: DatasetInfo | null;
  today: Day;
  /** Notes on this page, newest first; null when the notes could not be opened. */
  notes: PageNote[] | null;
}

/** The claims, and the article that they belong to. */
export interface PageClaims extends ArticleClaims {
  title: string;
  url: string;
}

export interface BackupState {
  /** Changes of notes ever. */
  changes: number;
  /** Those that are in no backup. */
  unsaved: number;
  /** So many, or for so long, that the reader is reminded. */
  overdue: boolean;
  lastBackup: BackupFile | null;
  /** Why the latest backup that the extension was to save failed, by itself or asked for, for people. */
  lastProblem: { at: string; problem: string } | null;
}

export interface SiteLists {
  /** Bundled news sites, as domains. */
  listed: { domain: string; name: string; country: string }[];
  /** Origins that the reader added. */
  granted: string[];
  off: string[];
}

/** The reader's choices of "not this one". */
export interface ChoiceList {
  /** Newest first. */
  choices: Choice[];
  /** Entries that could not be read; they are kept. */
  unreadable: number;
  /** Choices and switched sites of private windows, which are in memory only. They are counted and not told. */
  inPrivate: number;
}

/** A note as a list names it. */
export interface BriefNote {
  id: string;
  /** How its text begins, or its quote. */
  words: string;
  /** The words are the note's own and hold signs of Markdown. */
  markdown: boolean;
  /** Name of its entity as it was kept. */
  about: string;
  title: string;
  datasetVersion: string;
  created: string;
}

export interface NoteChanges {
  /** The dataset that is in use now. */
  version: string;
  /** Their entity was split, and nobody has said which heir is meant. */
  split: { note: BriefNote; heirs: EntityLink[] }[];
  /** Their entity has no record any more. */
  gone: BriefNote[];
  changed: { note: BriefNote; claims: ChangedClaim[] }[];
}

export interface DatasetState {
  info: DatasetInfo | null;
  /** Why no dataset could be loaded, for people. */
  problem: string | null;
  /** A private pack's records are among them. */
  counts: Partial<Record<EntityKind | "measure", number>>;
  /** The dataset that came with the extension; null where it cannot be read. */
  bundled: Pick<DatasetInfo, "version" | "date"> | null;
  /** Which of them is in use. */
  active: "bundled" | "installed";
  /** How the one in use came here, and when (ISO instant); null for the bundled one. */
  origin: "update" | "file" | null;
  installed: string | null;
  /** Where one step back leads, or forward where it is `newer` than the one in use; null: nowhere. */
  previous: { version: string; bundled: boolean; newer: boolean } | null;
  /** What the one in use changed, as its package tells; null for the bundled one and where the package does not tell. */
  changes: DatasetDiff | null;
  /** An installed version that could not be used, and why, for people; another took its place by itself. */
  rolledBack: { version: string; text: string; at: string } | null;
  /** Why installed datasets cannot be looked at now, for people: the bundled one is in use. */
  unreadable: string | null;
  pack: PackState | null;
  updates: UpdateState;
}

/** A private pack: a newsroom's own records beside those of the dataset. */
export interface PackState {
  title: string;
  version: string;
  signed: boolean;
  /** ISO instant. */
  installed: string;
  /** How many of its records are in use. */
  records: number;
  /** Ids of its records that the dataset has, too; the dataset's are in use. */
  leftOut: string[];
  /** Why none of it is in use, for people. */
  problem: string | null;
}

export interface UpdateState {
  /** The address that is asked: the reader's own, else the dataset's; empty: there is none. */
  address: string;
  /** The dataset's, to which an empty setting goes back. */
  ownAddress: string;
  /** Whether it is asked once a week. */
  automatic: boolean;
  /** What came of the latest check or download, be it automatic. */
  last: UpdateOutcome | null;
  /** What runs at the moment. Every step of it is told on `datasetChannel`. */
  progress: DatasetProgress | null;
}

/** What one look at the address gave. What goes wrong is told as the call's problem. */
export type UpdateCheck =
  /** `no-address`: there is none to ask. `no-access`: the reader has not allowed it, or has taken it back. */
  | { state: "no-address" | "no-access" }
  | { state: "newest"; version: string; date: Day }
  /** `bytes`: the length of the download, where the server tells it. */
  | { state: "found"; version: string; date: Day; title: string; bytes: number | null };

export interface DatasetProgress {
  /**
   *   asking     nothing came yet
   *   receiving  `received` of `total` bytes are there
   *   checking   signature, checksums, every record
   *   preparing  it is tried, stored and put in use; a private pack is merged
   */
  phase: "asking" | "receiving" | "checking" | "preparing";
  received: number;
  /** Null where it is not known, or does not count any more. */
  total: number | null;
}

export interface Answers {
  "page.find": FindAnswer;
  "page.describe": CardModel | null;
  "page.loadMarker": boolean;
  "page.loadCard": boolean;
  "page.loadMarkdown": boolean;
  "page.loadNotes": boolean;
  "page.styleNotes": boolean;
  "page.runInFrames": boolean;
  /** `private-window`: nothing was stored; the reader must be told first, see the payload. */
  "page.saveNote": Note | "private-window";
  /** Newest first. */
  "page.notesOnPage": NoteOnPage[];
  /** `stale`: nothing was stored, because the note was changed after that revision was read. */
  "page.editNote": NoteOnPage | "private-window" | "stale";
  /** False where nothing may be kept. */
  "page.notesPlaced": boolean;
  /** These two are false where it was deleted, or brought back, already. */
  "page.deleteNote": boolean;
  "page.restoreNote": boolean;
  /** False where nothing may be kept. */
  "page.keepDraft": boolean;
  /** Newest first. */
  "page.drafts": PageDraft[];
  "page.dropDraft": boolean;
  "page.siteOff": boolean;
  "page.siteOn": boolean;
  "page.notThisOne": boolean;
  "page.undoChoice": boolean;
  /** Newest first. */
  "page.notesHere": Pick<Note, "id" | "body" | "created">[];
  "page.allNotes": boolean;
  "ui.page": PageSummary;
  "ui.mentions": PageMentions | null;
  "ui.describe": CardModel | null;
  "ui.jump": boolean;
  "ui.table": PageTable | null;
  /** Null where the tab holds no article that we read, or is gone. */
  "ui.claims": PageClaims | null;
  "ui.pair": PairDetails | null;
  "ui.setDate": boolean;
  "ui.markAnyway": boolean;
  "ui.noteOnSelection": boolean;
  "ui.showNote": boolean;
  "ui.openNote": boolean;
  "ui.annotateOnce": boolean;
  "ui.siteSwitch": Settings;
  "ui.sites": SiteLists;
  "ui.settings": Settings;
  "ui.saveSettings": Settings;
  /** Newest first, deleted ones left out. */
  "ui.notes": Note[];
  "ui.noteChanges": NoteChanges;
  /** How many notes were changed: those that somebody edited meanwhile are left alone. */
  "ui.settleSplit": number;
  "ui.seeChanges": number;
  "ui.edits": KeptEdit[];
  /** False where there is no such note any more. */
  "ui.keepEdit": boolean;
  "ui.dropEdit": boolean;
  "ui.backupState": BackupState;
  "ui.backUpNow": BackupFile;
  "ui.backupCompared": boolean;
  "ui.purgeDeleted": number;
  "ui.deleteEverything": boolean;
  "ui.dataset": DatasetState;
  "ui.checkUpdate": UpdateCheck;
  "ui.installUpdate": DatasetState;
  /** Whether anything ran. The call that was stopped answers with a problem of its own. */
  "ui.cancelUpdate": boolean;
  "ui.installPackage": DatasetState;
  "ui.installPack": DatasetState;
  "ui.datasetBack": DatasetState;
  "ui.removePack": DatasetState;
  "ui.choices": ChoiceList;
  /** How many were there. */
  "ui.undoChoices": number;
  "ui.restoreChoices": boolean;
  "tab.state": PageState;
  "tab.jump": boolean;
  "tab.step": boolean;
  "tab.noteOnSelection": boolean;
  /** By the note's id. */
  "tab.notes": Record<string, NotePlace>;
  "tab.showNote": boolean;
  "tab.openCard": boolean;
  "tab.setDate": boolean;
  "tab.markAnyway": boolean;
  "tab.refresh": boolean;
}

type Schemas = typeof pageCallSchemas & typeof interfaceCallSchemas & typeof tabCallSchemas;
export type CallName = keyof Schemas;
export type PageCall = keyof typeof pageCallSchemas;
export type InterfaceCall = keyof typeof interfaceCallSchemas;
export type TabCall = keyof typeof tabCallSchemas;
/** Answered by the script that draws the page's notes, where it runs. */
export type NoteTabCall = "tab.notes" | "tab.showNote";
export type Payload<N extends CallName> = z.input<Schemas[N]>;
export type Received<N extends CallName> = z.output<Schemas[N]>;

/** What travels: the call, and back either its answer or a problem in words. */
export interface Envelope<N extends CallName = CallName> {
  telecomLens: N;
  payload: Payload<N>;
}
export type Reply<N extends CallName = CallName> = { answer: Answers[N] } | { problem: string };
