import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { compareSteps, countThere, isWhole } from "../../core/notes/backup.ts";
import { useApi } from "../api.ts";
import { countWords } from "../components/count-words.ts";
import { ProblemState } from "../components/problem-state.tsx";
import { useAction } from "../use-action.ts";
import { inSlices } from "./library/in-slices.ts";
import { ProgressLine } from "./library/progress-line.tsx";
import { useNotesSource } from "./notes-source.ts";
import { givenUp, useLongWork } from "./use-long-work.ts";

/** Compares a file that the reader chooses with the notes, since no browser lets an extension read what it saved. */
export function SafetyCheck({ onChecked }: { onChecked: () => Promise<void> }) {
  const api = useApi();
  const source = useNotesSource();
  const id = useId();
  const [found, setFound] = useState<{ whole: boolean; words: string } | null>(null);
  const { done, run, giveUp } = useLongWork();
  const { problem, act } = useAction({ before: () => setFound(null), after: onChecked });

  const check = (file: File) =>
    act(async () => {
      // Counted before the notes are read: a change that comes between is then in no backup.
      const { changes } = await api.call("ui.backupState", {});
      const [text, notes] = await Promise.all([file.text(), source.listAll()]);
      const comparison = await run((progress, signal) =>
        inSlices(compareSteps(text, notes), progress, signal),
      );
      if (comparison === givenUp) return;
      if (!comparison) {
        setFound({ whole: false, words: i18n.t("safety.unreadable", [file.name]) });
        return;
      }
      const { missing, different, more } = comparison;
      const there = countThere(notes);
      const whole = isWhole(comparison);
      if (whole) await api.call("ui.backupCompared", { fileName: file.name, notes: there, changes });
      const words = whole
        ? i18n.t("safety.whole", there, [countWords(there), file.name])
        : i18n.t("safety.notWhole", [file.name, countWords(missing), countWords(different)]);
      setFound({ whole, words: more > 0 ? `${words} ${i18n.t("safety.more", more)}` : words });
    });

  return (
    <section aria-labelledby="check">
      <h2 id="check">{i18n.t("safety.check")}</h2>
      <p class="dim" id={`${id}-text`}>
        {i18n.t("safety.checkText")}
      </p>
      <div class="field">
        <label for={id}>{i18n.t("safety.checkFile")}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-text`}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void check(file);
          }}
        />
      </div>
      {done === null ? null : (
        <ProgressLine label={i18n.t("safety.comparing")} done={done} of={1} onCancel={giveUp} />
      )}
      <p role="status">{found?.whole ? found.words : null}</p>
      {found && !found.whole ? <ProblemState title={i18n.t("safety.notCounted")} text={found.words} /> : null}
      {problem ? <ProblemState title={i18n.t("safety.notCounted")} text={problem} /> : null}
    </section>
  );
}
