import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { backupFormat } from "../../core/notes/formats/backup.ts";
import type { BackupState } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { countWords } from "../components/count-words.ts";
import { instantWords } from "../components/date-words.ts";
import { ProblemState } from "../components/problem-state.tsx";
import { Switch } from "../components/switch.tsx";
import { datasetVersion } from "../dataset-version.ts";
import { useAction } from "../use-action.ts";
import { usePermission } from "../use-permission.ts";
import { ProgressLine } from "./library/progress-line.tsx";
import { writeFile } from "./library/write-file.ts";
import { useNotesSource } from "./notes-source.ts";
import { givenUp, useLongWork } from "./use-long-work.ts";

interface SafetyBackupsProps {
  state: BackupState;
  /** Whether the notes are backed up by themselves. */
  automatic: boolean;
  /** Whether the browser lets the extension save files, and tells about them. */
  mayDownload: boolean;
  onChanged(): Promise<void>;
}

/** When the last backup was made, what is not in it, and making one: by hand or by itself. */
export function SafetyBackups({ state, automatic, mayDownload, onChanged }: SafetyBackupsProps) {
  const api = useApi();
  const source = useNotesSource();
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState("");
  /** Writing a file where this page does it itself. */
  const { done, run, giveUp } = useLongWork();
  const { problem, act } = useAction({ before: () => setSaid(""), after: onChanged });
  const [refusal, settle] = usePermission(() => void switchTo(true));

  const switchTo = (on: boolean) => act(() => api.call("ui.saveSettings", { automaticBackup: on }));
  const backUp = () =>
    act(async () => {
      setSaving(true);
      try {
        setSaid(await (mayDownload ? saveChecked() : handOver()));
      } finally {
        setSaving(false);
      }
    });
  const saveChecked = async () => {
    const { notes, fileName } = await api.call("ui.backUpNow", {});
    return i18n.t("safety.saved", notes, [countWords(notes), fileName]);
  };
  const handOver = async () => {
    const about = { exported: api.now(), datasetVersion: await datasetVersion(api) };
    const notes = await source.listAll();
    const file = await run((progress, signal) =>
      writeFile(backupFormat, notes, about, (pieces) => progress(pieces / Math.max(notes.length, 1)), signal),
    );
    if (file === givenUp) return "";
    const fileName = backupFormat.fileName(about.exported);
    api.download(fileName, file);
    return i18n.t("safety.handed", [fileName]);
  };

  return (
    <section aria-labelledby="backups">
      <h2 id="backups">{i18n.t("safety.backups")}</h2>
      <p class="dim">{i18n.t("safety.backupsText")}</p>
      <div class="state">
        {state.overdue ? <p class="state-title">{i18n.t("safety.overdue")}</p> : null}
        <LastBackup state={state} />
        <div class="state-actions">
          <Button look="main" onClick={() => void backUp()} disabled={saving}>
            {i18n.t("safety.backUp")}
          </Button>
        </div>
      </div>
      {done === null ? null : (
        <ProgressLine label={i18n.t("library.export.writing")} done={done} of={1} onCancel={giveUp} />
      )}
      <p role="status">{saving ? i18n.t("safety.saving") : said}</p>
      {problem ? <ProblemState title={i18n.t("safety.failed")} text={problem} /> : null}
      {!problem && state.lastProblem ? (
        <ProblemState
          title={i18n.t("safety.failed")}
          text={i18n.t("safety.lastFailed", [instantWords(state.lastProblem.at), state.lastProblem.problem])}
        />
      ) : null}
      <div class="safety-switch">
        <Switch
          on={automatic}
          onChange={(on) => {
            // The browser asks within the click only, so nothing may be awaited before it.
            if (on) settle(api.requestDownload(), i18n.t("safety.automaticRefused"));
            else void switchTo(false);
          }}
        >
          {i18n.t("safety.automatic")}
        </Switch>
        <p class="field-hint">{i18n.t("safety.automaticText")}</p>
        {refusal ? <ProblemState title={i18n.t("options.notChanged")} text={refusal} /> : null}
      </div>
    </section>
  );
}

function LastBackup({ state: { lastBackup, unsaved } }: { state: BackupState }) {
  const words = lastBackup
    ? [
        i18n.t("safety.last", lastBackup.notes, [
          countWords(lastBackup.notes),
          instantWords(lastBackup.at),
          lastBackup.fileName,
        ]),
        lastBackup.checked === "size" ? i18n.t("safety.bySize") : i18n.t("safety.byComparison"),
      ]
    : [i18n.t("safety.never")];
  if (unsaved > 0) words.push(i18n.t("safety.unsaved", unsaved, [countWords(unsaved)]));
  else if (lastBackup) words.push(i18n.t("safety.allSaved"));
  return <p class="state-text">{words.join(" ")}</p>;
}
