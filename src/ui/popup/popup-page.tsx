import type { ComponentChildren } from "preact";
import { useCallback, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { PageSummary } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { Switch } from "../components/switch.tsx";
import { problemWords } from "../problem-words.ts";
import { useLoaded } from "../use-loaded.ts";
import { AccessButtons } from "./access-buttons.tsx";
import { NamedEntities } from "./named-entities.tsx";
import { PageState } from "./page-state.tsx";
import { PopupFoot } from "./popup-foot.tsx";

/** A page that has just got our script needs a moment to find its mentions: when to look again, in ms. */
const laterLooks = [300, 700, 1500];

/** What the page in the active tab names, and what can be done with it. */
export function PopupPage() {
  const api = useApi();
  const load = useCallback(async () => {
    const tabId = await api.tabId();
    return tabId === undefined ? null : { tabId, page: await api.call("ui.page", { tabId }) };
  }, [api]);
  const [loaded, reload] = useLoaded(load);
  const [problem, setProblem] = useState<string | null>(null);

  /** Runs what a control is for; a failure is told below the page's state. */
  const act = async (work: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await work();
    } catch (cause) {
      setProblem(problemWords(cause));
    }
  };

  if (loaded.state === "loading") return <Frame host={null} busy />;
  if (loaded.state === "failed") {
    return (
      <Frame host={null}>
        <ProblemState title={i18n.t("popup.failed")} text={loaded.problem}>
          <Button onClick={() => void reload()}>{i18n.t("options.tryAgain")}</Button>
        </ProblemState>
      </Frame>
    );
  }
  if (loaded.value === null) {
    return (
      <Frame host={null}>
        <p class="popup-state">{i18n.t("popup.noTab")}</p>
      </Frame>
    );
  }

  const { tabId, page } = loaded.value;
  const annotate = () =>
    act(async () => {
      if (!(await api.call("ui.annotateOnce", { tabId }))) throw new Error(i18n.t("popup.notAllowed"));
      await reload();
      for (const wait of laterLooks) setTimeout(() => void reload(), wait);
    });
  const canAnnotate = page.state === "no-access" || page.access === "once";

  return (
    <Frame host={page.host}>
      <PageState page={page} />
      {page.state === "article" ? (
        <NamedEntities
          entities={page.entities}
          onJump={(id) =>
            act(async () => {
              if (!(await api.call("ui.jump", { tabId, id }))) throw new Error(i18n.t("popup.gone"));
              api.close();
            })
          }
        />
      ) : null}
      {canAnnotate ? <AccessButtons page={page} onAnnotate={annotate} onProblem={setProblem} /> : null}
      {problem ? (
        <p class="popup-problem" role="alert">
          {problem}
        </p>
      ) : null}
      {hasSwitch(page) ? (
        <div class="popup-block">
          <Switch
            on={page.state !== "off"}
            onChange={(on) =>
              act(async () => {
                await api.call("ui.siteSwitch", { host: page.host ?? "", on, tabId });
                await reload();
                for (const wait of laterLooks) setTimeout(() => void reload(), wait);
              })
            }
          >
            {i18n.t("popup.marksOn", [page.host ?? ""])}
          </Switch>
        </div>
      ) : null}
      <PopupFoot
        page={page}
        onNote={() =>
          act(async () => {
            if (!(await api.call("ui.noteOnSelection", { tabId }))) {
              throw new Error(i18n.t("popup.noSelection"));
            }
            api.close();
          })
        }
      />
    </Frame>
  );
}

function Frame({
  host,
  busy,
  children,
}: {
  host: string | null;
  busy?: boolean;
  children?: ComponentChildren;
}) {
  const api = useApi();
  const openOptions = async () => {
    await api.openOptions("sites");
    api.close();
  };
  return (
    <main class="popup" aria-busy={busy}>
      <header class="popup-head">
        <h1>{i18n.t("extension.name")}</h1>
        <span class="popup-host dim">{host}</span>
        <Button look="quiet" label={i18n.t("popup.options")} onClick={openOptions}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4.7h5.5M11.5 4.7H14M2 11.3h2.5M8.5 11.3H14" />
            <circle cx="9.5" cy="4.7" r="2" />
            <circle cx="6.5" cy="11.3" r="2" />
          </svg>
        </Button>
      </header>
      {children}
    </main>
  );
}

function hasSwitch({ host, state }: PageSummary): boolean {
  return host !== null && (state === "article" || state === "not-article" || state === "off");
}
