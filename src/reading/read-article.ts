import { kindOfAddress } from "./address-kind.ts";
import { ask, surveyText } from "./article-root.ts";
import { finishSteps } from "./finish-steps.ts";
import { readLinkedData } from "./json-ld.ts";
import { samePageAs } from "./page-address.ts";
import { findPublishedDate, metaDates, type PublishedDate } from "./published-date.ts";
import type { CollectOptions, Regions } from "./regions.ts";

export type ArticleEvidence =
  /** It is one: the page says so, or it is built and reads like one. */
  | "json-ld"
  | "meta"
  | "article-element"
  | "paragraphs"
  /** It is none. */
  | "front-page"
  | "search-page"
  | "shop"
  | "list-page"
  /** Signing in, contact, terms, forums and the like. */
  | "service-page"
  | "too-little-text";

export interface ArticleReading {
  isArticle: boolean;
  why: ArticleEvidence;
  /** What holds the article's text; `null` where the page has no running text. */
  root: Element | null;
  /** BCP 47, as the page says it; empty when it does not. */
  lang: string;
  title: string;
  canonicalUrl: string | null;
  published: PublishedDate | null;
}

export interface ReadOptions extends CollectOptions {
  url: string;
  /** Today's day in universal time, `YYYY-MM-DD`: dates in the future are mistakes. */
  today: string;
  /** Told what was seen of the page, for collecting its text right afterwards. */
  surveyed?: (regions: Regions) => void;
}

/** Characters of running text below which a page is no article: declared, in an <article>, in paragraphs, in one piece. */
const [leastDeclared, leastInArticle, leastInParagraphs, leastInOnePiece] = [200, 500, 900, 1500];
/** The share of a page's text that must be running text where the page does not declare an article. */
const [leastShareDated, leastShareUndated] = [0.2, 0.84];

/** From here on, a text whose headline the title begins with needs a smaller share of the page, undated though it is. */
const titled = { length: 2000, paragraphs: 8, share: 0.45 };

const shopSelector = '[itemtype*="schema.org/Product"], [class*="add-to-cart" i], [class*="addtocart" i]';

/** Of a document without any element, and of one that was not read. */
export const noArticle: Readonly<ArticleReading> = {
  isArticle: false,
  why: "too-little-text",
  root: null,
  lang: "",
  title: "",
  canonicalUrl: null,
  published: null,
};

/** What kind of page this is, and its article's text, language and day. In doubt it is no article. */
export function readArticle(document: Document, options: ReadOptions): ArticleReading {
  return finishSteps(readArticleInSteps(document, options));
}

/**
 * The same in steps of under a millisecond, so that the caller can leave the page its turn. Where the page changed between
 * two steps, the reading may be of neither state: have it read again when it has come to rest.
 * @throws Error when the page took away what was being read.
 */
export function* readArticleInSteps(
  document: Document,
  options: ReadOptions,
): Generator<void, ArticleReading> {
  const { url, today } = options;
  if (!document.documentElement) return { ...noArticle };
  const isHere = samePageAs(url);
  const text = yield* surveyText(document, options, { isHere, title: document.title });
  options.surveyed?.(text.regions);
  yield;
  const linked = readLinkedData(ask(text.trees, 'script[type="application/ld+json" i]'), isHere);
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? "";
  const canonical = canonicalOf(document, url);
  // The browser is asked where it came from last: that takes longer than all the rest.
  const arrived = isHeadOf(isHere, [canonical, meta("og:url"), ...linked.addresses])
    ? withoutHash(url)
    : arrivedAt(document);
  const isStale = arrived !== withoutHash(url);
  const { running, headline } = text;
  const root = running?.root ?? null;
  const holdsHeadline = root !== null && headline !== null && root.contains(headline);
  const asksForPassword = () => document.querySelector("input[type=password]") !== null;
  const lang = languageOf(document, root) || meta("og:locale") || (linked.language ?? "");

  const head = isStale
    ? { linked: undefined, meta: [] }
    : { linked: linked.datePublished, meta: metaDates(document) };
  yield;
  const published = yield* findPublishedDate(text, head, { url, today, lang });

  const judge = (): ArticleEvidence => {
    const type = meta("og:type").toLowerCase();
    const isSure = linked.isArticle || meta("article:published_time") !== "";
    const declared = isSure || type === "article";
    const { length = 0, paragraphs = 0 } = running ?? {};
    const isDated = published !== null;
    const share = length / Math.max(text.length, 1);
    // Only an article's own page begins its title with the headline of a long text.
    const isTitled = text.isTitled && paragraphs >= titled.paragraphs && length >= titled.length;
    const kind = kindOfAddress(url, isSure && isDated);
    if (kind) return kind;
    if (declared && !isStale) {
      if (linked.isArticle && length >= leastDeclared) return "json-ld";
      // Many sites declare every page of theirs, "Contact" too; the day is what they give to articles alone.
      if (length >= leastDeclared && isDated) return "meta";
      const isArticle = holdsHeadline || isTitled || share >= leastShareUndated;
      if (length >= leastInArticle && isArticle && !asksForPassword()) return "meta";
      return "too-little-text";
    }
    if (!isStale && linked.other) return linked.other;
    if (/product|restaurant|business/.test(type) || ask(text.trees, shopSelector).length > 0) return "shop";
    const inArticle = root !== null && root.closest("article") !== null;
    if (ask(text.trees, "article").length > 3 && !inArticle) return "list-page";
    const leastShare = isDated
      ? leastShareDated
      : isTitled && holdsHeadline
        ? titled.share
        : leastShareUndated;
    if (share < leastShare || (!isDated && asksForPassword())) return "too-little-text";
    // One very long paragraph is as good as several: some pages set a whole text into one.
    const several = (least: number) => paragraphs >= least || length >= leastInOnePiece;
    if (several(2) && length >= leastInArticle && inArticle) return "article-element";
    if (several(4) && length >= leastInParagraphs && (headline || share >= leastShareUndated))
      return "paragraphs";
    return "too-little-text";
  };
  yield;
  const why = judge();
  return {
    isArticle: ["json-ld", "meta", "article-element", "paragraphs"].includes(why),
    why,
    root,
    lang,
    title: (headline?.textContent || meta("og:title") || document.title || "").trim().replace(/\s+/g, " "),
    canonicalUrl: isStale && arrived ? null : (canonical ?? (meta("og:url") || null)),
    published,
  };
}

const withoutHash = (url: string) => url.split("#", 1)[0] ?? "";

/** The address that this document was loaded from; `null` where that cannot be known. */
function arrivedAt(document: Document): string | null {
  const [entry] = document.defaultView?.performance?.getEntriesByType?.("navigation") ?? [];
  return entry ? withoutHash(entry.name) : null;
}

/**
 * Whether the head speaks of the page's address. An application that goes from one article to the next within one document
 * may leave the head of the first: then every address of this site in it is another page's.
 */
function isHeadOf(isHere: ReturnType<typeof samePageAs>, addresses: (string | null)[]): boolean {
  const verdicts = addresses.map((address) => address && isHere(address));
  return verdicts.includes(true) || !verdicts.includes(false);
}

function languageOf(document: Document, root: Element | null): string {
  const declared =
    root?.closest("[lang]")?.getAttribute("lang") || document.documentElement?.getAttribute("lang");
  const header = document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute("content");
  return (declared || header || "").split(",")[0]?.trim() ?? "";
}

function canonicalOf(document: Document, url: string): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  if (!href) return null;
  try {
    return new URL(href, url || undefined).href;
  } catch {
    return null;
  }
}
