import { i18n } from "#i18n";
import type { ClaimRow, Held } from "../../core/card/article-claims.ts";
import type { CardPack, PolicyBrief } from "../../core/card/card-model.ts";
import { csvCell, csvMimeType, csvStart, shieldFormula } from "../../core/notes/formats/csv.ts";
import type { PageClaims } from "../../messaging/protocol.ts";
import { dateWords } from "../components/date-words.ts";
import { headline, standing } from "../components/policy-words.ts";

/** One claim in words: what a line of the table shows, and what is copied and saved. */
export interface ClaimCells {
  kind: string;
  about: string;
  claim: string;
  /** Empty where nothing can be said: the article has no date, or the claim no state. */
  atArticle: string;
  now: string;
  details: string;
}

/** @param pack the private pack that some rows come from: each of them says so. */
export function claimCells(row: ClaimRow, pack?: CardPack): ClaimCells {
  const cells = cellsOf(row);
  if (!pack?.records.includes(row.record)) return cells;
  const words = i18n.t(pack.signed ? "pack.mark" : "pack.markUnsigned", [pack.title]);
  return { ...cells, details: [cells.details, words].filter(Boolean).join(" · ") };
}

function cellsOf(row: ClaimRow): ClaimCells {
  const about = row.concerns.map(({ name }) => name).join(", ");
  const kind = i18n.t(`claims.kind.${row.kind}`);
  switch (row.kind) {
    case "measure": {
      const details = [row.scope, row.summary, row.confirmed ? "" : i18n.t("card.notConfirmed")];
      return {
        kind,
        about,
        claim: `${row.issuer}: ${row.title}`,
        atArticle: policyWords(row.atArticle),
        now: policyWords(row.now),
        details: details.filter(Boolean).join(" "),
      };
    }
    case "office": {
      const [from, until] = [row.from, row.until].map((day) => (day ? dateWords(day) : "?"));
      return {
        kind,
        about,
        claim: `${row.title}, ${row.organisation}`,
        atArticle: heldWords(row.atArticle),
        now: heldWords(row.now),
        details:
          row.now === "held" && !row.until ? i18n.t("claims.since", [from ?? "?"]) : `${from} – ${until}`,
      };
    }
    case "statement": {
      const answers = row.answers.map(({ by, says }) => `${i18n.t("card.answers", [by])} ${says}`);
      const on = row.on ? ` (${dateWords(row.on)})` : "";
      const details = answers.join(" ") || i18n.t("claims.noAnswer");
      return { kind, about, claim: `${row.by}${on}: ${row.says}`, atArticle: "", now: "", details };
    }
    case "about":
      return { kind, about, claim: row.text, atArticle: "", now: "", details: "" };
  }
}

function policyWords(policy: PolicyBrief | null): string {
  if (!policy) return "";
  if (policy.status === "not-yet") return i18n.t("claims.notYet");
  return `${headline(policy)} · ${standing(policy)}`;
}

function heldWords(held: Held | null): string {
  if (!held) return "";
  return {
    held: i18n.t("claims.held"),
    perhaps: i18n.t("claims.perhapsHeld"),
    "not-held": i18n.t("claims.notHeld"),
  }[held];
}

/** The columns' titles. */
export function claimColumns({ articleDay }: Pick<PageClaims, "articleDay">): string[] {
  return [
    i18n.t("claims.kindColumn"),
    i18n.t("claims.about"),
    i18n.t("claims.claim"),
    articleDay ? i18n.t("claims.then", [dateWords(articleDay)]) : i18n.t("claims.thenUnknown"),
    i18n.t("card.now"),
    i18n.t("claims.details"),
    i18n.t("claims.sources"),
  ];
}

/**
 * The table as text, every source with its publisher, title and address, and below it the article and the dataset's version.
 *
 * @param delimiter a comma for a file, a tab for the clipboard, from which spreadsheets take cells.
 */
export function claimsText(claims: PageClaims, delimiter: "," | "\t"): string {
  // What a spreadsheet would take for a formula is written as text: the article's title comes from a page.
  const cell = delimiter === "," ? csvCell : (text: string) => shieldFormula(text).replace(/[\t\r\n]+/g, " ");
  const sources = new Map(claims.sources.map((source) => [source.number, source]));
  const lines = claims.rows.map((row) => {
    const { kind, about, claim, atArticle, now, details } = claimCells(row, claims.pack);
    const cited = row.sources.flatMap((number) => {
      const source = sources.get(number);
      return source ? `${source.publisher}: ${source.title} ${source.url}` : [];
    });
    return [kind, about, claim, atArticle, now, details, cited.join(" | ")];
  });
  const { version, date } = claims.dataset;
  const rows = [
    claimColumns(claims),
    ...lines,
    [i18n.t("claims.article"), claims.title, claims.url, claims.articleDay ?? "", claims.today],
    [i18n.t("claims.dataset"), version, date],
  ];
  return rows.map((row) => row.map(cell).join(delimiter)).join("\r\n");
}

/** The table as a file for spreadsheets. */
export function claimsFile(claims: PageClaims): Blob {
  return new Blob([csvStart, claimsText(claims, ",")], { type: csvMimeType });
}
