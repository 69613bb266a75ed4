import { findRunningText } from "./article-root.ts";
import { readLinkedData } from "./json-ld.ts";
import { findPublishedDate, type PublishedDate } from "./published-date.ts";
import type { CollectOptions } from "./text-blocks.ts";

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

export interface ReadOptions extends Pick<CollectOptions, "isHidden" | "ignoreSelector"> {
  url: string;
  /** Today's day, `YYYY-MM-DD`: dates in the future are mistakes. */
  today: string;
}

/** Characters of running text below which a page is no article, by what else speaks for it. */
const leastText = { declared: 200, articleElement: 500, paragraphs: 900, onePiece: 1500 };
/** A page without a headline must consist of its running text to this share: a plain saved text. */
const leastShare = 0.8;

/** What kind of page this is, and its article's text, language and day. In doubt it is no article. */
export function readArticle(document: Document, options: ReadOptions): ArticleReading {
  const { url, today } = options;
  const linked = readLinkedData(document);
  const text = findRunningText(document, options);
  const root = text?.root ?? null;
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? "";

  const hardlyAnythingElse = () =>
    text !== null && text.length >= leastShare * (document.body?.textContent?.trim().length ?? 0);

  const judge = (): ArticleEvidence => {
    const { path, query } = partsOf(url);
    if (
      /\/(search|suche|recherche|kerko|pretraga)(\/|$|\.)/i.test(path) ||
      /[?&](q|s|query|search)=/.test(query)
    ) {
      return "search-page";
    }
    if (/^\/([a-z]{2}([-_][a-z]{2})?\/?)?((index|home|default)\.\w+)?$/i.test(path) && path !== "")
      return "front-page";
    const declared =
      linked.isArticle || /article/i.test(meta("og:type")) || meta("article:published_time") !== "";
    if (!declared && (linked.other || /product/i.test(meta("og:type")))) return linked.other ?? "shop";
    const { length = 0, paragraphs = 0 } = text ?? {};
    if (declared && length >= leastText.declared) return linked.isArticle ? "json-ld" : "meta";
    const teasers = document.querySelectorAll("article").length;
    if (teasers > 3 && !root?.closest("article")) return "list-page";
    // One very long paragraph is as good as several: some pages set a whole text into one.
    const several = (least: number) => paragraphs >= least || length >= leastText.onePiece;
    if (several(2) && length >= leastText.articleElement && root?.closest("article"))
      return "article-element";
    if (
      several(4) &&
      length >= leastText.paragraphs &&
      (document.querySelector("h1") || hardlyAnythingElse())
    )
      return "paragraphs";
    return "too-little-text";
  };
  const why = judge();
  return {
    isArticle: why === "json-ld" || why === "meta" || why === "article-element" || why === "paragraphs",
    why,
    root,
    lang: languageOf(document, root) || meta("og:locale") || (linked.language ?? ""),
    title: (document.querySelector("h1")?.textContent || meta("og:title") || document.title || "")
      .trim()
      .replace(/\s+/g, " "),
    canonicalUrl: canonicalOf(document, url) ?? (meta("og:url") || null),
    published: findPublishedDate(document, root, linked.datePublished, url, today),
  };
}

function partsOf(url: string): { path: string; query: string } {
  try {
    const { pathname, search, protocol } = new URL(url);
    // A saved page tells nothing by its place on the disk.
    return protocol === "file:" ? { path: "", query: "" } : { path: pathname, query: search };
  } catch {
    return { path: "", query: "" };
  }
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
