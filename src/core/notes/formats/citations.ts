/** One citation for each article with notes on it: what CSL-JSON, RIS and BibTeX are written from. */
import { foldText } from "../../matching/fold-text.ts";
import { hostOf } from "../../site-host.ts";
import type { Note } from "../note.ts";
import { groupByArticle, type NotedArticle, webAddress } from "./group-by-article.ts";
import { livingNotes } from "./note-format.ts";
import { visibleLine } from "./visible-text.ts";
import { addressIri } from "./web-annotation-iri.ts";

/** Texts are in one line each, and hold nothing unseen that turns them around. */
export interface Citation {
  /** Unique in the file, of ASCII letters, digits and hyphens: `news-2020-council`. */
  key: string;
  title: string;
  /** Name of the site, or its host. */
  site: string;
  /** Names as the page gives them. They are not taken apart: which word is the family's name cannot be known. */
  authors: string[];
  /** Year, then month and day where the page gives them. */
  published: string[];
  /** The day of the last note: year, month, day. */
  accessed: string[];
  address: string | undefined;
  /** Each note in one line: the quote, the text, what it is on. */
  notes: string[];
  tags: string[];
}

/** Citations in the order of their articles' first notes, made as they are asked for. */
export function* citations(notes: readonly Note[]): Iterable<Citation> {
  const used = new Map<string, number>();
  for (const article of groupByArticle(livingNotes(notes))) {
    const { page } = article;
    const address = webAddress(page);
    const published = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?)?$/.exec(page.published ?? "");
    yield {
      key: uniqueKey(article, published?.[1], used),
      title: visibleLine(page.title) || visibleLine(page.url),
      site: visibleLine(page.site) || (hostOf(page.url) ?? ""),
      authors: (page.author ?? "").split(/[,;]/).map(visibleLine).filter(Boolean),
      published: published?.slice(1).filter(Boolean) ?? [],
      accessed: lastDay(article.notes).split("-"),
      address: address && addressIri(address),
      notes: article.notes.map(noteLine).filter(Boolean),
      tags: [...new Set(article.notes.flatMap(({ tags }) => tags.map(visibleLine)))].filter(Boolean),
    };
  }
}

function noteLine({ passage, body, entity }: Note): string {
  const parts = [
    passage && `“${visibleLine(passage.quote)}”`,
    visibleLine(body),
    entity && `(On ${visibleLine(entity.name)})`,
  ];
  return parts.filter(Boolean).join(" ");
}

function lastDay(notes: readonly Note[]): string {
  const days = notes.map(({ created }) => created.slice(0, 10));
  return days.sort().at(-1) ?? "";
}

/** Site, year and the title's first longer word. Keys are told apart without regard to case, as BibTeX does. */
function uniqueKey({ page }: NotedArticle, year: string | undefined, used: Map<string, number>): string {
  // Of `news.bbc.co.uk` the parts before the last; the longest tells most.
  const parts = hostOf(page.url)?.split(".").slice(0, -1) ?? [];
  const site = words(parts.sort((one, other) => other.length - one.length)[0] ?? "").join("") || "page";
  const word = words(page.title.slice(0, 500)).find(({ length }) => length > 3);
  const key = [site.slice(0, 30), year, word?.slice(0, 30)].filter(Boolean).join("-");
  const count = (used.get(key) ?? 0) + 1;
  used.set(key, count);
  if (count === 1) return key;
  // Such a key may be another article's own.
  let numbered = `${key}-${count}`;
  while (used.has(numbered)) numbered += "x";
  used.set(numbered, 1);
  return numbered;
}

function words(text: string): string[] {
  return foldText(text).key.match(/[a-z0-9]+/g) ?? [];
}
