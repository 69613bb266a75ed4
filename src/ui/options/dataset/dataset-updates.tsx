import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { readUpdateAddress } from "../../../core/dataset/update-address.ts";
import type { UpdateOutcome } from "../../../core/dataset/update-outcome.ts";
import { compareVersions } from "../../../core/package/manifest.ts";
import { problemWords } from "../../../core/problem-words.ts";
import type { DatasetState, UpdateCheck } from "../../../messaging/protocol.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { dateWords, instantWords } from "../../components/date-words.ts";
import { ProblemState } from "../../components/problem-state.tsx";
import { sizeWords } from "../../components/size-words.ts";
import { Switch } from "../../components/switch.tsx";
import { useAction } from "../../use-action.ts";
import { usePermission } from "../../use-permission.ts";
import { DatasetAddress } from "./dataset-address.tsx";
import { PackageFile } from "./package-file.tsx";
import type { DatasetWork } from "./use-dataset-work.ts";
import { WorkNews } from "./work-news.tsx";

interface DatasetUpdatesProps {
  state: DatasetState;
  work: DatasetWork;
  onChanged(): Promise<void>;
}

type Found = Extract<UpdateCheck, { state: "found" }>;

/** Newer datasets: asked for now or once a week, from an address that can be seen and changed, or from a file. */
export function DatasetUpdates({ state, work, onChanged }: DatasetUpdatesProps) {
  const api = useApi();
  const [found, setFound] = useState<Found | null>(null);
  const { updates } = state;
  const address = readUpdateAddress(updates.address);
  const isBusy = work.progress !== null;

  const check = async () => {
    const answer = await api.call("ui.checkUpdate", {});
    if (answer.state === "found") {
      setFound(answer);
      return i18n.t("dataset.found", [answer.version]);
    }
    if (answer.state === "newest") return i18n.t("dataset.newest", [answer.version, dateWords(answer.date)]);
    throw new Error(
      answer.state === "no-access"
        ? i18n.t("dataset.noAccess", [updates.address])
        : i18n.t("dataset.noAddress"),
    );
  };
  const install = async () => {
    const { info } = await api.call("ui.installUpdate", {});
    setFound(null);
    return i18n.t("dataset.inUse", [info?.version ?? ""]);
  };
  /** The browser asks within the click only, so nothing may be awaited before it. */
  const withAccess = (title: string, act: () => Promise<string>) => {
    if ("problem" in address) return;
    api.requestOrigins([address.access]).then(
      (granted) => {
        if (granted) void work.run("updates", title, act);
        else work.refuse("updates", title, i18n.t("dataset.noAccess", [updates.address]));
      },
      (cause) => work.refuse("updates", title, problemWords(cause)),
    );
  };

  const known = found ?? foundBefore(state);
  return (
    <section aria-labelledby="updates">
      <h2 id="updates">{i18n.t("dataset.updates")}</h2>
      {"problem" in address ? (
        <p class="dim">{i18n.t("dataset.noAddress")}</p>
      ) : (
        <>
          <p class="dim">{i18n.t("dataset.updatesText")}</p>
          {known && !isBusy ? (
            <div class="state">
              <p class="state-title">{i18n.t("dataset.isThere", [known.version])}</p>
              {found ? <p class="state-text">{foundWords(found)}</p> : null}
              <div class="state-actions">
                <Button
                  look="main"
                  onClick={() => {
                    setFound(null);
                    withAccess(i18n.t("dataset.notInstalled"), install);
                  }}
                >
                  {i18n.t("dataset.install", [known.version])}
                </Button>
              </div>
            </div>
          ) : null}
          <p>
            <Button
              look={known ? "plain" : "main"}
              disabled={isBusy}
              onClick={() => {
                setFound(null);
                withAccess(i18n.t("dataset.notChecked"), check);
              }}
            >
              {i18n.t("dataset.check")}
            </Button>
          </p>
        </>
      )}
      <WorkNews work={work} place="updates" otherwise={work.problem ? "" : lastWords(updates.last)} />
      <Automatic
        // An address that cannot be asked has nothing to switch on.
        access={"problem" in address ? null : address.access}
        on={updates.automatic}
        onChanged={onChanged}
      />
      <DatasetAddress updates={updates} onChanged={onChanged} />
      <PackageFile
        work={work}
        place="updates"
        text={i18n.t("dataset.file.text")}
        name={i18n.t("dataset.file.choose")}
        failed={i18n.t("dataset.notInstalled")}
        install={async (file) => {
          const { info } = await api.call("ui.installPackage", { file });
          setFound(null);
          return i18n.t("dataset.inUse", [info?.version ?? ""]);
        }}
      />
    </section>
  );
}

/** A look that was not taken on this page, or not by hand, has found something that is still to be installed. */
function foundBefore({ info, updates: { last } }: DatasetState): { version: string } | null {
  if (last?.state !== "found" || !last.version) return null;
  // It may have come from a file meanwhile.
  const isNewer = !info || compareVersions(last.version, info.version) > 0;
  return isNewer ? { version: last.version } : null;
}

function foundWords({ title, date, bytes }: Found): string {
  const size = bytes === null ? i18n.t("dataset.sizeUnknown") : sizeWords(bytes);
  return i18n.t("dataset.foundText", [title, dateWords(date), size]);
}

function lastWords(last: UpdateOutcome | null): string {
  if (!last) return "";
  const at = instantWords(last.at);
  switch (last.state) {
    case "newest":
      return i18n.t("dataset.last.newest", [at]);
    case "found":
      return i18n.t("dataset.last.found", [at, last.version ?? ""]);
    case "installed":
      return i18n.t("dataset.last.installed", [at, last.version ?? ""]);
    case "cancelled":
      return i18n.t("dataset.last.cancelled", [at]);
    case "failed":
      return i18n.t("dataset.last.failed", [at, last.text]);
  }
}

interface AutomaticProps {
  /** Pattern of the permission that it needs; null where there is no address. */
  access: string | null;
  on: boolean;
  onChanged(): Promise<void>;
}

/** Off until the reader switches it on, which asks the browser for what it takes. */
function Automatic({ access, on, onChanged }: AutomaticProps) {
  const api = useApi();
  const { problem, act } = useAction({ after: onChanged });
  const switchTo = (automaticUpdate: boolean) => act(() => api.call("ui.saveSettings", { automaticUpdate }));
  const [refusal, settle] = usePermission(() => void switchTo(true));
  const failed = refusal ?? problem;
  return (
    <div class="safety-switch">
      <Switch
        on={on}
        disabled={access === null && !on}
        onChange={(wanted) => {
          if (wanted && access) settle(api.requestUpdates([access]), i18n.t("dataset.automaticRefused"));
          else void switchTo(false);
        }}
      >
        {i18n.t("dataset.automatic")}
      </Switch>
      <p class="field-hint">{i18n.t("dataset.automaticText")}</p>
      {failed ? <ProblemState title={i18n.t("options.notChanged")} text={failed} /> : null}
    </div>
  );
}
