import { i18n } from "#i18n";
import type { FacetValue } from "../../../core/notes/filter-notes.ts";
import { Button } from "../../components/button.tsx";
import { countWords } from "../../components/count-words.ts";
import { Field } from "../../components/field.tsx";
import { FilterBar, isFiltered } from "./filter-bar.tsx";
import type { FoundNotes, LibraryView } from "./use-found-notes.ts";
import type { Selection } from "./use-selection.ts";

interface LibraryToolsProps {
  view: LibraryView;
  onView(view: LibraryView): void;
  facets: readonly FacetValue[];
  /** There is no note, not even a deleted one. */
  isEmpty: boolean;
  /** All notes have been read: before that, a file would not hold all, or be compared with too few. */
  complete: boolean;
  onDialog(dialog: "all" | "import" | "keys"): void;
  /** From the search to what was found. */
  onDown(): void;
}

/** The search, the filters, and what is done with files. */
export function LibraryTools({
  view,
  onView,
  facets,
  isEmpty,
  complete,
  onDialog,
  onDown,
}: LibraryToolsProps) {
  return (
    <div class="library-tools">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field in it has the focus and the keys. */}
      <div
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          onDown();
        }}
      >
        <Field
          label={i18n.t("notes.search")}
          placeholder={i18n.t("notes.search")}
          quietLabel
          type="search"
          value={view.query}
          onInput={(query) => onView({ ...view, query })}
        />
      </div>
      <div class="library-files">
        <Button disabled={isEmpty || !complete} onClick={() => onDialog("all")}>
          {i18n.t("library.exportAll")}
        </Button>
        <Button disabled={!complete} onClick={() => onDialog("import")}>
          {i18n.t("library.importFile")}
        </Button>
        <Button look="quiet" onClick={() => onDialog("keys")}>
          {i18n.t("library.keys.show")}
        </Button>
      </div>
      {isEmpty ? null : <FilterBar view={view} onView={onView} facets={facets} />}
    </div>
  );
}

interface FoundCountProps {
  view: LibraryView;
  found: FoundNotes;
  /** How many notes there are, deleted ones not counted; null while they are being read. */
  there: number | null;
  selection: Selection;
}

/** How many notes are shown, told as it changes. */
export function FoundCount({ view, found, there, selection }: FoundCountProps) {
  const count = found.found.length;
  return (
    <div class="library-count">
      <p class="dim" role="status">
        {there === null
          ? i18n.t("library.reading")
          : found.preparing
            ? i18n.t("library.preparing")
            : view.filter.state === "deleted"
              ? i18n.t("library.countDeleted", count, [countWords(count)])
              : view.query.trim() === "" && !isFiltered(view.filter)
                ? i18n.t("notes.count", there, [countWords(there)])
                : i18n.t("notes.found", [countWords(count), countWords(there)])}
      </p>
      {there !== null && count > 0 ? (
        <Button look="quiet" onClick={selection.selectAll}>
          {selection.notes.length === count
            ? i18n.t("library.selectNone")
            : i18n.t("library.selectAll", count, [countWords(count)])}
        </Button>
      ) : null}
    </div>
  );
}
