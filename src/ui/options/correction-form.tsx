import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Choice } from "../../core/choices/choice.ts";
import { addressOf, type Correction, correctionOf } from "../../core/choices/correction.ts";
import { correctionLimits, correctionText } from "../../core/choices/correction-text.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { useAction } from "../use-action.ts";

interface CorrectionFormProps {
  choice: Choice;
  /** Hands the reader the file; rejects with what went wrong. */
  onSave(correction: Correction): Promise<void>;
  onClose(): void;
}

/** A choice as a correction for the maintainers: the reader's words, a text for a mail, a file. Nothing is sent. */
export function CorrectionForm({ choice, onSave, onClose }: CorrectionFormProps) {
  const api = useApi();
  const id = useId();
  const [comment, setComment] = useState("");
  const [claim, setClaim] = useState("");
  const [url, setUrl] = useState(addressOf(choice));
  const [done, setDone] = useState("");
  const { problem, act: run } = useAction({ before: () => setDone("") });
  const correction = correctionOf(choice, { comment, claim, url });
  const text = correctionText(correction);

  const act = (work: () => Promise<void>, said: string) =>
    run(async () => {
      await work();
      setDone(said);
    });
  return (
    <form
      class="correction"
      aria-label={i18n.t("choices.correctionOf", [choice.surface])}
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => onSave(correction), i18n.t("choices.saved"));
      }}
    >
      <p class="dim">{i18n.t("choices.correctionText")}</p>
      <Field
        label={i18n.t("choices.comment")}
        rows={3}
        value={comment}
        onInput={setComment}
        maxLength={correctionLimits.comment}
        focused
      />
      <Field
        label={i18n.t("choices.claim")}
        value={claim}
        onInput={setClaim}
        maxLength={correctionLimits.claim}
      />
      <Field
        label={i18n.t("choices.address")}
        value={url}
        onInput={setUrl}
        maxLength={correctionLimits.address}
        hint={choice.scope === "here" ? undefined : i18n.t("choices.addressHint")}
      />
      <div class="field">
        <label for={`${id}-text`}>{i18n.t("choices.mail")}</label>
        <textarea id={`${id}-text`} rows={Math.min(14, text.split("\n").length)} readOnly value={text} />
      </div>
      <div class="note-buttons">
        <Button type="submit" look="main">
          {i18n.t("choices.save")}
        </Button>
        <Button onClick={() => void act(() => api.copy(text), i18n.t("choices.copied"))}>
          {i18n.t("choices.copy")}
        </Button>
        <Button onClick={onClose}>{i18n.t("choices.close")}</Button>
      </div>
      <p class="dim" role="status">
        {done}
      </p>
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
