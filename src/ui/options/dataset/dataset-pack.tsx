import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { PackState } from "../../../messaging/protocol.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { instantWords } from "../../components/date-words.ts";
import { ProblemState } from "../../components/problem-state.tsx";
import { useFocusBack } from "../../use-focus-back.ts";
import { BoundedList } from "../bounded-list.tsx";
import { PackageFile } from "./package-file.tsx";
import type { DatasetWork } from "./use-dataset-work.ts";
import { WorkNews } from "./work-news.tsx";

/** A newsroom's own records beside those of the dataset: one pack, from a file. */
export function DatasetPack({ pack, work }: { pack: PackState | null; work: DatasetWork }) {
  const api = useApi();
  const isBusy = work.progress !== null;
  return (
    <section aria-labelledby="pack">
      <h2 id="pack">{i18n.t("pack.title")}</h2>
      <p class="dim">{i18n.t("pack.text")}</p>
      {pack ? <InstalledPack key={pack.installed} pack={pack} work={work} /> : null}
      <WorkNews work={work} place="pack" otherwise={pack || isBusy ? "" : i18n.t("pack.none")} />
      <PackageFile
        work={work}
        place="pack"
        text={i18n.t(pack ? "pack.replaceText" : "pack.installText")}
        name={i18n.t("pack.choose")}
        failed={i18n.t("pack.notInstalled")}
        install={async (file) => {
          const state = await api.call("ui.installPack", { file });
          return i18n.t("pack.installed", [state.pack?.title ?? "", state.pack?.version ?? ""]);
        }}
      />
    </section>
  );
}

function InstalledPack({ pack, work }: { pack: PackState; work: DatasetWork }) {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const button = useFocusBack(asking);
  const facts = [
    [i18n.t("options.title"), pack.title],
    [i18n.t("options.version"), pack.version],
    [i18n.t("pack.signature"), i18n.t(pack.signed ? "pack.signed" : "pack.unsigned")],
    [i18n.t("dataset.from"), i18n.t("dataset.fromFile", [instantWords(pack.installed)])],
    [i18n.t("pack.records"), String(pack.records)],
  ];
  const remove = () =>
    work.run("pack", i18n.t("options.notChanged"), async () => {
      await api.call("ui.removePack", {});
      return i18n.t("pack.removed", [pack.title]);
    });
  return (
    <>
      {pack.problem ? <ProblemState title={i18n.t("pack.unusable")} text={pack.problem} /> : null}
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
      {pack.leftOut.length > 0 ? (
        <details class="dataset-part">
          <summary>{i18n.t("pack.leftOut", pack.leftOut.length)}</summary>
          <p class="dim">{i18n.t("pack.leftOutText")}</p>
          <BoundedList class="dataset-list" items={pack.leftOut} pageSize={50}>
            {(id) => <li key={id}>{id}</li>}
          </BoundedList>
        </details>
      ) : null}
      {asking ? (
        <fieldset
          class="state"
          aria-labelledby="pack-remove"
          onKeyDown={(event) => {
            if (event.key === "Escape") setAsking(false);
          }}
        >
          <p id="pack-remove">{i18n.t("pack.removeText", [pack.title])}</p>
          <div class="state-actions">
            <Button
              look="danger"
              buttonRef={(element) => element?.focus()}
              onClick={() => {
                setAsking(false);
                void remove();
              }}
            >
              {i18n.t("pack.confirm")}
            </Button>
            <Button onClick={() => setAsking(false)}>{i18n.t("pack.keep")}</Button>
          </div>
        </fieldset>
      ) : (
        <p>
          <Button
            look="danger"
            disabled={work.progress !== null}
            onClick={() => setAsking(true)}
            buttonRef={button}
          >
            {i18n.t("pack.remove")}
          </Button>
        </p>
      )}
    </>
  );
}
