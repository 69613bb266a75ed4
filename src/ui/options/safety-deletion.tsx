import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { useAction } from "../use-action.ts";
import { useFocusBack } from "../use-focus-back.ts";

/** Forgets what was deleted long ago; and deletes everything, after a word was written that nobody writes by mistake. */
export function SafetyDeletion({ onDeleted }: { onDeleted: () => Promise<void> }) {
  const api = useApi();
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState("");
  const { problem, act } = useAction({ before: () => setSaid(""), after: onDeleted });
  const button = useFocusBack(asking);
  const confirmed = typed.trim().toLowerCase() === i18n.t("safety.word");
  const close = () => {
    setTyped("");
    setAsking(false);
  };

  const purge = () =>
    act(async () => {
      setSaid(i18n.t("safety.purged", await api.call("ui.purgeDeleted", {})));
    });
  const deleteEverything = (event: Event) => {
    event.preventDefault();
    if (!confirmed) return;
    void act(async () => {
      await api.call("ui.deleteEverything", {});
      close();
      setSaid(i18n.t("safety.deleted"));
    });
  };

  return (
    <section aria-labelledby="deletion">
      <h2 id="deletion">{i18n.t("safety.deletion")}</h2>
      <p class="dim">{i18n.t("safety.purgeText")}</p>
      <p>
        <Button onClick={() => void purge()}>{i18n.t("safety.purge")}</Button>
      </p>
      <p class="dim">{i18n.t("safety.everythingText")}</p>
      {asking ? (
        <form
          class="note-editor"
          onSubmit={deleteEverything}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
          }}
        >
          <Field
            label={i18n.t("safety.confirmation", [i18n.t("safety.word")])}
            value={typed}
            onInput={setTyped}
            focused
          />
          <div class="note-buttons">
            <Button type="submit" look="danger" disabled={!confirmed}>
              {i18n.t("safety.confirm")}
            </Button>
            <Button onClick={close}>{i18n.t("safety.cancel")}</Button>
          </div>
        </form>
      ) : (
        <p>
          <Button look="danger" onClick={() => setAsking(true)} buttonRef={button}>
            {i18n.t("safety.everything")}
          </Button>
        </p>
      )}
      <p role="status">{said}</p>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
    </section>
  );
}
