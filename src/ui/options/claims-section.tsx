import { useCallback, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { ArticleClaims, ClaimRow } from "../../core/card/article-claims.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { PageLink } from "../components/page-link.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";
import { claimCells, claimColumns, claimsFile, claimsText } from "./claims-cells.ts";

/**
 * All claims about what one article names, as a table to read, copy or save (S14).
 *
 * @param tab number of the tab that holds the article, as the address names it.
 */
export function ClaimsSection({ tab = "" }: { tab?: string }) {
  const api = useApi();
  const tabId = Number.parseInt(tab, 10);
  const load = useCallback(
    async () => (Number.isNaN(tabId) ? null : api.call("ui.claims", { tabId })),
    [api, tabId],
  );
  const [loaded, reload] = useLoaded(load);
  const [said, setSaid] = useState("");
  const { problem, act } = useAction({ before: () => setSaid("") });
  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("claims.failed")} onAgain={reload} />;
  const claims = loaded.value;
  if (!claims) return <EmptyState title={i18n.t("claims.noPage")}>{i18n.t("claims.noPageText")}</EmptyState>;
  if (claims.rows.length === 0)
    return <EmptyState title={i18n.t("claims.none")}>{i18n.t("claims.noneText")}</EmptyState>;

  const columns = claimColumns(claims);
  return (
    <>
      <p class="claims-article">
        <PageLink url={claims.url}>{claims.title || claims.url}</PageLink>{" "}
        <span class="dim">
          {claims.articleDay
            ? i18n.t("popup.articleOf", [dateWords(claims.articleDay)])
            : i18n.t("popup.noDate")}
        </span>
      </p>
      <div class="claims-tools">
        <Button
          onClick={() =>
            void act(async () => {
              await api.copy(claimsText(claims, "\t"));
              setSaid(i18n.t("claims.copied"));
            })
          }
        >
          {i18n.t("claims.copy")}
        </Button>
        <Button
          onClick={() =>
            void act(async () => api.download(`telecom-lens-claims-${claims.today}.csv`, claimsFile(claims)))
          }
        >
          {i18n.t("claims.save")}
        </Button>
        <p class="dim" role="status">
          {said || i18n.t("claims.count", claims.rows.length)}
        </p>
      </div>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
      <section class="claims-table" aria-label={i18n.t("options.claims")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are never moved.
              <ClaimLine key={index} row={row} claims={claims} />
            ))}
          </tbody>
        </table>
      </section>
      <p class="dim">{i18n.t("popup.dataset", [claims.dataset.version, dateWords(claims.dataset.date)])}</p>
    </>
  );
}

function ClaimLine({ row, claims: { sources, pack } }: { row: ClaimRow; claims: ArticleClaims }) {
  const { kind, about, claim, atArticle, now, details } = claimCells(row, pack);
  const cited = sources.filter(({ number }) => row.sources.includes(number));
  return (
    <tr>
      <td class="dim">{kind}</td>
      <th scope="row">{about}</th>
      <td>{claim}</td>
      <td>{atArticle || "–"}</td>
      <td>{now || "–"}</td>
      <td>{details || "–"}</td>
      <td>
        {cited.length === 0 ? (
          "–"
        ) : (
          <ul>
            {cited.map(({ number, url, title, publisher, lang }) => (
              <li key={number}>
                <PageLink url={url}>
                  {publisher}: <bdi lang={lang}>{title}</bdi>
                </PageLink>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
