import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { facetValues, noFilter } from "../../../core/notes/filter-notes.ts";
import type { Note } from "../../../core/notes/note.ts";
import { Button } from "../../components/button.tsx";
import { ProblemState } from "../../components/problem-state.tsx";
import { UndoBar } from "../../components/undo-bar.tsx";
import { NotLoaded } from "../../not-loaded.tsx";
import { useAction } from "../../use-action.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { ExportDialog, type ExportScope } from "./export-dialog.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { FoundCount, LibraryTools } from "./library-tools.tsx";
import { NoteDetail } from "./note-detail.tsx";
import { NoteList } from "./note-list.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { type LibraryView, rowAt, useFoundNotes } from "./use-found-notes.ts";
import { useLeavingQuestion, useLibraryKeys } from "./use-library-keys.ts";
import { useNoteActions } from "./use-note-actions.ts";
import { type NotesInMemory, useNotes } from "./use-notes.ts";
import { usePlaces } from "./use-places.ts";
import { useSelection } from "./use-selection.ts";
import { useUndo } from "./use-undo.ts";
import { useUnsaved } from "./use-unsaved.ts";

const firstView: LibraryView = { query: "", filter: noFilter, order: "newest", grouping: "none" };

/** A note that an address names. Another object for each time that it is asked for. */
export interface WantedNote {
  item?: string;
}

/** The reader's notes: found, read, edited, tagged, deleted and brought back, exported and imported. */
export function Library({ wanted }: { wanted: WantedNote }) {
  const memory = useNotes();
  const { loaded, reload } = memory;
  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("notes.notOpened")} onAgain={reload} />;
  return <LoadedLibrary wanted={wanted} memory={memory} notes={loaded.value} />;
}

interface LoadedLibraryProps {
  wanted: WantedNote;
  memory: NotesInMemory;
  notes: readonly Note[];
}

function LoadedLibrary({ wanted, memory, notes }: LoadedLibraryProps) {
  const [view, setView] = useState(firstView);
  const { places, readPlaces } = usePlaces();
  const found = useFoundNotes(notes, memory.complete, view, places);
  const { rows } = found;
  const [key, setKey] = useState<string | null>(null);
  const lastAt = useRef(0);
  const at = rowAt(rows, key, lastAt.current);
  lastAt.current = Math.max(0, at);
  const row = rows.at(at);
  const note = row?.kind === "note" ? row.note : undefined;
  const selection = useSelection(found, at);
  /** Where there is no room for both, also after the page was zoomed, the note is shown in place of the list. */
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<"import" | "keys" | ExportScope | null>(null);
  const unsaved = useUnsaved(notes);
  const undo = useUndo();
  const actions = useNoteActions(memory, readPlaces, undo);
  const { problem, act } = useAction();
  const facets = useMemo(() => facetValues(notes), [notes]);
  const knownTags = useMemo(() => facets.filter(({ facet }) => facet === "tag"), [facets]);
  const there = useMemo(() => notes.filter(({ deleted }) => deleted === undefined).length, [notes]);
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const inTrash = view.filter.state === "deleted";

  const look = (next: LibraryView) => {
    setView(next);
    setKey(null);
    setOpened(false);
    lastAt.current = 0;
  };
  const toList = () => {
    setOpened(false);
    // Once it is in sight again.
    setTimeout(() => (list.current ?? root.current)?.focus());
  };
  const open = (moveIn: boolean) => {
    setOpened(true);
    setTimeout(() => {
      // A list that had to give way has lost the focus.
      if (moveIn || list.current?.offsetParent === null) detail.current?.focus();
    });
  };
  const remove = (those: readonly Note[]) =>
    act(async () => {
      await actions.remove(those);
      toList();
    });
  const restore = (those: readonly Note[]) =>
    act(async () => {
      await actions.restore(those);
      toList();
    });
  const undoLast = () =>
    act(async () => {
      await undo.undoLast();
      toList();
    });
  const answered = useRef<WantedNote | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked for is shown once, as soon as it is there.
  useEffect(() => {
    const asked = notes.find(({ id }) => id === wanted.item);
    if (!asked || answered.current === wanted) return;
    answered.current = wanted;
    look(asked.deleted ? { ...firstView, filter: { ...noFilter, state: "deleted" } } : firstView);
    setKey(asked.id);
    open(true);
  }, [wanted, notes]);
  useLeavingQuestion(unsaved.notKept !== null && unsaved.edits.size > 0);
  useLibraryKeys(root, { undoLast: () => void undoLast() });

  return (
    <div
      class="library"
      aria-busy={!memory.complete}
      data-opened={opened && note !== undefined}
      tabIndex={-1}
      ref={root}
    >
      <LibraryTools
        view={view}
        onView={look}
        facets={facets}
        isEmpty={notes.length === 0}
        complete={memory.complete}
        onDialog={setDialog}
        onDown={toList}
      />
      {wanted.item && memory.complete && !notes.some(({ id }) => id === wanted.item) ? (
        <p class="dim" role="status">
          {i18n.t("options.noteGone")}
        </p>
      ) : null}
      {memory.problem ? (
        <ProblemState title={i18n.t("library.notReadAgain")} text={memory.problem}>
          <Button onClick={() => void memory.reload()}>{i18n.t("options.tryAgain")}</Button>
        </ProblemState>
      ) : null}
      {problem ? <ProblemState title={i18n.t("notes.failed")} text={problem} /> : null}
      {notes.length > 0 ? (
        <FoundCount view={view} found={found} there={memory.complete ? there : null} selection={selection} />
      ) : null}
      {selection.notes.length > 0 ? (
        <BulkBar
          notes={selection.notes}
          deleted={inTrash}
          knownTags={knownTags}
          onAddTags={(tags) => void act(() => actions.addTags(selection.notes, tags))}
          onRemoveTag={(tag) => void act(() => actions.removeTag(selection.notes, tag))}
          onDelete={() => void remove(selection.notes)}
          onRestore={() => void restore(selection.notes)}
          onExport={() => setDialog("selected")}
          onClear={() => {
            selection.clear();
            toList();
          }}
        />
      ) : null}
      {rows.count === 0 ? (
        <NothingHere
          view={view}
          there={there}
          onClear={() => look({ ...view, query: "", filter: noFilter })}
        />
      ) : (
        <div class="library-panes">
          <NoteList
            rows={rows}
            words={found.words}
            known={places}
            at={at}
            selected={selection.ids}
            unsaved={unsaved.edits}
            view={view}
            hidden={opened}
            onMove={(index) => setKey(rows.keyAt(index) ?? null)}
            onSelect={selection.select}
            onSelectAll={selection.selectAll}
            onClearSelection={selection.clear}
            onOpen={open}
            onDelete={() => {
              if (inTrash || !note) return;
              void remove(selection.ids.has(note.id) ? selection.notes : [note]);
            }}
            listRef={list}
          />
          {note ? (
            <NoteDetail
              key={note.id}
              note={note}
              words={found.words}
              place={places.get(note.id)}
              unsaved={note.deleted ? undefined : unsaved.edits.get(note.id)}
              onUnsaved={(typed) => unsaved.set(note.id, typed)}
              notKept={unsaved.notKept}
              knownTags={knownTags}
              onSave={(edit) => actions.edit(note, edit)}
              onDelete={() => void remove([note])}
              onRestore={() => void restore([note])}
              onTag={(tag) => {
                look({ ...view, query: "", filter: { ...noFilter, tag: [tag] } });
                toList();
              }}
              onFocus={() => setOpened(true)}
              onClose={toList}
              detailRef={detail}
            />
          ) : null}
        </div>
      )}
      {undo.last ? (
        <UndoBar
          text={undo.last.text}
          onUndo={() => void undoLast()}
          onDismiss={() => {
            undo.forget();
            toList();
          }}
          keepsFocus
        />
      ) : null}
      {dialog === "import" ? (
        <ImportDialog notes={notes} putAll={actions.putAll} onClose={() => setDialog(null)} />
      ) : dialog === "keys" ? (
        <KeysDialog onClose={() => setDialog(null)} />
      ) : dialog ? (
        <ExportDialog
          scopes={scopesOf(notes, found.found, selection.notes)}
          scope={dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

function scopesOf(
  all: readonly Note[],
  found: readonly Note[],
  selected: readonly Note[],
): ReadonlyMap<ExportScope, readonly Note[]> {
  const scopes = new Map<ExportScope, readonly Note[]>([["all", all]]);
  if (found.length > 0 && found.length < all.length) scopes.set("found", found);
  if (selected.length > 0) scopes.set("selected", selected);
  return scopes;
}
