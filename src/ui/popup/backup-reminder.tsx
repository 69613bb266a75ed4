import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { countWords } from "../components/count-words.ts";
import { useLoaded } from "../use-loaded.ts";

/** One line where many changes of notes, or old ones, are in no backup. Nothing else: that is no place to worry anybody. */
export function BackupReminder({ onOpen }: { onOpen: () => void }) {
  const api = useApi();
  const load = useCallback(() => api.call("ui.backupState", {}), [api]);
  const [loaded] = useLoaded(load);
  // Where the notes cannot be opened the popup says so already.
  if (loaded.state !== "loaded" || !loaded.value.overdue) return null;
  const { unsaved } = loaded.value;
  return (
    <p class="popup-backup">
      <Button look="quiet" onClick={onOpen}>
        {i18n.t("safety.popup", unsaved, [countWords(unsaved)])}
      </Button>
    </p>
  );
}
