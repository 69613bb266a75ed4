import { i18n } from "#i18n";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { isFiltered } from "./filter-bar.tsx";
import type { LibraryView } from "./use-found-notes.ts";

/** Why the list is empty, and what to do about it. */
export function NothingHere({ view, there, onClear }: { view: LibraryView; there: number; onClear(): void }) {
  const isNarrowed = view.query.trim() !== "" || isFiltered(view.filter);
  if (!isNarrowed && there === 0)
    return <EmptyState title={i18n.t("notes.none")}>{i18n.t("notes.noneText")}</EmptyState>;
  if (view.filter.state === "deleted" && view.query.trim() === "")
    return (
      <EmptyState title={i18n.t("library.trashEmpty")}>
        <p>{i18n.t("library.trashEmptyText")}</p>
        <Button onClick={onClear}>{i18n.t("library.showAll")}</Button>
      </EmptyState>
    );
  return (
    <EmptyState title={i18n.t("library.noMatch")}>
      <p>{i18n.t("library.noMatchText")}</p>
      <Button onClick={onClear}>{i18n.t("library.showAll")}</Button>
    </EmptyState>
  );
}
