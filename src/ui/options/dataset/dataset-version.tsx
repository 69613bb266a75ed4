import { i18n } from "#i18n";
import { datasetAge, isDatasetOld } from "../../../core/card/dataset-age.ts";
import type { DatasetInfo } from "../../../core/dataset/schema.ts";
import type { DatasetState } from "../../../messaging/protocol.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { dateWords, instantWords } from "../../components/date-words.ts";
import type { DatasetWork } from "./use-dataset-work.ts";
import { WorkNews } from "./work-news.tsx";

interface DatasetVersionProps {
  state: DatasetState;
  info: DatasetInfo;
  work: DatasetWork;
}

/** The dataset in use: its version, how old it is, where it came from; and the way to the one before. */
export function DatasetVersion({ state, info, work }: DatasetVersionProps) {
  const api = useApi();
  const today = api.now().slice(0, 10);
  const age = datasetAge(info.date, today);
  const { previous } = state;
  const facts = [
    [i18n.t("options.title"), info.title],
    [i18n.t("options.version"), info.version],
    [i18n.t("options.date"), i18n.t("dataset.dayAndAge", [dateWords(info.date), i18n.t("dataset.age", age)])],
    [i18n.t("dataset.from"), originWords(state)],
    [i18n.t("options.licence"), info.licence],
    [i18n.t("options.measures"), String(state.counts.measure ?? 0)],
  ];
  const goBack = (version: string) =>
    work.run("version", i18n.t("options.notChanged"), async () => {
      await api.call("ui.datasetBack", {});
      return i18n.t("dataset.inUse", [version]);
    });
  return (
    <section aria-labelledby="in-use">
      <h2 id="in-use">{i18n.t("dataset.current")}</h2>
      <p class="dim">{i18n.t("options.datasetText")}</p>
      {isDatasetOld(info.date, today) ? <p class="dataset-old">{i18n.t("card.old", [String(age)])}</p> : null}
      <dl class="framed">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {previous ? (
        <p>
          <Button disabled={work.progress !== null} onClick={() => void goBack(previous.version)}>
            {i18n.t(previous.newer ? "dataset.forward" : "dataset.back", [previous.version])}
          </Button>
        </p>
      ) : null}
      <WorkNews work={work} place="version" />
    </section>
  );
}

function originWords({ origin, installed }: DatasetState): string {
  if (origin === null || installed === null) return i18n.t("dataset.bundled");
  const day: [string] = [instantWords(installed)];
  return origin === "update" ? i18n.t("dataset.updated", day) : i18n.t("dataset.fromFile", day);
}
