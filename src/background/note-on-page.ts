import { cardText } from "../core/card/card-text.ts";
import { type DescribeQuestion, describe } from "../core/card/describe.ts";
import { recordsOf, recordText } from "../core/card/record-text.ts";
import type { Catalogue } from "../core/dataset/catalogue.ts";
import { noVersion } from "../core/dataset/no-version.ts";
import type { FrozenClaim, Note, NoteDraft, Passage } from "../core/notes/note.ts";
import { noteLimits } from "../core/notes/note-limits.ts";
import { isSamePage, pageKey } from "../core/page-address.ts";
import type { Handlers, Sender } from "../messaging/listen.ts";
import type { NoteOnPage, PageDraft } from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import { editKey } from "../storage/drafts-store.ts";
import type { Draft } from "../storage/migrations.ts";
import { StorageError } from "../storage/storage-error.ts";
import { dropSaved, editsOf, keepEdit } from "./note-edits.ts";
import type { Services } from "./services.ts";

export type NoteOnPageCall =
  | "page.saveNote"
  | "page.notesOnPage"
  | "page.editNote"
  | "page.notesPlaced"
  | "page.deleteNote"
  | "page.restoreNote"
  | "page.keepDraft"
  | "page.drafts"
  | "page.dropDraft"
  | "page.loadNotes"
  | "page.styleNotes";

/** What draws the notes of a page; they come only where there are any, or one is being written. */
const noteFiles = { script: "/notes.js", style: "/assets/note-marks.css" } as const;

/** Drafts kept of one page: beyond, the oldest goes, so that no page can fill the disk. */
const mostDrafts = 20;

/**
 * The notes and drafts of the page that asks. Its address is always the one that the browser vouches for: a page's
 * process, whatever it claims, learns of no note, tag or draft of another page and changes none (P3). For the same reason
 * tags are completed from this page's own notes; the library, which is a page of ours, completes from all.
 */
export function noteOnPage(services: Services): Pick<Handlers, NoteOnPageCall> {
  const { notes, drafts } = services;
  return {
    "page.saveNote": async ({ evenInPrivate, asked, ...draft }, sender) => {
      if (sender.tab?.incognito && !evenInPrivate) return "private-window";
      const catalogue = await services.dataset.load().then(
        (loaded) => loaded.catalogue,
        () => null,
      );
      const url = (sender.tab?.url ?? draft.page.url).slice(0, noteLimits.address);
      const entity =
        draft.entity && catalogue ? frozen(services, catalogue, draft.entity, asked) : draft.entity;
      const note = await notes.save(
        { ...draft, page: { ...draft.page, url }, entity },
        { datasetVersion: catalogue?.info.version ?? noVersion, now: services.now(), id: services.newId() },
      );
      await dropSaved(services, draftKey(sender, { passage: draft.passage, entityId: draft.entity?.id }));
      return note;
    },
    "page.notesOnPage": async (_, sender) => (await notesOf(services, sender)).flatMap(onPage),
    "page.editNote": async ({ evenInPrivate, ...edit }, sender) => {
      await mustBeHere(services, edit.id, sender);
      if (sender.tab?.incognito && !evenInPrivate) return "private-window";
      const updated = await notes.update(edit.id, edit, services.now()).catch(staleOrThrow);
      if (updated === "stale") return updated;
      const [note] = onPage(updated);
      // Where its passage is laid to another place, what is being typed for it goes on.
      if (!edit.passage) await dropSaved(services, editKey(edit.id));
      if (!note) throw new StorageError("missing");
      return note;
    },
    "page.notesPlaced": async ({ places }, sender) => {
      if (sender.tab?.incognito) return false;
      const here = new Set((await notesOf(services, sender)).map(({ id }) => id));
      const at = services.now();
      await services.places.put(places.flatMap((place) => (here.has(place.id) ? { ...place, at } : [])));
      return true;
    },
    "page.deleteNote": async ({ id }, sender) => {
      await mustBeHere(services, id, sender);
      return (await notes.remove([id], services.now())) === 1;
    },
    "page.restoreNote": async ({ id }, sender) => {
      await mustBeHere(services, id, sender);
      return (await notes.restore([id], services.now())) === 1;
    },
    "page.keepDraft": async (typed, sender) => {
      const page = keyOfPage(sender);
      // What was typed in a private window is in its page's memory only (P4).
      if (sender.tab?.incognito || page === null) return false;
      if (typed.editOf) {
        await mustBeHere(services, typed.editOf.id, sender);
        return keepEdit(services, { ...typed, editOf: typed.editOf });
      }
      if (typed.body.trim() === "" && typed.tags.trim() === "") {
        await drafts.drop(draftKey(sender, typed));
        return true;
      }
      await drafts.keep({ ...typed, key: draftKey(sender, typed), page, changed: services.now() });
      for (const { key } of (await drafts.of(page)).slice(mostDrafts)) await drafts.drop(key);
      return true;
    },
    "page.drafts": async (_, sender) => {
      const page = keyOfPage(sender);
      if (page === null) return [];
      const edits = await editsOf(services, await notesOf(services, sender));
      return [...(await drafts.of(page)).map(asPageDraft), ...edits];
    },
    "page.dropDraft": async (subject, sender) => {
      if (subject.editOf) {
        await mustBeHere(services, subject.editOf.id, sender);
        await drafts.drop(editKey(subject.editOf.id));
        return true;
      }
      await drafts.drop(draftKey(sender, subject));
      return true;
    },
    "page.loadNotes": (_, { tab, frameId = 0 }) =>
      tab?.id !== undefined && services.tabs.runScript(tab.id, frameId, noteFiles.script),
    "page.styleNotes": (_, { tab, frameId }) =>
      tab?.id !== undefined && services.tabs.insertStyle(tab.id, noteFiles.style, frameId),
  };
}

/** Runs what draws notes in the frame that asks, where its page has any with a passage. */
export async function runNotes(services: Services, sender: Sender): Promise<void> {
  const { tab, frameId = 0 } = sender;
  if (tab?.id === undefined) return;
  try {
    const found = await notesOf(services, sender);
    if (found.some(({ passage }) => passage))
      await services.tabs.runScript(tab.id, frameId, noteFiles.script);
  } catch (cause) {
    // The page shows no notes then; popup and options page tell the reader why.
    report("the page's notes could not be looked for", cause);
  }
}

/** An entity with what the dataset says of it now, whatever the page says that it said. */
function frozen(
  services: Services,
  catalogue: Catalogue,
  written: NonNullable<NoteDraft["entity"]>,
  asked: Omit<DescribeQuestion, "today" | "notes"> | undefined,
): NonNullable<NoteDraft["entity"]> {
  const entity = catalogue.entity(written.id);
  if (!entity) return written;
  const { id, name, kind } = entity;
  const card = asked && describe(catalogue, { ...asked, id, today: services.today(), notes: 0 });
  const { claim } = written;
  const records = new Set([...(claim ? [claim] : []), ...(card ? recordsOf(card) : [id])]);
  const claims = [...records].flatMap((record): FrozenClaim[] => {
    const text = recordText(catalogue, record);
    return text === undefined ? [] : [{ id: record, text: text.slice(0, noteLimits.claim) }];
  });
  return {
    id,
    name,
    kind,
    cardText: (card ? cardText(card) : written.cardText).slice(0, noteLimits.cardText),
    claims: claims.slice(0, noteLimits.claims),
    claim: claims.some((one) => one.id === claim) ? claim : undefined,
  };
}

async function notesOf(services: Services, sender: Sender): Promise<Note[]> {
  const url = sender.tab?.url;
  return url ? services.notes.onPage({ url }) : [];
}

/** @throws StorageError `missing` for a note of another page, as for one that does not exist. */
export async function mustBeHere(services: Services, id: string, sender: Sender): Promise<void> {
  const note = await services.notes.get(id);
  const url = sender.tab?.url;
  if (!note || !url || !isSamePage(note.page, { url })) throw new StorageError("missing");
}

function staleOrThrow(cause: unknown): "stale" {
  if (cause instanceof StorageError && cause.problem === "stale") return "stale";
  throw cause;
}

function onPage({ id, body, tags, created, changed, revision, passage }: Note): NoteOnPage[] {
  return passage ? [{ id, body, tags, created, changed, revision, passage }] : [];
}

function keyOfPage({ tab }: Sender): string | null {
  return tab?.url ? pageKey(tab.url) : null;
}

interface Subject {
  entityId?: string;
  passage?: Passage;
}

/** Told apart by the beginning of their quote, and its place: long enough for any two passages of a page. */
const keyLength = 200;

function draftKey(sender: Sender, { entityId = "", passage }: Subject): string {
  const quote = passage ? `${passage.quote.slice(0, keyLength)} ${passage.start ?? ""}` : "";
  return [keyOfPage(sender) ?? "", entityId, quote].join("\n");
}

function asPageDraft({ entityId, claim, passage, body, tags, changed }: Draft): PageDraft {
  return { entityId, claim, passage, body, tags, changed };
}
