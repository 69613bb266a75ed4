import type { Note, NotePage } from "../note.ts";
import { createPageIndex } from "../page-index.ts";

/** An article and the notes on it, in the order in which they were given. */
export interface NotedArticle {
  /** What any of the notes knows of the page; where they differ, the first counts. */
  page: NotePage;
  notes: Note[];
}

/** The articles in the order of their first notes. */
export function groupByArticle(notes: readonly Note[]): NotedArticle[] {
  const articles: NotedArticle[] = [];
  const index = createPageIndex<NotedArticle>();
  for (const note of notes) {
    let article = index.find(note.page);
    if (!article) {
      article = { page: { ...note.page }, notes: [] };
      articles.push(article);
    }
    article.notes.push(note);
    index.add(note.page, article);
    const { page } = article;
    page.title ||= note.page.title;
    page.site ||= note.page.site;
    page.author ||= note.page.author;
    page.published ||= note.page.published;
  }
  return articles;
}

/** The address where the article can be opened, or undefined: a page of the browser, a file or worse has none. */
export function webAddress({ url }: NotePage): string | undefined {
  return /^https?:\/\/[^/?#]/i.test(url) ? url : undefined;
}
