import { parseDay } from "./parse-day.ts";

export interface PublishedDate {
  /** In the page's own time zone. */
  day: string;
  origin: "json-ld" | "meta" | "time" | "url";
  /** As the page writes it. */
  raw: string;
}

/** In order of trust. Names and properties are compared in lower case. */
const metaNames = [
  "article:published_time",
  "datepublished",
  "og:published_time",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "publish-date",
  "publish_date",
  "pubdate",
  "publication_date",
  "article.published",
  "cxenseparse:recs:publishtime",
  "date",
];

/** The day of publication: JSON-LD, then meta elements, a time element near the headline, the address. */
export function findPublishedDate(
  document: Document,
  root: Element | null,
  linkedDate: string | undefined,
  url: string,
  today: string,
): PublishedDate | null {
  const found = (origin: PublishedDate["origin"], raw: string | null | undefined): PublishedDate | null => {
    const day = raw ? parseDay(raw, today) : null;
    return raw && day ? { day, origin, raw } : null;
  };
  return (
    found("json-ld", linkedDate) ??
    firstOf(metaDates(document), (raw) => found("meta", raw)) ??
    firstOf(timeElements(document, root), (raw) => found("time", raw)) ??
    found("url", dateInUrl(url))
  );
}

function firstOf<T>(raws: string[], read: (raw: string) => T | null): T | null {
  for (const raw of raws) {
    const found = read(raw);
    if (found) return found;
  }
  return null;
}

function metaDates(document: Document): string[] {
  const byName = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const content = meta.getAttribute("content") ?? "";
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name && !byName.has(name)) byName.set(name, content);
    }
  }
  return metaNames.flatMap((name) => byName.get(name) ?? []);
}

/** Those that say so, then those around the headline, then those in the article: later ones belong to other articles. */
function timeElements(document: Document, root: Element | null): string[] {
  const datesIn = (scope: ParentNode | null | undefined, selector: string) =>
    [...(scope?.querySelectorAll(selector) ?? [])]
      .filter((time) => !time.closest("aside, nav, footer"))
      .slice(0, 2)
      .flatMap((time) => time.getAttribute("datetime") ?? time.getAttribute("content") ?? []);
  const headline = (root ?? document).querySelector("h1") ?? document.querySelector("h1");
  return [
    ...datesIn(document, '[itemprop="datePublished"], time[pubdate]'),
    ...datesIn(headline?.parentElement, "time[datetime]"),
    ...datesIn(headline?.parentElement?.parentElement, "time[datetime]").slice(0, 1),
    ...datesIn(root, "time[datetime]").slice(0, 1),
  ];
}

function dateInUrl(url: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/[?#].*$/, "");
  const match = /[/_-]((?:19|20)\d\d)([-/_]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)/.exec(path);
  return match ? `${match[1]}-${match[3]?.padStart(2, "0")}-${match[4]?.padStart(2, "0")}` : null;
}
