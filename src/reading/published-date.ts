import { partsOf } from "./address-kind.ts";
import { ask, type PageText } from "./article-root.ts";
import { parentOf } from "./page-walk.ts";
import { otherDay, parseDay, shiftDay } from "./parse-day.ts";

export interface PublishedDate {
  /** In the page's own time zone. */
  day: string;
  origin: "json-ld" | "meta" | "time" | "text" | "url";
  /** As the page writes it. */
  raw: string;
}

/** In order of trust. Names and properties are compared in lower case. */
const metaNames = (
  "article:published_time datepublished og:published_time parsely-pub-date sailthru.date dc.date.issued dcterms.issued " +
  "dcterms.created dc.date dcterms.date publish-date publish_date pubdate publication_date article.published " +
  "cxenseparse:recs:publishtime date"
).split(" ");

/** What the page's head says of the day, when it is believed to speak of this article; both as written. */
export interface HeadDates {
  linked: string | undefined;
  meta: string[];
}

/**
 * The day of publication: JSON-LD, then meta elements, a time element near the headline, a date that readers see there,
 * the address. A day in universal time gives way to the one before or after it where the page itself writes that.
 * In steps, one for each date that is looked at.
 */
export function* findPublishedDate(
  page: PageText,
  head: HeadDates,
  { url, today, lang }: { url: string; today: string; lang: string },
): Generator<void, PublishedDate | null> {
  let first: PublishedDate | null = null;
  let other: string | null = null;
  for (const { origin, raw } of statements(page, head, url)) {
    yield;
    const day = raw && parseDay(raw, today, origin === "text" ? lang || languageOfSite(url) : undefined);
    if (!day) continue;
    const found: PublishedDate = { day, origin, raw };
    const beside = otherDay(raw, day);
    if (!first) {
      first = found;
      // An address is given when the writing begins; the day that the page shows may be the next.
      other = beside ?? (origin === "url" ? shiftDay(day, 1) : null);
      if (!other) return first;
    } else if (!beside) {
      if (day === first.day) return first;
      if (day === other) return found;
    }
  }
  return first;
}

/** The language that is most likely spoken where the address ends: "it", "sq" for .al; empty for .com and the like. */
function languageOfSite(url: string): string {
  const end = partsOf(url).host.split(".").at(-1) ?? "";
  try {
    return end.length === 2 ? new Intl.Locale(`und-${end}`).maximize().language : "";
  } catch {
    return "";
  }
}

function* statements(
  page: PageText,
  head: HeadDates,
  url: string,
): Generator<{ origin: PublishedDate["origin"]; raw: string | null | undefined }> {
  yield { origin: "json-ld", raw: head.linked };
  for (const raw of head.meta) yield { origin: "meta", raw };
  for (const raw of timeElements(page)) yield { origin: "time", raw };
  yield { origin: "url", raw: dateInUrl(url) };
  for (const raw of shownDates(page)) yield { origin: "text", raw };
}

export function metaDates(document: Document): string[] {
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
function* timeElements({ trees, running, headline }: PageText): Generator<string> {
  const root = running?.root;
  const around = headline && parentOf(headline);
  yield* datesOf(ask(trees, '[itemprop="datePublished" i], time[pubdate]'));
  if (around) {
    yield* datesOf([...around.querySelectorAll("time[datetime]")]);
    const wider = parentOf(around);
    if (wider) yield* datesOf([...wider.querySelectorAll("time[datetime]")].slice(0, 1));
  }
  if (root) yield* datesOf([...root.querySelectorAll("time[datetime]")].slice(0, 1));
}

function datesOf(elements: Element[]): string[] {
  return elements
    .filter((time) => !time.closest("aside, nav, footer"))
    .slice(0, 2)
    .flatMap((time) => time.getAttribute("datetime") ?? time.getAttribute("content") ?? []);
}

/** Text nodes before and after the headline's that are looked at for a date. */
const [nodesBefore, nodesAfter] = [12, 60];
/** Longer texts have dates of other things; a heading as long as this is one. */
const [longestText, longestHeading] = [50, 30];
/** A change after publication has a date of its own. */
const changed =
  /updated|modified|edited|aktualis|actuali[sz]|mis à jour|mise à jour|aggiornat|atualiz|обновл/i;

/** Short texts with figures that stand just below the headline, or just above it. */
function* shownDates({ headline, running }: PageText): Generator<string> {
  const start = headline ?? running?.root;
  if (!start) return;
  const tree = start.getRootNode() as Node;
  const walker = start.ownerDocument.createTreeWalker((tree as Document).documentElement ?? tree, 4);
  const before: string[] = [];
  let after = headline ? 0 : 1;
  for (let node = walker.nextNode(); node && after < nodesAfter; node = walker.nextNode()) {
    if (after === 0 && start.contains(node)) after = 1;
    const text = (node as Text).data.trim();
    if (text === "" || (after === 0 && !headline)) continue;
    if (after > 0) after++;
    if (text.length > longestText || !/\d/.test(text) || changed.test(text)) continue;
    const parent = parentOf(node);
    // A tweet, a picture, other articles and what the headline itself is about have dates of their own.
    if (parent?.closest("blockquote, figure, aside, footer")) continue;
    if (text.length > longestHeading && parent?.closest("h1, h2, h3, h4")) continue;
    if (after > 0) yield text;
    else before.push(text);
  }
  yield* before.slice(-nodesBefore).reverse();
}

function dateInUrl(url: string): string | null {
  const match = /[/_-]((?:19|20)\d\d)([-/_]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)/.exec(partsOf(url).path);
  return match ? `${match[1]}-${match[3]?.padStart(2, "0")}-${match[4]?.padStart(2, "0")}` : null;
}
