import { render } from "preact";
import { i18n } from "#i18n";
import { isSaved } from "../../core/notes/edit-draft.ts";
import type { Passage } from "../../core/notes/note.ts";
import facts from "../../ui/components/facts.css?inline";
import kindGlyph from "../../ui/components/kind-glyph.css?inline";
import noteText from "../../ui/components/note-text.css?inline";
import packMark from "../../ui/components/pack-mark.css?inline";
import thenAndNow from "../../ui/components/then-and-now.css?inline";
import unseen from "../../ui/components/unseen.css?inline";
import theme from "../../ui/theme.css?inline";
import { hostTag } from "../card-port.ts";
import { isDark } from "../mark-palette.ts";
import style from "./card.css?inline";
import type { Anchor, Card, CardEvents, Draft, NoteSubject } from "./card-face.ts";
import { CardView } from "./card-view.tsx";
import { draftsOf, isSame } from "./drafts-of.ts";
import { createModalLayer, type ModalLayer } from "./modal-layer.ts";
import { NoteForm } from "./note-form.tsx";
import { NotesView } from "./notes-view.tsx";
import { NoticeView, noticeWords } from "./notice-view.tsx";
import { placeCard } from "./place-card.ts";
import type { Report } from "./report-form.tsx";
import { showWhole } from "./show-whole.ts";
import type { ShownMention } from "./shown-mentions.ts";

/** How long (ms) what was done is offered back; the pointer or the focus on it makes it stay. */
export const noticeTime = 8_000;

/**
 * The card: one host element with a closed shadow root, shown as a popover so that it lies in the top
 * layer, above dialogs and sticky headers. The page cannot look into it, and its styles cannot reach in.
 *
 * @param mode `open` only in tests, which must look inside.
 */
export function createCard(events: CardEvents, mode: ShadowRootMode = "closed"): Card {
  const host = document.createElement(hostTag);
  const root = host.attachShadow({ mode });
  const frame = document.createElement("div");
  const drafts: { subject: NoteSubject; draft: Draft }[] = [];
  const edits = new Map<string, Draft>();
  const reports = new Map<string, Report>();
  let layer: ModalLayer | null = null;
  let stopPlacing: (() => void) | undefined;
  let shownMention: ShownMention["mention"] | null = null;
  let notice: ReturnType<typeof setTimeout> | undefined;

  addStyles(root);
  root.append(frame);
  isolate(host);
  // With the first word the browser fetches all of them: now, while what the card says is still on its way.
  i18n.t("note.title");
  frame.className = "card";
  frame.tabIndex = -1;
  frame.setAttribute("role", "dialog");
  host.addEventListener("pointerenter", () => events.pointerEntered());
  host.addEventListener("pointerleave", () => events.pointerLeft());
  frame.addEventListener("focusin", ({ target, relatedTarget }) => {
    showWhole(target as Element);
    // A dialog that opens takes the focus; a pointer that reached for it is still a pointer.
    if (!layer?.opening) events.focusEntered(relatedTarget);
  });
  frame.addEventListener("keydown", (event) => {
    if (event.key === "Tab") keepFocusInside(event, root, frame);
  });
  // What is typed into a note is no business of the page's shortcuts; Escape is handled by the page script.
  for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput", "paste", "copy", "cut"]) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }

  let byPointer = false;
  host.addEventListener("pointerdown", () => {
    byPointer = true;
  });
  host.addEventListener("keydown", () => {
    byPointer = false;
  });

  const draftOf = (subject: NoteSubject): Draft => {
    const known = drafts.find((one) => isSame(one.subject, subject));
    if (known) return known.draft;
    const draft = { body: "", tags: "" };
    drafts.push({ subject, draft });
    return draft;
  };
  const open = (content: preact.ComponentChild, label: string, anchor: Anchor) => {
    stopPlacing?.();
    clearTimeout(notice);
    layer?.close();
    // As the system asks; and never a bright card on a page that is dark by itself. Asked before anything is written.
    const scheme = isDark(anchor.range.startContainer.parentElement) ? "dark" : "light dark";
    if (!host.isConnected) document.documentElement.append(host);
    host.style.setProperty("color-scheme", scheme, "important");
    render(null, frame);
    render(content, frame);
    frame.setAttribute("aria-label", label);
    describeByAnswer(frame);
    // Hidden and shown again, it comes to lie above what has entered the top layer since.
    if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    stopPlacing = placeCard(host, frame, anchor);
    frame.scrollTop = 0;
    layer = createModalLayer(root, frame, anchor, () => events.pointerEntered());
    // Only a pointer that rests on the name has nothing to press yet.
    if (!anchor.point) layer?.reach();
  };
  const hide = () => {
    stopPlacing?.();
    stopPlacing = undefined;
    shownMention = null;
    clearTimeout(notice);
    layer?.close();
    layer = null;
    if (host.isConnected && host.matches(":popover-open")) host.hidePopover();
    render(null, frame);
  };
  const notify: Card["notify"] = (done, anchor, { focus }) => {
    const close = () => events.dismissed();
    const text = noticeWords(done);
    // Whoever pressed with the pointer has it there already; a focus on the notice would make it stay.
    const take = focus && !byPointer;
    open(<NoticeView text={text} undo={done.undo} focus={take} onDone={close} />, text, anchor);
    shownMention = null;
    const wait = () => {
      notice = setTimeout(() => {
        if (host.matches(":hover") || host === document.activeElement) wait();
        else close();
      }, noticeTime);
    };
    wait();
  };

  return {
    host,
    hide,
    focus: () => {
      layer?.reach();
      frame.focus({ preventScroll: true });
    },
    show(shown, anchor, { focus }) {
      const { mention, position } = shown;
      const { entity } = shown.model;
      const place = [String(position.number), String(position.of)];
      const label = i18n.t("card.label", [entity.name, place[0] ?? "", place[1] ?? ""]);
      const report = reports.get(entity.id) ?? { comment: "", statement: "" };
      reports.set(entity.id, report);
      const draft = draftOf({ entityId: entity.id });
      const view = <CardView shown={shown} events={events} draft={draft} report={report} />;
      if (shownMention === mention && stopPlacing) {
        // Another candidate of the same mention: what has the focus keeps it.
        render(view, frame);
        frame.setAttribute("aria-label", label);
        describeByAnswer(frame);
        return;
      }
      open(view, label, anchor);
      shownMention = mention;
      if (focus) frame.focus({ preventScroll: true });
    },
    showNotes(shown, key, anchor, { focus }) {
      const label = i18n.t("note.view.label", shown.notes.length);
      open(<NotesView shown={shown} mark={key} edits={edits} events={events} />, label, anchor);
      shownMention = null;
      if (focus) frame.focus({ preventScroll: true });
    },
    updateNotes(shown, key) {
      render(<NotesView shown={shown} mark={key} edits={edits} events={events} />, frame);
      frame.setAttribute("aria-label", i18n.t("note.view.label", shown.notes.length));
      describeByAnswer(frame);
    },
    editedNote() {
      const id = frame.querySelector<HTMLElement>(".own-note:has(form)")?.dataset.note ?? "";
      const edit = edits.get(id);
      return edit?.editOf && !isSaved(edit.editOf, edit) ? id : undefined;
    },
    writeNote(passage: Passage, anchor) {
      const subject = { passage };
      const form = (
        <div class="scroll body">
          <NoteForm
            title={i18n.t("note.title")}
            draft={draftOf(subject)}
            quote={passage.quote}
            tags={events.tags()}
            drafts={draftsOf(subject, events)}
            onSave={async (note) => {
              await events.noteWritten({ ...note, passage });
              notify({ what: "note-saved" }, anchor, { focus: true });
            }}
            onCancel={() => events.dismissed()}
          />
        </div>
      );
      open(form, i18n.t("note.title"), anchor);
      shownMention = null;
    },
    notify,
    destroy() {
      hide();
      host.remove();
    },
  };
}

/** Tab from the last control goes to the first, and back: outside lies the end of the page. Escape leaves. */
function keepFocusInside(event: KeyboardEvent, root: ShadowRoot, frame: HTMLElement): void {
  const all = [...frame.querySelectorAll<HTMLElement>("button, a[href], summary, input, select, textarea")];
  const reachable = all.filter((element) => element.checkVisibility() && !element.matches(":disabled"));
  const [first] = reachable;
  const last = reachable.at(-1);
  const active = root.activeElement;
  const target =
    event.shiftKey && (active === first || active === frame)
      ? last
      : !event.shiftKey && active === last
        ? first
        : null;
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The dialog's description is its answer, so that a screen reader says it with the name. */
function describeByAnswer(frame: HTMLElement): void {
  const parts = [...frame.querySelectorAll("[data-answer]")];
  parts.forEach((part, index) => {
    part.id = `answer-${index}`;
  });
  if (parts.length === 0) frame.removeAttribute("aria-describedby");
  else frame.setAttribute("aria-describedby", parts.map(({ id }) => id).join(" "));
}

/** Frees the host from every rule that a page's stylesheet may aim at unknown elements. */
function isolate(host: HTMLElement): void {
  const style = {
    all: "initial",
    position: "fixed",
    inset: "auto",
    margin: "0",
    padding: "0",
    border: "0",
    background: "transparent",
    overflow: "visible",
    "z-index": "2147483647",
  };
  for (const [property, value] of Object.entries(style)) host.style.setProperty(property, value, "important");
  host.setAttribute("popover", "manual");
}

/**
 * A style element instead of a constructed sheet: Firefox refuses sheets made in a content script. Our own welcome page is
 * no such place, and its policy forbids style elements.
 */
function addStyles(root: ShadowRoot): void {
  const text = theme + facts + kindGlyph + noteText + packMark + thenAndNow + unseen + style;
  if (location.protocol.endsWith("extension:")) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const element = document.createElement("style");
  element.textContent = text;
  root.append(element);
}
