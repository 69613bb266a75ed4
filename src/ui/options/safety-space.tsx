import { useCallback, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type StorageFacts, useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { sizeWords } from "../components/size-words.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";

/** Whether the browser keeps the notes when space gets short, and how much they take. */
export function SafetySpace() {
  const api = useApi();
  const load = useCallback(() => api.storageFacts(), [api]);
  const [loaded, reload] = useLoaded(load);
  const [refused, setRefused] = useState(false);
  const { problem, act } = useAction({ after: reload });

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("options.notLoaded")} onAgain={reload} />;
  const { persisted } = loaded.value;
  return (
    <section aria-labelledby="space">
      <h2 id="space">{i18n.t("safety.space")}</h2>
      <p role="status">
        {i18n.t(persisted ? "safety.persisted" : refused ? "safety.persistRefused" : "safety.notPersisted")}
      </p>
      {persisted ? null : (
        <p>
          <Button onClick={() => void act(async () => setRefused(!(await api.persist())))}>
            {i18n.t("safety.persist")}
          </Button>
        </p>
      )}
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      <dl class="framed">
        <div>
          <dt>{i18n.t("safety.used")}</dt>
          <dd>{usedWords(loaded.value)}</dd>
        </div>
      </dl>
    </section>
  );
}

function usedWords({ used, quota }: StorageFacts): string {
  if (used === null) return i18n.t("safety.usedUnknown");
  if (quota === null) return i18n.t("safety.usedAlone", [sizeWords(used)]);
  return i18n.t("safety.usedOf", [sizeWords(used), sizeWords(quota)]);
}
