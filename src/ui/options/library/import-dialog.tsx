import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import {
  type ConflictChoice,
  decideImport,
  type NoteConflict,
  usualChoice,
} from "../../../core/notes/decide-import.ts";
import type { ImportPlan } from "../../../core/notes/import/read-import.ts";
import type { Note } from "../../../core/notes/note.ts";
import { problemWords } from "../../../core/problem-words.ts";
import { useApi } from "../../api.ts";
import { ProblemState } from "../../components/problem-state.tsx";
import { datasetVersion } from "../../dataset-version.ts";
import { ChooseFile } from "../choose-file.tsx";
import { Dialog } from "./dialog.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { inSlices } from "./in-slices.ts";
import { useLibraryFiles } from "./library-files.ts";
import { ProgressLine } from "./progress-line.tsx";
import type { NoteActions } from "./use-note-actions.ts";

interface ImportDialogProps {
  /** All notes, deleted ones among them. */
  notes: readonly Note[];
  putAll: NoteActions["putAll"];
  onClose(): void;
}

type Step =
  | { at: "choose" }
  | { at: "reading"; name: string; done: number }
  | { at: "preview"; plan: ImportPlan }
  | { at: "writing"; done: number; of: number };

/** Takes notes from a file: what would happen is shown first, and then all of it is done or nothing. */
export function ImportDialog({ notes, putAll, onClose }: ImportDialogProps) {
  const api = useApi();
  const { importSteps } = useLibraryFiles();
  const [step, setStep] = useState<Step>({ at: "choose" });
  const [problem, setProblem] = useState<string | null>(null);
  /** What was chosen, by the id of the file's version. */
  const [choices, setChoices] = useState<ReadonlyMap<string, ConflictChoice>>(new Map());
  const giveUp = useRef<AbortController | null>(null);
  useEffect(() => () => giveUp.current?.abort(), []);
  const choiceOf = (conflict: NoteConflict) => choices.get(conflict.theirs.id) ?? usualChoice(conflict);

  const read = async (file: File) => {
    const abort = new AbortController();
    giveUp.current = abort;
    const { name } = file;
    setProblem(null);
    setStep({ at: "reading", name, done: 0 });
    try {
      const [text, version] = await Promise.all([file.text(), datasetVersion(api)]);
      const stamp = { now: api.now(), newId: () => crypto.randomUUID(), datasetVersion: version };
      const progress = (done: number) => setStep({ at: "reading", name, done });
      const plan = await inSlices(importSteps(text, name, notes, stamp), progress, abort.signal);
      setChoices(new Map());
      setStep({ at: "preview", plan });
    } catch (cause) {
      if (!abort.signal.aborted) setProblem(problemWords(cause));
      setStep({ at: "choose" });
    }
  };
  const write = async (plan: ImportPlan) => {
    const { put, replaced } = decideImport(plan, choiceOf, notes);
    const abort = new AbortController();
    giveUp.current = abort;
    setProblem(null);
    setStep({ at: "writing", done: 0, of: put.length });
    try {
      const progress = (done: number) => setStep({ at: "writing", done, of: put.length });
      await putAll(put, replaced, progress, abort.signal);
      onClose();
    } catch (cause) {
      setProblem(abort.signal.aborted ? i18n.t("library.import.givenUp") : problemWords(cause));
      setStep({ at: "preview", plan });
    }
  };
  const busy = step.at === "writing" || step.at === "reading";
  return (
    <Dialog title={i18n.t("library.import.title")} busy={busy} onClose={onClose}>
      <div class="dialog-body">
        {problem ? <ProblemState title={i18n.t("library.import.nothingDone")} text={problem} /> : null}
        {step.at === "choose" ? (
          <ChooseFile
            text={i18n.t("library.import.text")}
            name={i18n.t("library.import.choose")}
            accept=".json,.jsonld,.csv"
            onFile={(file) => void read(file)}
          />
        ) : null}
        {step.at === "reading" ? (
          <ProgressLine
            label={i18n.t("library.import.reading", [step.name])}
            done={step.done}
            of={1}
            onCancel={() => giveUp.current?.abort()}
          />
        ) : null}
        {step.at === "preview" ? (
          <ImportPreview
            plan={step.plan}
            choiceOf={choiceOf}
            onChoose={(conflicts, choice) =>
              setChoices(
                new Map([...choices, ...conflicts.map(({ theirs }) => [theirs.id, choice] as const)]),
              )
            }
            onImport={() => void write(step.plan)}
            onOther={() => {
              setProblem(null);
              setStep({ at: "choose" });
            }}
          />
        ) : null}
        {step.at === "writing" ? (
          <ProgressLine
            label={i18n.t("library.import.writing")}
            done={step.done}
            of={step.of}
            onCancel={() => giveUp.current?.abort()}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
