import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { tagsOfText, tagsText } from "../../../core/notes/edit-draft.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { KeptEdit } from "../../../messaging/protocol.ts";
import { type KeepSoon, keepSoon } from "../../../platform/keep-soon.ts";
import { useApi } from "../../api.ts";
import { isTypedElsewhere, type Unsaved } from "./note-editor.tsx";

export interface UnsavedEdits {
  /** By the note's id. */
  edits: ReadonlyMap<string, Unsaved>;
  /** Why what is typed cannot be kept beyond this page; null where it can. */
  notKept: string | null;
  /** Undefined: nothing is left to be saved. */
  set(id: string, typed: Unsaved | undefined): void;
}

/** What is being typed for notes and not saved: kept by the background, so that it outlives the page and the browser. */
export function useUnsaved(): UnsavedEdits {
  const api = useApi();
  const [edits, setEdits] = useState<ReadonlyMap<string, Unsaved>>(new Map());
  const [notKept, setNotKept] = useState<string | null>(null);
  const keeper = useRef<KeepSoon<Omit<KeptEdit, "changed">> | null>(null);
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
    const read = () =>
      void api.call("ui.edits", {}).then(
        (kept) => setEdits((before) => withKept(before, kept)),
        (cause) => setNotKept(problemWords(cause)),
      );
    // The card of a page may have kept another, or saved it.
    const lookAgain = () => document.visibilityState === "visible" && read();
    read();
    document.addEventListener("visibilitychange", lookAgain);
    return () => {
      document.removeEventListener("visibilitychange", lookAgain);
      made.stop();
    };
  }, [api]);
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
        keeper.current?.forget({ editOf: { id, body: "", tags: [] }, body: "", tags: "" });
        void api.call("ui.dropEdit", { id }).catch((cause) => setNotKept(problemWords(cause)));
      }
    },
    [api],
  );
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
  const others = kept.map(({ editOf, body, tags, changed }): [string, Unsaved] => [
    editOf.id,
    { editOf, body, tags: tagsOfText(tags, editOf.tags), typed: "", restored: changed },
  ]);
  return new Map([...others, ...typedHere]);
}

function keptOf({ editOf, body, tags, typed }: Unsaved): Omit<KeptEdit, "changed"> {
  return { editOf, body, tags: tagsText(typed ? [...tags, typed] : tags) };
}
