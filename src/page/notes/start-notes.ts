import { passageLimits } from "../../core/notes/note-limits.ts";
import type { Envelope, NoteOnPage, NotePlace, NoteTabCall } from "../../messaging/protocol.ts";
import { type MessageListener, pageApi } from "../../platform/page-api.ts";
import { finishSteps } from "../../reading/finish-steps.ts";
import type { Block } from "../../reading/text-blocks.ts";
import type { ArticleSession } from "../article-session.ts";
import { textOf } from "../block-offsets.ts";
import type { Marker } from "../marker-port.ts";
import {
  type NoteMark,
  offeredNotes,
  offerNotes,
  type PageNotes,
  runningPage,
  type ShownNote,
} from "../notes-port.ts";
import { articleAddress } from "../page-address.ts";
import { inDocument, lettersOf, rangeOf, scrollToRange } from "../placed-mention.ts";
import { watchColours } from "../watch-colours.ts";
import { createNoteMarks } from "./note-marks.ts";
import { passageAt, passageOf } from "./passage.ts";
import { type Placed, placeNote, type Words, wordsOf } from "./place-note.ts";
import { isSamePassage, saveChange } from "./save-change.ts";

/** A note of the page with the places that its passage has or may have. */
interface Entry extends ShownNote, Placed {
  /** One for each stretch. */
  marks: NoteMark[];
}

/** Longest quote (characters) that is handed on to a list. */
const longestLine = 300;
/** So often the page as a whole is begun anew in steps when it changes under the reading, and then read at once. */
const mostAttempts = 3;

/**
 * The notes of the page: marked at their passages and shown by the card. Runs beside the page script where the background
 * knows of notes; the page script reads the page and says when it has changed, and the hover machine takes a note's mark
 * for a mention. Whatever fails here fails silently for the reader: the page is then without note marks, and popup and
 * options page still have the notes.
 */
export function startNotes(): void {
  const page = runningPage();
  if (!page || offeredNotes()) return;
  const { work } = page;
  const stopped = new AbortController();
  const { signal } = stopped;
  let marker: Marker | undefined;
  // Nothing is drawn before the marker is there.
  const drawing = createNoteMarks((element, known) => marker?.paletteFor(element, known) ?? "");
  let notes: NoteOnPage[] = [];
  let entries: Entry[] = [];
  /** Address whose notes these are. */
  let loadedFor: string | null = null;
  let lastText = "";
  let lastKey = 0;
  let lastTold = "";
  let ticket = 0;

  const load = async () => {
    const address = articleAddress();
    const found = await page.ask("page.notesOnPage", {});
    if (signal.aborted || address !== articleAddress()) return;
    loadedFor = address;
    notes = found;
  };
  const markOf = (segments: NoteMark["segments"]): NoteMark => ({
    key: --lastKey,
    segments,
    letters: lettersOf(segments),
  });
  const entryOf = (note: NoteOnPage, { place, stretches }: Placed): Entry => ({
    note,
    place,
    stretches,
    marks: stretches.map(({ segments }) => markOf(segments)),
  });
  /** What stays where it was, with its key, so that its card stays open. */
  const kept = (note: NoteOnPage): Entry | undefined => {
    const entry = entries.find((one) => one.note.id === note.id);
    const isSame =
      entry &&
      isSamePassage(entry.note, note) &&
      entry.marks.every((mark) => rangeOf(mark) !== null) &&
      (entry.marks.length > 0 || entry.place.state === "orphan");
    return isSame ? { ...entry, note } : undefined;
  };

  /** Looks for the passages in the page as it is, one after the other, and draws what was found. */
  const place = async () => {
    const current = ++ticket;
    const session = marker?.session;
    // What stands there may still be the article of the address before.
    if (!session || session.waitsUntil() !== null) return draw([]);
    const read = session.wholePage;
    const blocks = session.blocks();
    const text = textOf(blocks);
    const isChanged = text !== lastText || blocks.length === 0;
    lastText = text;
    const article = blocks.length > 0 ? wordsOf(blocks, true) : null;
    function* placing(): Generator<void, Entry[]> {
      let whole: Words | null = null;
      const found: Entry[] = [];
      for (const note of notes) {
        const before = kept(note);
        if (before && (!isChanged || before.place.state === "found")) found.push(before);
        else {
          let placed = placeNote(note.passage, article, whole);
          if (!placed) {
            whole = wordsOf(yield* wholePage(read), false);
            placed = placeNote(note.passage, article, whole);
          }
          if (placed) found.push(entryOf(note, placed));
        }
        yield;
      }
      return found;
    }
    const found = await work.run(placing(), () => current === ticket && !signal.aborted);
    if (!found || current !== ticket) return;
    draw(found);
    tell(found);
  };
  /** The library knows passages that are not on their page by what is told here. */
  const tell = (found: Entry[]) => {
    const told = found.map(({ note: { id }, place: { state, after, candidates } }) => ({
      id,
      state,
      after: after?.slice(0, passageLimits.wordsNow),
      candidates,
    }));
    // What was told of another passage is forgotten by now.
    const words = JSON.stringify([told, found.map(({ note }) => note.passage)]);
    if (told.length === 0 || words === lastTold) return;
    lastTold = words;
    void page.ask("page.notesPlaced", { places: told }).catch(() => {
      lastTold = "";
    });
  };
  const draw = (found: Entry[]) => {
    entries = found;
    work.count(() => drawing.draw(marks()));
    marker?.settle();
  };
  const isMarked = ({ place: { state } }: Entry) => state !== "orphan";
  const marks = (): NoteMark[] =>
    entries
      .filter(isMarked)
      .flatMap((entry) => entry.marks)
      .sort(inDocument);
  const entryAt = (key: number) => entries.find((entry) => entry.marks.some((mark) => mark.key === key));
  const byId = (id: string) => entries.find(({ note }) => note.id === id);

  const update = async (current: Marker) => {
    marker = current;
    if (loadedFor !== articleAddress()) await load();
    await place();
  };
  /** Where they cannot be had now, the page shows those that it has, and asks again later. */
  const reload = async () => {
    await load().catch(() => undefined);
    await place();
  };
  const known = { ask: page.ask, reload, note: (id: string) => byId(id)?.note };

  const own: PageNotes = {
    marks,
    find: (key) => entryAt(key)?.marks.find((mark) => mark.key === key),
    at: (x, y) => drawing.at(x, y, marker?.session.trees() ?? []),
    shown(key) {
      const entry = entryAt(key);
      if (!entry) return null;
      if (!isMarked(entry)) {
        const number = entry.marks.findIndex((mark) => mark.key === key);
        const of = entry.marks.length;
        const next = entry.marks[(number + 1) % of]?.key ?? key;
        return { notes: [entry], candidate: { number: number + 1, of, next } };
      }
      const range = rangeOf(entry.marks[0] as NoteMark);
      const others = entries.filter(
        (other) => other !== entry && isMarked(other) && range && touches(other.marks[0], range),
      );
      return { notes: [entry, ...others] };
    },
    has: (id) => byId(id) !== undefined,
    describe: passageOf,
    tags: () => [...new Set(notes.flatMap(({ tags }) => tags))],
    reload,
    update,
    leave() {
      ticket++;
      notes = [];
      loadedFor = null;
      lastText = "";
      lastTold = "";
      draw([]);
    },
    destroy() {
      if (signal.aborted) return;
      stopped.abort();
      stopColours();
      drawing.clear();
      pageApi.runtime?.onMessage?.removeListener(listener);
      offerNotes(undefined);
    },
    async edit(id, edit, evenInPrivate) {
      const entry = byId(id);
      if (!entry) throw new Error(pageApi.i18n.getMessage("note_noPage"));
      const { revision, ...change } = edit;
      // Of another revision than the page has it is not known any more what it said.
      const read = entry.note.revision === revision ? entry.note : { ...entry.note, ...change, revision };
      return saveChange(read, change, evenInPrivate, known);
    },
    async attach(key, evenInPrivate) {
      const entry = entryAt(key);
      const number = entry?.marks.findIndex((mark) => mark.key === key) ?? -1;
      const [mark, stretch] = [entry?.marks[number], entry?.stretches[number]];
      const range = mark && rangeOf(mark);
      if (!entry || !stretch || !range) throw new Error(pageApi.i18n.getMessage("note_noPage"));
      const passage = passageAt(stretch, stretch.start, stretch.end);
      return saveChange(entry.note, { passage }, evenInPrivate, known);
    },
    remove: (id) => page.ask("page.deleteNote", { id }),
    restore: (id) => page.ask("page.restoreNote", { id }),
  };

  const places = (): Record<string, NotePlace> => {
    return Object.fromEntries(
      entries.map(({ note, place: { state, before, after, candidates } }) => [
        note.id,
        { state, before: cut(before), after: cut(after), candidates },
      ]),
    );
  };
  const show = (id: string): boolean => {
    const [mark] = byId(id)?.marks ?? [];
    const range = mark && rangeOf(mark);
    if (!mark || !range || !marker) return false;
    marker.settle();
    scrollToRange(range);
    marker.card.dispatch({ type: "activate", mention: mark.key, by: "keyboard" });
    return true;
  };
  const listener: MessageListener = (message, sender, respond) => {
    const envelope = message as Envelope<NoteTabCall> | null;
    if (sender.id !== pageApi.runtime.id || !page.answers()) return;
    if (envelope?.telecomLens === "tab.notes") respond({ answer: places() });
    else if (envelope?.telecomLens === "tab.showNote") {
      respond({ answer: show((envelope.payload as { id: string }).id) });
    }
    return;
  };

  /** The notes may have been changed on the options page, or in another tab. */
  const lookAgain = () => {
    if (document.visibilityState === "visible" && loadedFor !== null) void reload();
  };
  document.addEventListener("visibilitychange", lookAgain, { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && lookAgain(), { signal });
  const stopColours = watchColours(() => drawing.repaint());
  offerNotes(own);
  pageApi.runtime.onMessage.addListener(listener);
  void page.ask("page.styleNotes", {}).catch(() => undefined);
  // The page script looks at the page once more, and tells what it found.
  void page.read().catch(() => undefined);
}

/** All that can be read on the page, in steps: a page may be a hundred times as long as its article. */
function* wholePage(read: ArticleSession["wholePage"]): Generator<void, Block[]> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    try {
      return yield* read();
    } catch {
      // The page took away what was being read.
      yield;
    }
  }
  return finishSteps(read());
}

function cut(text: string | undefined): string | undefined {
  return text?.slice(0, longestLine);
}

function touches(mark: NoteMark | undefined, range: Range): boolean {
  return (
    mark?.segments.some(
      ({ node, start, end }) =>
        node.getRootNode() === range.startContainer.getRootNode() &&
        range.comparePoint(node, end) > -1 &&
        range.comparePoint(node, start) < 1,
    ) ?? false
  );
}
