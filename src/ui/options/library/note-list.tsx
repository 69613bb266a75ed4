import { useCallback, useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type KnownPlaces, placeStateOf } from "../../../core/notes/known-place.ts";
import { countWords } from "../../components/count-words.ts";
import { KindGlyph } from "../../components/kind-glyph.tsx";
import { NoteRow } from "./note-row.tsx";
import type { LibraryRow, LibraryRows } from "./use-found-notes.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

/** Heights of lines that were not drawn yet, in pixels: near what they turn out to be. */
const usualRow = 118;
const headingRow = 38;

interface NoteListProps {
  rows: LibraryRows;
  words: readonly string[];
  /** What is known of the notes' passages. */
  known: KnownPlaces;
  /** Number of the row that the keyboard is at. */
  at: number;
  selected: ReadonlySet<string>;
  /** By the id of a note for which something was typed and not saved. */
  unsaved: ReadonlyMap<string, unknown>;
  /** Another view of the notes begins at the top. */
  view: unknown;
  /** Not in sight, because a note is shown in its place. */
  hidden: boolean;
  onMove(index: number): void;
  /** Selects one row or takes it out; with `range` all rows between the last one and this one. */
  onSelect(index: number, how: "toggle" | "range"): void;
  onSelectAll(): void;
  onClearSelection(): void;
  /** @param moveIn the focus goes into the note */
  onOpen(moveIn: boolean): void;
  onDelete(): void;
  listRef: { current: HTMLDivElement | null };
}

/**
 * The notes as a list box in which the focus stays on the box itself, so that it is never lost when rows come and go: only
 * those in view are drawn. The row at which the keyboard is stays drawn wherever the list is scrolled to.
 */
export function NoteList(props: NoteListProps) {
  const { rows, words, known, at, selected, unsaved, view, hidden, listRef } = props;
  const id = useId();
  // Other functions would have the places of all rows computed anew, with each step of scrolling.
  const keyOf = useCallback((index: number) => rows.keyAt(index) ?? String(index), [rows]);
  const estimate = useCallback(
    (index: number) => (rows.kindAt(index) === "heading" ? headingRow : usualRow),
    [rows],
  );
  const { items, height, measure, scrollTo } = useVirtualRows({
    scroller: listRef,
    count: rows.count,
    keyOf,
    estimate,
    pinned: at,
  });
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is a new list.
  useEffect(() => {
    if (!first.current) listRef.current?.scrollTo({ top: 0 });
    first.current = false;
  }, [view]);
  const atKey = rows.keyAt(at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row that was gone to is shown, and only then.
  useLayoutEffect(() => {
    if (at >= 0) scrollTo(rows.kindAt(at - 1) === "heading" ? at - 1 : at);
  }, [atKey, hidden]);

  const step = (from: number, by: number): number => {
    const toward = by < 0 ? -1 : 1;
    let left = Math.abs(by);
    let reached = from;
    for (let next = from + toward; rows.kindAt(next) && left > 0; next += toward) {
      if (rows.kindAt(next) !== "note") continue;
      reached = next;
      left -= 1;
    }
    return reached;
  };
  const destination = (key: string): number | undefined => {
    const page = Math.max(1, Math.floor((listRef.current?.clientHeight ?? 0) / usualRow));
    switch (key) {
      case "ArrowDown":
        return step(at, 1);
      case "ArrowUp":
        return step(at, -1);
      case "PageDown":
        return step(at, page);
      case "PageUp":
        return step(at, -page);
      case "Home":
        return step(-1, 1);
      case "End":
        return step(rows.count, -1);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = destination(event.key);
    if (to !== undefined) {
      // From where it began to where it went.
      if (event.shiftKey) props.onSelect(to, "range");
      props.onMove(to);
    } else if (event.key === " ") props.onSelect(at, event.shiftKey ? "range" : "toggle");
    else if (event.key === "Enter") props.onOpen(true);
    // Keyboards of Apple's have no other.
    else if (event.key === "Delete" || event.key === "Backspace") props.onDelete();
    else if (event.key === "Escape" && selected.size > 0) props.onClearSelection();
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey)) props.onSelectAll();
    else return;
    event.preventDefault();
  };
  const onRow = (event: MouseEvent, index: number) => {
    const onCheck = event.target instanceof Element && event.target.closest(".row-check") !== null;
    if (event.shiftKey) {
      // The browser would select text.
      getSelection()?.empty();
      props.onSelect(index, "range");
    } else if (onCheck || event.ctrlKey || event.metaKey) props.onSelect(index, "toggle");
    props.onMove(index);
    if (!event.shiftKey && !onCheck && !event.ctrlKey && !event.metaKey) props.onOpen(false);
  };

  const runs = Map.groupBy(items, ({ index }) => rows.at(index)?.group ?? "");
  const drawn = (index: number, start: number) => {
    const row = rows.at(index);
    if (!row) return null;
    const shared = {
      key: row.key,
      "data-index": index,
      ref: measure,
      style: { transform: `translateY(${start}px)` },
    };
    if (row.kind === "heading") {
      return (
        <div {...shared} class="list-heading" role="presentation">
          {row.entityKind ? <KindGlyph kind={row.entityKind} /> : null}
          <span class="list-heading-name" dir="auto">
            {headingName(row)}
          </span>
          <span class="dim">{countWords(row.count)}</span>
        </div>
      );
    }
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys.
      // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus.
      <div
        {...shared}
        id={`${id}-${index}`}
        class="list-row"
        role="option"
        aria-selected={selected.has(row.note.id)}
        aria-setsize={rows.places}
        aria-posinset={row.place}
        data-at={index === at}
        onClick={(event) => onRow(event, index)}
      >
        <NoteRow
          note={row.note}
          words={words}
          selected={selected.has(row.note.id)}
          unsaved={unsaved.has(row.note.id)}
          place={placeStateOf(row.note, known)}
        />
      </div>
    );
  };
  return (
    <div
      class="list"
      role="listbox"
      tabIndex={0}
      aria-label={i18n.t("library.list")}
      aria-multiselectable="true"
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
      ref={listRef}
    >
      <div class="list-height" role="presentation" style={{ height: `${height}px` }}>
        {[...runs].map(([group, run]) =>
          group === "" ? (
            run.map(({ index, start }) => drawn(index, start))
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box.
            <div key={group} role="group" aria-label={groupName(rows, run[0]?.index ?? 0)}>
              {run.map(({ index, start }) => drawn(index, start))}
            </div>
          ),
        )}
      </div>
    </div>
  );
}

function headingName(row: Extract<LibraryRow, { kind: "heading" }>): string {
  return row.name || i18n.t("library.noGroup");
}

/** Name of the group that a row is in; its heading may be far above what is drawn. */
function groupName(rows: LibraryRows, from: number): string {
  for (let at = from; at >= 0; at--) {
    const row = rows.at(at);
    if (row?.kind === "heading") return headingName(row);
  }
  return "";
}
