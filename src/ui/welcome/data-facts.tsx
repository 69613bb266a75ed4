import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { dateWords } from "../components/date-words.ts";
import { useLoaded } from "../use-loaded.ts";

/** What data the cards speak from, and what leaves the machine. */
export function DataFacts() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.dataset", {}), [api]);
  const [loaded] = useLoaded(load);
  const dataset = loaded.state === "loaded" ? loaded.value : null;
  const problem = loaded.state === "failed" ? loaded.problem : dataset?.problem;
  return (
    <aside class="facts" aria-labelledby="welcome-facts">
      <h2 id="welcome-facts">{i18n.t("welcome.facts")}</h2>
      <dl>
        <div>
          <dt>{i18n.t("welcome.data")}</dt>
          <dd>
            {problem ? <p role="alert">{problem}</p> : null}
            {dataset?.info ? (
              <p>
                {i18n.t("welcome.dataText", [
                  dataset.info.version,
                  dateWords(dataset.info.date),
                  String(dataset.counts.measure ?? 0),
                ])}
              </p>
            ) : null}
            <p>{i18n.t("welcome.sources")}</p>
          </dd>
        </div>
        <div>
          <dt>{i18n.t("welcome.sent")}</dt>
          <dd>
            <p>{i18n.t("welcome.sentText")}</p>
          </dd>
        </div>
      </dl>
    </aside>
  );
}
