import { i18n } from "#i18n";
import type { ArticleDate } from "../../core/card/card-model.ts";
import type { PageSummary } from "../../messaging/protocol.ts";
import { dateWords } from "../components/date-words.ts";

/** In a sentence or two: what this page is to us. */
export function PageState({ page }: { page: PageSummary }) {
  if (page.state === "article") {
    return (
      <>
        <ArticleDay date={page.articleDate} />
        {page.dataset ? null : (
          <State title={i18n.t("popup.noDataset")} text={i18n.t("popup.noDatasetText")} />
        )}
        {page.dataset && page.entities.length === 0 ? (
          <State title={i18n.t("popup.nothing")} text={i18n.t("popup.nothingText")} />
        ) : null}
      </>
    );
  }
  const host: [string] = [page.host ?? ""];
  switch (page.state) {
    case "not-article":
      return <State title={i18n.t("popup.notArticle")} text={i18n.t("popup.notArticleText")} />;
    case "off":
      return <State title={i18n.t("popup.off", host)} text={i18n.t("popup.offText")} />;
    case "no-access":
      return (
        <State
          title={page.host ? i18n.t("popup.noAccess", host) : i18n.t("popup.noAccessHere")}
          text={i18n.t("popup.noAccessText")}
        />
      );
    case "not-web":
      return <State title={i18n.t("popup.notWeb")} text={i18n.t("popup.notWebText")} />;
  }
}

function ArticleDay({ date }: { date: ArticleDate }) {
  if (!date) return <p class="popup-date dim">{i18n.t("popup.noDate")}</p>;
  const origin = date.origin === "json-ld" ? i18n.t("origin.jsonLd") : i18n.t(`origin.${date.origin}`);
  return (
    <p class="popup-date">
      {i18n.t("popup.articleOf", [dateWords(date.day)])} <span class="dim">{origin}</span>
    </p>
  );
}

function State({ title, text }: { title: string; text: string }) {
  return (
    <div class="popup-state">
      <p class="state-title">{title}</p>
      <p class="dim">{text}</p>
    </div>
  );
}
