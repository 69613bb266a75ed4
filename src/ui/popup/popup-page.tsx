import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type EntityKind, entityKinds } from "../../core/dataset/schema.ts";
import type { PageEntity, PageSummary } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { MarksChoice } from "../components/marks-choice.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { Switch } from "../components/switch.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";
import { AccessLevels, accessWords } from "./access-levels.tsx";
import { ArticleDay } from "./article-day.tsx";
import { NamedEntities } from "./named-entities.tsx";
import { PageNotes } from "./page-notes.tsx";
import { isLeftOut, OldData, PageState, stateWords } from "./page-state.tsx";
import { PolicyTable } from "./policy-table.tsx";
import { PopupFoot } from "./popup-foot.tsx";
import { PopupFrame } from "./popup-frame.tsx";

/** A page that has just got our script needs a moment to find its mentions: when to look again, in ms. */
const laterLooks = [300, 700, 1500, 4000];

/** What the page in the active tab names, and what can be done with it. */
export function PopupPage() {
  const api = useApi();
  const load = useCallback(async () => {
    const tabId = await api.tabId();
    if (tabId === undefined) return null;
    const [told, settings] = await Promise.all([api.call("ui.page", { tabId }), api.call("ui.settings", {})]);
    // Browsers keep the address of a page that is closed to extensions to themselves, too.
    const isClosed = told.state === "no-access" && told.url === "" && api.wasPressed;
    const page: PageSummary = isClosed ? { ...told, state: "not-web" } : told;
    const hasTable = page.state === "article" && page.dataset !== null;
    return { tabId, page, settings, table: hasTable ? await api.call("ui.table", { tabId }) : null };
  }, [api]);
  const [loaded, reload] = useLoaded(load);
  const [said, setSaid] = useState("");
  const { problem, setProblem, act: run } = useAction({ before: () => setSaid("") });
  const page = loaded.state === "loaded" ? (loaded.value?.page ?? null) : null;
  const heard = useChange(page && stateWords(page));

  /** Runs what a control is for, and tells what it led to, where it gives words for that, or that it failed. */
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      const words = await work();
      if (typeof words === "string") setSaid(words);
    });
  const lookAgain = async () => {
    await reload();
    for (const wait of laterLooks) setTimeout(() => void reload(), wait);
  };

  if (loaded.state === "loading") return <PopupFrame host={null} busy />;
  if (loaded.state === "failed") {
    return (
      <PopupFrame host={null}>
        <ProblemState title={i18n.t("popup.failed")} text={loaded.problem}>
          <Button onClick={() => void reload()}>{i18n.t("options.tryAgain")}</Button>
        </ProblemState>
      </PopupFrame>
    );
  }
  if (!loaded.value || !page) {
    return (
      <PopupFrame host={null}>
        <p class="popup-state">{i18n.t("popup.noTab")}</p>
      </PopupFrame>
    );
  }

  const { tabId, settings, table } = loaded.value;
  const annotate = () =>
    act(async () => {
      if (!(await api.call("ui.annotateOnce", { tabId }))) throw new Error(i18n.t("popup.notAllowed"));
      await lookAgain();
    });
  const setDate = (day: string | null | "found") =>
    act(async () => {
      await api.call("ui.setDate", { tabId, day });
      await lookAgain();
      if (day === "found") return i18n.t("popup.date.saidFound");
      return day === null ? i18n.t("popup.date.saidNone") : i18n.t("popup.date.saidDay", [dateWords(day)]);
    });
  const jump = (entity: PageEntity) =>
    act(async () => {
      if (!(await api.call("ui.jump", { tabId, id: entity.id }))) throw new Error(i18n.t("popup.gone"));
      // Beside the popup the page is in sight, and the next press goes on from there.
      if (await api.coversPage()) api.close();
      const more = entity.count > 1 && settings.density === "every";
      return i18n.t(more ? "popup.jumpedNext" : "popup.jumped", [entity.name]);
    });
  const showNote = (id: string) =>
    act(async () => {
      if (!(await api.call("ui.showNote", { tabId, id }))) throw new Error(i18n.t("popup.noteGone"));
      api.close();
    });
  const markKind = (kind: EntityKind) =>
    act(async () => {
      const kinds = entityKinds.filter((one) => one === kind || settings.kinds.includes(one));
      await api.call("ui.saveSettings", { kinds });
      await reload();
    });
  const openOptions = (place: string) =>
    act(async () => {
      await api.openOptions(place);
      api.close();
    });
  const levels = (
    <AccessLevels
      page={page}
      onAnnotate={annotate}
      onChanged={async (words) => {
        setSaid(words);
        await lookAgain();
      }}
      onProblem={setProblem}
    />
  );

  return (
    <PopupFrame
      host={page.host}
      said={said}
      heard={heard}
      problem={problem}
      foot={
        <PopupFoot
          page={page}
          onAllNotes={() => openOptions("notes")}
          onBackup={() => openOptions("safety")}
          onNote={() =>
            act(async () => {
              if (!(await api.call("ui.noteOnSelection", { tabId }))) {
                throw new Error(i18n.t("popup.noSelection"));
              }
              api.close();
            })
          }
        />
      }
    >
      <OldData page={page} />
      {page.state === "article" ? <ArticleDay page={page} onSet={setDate} /> : null}
      <PageState
        page={page}
        onMarkAnyway={() =>
          act(async () => {
            await api.call("ui.markAnyway", { tabId });
            await lookAgain();
          })
        }
        onAnnotate={annotate}
        onDataset={() => openOptions("dataset")}
        onReload={() =>
          act(async () => {
            await api.reloadTab(tabId);
            await lookAgain();
          })
        }
      />
      {page.state === "article" ? (
        <NamedEntities entities={page.entities} marked={settings.kinds} onJump={jump} onMark={markKind} />
      ) : null}
      {table ? <PolicyTable table={table} tabId={tabId} /> : null}
      {page.state === "article" && page.entities.length > 0 ? (
        <div class="popup-block">
          <Button look="quiet" onClick={() => openOptions(`claims/${tabId}`)}>
            {i18n.t("popup.claims")}
          </Button>
        </div>
      ) : null}
      {needsAccess(page) ? levels : null}
      {hasSwitch(page) ? (
        <div class="popup-block">
          <Switch
            on={page.state !== "off"}
            onChange={(on) =>
              act(async () => {
                await api.call("ui.siteSwitch", { host: page.host ?? "", on, tabId });
                await lookAgain();
              })
            }
          >
            {i18n.t("popup.marksOn", [page.host ?? ""])}
          </Switch>
        </div>
      ) : null}
      {page.state === "article" ? (
        <details class="popup-block">
          <summary>
            {i18n.t("popup.howMuch")} <span class="dim">{i18n.t(`options.density.${settings.density}`)}</span>
          </summary>
          <div class="marks-choice">
            <MarksChoice
              settings={settings}
              save={(change) =>
                act(async () => {
                  await api.call("ui.saveSettings", change);
                  await reload();
                })
              }
            />
          </div>
        </details>
      ) : null}
      {page.state === "not-web" || needsAccess(page) ? null : (
        <details class="popup-block">
          <summary>
            {i18n.t("popup.access.title")} <span class="dim">{accessWords(page)}</span>
          </summary>
          {levels}
        </details>
      )}
      <PageNotes notes={page.notes} onOpen={(id) => openOptions(`notes/${id}`)} onShow={showNote} />
    </PopupFrame>
  );
}

/** Where nothing was granted yet the levels of access are what the popup is about. */
function needsAccess(page: PageSummary): boolean {
  return page.access === "once" || (page.state === "no-access" && !isLeftOut(page));
}

function hasSwitch({ host, state }: PageSummary): boolean {
  return host !== null && (state === "article" || state === "not-article" || state === "off");
}

/** The words, but only from their first change on; null while there is nothing to say. */
function useChange(words: string | null): string {
  const first = useRef<string | null>(null);
  const [changed, setChanged] = useState("");
  useEffect(() => {
    if (words === null) return;
    if (first.current !== null && first.current !== words) setChanged(words);
    first.current = words;
  }, [words]);
  return changed;
}
