import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { NoteFormat } from "../../../core/notes/formats/index.ts";
import type { Note } from "../../../core/notes/note.ts";
import { problemWords } from "../../../core/problem-words.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { countWords } from "../../components/count-words.ts";
import { ProblemState } from "../../components/problem-state.tsx";
import { datasetVersion } from "../../dataset-version.ts";
import { givenUp, useLongWork } from "../use-long-work.ts";
import { Dialog } from "./dialog.tsx";
import { formatKeys, useLibraryFiles } from "./library-files.ts";
import { ProgressLine } from "./progress-line.tsx";
import { writeFile } from "./write-file.ts";

/** Which notes go into the file. */
export type ExportScope = "all" | "found" | "selected";

interface ExportDialogProps {
  /** The notes of each scope that there is; `all` holds the deleted ones too, which only the backup keeps. */
  scopes: ReadonlyMap<ExportScope, readonly Note[]>;
  /** Which of them is offered first. */
  scope: ExportScope;
  onClose(): void;
}

/** Writes notes to a file and hands it over. */
export function ExportDialog({ scopes, scope: first, onClose }: ExportDialogProps) {
  const api = useApi();
  const { formats } = useLibraryFiles();
  const [scope, setScope] = useState(first);
  const [id, setId] = useState<NoteFormat["id"]>(formats[0]?.id ?? "backup");
  const { done, run, giveUp } = useLongWork();
  const [problem, setProblem] = useState<string | null>(null);
  const notes = scopes.get(scope) ?? [];
  const busy = done !== null;

  const write = async (event: Event) => {
    event.preventDefault();
    const format = formats.find((one) => one.id === id);
    if (!format || busy) return;
    setProblem(null);
    try {
      const exported = api.now();
      const file = await run(async (progress, signal) =>
        writeFile(format, notes, { exported, datasetVersion: await datasetVersion(api) }, progress, signal),
      );
      if (file === givenUp) return;
      api.download(format.fileName(exported), file);
      onClose();
    } catch (cause) {
      setProblem(problemWords(cause));
    }
  };
  return (
    <Dialog title={i18n.t("library.export.title")} busy={busy} onClose={onClose}>
      <form class="dialog-body" onSubmit={write}>
        <fieldset disabled={busy}>
          <legend>{i18n.t("library.export.which")}</legend>
          {[...scopes].map(([name, those]) => (
            <label key={name} class="choice">
              <input type="radio" name="scope" checked={name === scope} onChange={() => setScope(name)} />
              <span>{i18n.t(`library.export.scope.${name}`, [living(those)])}</span>
            </label>
          ))}
        </fieldset>
        <fieldset disabled={busy}>
          <legend>{i18n.t("library.export.format")}</legend>
          {formats.map((format) => (
            <label key={format.id} class="choice choice-explained">
              <input
                type="radio"
                name="format"
                checked={format.id === id}
                onChange={() => setId(format.id)}
              />
              <span>
                {i18n.t(`library.format.${formatKeys[format.id]}.name`)}
                <span class="dim">{i18n.t(`library.format.${formatKeys[format.id]}.text`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {problem ? <ProblemState title={i18n.t("library.export.failed")} text={problem} /> : null}
        {busy ? (
          <ProgressLine
            label={i18n.t("library.export.writing")}
            done={done}
            of={notes.length}
            onCancel={giveUp}
          />
        ) : (
          <div class="dialog-foot">
            <Button type="submit" look="main">
              {i18n.t("library.export.do")}
            </Button>
          </div>
        )}
      </form>
    </Dialog>
  );
}

function living(notes: readonly Note[]): string {
  return countWords(notes.reduce((count, { deleted }) => count + (deleted ? 0 : 1), 0));
}
