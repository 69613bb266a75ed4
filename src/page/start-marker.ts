import { createArticleSession } from "./article-session.ts";
import { createCardOnDemand } from "./card-on-demand.ts";
import { paletteFor } from "./mark-palette.ts";
import type { Marker, StartMarker } from "./marker-port.ts";
import { createMentionLookup } from "./mention-at.ts";
import { offeredNotes } from "./notes-port.ts";
import { createPageReader } from "./page-reader.ts";
import { watchColours } from "./watch-colours.ts";
import { watchPointer } from "./watch-pointer.ts";

/** Marks and cards of a page that names something: at the pointer, at touches and at commands. */
export const startMarker: StartMarker = (page): Marker => {
  const { ask, siteSwitchedOff, isAlive } = page;
  const session = createArticleSession(createPageReader(page), page);
  const control = createCardOnDemand(session, ask, siteSwitchedOff);
  const mentionAt = createMentionLookup(session);
  const markAt = (x: number, y: number) =>
    isAlive() ? (mentionAt(x, y) ?? offeredNotes()?.at(x, y) ?? null) : null;
  /** The reader has written a note on a page that may have no mark; Escape is wanted there too. */
  let hasNote = false;
  let stop: (() => void) | undefined;

  const listen = () => {
    const stopPointer = watchPointer(
      {
        moved(x, y, rested) {
          const mark = markAt(x, y);
          if (mark) {
            control.pointAt({ x, y });
            control.dispatch({ type: "pointer-on", mention: mark.key, rested });
          } else control.dispatch({ type: "pointer-off" });
          return mark !== null;
        },
        gone: () => control.dispatch({ type: "pointer-off" }),
        tapped(x, y) {
          const mark = markAt(x, y);
          if (mark) control.dispatch({ type: "activate", mention: mark.key, by: "touch" });
        },
        pressedOutside: () => control.dispatch({ type: "dismiss", returnFocus: false }),
        escaped() {
          const open = control.isOpen();
          control.dispatch({ type: "dismiss", returnFocus: true });
          return open;
        },
      },
      control.isFromCard,
    );
    const stopColours = watchColours(() => session.marks.repaint());
    return () => {
      stopPointer();
      stopColours();
    };
  };
  const settle = () => {
    control.revise();
    if (session.drawn().length > 0 || hasNote || offeredNotes()) stop ??= listen();
    else {
      stop?.();
      stop = undefined;
    }
  };
  const card = {
    ...control,
    noteOnSelection() {
      hasNote = true;
      settle();
      return control.noteOnSelection();
    },
  };
  return {
    session,
    card,
    settle,
    paletteFor,
    destroy() {
      stop?.();
      session.clear();
      control.destroy();
    },
  };
};
