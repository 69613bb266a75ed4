import { i18n } from "#i18n";
import type { PageSummary } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";

/** Notes, and which dataset speaks. */
export function PopupFoot({ page, onNote }: { page: PageSummary; onNote(): void }) {
  const api = useApi();
  const openNotes = async () => {
    await api.openOptions("notes");
    api.close();
  };
  const canNote = page.state === "article" || page.state === "not-article";
  return (
    <footer class="popup-foot">
      {canNote ? (
        <Button look="quiet" onClick={onNote}>
          {i18n.t("popup.note")}
        </Button>
      ) : null}
      <Button look="quiet" onClick={openNotes}>
        {notesLabel(page.notes)}
      </Button>
      <span class="popup-version dim">
        {page.dataset ? i18n.t("card.version", [page.dataset.version]) : i18n.t("popup.noDataset")}
      </span>
    </footer>
  );
}

/** Notes that could not be opened are not shown as none. */
function notesLabel(count: number | null): string {
  if (count === null) return i18n.t("popup.notesUnavailable");
  return count > 0 ? i18n.t("popup.notesHere", count) : i18n.t("popup.allNotes");
}
