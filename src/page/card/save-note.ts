import type { ArticleSession } from "../article-session.ts";
import type { Ask } from "../ask-background.ts";
import type { CardEvents } from "./card-face.ts";

type WrittenNote = Parameters<CardEvents["noteWritten"]>[0];

/** Saves a note with what it says of its page. @throws CallError when it could not be stored */
export function saveNote(
  ask: Ask,
  session: Pick<ArticleSession, "reading" | "articleDate">,
  { body, tags, passage, entity }: WrittenNote,
  evenInPrivate: boolean,
) {
  const { title, canonicalUrl } = session.reading();
  return ask("page.saveNote", {
    evenInPrivate,
    body,
    tags,
    passage,
    entity,
    page: {
      url: location.href.slice(0, 4_000),
      canonicalUrl: canonicalUrl ?? undefined,
      title: title.slice(0, 2_000),
      site: siteName().slice(0, 500),
      published: session.articleDate()?.day,
    },
  });
}

/** What the publication calls itself, else its host. */
function siteName(): string {
  const named = document.querySelector('meta[property="og:site_name"]')?.getAttribute("content")?.trim();
  return named || location.hostname;
}
