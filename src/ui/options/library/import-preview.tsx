import { i18n } from "#i18n";
import {
  type ConflictChoice,
  conflictChoices,
  type NoteConflict,
} from "../../../core/notes/decide-import.ts";
import { excerptOf } from "../../../core/notes/find-in-text.ts";
import type { ImportPlan } from "../../../core/notes/import/read-import.ts";
import type { Note } from "../../../core/notes/note.ts";
import { Button } from "../../components/button.tsx";
import { countWords } from "../../components/count-words.ts";
import { instantWords } from "../../components/date-words.ts";
import { BoundedList } from "../bounded-list.tsx";
import { formatKeys } from "./library-files.ts";
import { titleOf } from "./note-row.tsx";

/** So many conflicts are shown at first, and with each "more"; what is chosen for all holds for those below, too. */
const shownAtOnce = 20;
const textLength = 400;

interface ImportPreviewProps {
  plan: ImportPlan;
  choiceOf(conflict: NoteConflict): ConflictChoice;
  onChoose(conflicts: readonly NoteConflict[], choice: ConflictChoice): void;
  onImport(): void;
  /** Another file is wanted. */
  onOther(): void;
}

/** What an import would do, and what has to be decided before. */
export function ImportPreview({ plan, choiceOf, onChoose, onImport, onOther }: ImportPreviewProps) {
  const { add, same, conflicts, problems } = plan;
  const nothing = add.length === 0 && conflicts.length === 0;
  return (
    <>
      <p>{i18n.t("library.import.readAs", [i18n.t(`library.import.format.${formatKeys[plan.format]}`)])}</p>
      <dl class="import-counts">
        <Count number={add.length} words={i18n.t("library.import.add")} />
        <Count number={same.length} words={i18n.t("library.import.same")} />
        <Count number={conflicts.length} words={i18n.t("library.import.conflicts")} />
        <Count number={problems.length} words={i18n.t("library.import.problems")} />
      </dl>
      {problems.length > 0 ? (
        <details class="import-problems" open={nothing}>
          <summary>
            {i18n.t("library.import.problemsTitle", problems.length, [countWords(problems.length)])}
          </summary>
          <ul>
            {problems.map(({ place, problem, remedy }) => (
              <li key={`${place} ${problem}`}>
                <p>
                  <strong>{place}</strong>: {problem}
                </p>
                <p class="dim">{remedy}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {conflicts.length > 0 ? (
        <section>
          <h3>{i18n.t("library.import.conflictsTitle", conflicts.length, [countWords(conflicts.length)])}</h3>
          <p class="dim">{i18n.t("library.import.conflictsText")}</p>
          {conflicts.length > 1 ? (
            <div class="conflicts-all">
              <span>{i18n.t("library.import.forAll")}</span>
              {conflictChoices.map((choice) => (
                <Button key={choice} onClick={() => onChoose(conflicts, choice)}>
                  {i18n.t(`library.import.choice.${choice}`)}
                </Button>
              ))}
            </div>
          ) : null}
          <BoundedList class="conflict-list" items={conflicts} pageSize={shownAtOnce}>
            {(conflict) => (
              <Conflict
                key={conflict.theirs.id}
                conflict={conflict}
                choice={choiceOf(conflict)}
                onChoice={(choice) => onChoose([conflict], choice)}
              />
            )}
          </BoundedList>
        </section>
      ) : null}
      <div class="dialog-foot">
        {nothing ? (
          <p role="status">{i18n.t("library.import.nothing")}</p>
        ) : (
          <Button look="main" onClick={onImport}>
            {i18n.t("library.import.do")}
          </Button>
        )}
        <Button onClick={onOther}>{i18n.t("library.import.other")}</Button>
      </div>
    </>
  );
}

function Count({ number, words }: { number: number; words: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>{countWords(number)}</dd>
    </div>
  );
}

function Conflict({
  conflict,
  choice,
  onChoice,
}: {
  conflict: NoteConflict;
  choice: ConflictChoice;
  onChoice(choice: ConflictChoice): void;
}) {
  const { mine, theirs } = conflict;
  return (
    <li>
      <fieldset class="conflict">
        <legend dir="auto">{titleOf(mine)}</legend>
        <div class="versions">
          <Version title={i18n.t("library.import.mine")} note={mine} />
          <Version title={i18n.t("library.import.theirs")} note={theirs} />
        </div>
        <div class="conflict-choices">
          {conflictChoices.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name={`conflict ${theirs.id}`}
                checked={one === choice}
                onChange={() => onChoice(one)}
              />
              {i18n.t(`library.import.choice.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function Version({ title, note }: { title: string; note: Note }) {
  const { text, cutAfter } = excerptOf(note.body, [], textLength);
  return (
    <div class="version">
      <h4>{title}</h4>
      <p class="dim">
        {note.deleted
          ? i18n.t("library.deletedOn", [instantWords(note.deleted)])
          : i18n.t("library.changedAt", [instantWords(note.changed), String(note.revision)])}
      </p>
      <p dir="auto">
        {text || i18n.t("popup.emptyNote")}
        {cutAfter ? " …" : ""}
      </p>
      {note.tags.length > 0 ? <p class="dim">{note.tags.join(", ")}</p> : null}
    </div>
  );
}
