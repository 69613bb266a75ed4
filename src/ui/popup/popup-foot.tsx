import { i18n } from "#i18n";
import type { PageSummary } from "../../messaging/protocol.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { BackupReminder } from "./backup-reminder.tsx";

interface PopupFootProps {
  page: PageSummary;
  onNote(): void;
  onAllNotes(): void;
  onBackup(): void;
}

/** A new note, all notes, and which dataset speaks. */
export function PopupFoot({ page: { state, dataset }, onNote, onAllNotes, onBackup }: PopupFootProps) {
  return (
    <footer class="popup-foot">
      <BackupReminder onOpen={onBackup} />
      {/* Where our script does not run by itself, the press on our button lets it. */}
      {state === "article" || state === "not-article" || state === "no-access" ? (
        <Button look="quiet" onClick={onNote}>
          {i18n.t("popup.note")}
        </Button>
      ) : null}
      <Button look="quiet" onClick={onAllNotes}>
        {i18n.t("popup.allNotes")}
      </Button>
      <span class="popup-version dim">
        {dataset
          ? i18n.t("popup.dataset", [dataset.version, dateWords(dataset.date)])
          : i18n.t("popup.noDataset")}
      </span>
    </footer>
  );
}
