import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { saysTheSame, tagsOfText, tagsText, wholeTagsOf } from "../../../core/notes/edit-draft.ts";
import type { Note } from "../../../core/notes/note.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { KeptEdit } from "../../../messaging/protocol.ts";
import { type KeepSoon, keepSoon } from "../../../platform/keep-soon.ts";
import { useApi } from "../../api.ts";
import { finished, isTypedElsewhere, type Unsaved } from "./note-editor.tsx";

export interface UnsavedEdits {
  /** By the note's id. */
  edits: ReadonlyMap<string, Unsaved>;
  /** Why what is typed cannot be kept beyond this page; null where it can. */
  notKept: string | null;
  /** Undefined: nothing is left to be saved. */
  set(id: string, typed: Unsaved | undefined): void;
}

/** What is being typed for notes and not saved: kept by the background, so that it outlives the page and the browser. */
export function useUnsaved(notes: readonly Note[]): UnsavedEdits {
  const api = useApi();
  const [edits, setEdits] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const [notKept, setNotKept] = useState<string | null>(null);
  const keeper = useRef<KeepSoon<Omit<KeptEdit, "changed">> | null>(null);
  /** Counts what was given up here: an answer that was asked for before would bring it back. */
  const dropped = useRef(0);
  const read = useCallback(() => {
    const before = dropped.current;
    void api.call("ui.edits", {}).then(
      (kept) => {
        if (before !== dropped.current) read();
        else setEdits((known) => withKept(known, kept));
      },
      (cause) => setNotKept(problemWords(cause)),
    );
  }, [api]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of a note may be what a page's card had kept of it.
  useEffect(read, [notes, read]);
  useEffect(() => {
    const made = keepSoon<Omit<KeptEdit, "changed">>(
      (one, other) => one.editOf.id === other.editOf.id,
      (edit) =>
        void api.call("ui.keepEdit", edit).then(
          () => setNotKept(null),
          (cause) => setNotKept(problemWords(cause)),
        ),
    );
    keeper.current = made;
    // The card of a page may have kept another, or saved it.
    const lookAgain = () => document.visibilityState === "visible" && read();
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      document.removeEventListener("visibilitychange", lookAgain);
      made.stop();
    };
  }, [api, read]);
  const set = useCallback(
    (id: string, typed: Unsaved | undefined) => {
      setEdits((before) => {
        const next = new Map(before);
        if (typed) next.set(id, typed);
        else next.delete(id);
        return next;
      });
      if (typed) keeper.current?.typed(keptOf(typed));
      else {
        dropped.current += 1;
        keeper.current?.forget({ editOf: { id, body: "", tags: [] }, body: "", tags: "" });
        void api.call("ui.dropEdit", { id }).catch((cause) => setNotKept(problemWords(cause)));
      }
    },
    [api],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of a note may end an edit, what is typed does not.
  useEffect(() => {
    for (const [id, typed] of edits) {
      const now = notes.find((note) => note.id === id);
      // Saved elsewhere, word for word.
      if (now && saysTheSame(finished(typed), now)) set(id, undefined);
    }
  }, [notes]);
  return { edits, notKept, set };
}

/** What was typed on this page is newer than what is kept of it, also where it went on with what had been kept. */
function withKept(
  before: ReadonlyMap<string, Unsaved>,
  kept: readonly KeptEdit[],
): ReadonlyMap<string, Unsaved> {
  // Nothing is drawn anew for the usual answer.
  if (before.size === 0 && kept.length === 0) return before;
  const typedHere = [...before].filter(([, unsaved]) => !isTypedElsewhere(unsaved));
  const others = kept.map(({ editOf, body, tags, wholeTags, changed }): [string, Unsaved] => [
    editOf.id,
    { editOf, body, tags: tagsOfText(tags, editOf.tags, wholeTags), typed: "", restored: changed },
  ]);
  return new Map([...others, ...typedHere]);
}

function keptOf({ editOf, body, tags, typed }: Unsaved): Omit<KeptEdit, "changed"> {
  return { editOf, body, tags: tagsText(typed ? [...tags, typed] : tags), wholeTags: wholeTagsOf(tags) };
}
