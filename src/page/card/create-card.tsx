import { render } from "preact";
import { i18n } from "#i18n";
import { cardText } from "../../core/card/card-text.ts";
import type { Passage } from "../../core/notes/note.ts";
import kindGlyph from "../../ui/components/kind-glyph.css?inline";
import theme from "../../ui/theme.css?inline";
import { type Anchor, type Card, type CardEvents, hostTag } from "../card-port.ts";
import style from "./card.css?inline";
import { CardView } from "./card-view.tsx";
import { NoteForm } from "./note-form.tsx";
import { placeCard } from "./place-card.ts";

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
  let stopPlacing: (() => void) | undefined;

  root.append(styleElement(), frame);
  isolate(host);
  frame.className = "card";
  frame.tabIndex = -1;
  frame.setAttribute("role", "dialog");
  host.addEventListener("pointerenter", () => events.pointerEntered());
  host.addEventListener("pointerleave", () => events.pointerLeft());
  frame.addEventListener("focusin", () => events.focusEntered());
  // What is typed into a note is no business of the page's shortcuts; Escape is handled by the page script.
  for (const type of ["keydown", "keyup", "keypress", "input", "beforeinput", "paste", "copy", "cut"]) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }

  const open = (content: preact.ComponentChild, label: string, anchor: Anchor) => {
    stopPlacing?.();
    if (!host.isConnected) document.documentElement.append(host);
    render(null, frame);
    render(content, frame);
    frame.setAttribute("aria-label", label);
    frame.scrollTop = 0;
    // Hidden and shown again, it comes to lie above what has entered the top layer since.
    if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    stopPlacing = placeCard(host, frame, anchor);
  };
  const hide = () => {
    stopPlacing?.();
    stopPlacing = undefined;
    if (host.isConnected && host.matches(":popover-open")) host.hidePopover();
    render(null, frame);
  };

  return {
    host,
    hide,
    focus: () => frame.focus({ preventScroll: true }),
    show(shown, anchor, { focus }) {
      const label = i18n.t("card.label", [shown.model.entity.name]);
      open(<CardView shown={shown} events={events} cardText={cardText(shown.model)} />, label, anchor);
      if (focus) frame.focus({ preventScroll: true });
    },
    writeNote(passage: Passage, anchor) {
      const form = (
        <div class="scroll body">
          <NoteForm
            title={i18n.t("note.title")}
            quote={passage.quote}
            onSave={(note) => events.noteWritten({ ...note, passage })}
            onCancel={() => events.dismissed()}
          />
        </div>
      );
      open(form, i18n.t("note.title"), anchor);
    },
    destroy() {
      hide();
      host.remove();
    },
  };
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

/** A style element instead of a constructed sheet: Firefox refuses sheets made in a content script. */
function styleElement(): HTMLStyleElement {
  const element = document.createElement("style");
  element.textContent = theme + kindGlyph + style;
  return element;
}
