import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { goesOn, type KnownPlace } from "../../../core/notes/known-place.ts";
import type { Note } from "../../../core/notes/note.ts";
import { passageLimits } from "../../../core/notes/note-limits.ts";
import { readMarkdown } from "../../../core/notes/read-markdown.ts";
import { addressAtPassage } from "../../../core/notes/text-fragment.ts";
import type { NoteEdit } from "../../../storage/notes-store.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../components/button.tsx";
import { dateWords, instantWords } from "../../components/date-words.ts";
import { KindGlyph } from "../../components/kind-glyph.tsx";
import { NoteText } from "../../components/note-text.tsx";
import { PageLink } from "../../components/page-link.tsx";
import { ThenAndNow } from "../../components/then-and-now.tsx";
import { useFocusBack } from "../../use-focus-back.ts";
import { FoundText } from "./found-text.tsx";
import { isTypedElsewhere, NoteEditor, type Unsaved } from "./note-editor.tsx";
import { titleOf } from "./note-row.tsx";
import type { KnownTag } from "./tag-field.tsx";

interface NoteDetailProps {
  note: Note;
  words: readonly string[];
  /** What came of the last search for its passage. */
  place: KnownPlace | undefined;
  unsaved: Unsaved | undefined;
  onUnsaved(unsaved: Unsaved | undefined): void;
  notKept: string | null;
  knownTags: readonly KnownTag[];
  /** Rejects when the note was not saved. */
  onSave(edit: NoteEdit): Promise<void>;
  onDelete(): void;
  onRestore(): void;
  onTag(tag: string): void;
  /** The focus has come into it. */
  onFocus(): void;
  /** Back to the list. */
  onClose(): void;
  detailRef: { current: HTMLElement | null };
}

/** All that a note holds. */
export function NoteDetail(props: NoteDetailProps) {
  const { note, words, unsaved, detailRef } = props;
  // What was typed before the page was closed waits until it is asked for: the list has the focus.
  const [editing, setEditing] = useState(unsaved !== undefined && !isTypedElsewhere(unsaved));
  const editButton = useFocusBack(editing);
  const { entity, passage, page, tags } = note;
  const about = titleOf(note);
  const tree = useMemo(() => readMarkdown(note.body), [note.body]);
  return (
    <article
      class="detail"
      aria-label={i18n.t("notes.noteOn", [about])}
      tabIndex={-1}
      ref={detailRef}
      onFocusIn={props.onFocus}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="detail-tools">
        <span class="detail-back">
          <Button onClick={props.onClose}>{i18n.t("library.back")}</Button>
        </span>
        {note.deleted ? (
          <Button onClick={props.onRestore}>{i18n.t("library.restore")}</Button>
        ) : (
          <>
            <Button
              look="quiet"
              disabled={editing}
              onClick={() => setEditing(true)}
              label={i18n.t("library.editOn", [about])}
              buttonRef={editButton}
            >
              {i18n.t("library.edit")}
            </Button>
            <Button look="quiet" onClick={props.onDelete} label={i18n.t("library.deleteOn", [about])}>
              {i18n.t("library.delete")}
            </Button>
          </>
        )}
      </div>
      {note.deleted ? (
        <p class="detail-deleted">{i18n.t("library.deletedOn", [instantWords(note.deleted)])}</p>
      ) : null}
      <h2 class="detail-title">
        {entity?.kind ? <KindGlyph kind={entity.kind} /> : null}
        <span dir="auto">
          <FoundText text={about} words={words} />
        </span>
      </h2>
      {passage ? (
        <blockquote class="detail-quote" dir="auto">
          <span class="dim">{isCut(passage.prefix) ? `…${passage.prefix}` : passage.prefix}</span>
          <FoundText text={passage.quote} words={words} />
          <span class="dim">{isCut(passage.suffix) ? `${passage.suffix}…` : passage.suffix}</span>
        </blockquote>
      ) : null}
      {editing ? (
        <NoteEditor
          note={note}
          unsaved={unsaved}
          onUnsaved={props.onUnsaved}
          notKept={props.notKept}
          knownTags={props.knownTags}
          onSave={props.onSave}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          {unsaved?.restored ? (
            <p class="detail-unsaved">{i18n.t("note.view.unsaved", [instantWords(unsaved.restored)])}</p>
          ) : null}
          {note.body.trim() ? (
            <NoteText
              text={note.body}
              tree={tree}
              draw={(piece) => <FoundText text={piece} words={words} />}
            />
          ) : (
            <p class="dim">{i18n.t("popup.emptyNote")}</p>
          )}
          {tags.length > 0 ? (
            <ul class="tags" aria-label={i18n.t("library.tags")}>
              {tags.map((tag) => (
                <li key={tag}>
                  <button
                    type="button"
                    class="tag"
                    aria-label={i18n.t("library.showTag", [tag])}
                    onClick={() => props.onTag(tag)}
                  >
                    <span dir="auto">
                      <FoundText text={tag} words={words} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
      {entity?.cardText ? (
        <details class="detail-card">
          <summary>{i18n.t("library.cardText")}</summary>
          <p class="detail-card-text" dir="auto">
            {entity.cardText}
          </p>
        </details>
      ) : null}
      <dl class="detail-facts">
        <Fact name={i18n.t("library.article")}>
          <ArticleLink note={note} />
        </Fact>
        {passage ? (
          <Fact name={i18n.t("library.onPage")}>
            <PlaceWords place={props.place} quote={passage.quote} />
          </Fact>
        ) : null}
        {page.author ? <Fact name={i18n.t("library.author")}>{page.author}</Fact> : null}
        {page.site ? <Fact name={i18n.t("library.site")}>{page.site}</Fact> : null}
        {page.published ? <Fact name={i18n.t("library.published")}>{dateWords(page.published)}</Fact> : null}
        <Fact name={i18n.t("library.written")}>{instantWords(note.created)}</Fact>
        {note.changed === note.created ? null : (
          <Fact name={i18n.t("library.changed")}>
            {i18n.t("library.changedAt", [instantWords(note.changed), String(note.revision)])}
          </Fact>
        )}
        <Fact name={i18n.t("library.data")}>{note.datasetVersion}</Fact>
        {entity?.formerIds?.length ? (
          <Fact name={i18n.t("library.formerIds")}>{entity.formerIds.join(", ")}</Fact>
        ) : null}
      </dl>
    </article>
  );
}

/** What stands around a quote ends within a sentence there, and as a rule within a word. */
function isCut(context: string): boolean {
  return context.length >= passageLimits.context;
}

/** Leads to the passage in the tab that has the article open, if there is one, else to a new one. */
function ArticleLink({ note: { id, page, passage } }: { note: Note }) {
  const api = useApi();
  const url = addressAtPassage(page.url, passage);
  const open = async (event: MouseEvent) => {
    // Whoever asks for a new tab or window gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !passage) return;
    event.preventDefault();
    const isShown = await api.call("ui.openNote", { id }).catch(() => false);
    if (!isShown) window.open(url, "_blank", "noopener,noreferrer");
  };
  return (
    <PageLink url={url} onClick={(event) => void open(event)}>
      {page.title || page.url}
    </PageLink>
  );
}

/** What came of the last search for the passage, and when that was. */
function PlaceWords({ place, quote }: { place: KnownPlace | undefined; quote: string }) {
  if (!place) return <>{i18n.t("library.notLooked")}</>;
  const { state, after, candidates = 0, at } = place;
  return (
    <>
      {i18n.t(`library.placedOn.${state}`, [instantWords(at)])}
      {state === "orphan" && candidates > 0 ? ` ${i18n.t("library.alike", candidates)}` : null}
      {after ? <ThenAndNow before={quote} after={after} goesOn={goesOn(place)} /> : null}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
