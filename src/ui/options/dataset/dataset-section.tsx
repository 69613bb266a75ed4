import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { entityKinds } from "../../../core/dataset/schema.ts";
import type { DatasetState } from "../../../messaging/protocol.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { instantWords } from "../../components/date-words.ts";
import { KindGlyph } from "../../components/kind-glyph.tsx";
import { ProblemState } from "../../components/problem-state.tsx";
import { NotLoaded } from "../../not-loaded.tsx";
import { useLoaded } from "../../use-loaded.ts";
import { DatasetChanges } from "./dataset-changes.tsx";
import { DatasetPack } from "./dataset-pack.tsx";
import { DatasetUpdates } from "./dataset-updates.tsx";
import { DatasetVersion } from "./dataset-version.tsx";
import { useDatasetWork } from "./use-dataset-work.ts";

/** Which dataset speaks, what it changed and holds, newer ones, and a pack beside it. */
export function DatasetSection() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.dataset", {}), [api]);
  const [loaded, reload] = useLoaded(load);
  const work = useDatasetWork(loaded.state === "loaded" ? loaded.value.updates.progress : null, reload);

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("options.noDataset")} onAgain={reload} />;
  const state = loaded.value;
  return (
    <>
      <Troubles state={state} onAgain={() => void reload()} />
      {state.info ? <DatasetVersion state={state} info={state.info} work={work} /> : null}
      <DatasetUpdates state={state} work={work} onChanged={reload} />
      {state.changes ? <DatasetChanges key={state.changes.after.version} changes={state.changes} /> : null}
      <DatasetPack pack={state.pack} work={work} />
      {state.info ? <Holdings counts={state.counts} /> : null}
    </>
  );
}

/** What is wrong with the dataset, whatever else is shown of it. */
function Troubles({ state, onAgain }: { state: DatasetState; onAgain(): void }) {
  const { info, problem, unreadable, rolledBack } = state;
  return (
    <>
      {info ? null : (
        <ProblemState title={i18n.t("options.noDataset")} text={problem ?? i18n.t("options.noDatasetText")}>
          <Button onClick={onAgain}>{i18n.t("options.tryAgain")}</Button>
        </ProblemState>
      )}
      {unreadable ? <ProblemState title={i18n.t("dataset.unreadable")} text={unreadable} /> : null}
      {rolledBack ? (
        <ProblemState
          title={i18n.t("dataset.rolledBack", [rolledBack.version])}
          text={i18n.t("dataset.rolledBackText", [instantWords(rolledBack.at), rolledBack.text])}
        />
      ) : null}
    </>
  );
}

function Holdings({ counts }: Pick<DatasetState, "counts">) {
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{i18n.t("options.holds")}</h2>
      <ul class="framed">
        {entityKinds.map((kind) => (
          <li key={kind}>
            <KindGlyph kind={kind} />
            <span>{i18n.t(`kinds.${kind}`)}</span>
            <span class="count">{counts[kind] ?? 0}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
