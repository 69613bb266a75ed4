import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { entityKinds } from "../../core/dataset/schema.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { KindGlyph } from "../components/kind-glyph.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { useLoaded } from "../use-loaded.ts";

/** Which dataset speaks, and what it holds. */
export function DatasetSection() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.dataset", {}), [api]);
  const [loaded, reload] = useLoaded(load);

  if (loaded.state === "loading") return <div aria-busy="true" class="waiting" />;
  const problem = loaded.state === "failed" ? loaded.problem : loaded.value.problem;
  if (loaded.state === "failed" || !loaded.value.info) {
    return (
      <ProblemState title={i18n.t("options.noDataset")} text={problem ?? i18n.t("options.noDatasetText")}>
        <Button onClick={() => void reload()}>{i18n.t("options.tryAgain")}</Button>
      </ProblemState>
    );
  }
  const { info, counts } = loaded.value;
  const facts = [
    [i18n.t("options.title"), info.title],
    [i18n.t("options.version"), info.version],
    [i18n.t("options.date"), dateWords(info.date)],
    [i18n.t("options.licence"), info.licence],
    [i18n.t("options.measures"), String(counts.measure ?? 0)],
  ];
  return (
    <>
      <p class="dim">{i18n.t("options.datasetText")}</p>
      <dl class="framed">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
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
    </>
  );
}
