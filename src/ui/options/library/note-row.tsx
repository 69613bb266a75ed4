import { useMemo } from "preact/hooks";
import { i18n } from "#i18n";
import { excerptOf, placesOf } from "../../../core/notes/find-in-text.ts";
import type { placeStateOf } from "../../../core/notes/known-place.ts";
import { hasMarkdownSigns } from "../../../core/notes/markdown-signs.ts";
import type { Note } from "../../../core/notes/note.ts";
import { plainWords } from "../../../core/notes/plain-words.ts";
import { readMarkdown } from "../../../core/notes/read-markdown.ts";
import { dateWords } from "../../components/date-words.ts";
import { KindGlyph } from "../../components/kind-glyph.tsx";
import { FoundExcerpt, FoundText } from "./found-text.tsx";

const bodyLength = 180;
const quoteLength = 150;

/** What a note is on, as its title: the entity, else the article. */
export function titleOf({ entity, page }: Note): string {
  return entity?.name ?? (page.title || page.url);
}

interface NoteRowProps {
  note: Note;
  words: readonly string[];
  selected: boolean;
  /** Something was typed for it and is not saved. */
  unsaved: boolean;
  /** What came of the last search for its passage. */
  place: ReturnType<typeof placeStateOf>;
}

/** A note in the list: enough to know it again. */
export function NoteRow({ note, words, selected, unsaved, place: found }: NoteRowProps) {
  const { entity, passage, page, tags, created } = note;
  const plain = useMemo(() => plainBody(note.body), [note.body]);
  const body = useMemo(() => {
    // What was searched for may stand among the signs, as in the address of a link.
    const hides = placesOf(note.body, words).length > placesOf(plain, words).length;
    return excerptOf(hides ? note.body : plain, words, bodyLength);
  }, [note.body, plain, words]);
  const quote = useMemo(() => excerptOf(passage?.quote ?? "", words, quoteLength), [passage, words]);
  const isOff = found === "orphan" || found === "edited";
  const place = [entity ? page.title : "", page.site].filter(Boolean).join(" · ");
  return (
    <>
      <span class="row-check" aria-hidden="true" data-on={selected}>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 6.4l2.7 2.7L10 3.4" />
        </svg>
      </span>
      <span class="row-text">
        <span class="row-head">
          {entity?.kind ? <KindGlyph kind={entity.kind} /> : null}
          <span class="row-title" dir="auto">
            <FoundText text={titleOf(note)} words={words} />
          </span>
          <span class="row-date dim">{dateWords(created.slice(0, 10))}</span>
        </span>
        {body.text ? (
          <span class="row-body" dir="auto">
            <FoundExcerpt excerpt={body} words={words} />
          </span>
        ) : null}
        {quote.text ? (
          <span class="row-quote" dir="auto">
            <FoundExcerpt excerpt={quote} words={words} />
          </span>
        ) : null}
        {body.text || quote.text ? null : <span class="row-body dim">{i18n.t("popup.emptyNote")}</span>}
        {place || tags.length > 0 || unsaved || isOff ? (
          <span class="row-foot dim">
            {unsaved ? <span class="row-unsaved">{i18n.t("library.unsaved")}</span> : null}
            {isOff ? <span class="row-off">{i18n.t(`library.placed.${found}`)}</span> : null}
            {place ? (
              <span class="row-place" dir="auto">
                <FoundText text={place} words={words} />
              </span>
            ) : null}
            {tags.slice(0, 4).map((tag) => (
              <span key={tag} class="row-tag" dir="auto">
                <FoundText text={tag} words={words} />
              </span>
            ))}
            {tags.length > 4 ? <span class="row-tag">+{tags.length - 4}</span> : null}
          </span>
        ) : null}
      </span>
    </>
  );
}

/** Its words without the signs of Markdown. */
function plainBody(body: string): string {
  return hasMarkdownSigns(body) ? plainWords(body, readMarkdown(body)) : body;
}
