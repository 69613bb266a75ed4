import { noteLimits } from "../../core/notes/note-limits.ts";
import type { Payload } from "../../messaging/protocol.ts";
import { readAuthor } from "../../reading/author.ts";
import type { ArticleSession } from "../article-session.ts";
import type { Ask } from "../ask-background.ts";
import { pageAddress } from "../page-address.ts";
import type { WrittenNote } from "./card-face.ts";

/**
 * Saves a note with what it says of its page, whose own words may be of any length and are cut to what a note holds.
 *
 * @param asked what the card was computed from, for a note on an entity: the background freezes what it says.
 * @throws CallError when it could not be stored
 */
export function saveNote(
  ask: Ask,
  session: Pick<ArticleSession, "reading" | "articleDate">,
  { body, tags, passage, entity }: WrittenNote,
  { evenInPrivate, asked }: Pick<Payload<"page.saveNote">, "evenInPrivate" | "asked">,
) {
  const { title, canonicalUrl } = session.reading();
  const isKept = canonicalUrl && canonicalUrl.length <= noteLimits.address;
  return ask("page.saveNote", {
    evenInPrivate,
    asked,
    body,
    tags,
    passage,
    // What the card says is known to the background, which has the dataset.
    entity: entity && { ...entity, cardText: "" },
    page: {
      url: pageAddress().slice(0, noteLimits.address),
      canonicalUrl: isKept ? canonicalUrl : undefined,
      title: (title || document.title).slice(0, noteLimits.title),
      site: siteName().slice(0, noteLimits.name),
      author: readAuthor(document, pageAddress())?.slice(0, noteLimits.name),
      published: session.articleDate()?.day,
    },
  });
}

/** What the publication calls itself, else its host. */
function siteName(): string {
  const named = document.querySelector('meta[property="og:site_name"]')?.getAttribute("content")?.trim();
  return named || location.hostname;
}
