import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { datasetAge, isDatasetOld } from "../../core/card/dataset-age.ts";
import type { PageSummary } from "../../messaging/protocol.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";

interface PageStateProps {
  page: PageSummary;
  onMarkAnyway(): void;
  onAnnotate(): void;
  onReload(): void;
  /** To the options, where the dataset's problem is told. */
  onDataset(): void;
}

/** In a sentence or two: what this page is to us, why, and what can be done. */
export function PageState({ page, onMarkAnyway, onAnnotate, onReload, onDataset }: PageStateProps) {
  switch (page.state) {
    case "article":
      if (!page.dataset) {
        return (
          <State title={i18n.t("popup.noDataset")} text={i18n.t("popup.noDatasetText")}>
            <Button onClick={onDataset}>{i18n.t("popup.toDataset")}</Button>
          </State>
        );
      }
      return page.entities.length === 0 ? (
        <State title={i18n.t("popup.nothing")} text={i18n.t("popup.nothingText")} />
      ) : null;
    case "not-article":
      return (
        <State title={i18n.t("popup.notArticle")} text={reasonWords(page.why)}>
          <Button onClick={onMarkAnyway}>{i18n.t("popup.markAnyway")}</Button>
        </State>
      );
    case "off":
      return <State title={i18n.t("popup.off", [page.host ?? ""])} text={i18n.t("popup.offText")} />;
    case "no-access":
      if (isPdf(page)) return <State title={i18n.t("popup.pdf")} text={i18n.t("popup.pdfText")} />;
      if (isLeftOut(page)) {
        return (
          <State title={i18n.t("popup.leftOut")} text={i18n.t("popup.leftOutText")}>
            <Button look="main" onClick={onAnnotate}>
              {i18n.t("popup.once")}
            </Button>
            <Button onClick={onReload}>{i18n.t("popup.reload")}</Button>
          </State>
        );
      }
      return (
        <State
          title={page.host ? i18n.t("popup.noAccess", [page.host]) : i18n.t("popup.noAccessHere")}
          text={page.onList ? i18n.t("popup.accessTakenText") : i18n.t("popup.noAccessText")}
        />
      );
    case "not-web":
      return page.url.startsWith("file:") ? (
        <State title={i18n.t("popup.file")} text={i18n.t("popup.fileText")} />
      ) : (
        <State title={i18n.t("popup.notWeb")} text={i18n.t("popup.notWebText")} />
      );
  }
}

/** By its name alone: no script of ours runs in the browser's viewer, so nobody can look. */
function isPdf({ url }: PageSummary): boolean {
  return /^https?:[^?#]+\.pdf(?:[?#]|$)/i.test(url);
}

/** We may run on the site and do not: its tab is older than the extension, its update or the permission. */
export function isLeftOut({ state, access }: PageSummary): boolean {
  return state === "no-access" && (access === "listed" || access === "granted");
}

/** Tells that much may have changed since the dataset was made (R17). */
export function OldData({ page: { dataset, today } }: { page: PageSummary }) {
  if (!dataset || !isDatasetOld(dataset.date, today)) return null;
  return (
    <p class="popup-old">
      <b>{i18n.t("popup.oldData", [String(datasetAge(dataset.date, today))])}</b>{" "}
      {i18n.t("popup.oldDataText", [dateWords(dataset.date)])}
    </p>
  );
}

/** The page's state as it is said when it changes while the popup is open. */
export function stateWords(page: PageSummary): string {
  const host: [string] = [page.host ?? ""];
  switch (page.state) {
    case "article":
      return page.entities.length > 0 ? i18n.t("popup.found", page.entities.length) : i18n.t("popup.nothing");
    case "not-article":
      return i18n.t("popup.notArticle");
    case "off":
      return i18n.t("popup.off", host);
    case "no-access":
      return page.host ? i18n.t("popup.noAccess", host) : i18n.t("popup.noAccessHere");
    case "not-web":
      return i18n.t("popup.notWeb");
  }
}

/** Why a page was taken for none; codes of `ArticleEvidence`. */
function reasonWords(why: string): string {
  switch (why) {
    case "front-page":
      return i18n.t("popup.why.frontPage");
    case "search-page":
      return i18n.t("popup.why.searchPage");
    case "list-page":
      return i18n.t("popup.why.listPage");
    case "shop":
      return i18n.t("popup.why.shop");
    case "service-page":
      return i18n.t("popup.why.servicePage");
    case "too-little-text":
      return i18n.t("popup.why.tooLittleText");
    default:
      return i18n.t("popup.notArticleText");
  }
}

function State({ title, text, children }: { title: string; text: string; children?: ComponentChildren }) {
  return (
    <div class="popup-state">
      <p class="state-title">{title}</p>
      <p class="dim">{text}</p>
      {children ? <div class="popup-state-actions">{children}</div> : null}
    </div>
  );
}
