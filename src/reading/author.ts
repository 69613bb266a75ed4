import { addressesOf, articleTypes, visitNodes } from "./json-ld.ts";
import { samePageAs } from "./page-address.ts";

/** More names than this are a list of something else. */
const mostNames = 20;
/** Longest script (characters) that is read: no article describes itself at greater length. */
const longestScript = 1_000_000;
/** What readers write below an article has authors as well. */
const answerTypes = /Comment|Review|Question|Answer/;

/**
 * Who wrote the article, as the page names them, several joined by commas: from its JSON-LD, else from its metadata.
 * Undefined where it names nobody. For citing only: nothing is made of it.
 */
export function readAuthor(document: Document, url: string): string | undefined {
  const names = linkedNames(document, url);
  const named = names.length > 0 ? names : metaNames(document);
  const unlike = [...new Set(named.map((name) => name.trim().replace(/\s+/g, " ")))].filter(isName);
  return unlike.slice(0, mostNames).join(", ") || undefined;
}

function metaNames(document: Document): string[] {
  const metas = document.querySelectorAll(
    'meta[name="author" i], meta[property="article:author"], meta[name="citation_author"], meta[name="dc.creator" i]',
  );
  return [...metas].map((meta) => meta.getAttribute("content") ?? "");
}

/** `article:author` is meant to be the address of a profile. */
function isName(name: string): boolean {
  return name !== "" && name.length <= 300 && !/^(https?:)?\/\//i.test(name);
}

/** Of several articles, the one that says that it is this page's; else the first; else what is no answer to anything. */
function linkedNames(document: Document, url: string): string[] {
  const found: { names: string[]; rank: number } = { names: [], rank: 0 };
  const isSamePage = samePageAs(url);
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? "";
    if (text.length > longestScript || !text.includes("author")) continue;
    try {
      visitNodes(JSON.parse(text), (node, is) => {
        const names = [node.author].flat().flatMap(nameOf);
        const isHere = () => addressesOf(node).some(isSamePage);
        const rank = is(articleTypes) ? (isHere() ? 3 : 2) : is(answerTypes) ? 0 : 1;
        if (names.length > 0 && rank > found.rank) Object.assign(found, { names, rank });
      });
    } catch {
      // Not JSON: the metadata may still name somebody.
    }
  }
  return found.names;
}

function nameOf(author: unknown): string[] {
  if (typeof author === "string") return [author];
  if (typeof author !== "object" || author === null) return [];
  const { name } = author as { name?: unknown };
  return [name].flat().filter((one) => typeof one === "string");
}
