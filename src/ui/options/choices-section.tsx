import { useCallback, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Choice } from "../../core/choices/choice.ts";
import {
  addressOf,
  type Correction,
  correctionFile,
  correctionFileName,
  correctionFileText,
  correctionOf,
} from "../../core/choices/correction.ts";
import { searchChoices } from "../../core/choices/search-choices.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { Field } from "../components/field.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { UndoBar } from "../components/undo-bar.tsx";
import { datasetVersion } from "../dataset-version.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";
import { BoundedList } from "./bounded-list.tsx";
import { ChoiceItem } from "./choice-item.tsx";

/** Fewer are seen at a glance. */
const worthSearching = 8;
/** So many are drawn at first, and with each "more". */
const pageSize = 100;

/** What the reader called "not this one": listed, undone, exported as corrections. */
export function ChoicesSection() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.choices", {}), [api]);
  const [loaded, reload] = useLoaded(load);
  const [query, setQuery] = useState("");
  /** What was taken back here and can be put back. */
  const [undone, setUndone] = useState<Choice[]>([]);
  const list = useRef<HTMLDivElement>(null);

  const { problem, act } = useAction({ after: reload });
  const undo = (choices: Choice[]) =>
    act(async () => {
      await api.call("ui.undoChoices", { ids: choices.map(({ id }) => id) });
      setUndone((before) => [...before, ...choices]);
    });
  const putBack = () =>
    act(async () => {
      await api.call("ui.restoreChoices", { choices: undone });
      setUndone([]);
      // The undo bar had the focus and goes.
      list.current?.focus();
    });
  const forget = (what: "unreadable" | "private") =>
    act(async () => {
      await api.call("ui.undoChoices", { ids: [], also: [what] });
      list.current?.focus();
    });
  const save = async (corrections: Correction[]) => {
    const file = correctionFile(corrections, {
      exported: api.now(),
      datasetVersion: await datasetVersion(api),
    });
    api.download(correctionFileName(file), correctionFileText(file));
  };
  const saveAll = (choices: Choice[]) =>
    act(() =>
      save(choices.map((choice) => correctionOf(choice, { comment: "", claim: "", url: addressOf(choice) }))),
    );

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("choices.notOpened")} onAgain={reload} />;
  const { choices, unreadable, inPrivate } = loaded.value;
  const found = searchChoices(choices, query);
  return (
    <div class="choices" tabIndex={-1} ref={list}>
      <p class="dim">{i18n.t("choices.text")}</p>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      {unreadable > 0 ? (
        <ProblemState
          title={i18n.t("choices.unreadable", unreadable)}
          text={i18n.t("choices.unreadableText")}
        >
          <Button look="danger" onClick={() => void forget("unreadable")}>
            {i18n.t("choices.deleteUnreadable")}
          </Button>
        </ProblemState>
      ) : null}
      {inPrivate > 0 ? (
        <div class="state">
          <p class="state-title">{i18n.t("choices.private", inPrivate)}</p>
          <p class="state-text">{i18n.t("choices.privateText")}</p>
          <div class="state-actions">
            <Button onClick={() => void forget("private")}>{i18n.t("choices.forgetPrivate")}</Button>
          </div>
        </div>
      ) : null}
      {choices.length > 0 ? (
        <div class="choices-tools">
          {choices.length > worthSearching ? (
            <Field
              label={i18n.t("choices.search")}
              placeholder={i18n.t("choices.search")}
              quietLabel
              type="search"
              value={query}
              onInput={setQuery}
            />
          ) : null}
          <Button onClick={() => void saveAll(choices)}>{i18n.t("choices.exportAll")}</Button>
          <Button onClick={() => void undo(choices)}>{i18n.t("choices.undoAll")}</Button>
          <p class="notes-count dim" role="status">
            {query.trim() === ""
              ? i18n.t("choices.count", choices.length)
              : i18n.t("choices.found", [String(found.length), String(choices.length)])}
          </p>
        </div>
      ) : null}
      {choices.length === 0 ? (
        <EmptyState title={i18n.t("choices.none")}>{i18n.t("choices.noneText")}</EmptyState>
      ) : found.length === 0 ? (
        <EmptyState title={i18n.t("choices.noMatch")}>{i18n.t("choices.noMatchText")}</EmptyState>
      ) : (
        <BoundedList class="choice-list" items={found} pageSize={pageSize}>
          {(choice) => (
            <ChoiceItem
              key={choice.id}
              choice={choice}
              onUndo={() => void undo([choice])}
              onSave={(correction) => save([correction])}
            />
          )}
        </BoundedList>
      )}
      {undone.length > 0 ? (
        <UndoBar
          text={i18n.t("choices.undone", undone.length)}
          onUndo={() => void putBack()}
          onDismiss={() => setUndone([])}
        />
      ) : null}
    </div>
  );
}
