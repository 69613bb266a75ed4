import {
  type HoverEffect,
  type HoverEvent,
  hoverTimes,
  initialHover,
  reduceHover,
} from "../../core/card/hover.ts";
import { correctionLimits } from "../../core/choices/correction-text.ts";
import type { CardControl, CardPage } from "../card-port.ts";
import { type NoteMark, offeredNotes, type ShownNotes } from "../notes-port.ts";
import { articleAddress } from "../page-address.ts";
import { type PlacedMention, rangeOf, scrollToRange } from "../placed-mention.ts";
import type { Anchor, CardEvents, CreateCard, Notice } from "./card-face.ts";
import { tintCurrent } from "./current-mark.ts";
import { readyFor } from "./note-body.tsx";
import { createNoteEvents } from "./note-events.ts";
import { inOrder, mentionInView, nextMention } from "./reading-place.ts";
import { createShownMentions, type ShownMention } from "./shown-mentions.ts";

/** What the card opens at. */
type Stop = PlacedMention | NoteMark;

/** Longest matched text (characters) that is kept with a choice; the protocol refuses more. */
const longestSurface = 200;

export function createCardControl(page: CardPage, createCard: CreateCard): CardControl {
  const { session, ask, point, siteSwitchedOff } = page;
  const shownMentions = createShownMentions(page);
  let state = initialHover;
  /** Key of the mention whose card was opened last. */
  let current = 0;
  let returnTo: HTMLElement | null = null;
  /** What the host shows besides the machine's card: the form for a passage, or a notice. */
  let aside: "form" | "notice" | null = null;
  let anchor: Anchor | null = null;
  let shownNow: ShownMention | null = null;
  let notesNow: ShownNotes | null = null;
  let answer: { token: number; shown: ShownMention | ShownNotes } | null = null;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const dispatch = (event: HoverEvent) => {
    // A press beside it does not cost a half-written note; Escape and its own buttons close it.
    if (event.type === "dismiss" && (aside === "notice" || (aside && event.returnFocus)))
      hide(event.returnFocus);
    const reduced = reduceHover(state, event, session.settings()?.delay ?? hoverTimes.delay);
    state = reduced.state;
    for (const effect of reduced.effects) run(effect);
  };
  const mentionOf = (key: number) => session.drawn().find((mention) => mention.key === key);
  const placed = (key: number) => mentionOf(key) ?? offeredNotes()?.find(key);
  const stops = () => inOrder<Stop>(session.drawn(), offeredNotes()?.marks() ?? []);

  const run = (effect: HoverEffect) => {
    switch (effect.type) {
      case "wait": {
        const timer = setTimeout(() => {
          timers.delete(timer);
          dispatch({ type: "timer", timer: effect.timer, token: effect.token });
        }, effect.milliseconds);
        timers.add(timer);
        return;
      }
      case "ask":
        void fill(effect.mention, effect.token);
        return;
      case "show":
        show(effect);
        return;
      case "hide":
        hide(effect.returnFocus);
    }
  };

  const fill = async (key: number, token: number) => {
    const target = mentionOf(key);
    try {
      const shown = target ? await shownMentions.of(target) : offeredNotes()?.shown(key);
      if (shown && "notes" in shown) await readyFor(bodiesOf(shown), ask);
      if (shown) {
        if (state.pending?.token === token) answer = { token, shown };
        return dispatch({ type: "ready", token });
      }
    } catch {
      // The background is gone or refused: on the reader's page that means no card, and nothing else.
    }
    dispatch({ type: "failed", token });
  };

  const show = ({ mention: key, token, by }: Extract<HoverEffect, { type: "show" }>) => {
    const target = placed(key);
    const range = target && rangeOf(target);
    const shown = answer?.token === token ? answer.shown : undefined;
    answer = null;
    if (aside === "form" && by === "pointer" && document.activeElement === card.host) {
      // A half-written note is not taken away by a pointer that rests on a name: only the machine goes back.
      state = reduceHover(state, { type: "dismiss", returnFocus: false }, 0).state;
      return;
    }
    if (!target || !range || !shown) return dispatch({ type: "dismiss", returnFocus: false });
    current = key;
    const active = document.activeElement;
    if (by === "keyboard" && active !== card.host) returnTo = active instanceof HTMLElement ? active : null;
    tintCurrent(range);
    aside = shownNow = notesNow = null;
    anchor = { range, point: by === "pointer" ? point() : undefined };
    const focus = by === "keyboard";
    if ("notes" in shown) {
      notesNow = shown;
      return card.showNotes(shown, key, anchor, { focus });
    }
    shownNow = shown;
    card.show(shown, anchor, { focus });
  };

  const hide = (returnFocus: boolean) => {
    const active = document.activeElement;
    card.hide();
    aside = shownNow = notesNow = null;
    tintCurrent(null);
    // Whoever has gone on to another field is left there.
    const lost = active === null || active === document.body || active === card.host;
    if (returnFocus && lost && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
  };

  const noting = createNoteEvents({
    session,
    ask,
    forget: shownMentions.forget,
    target: () => (state.shown ? mentionOf(state.shown.mention) : undefined),
    async refresh() {
      const key = state.shown?.mention;
      const shown = key === undefined ? null : offeredNotes()?.shown(key);
      if (key === undefined || !shown) return;
      notesNow = shown;
      await readyFor(bodiesOf(shown), ask);
      if (notesNow === shown && anchor) card.showNotes(shown, key, anchor, { focus: true });
    },
    closeWithNotice: (notice) => closeWithNotice(notice),
  });
  const events: CardEvents = {
    pointerEntered: () => dispatch({ type: "pointer-on-card" }),
    pointerLeft: () => dispatch({ type: "pointer-off-card" }),
    focusEntered: (from) => {
      if (from instanceof HTMLElement) returnTo ??= from;
      dispatch({ type: "card-focused" });
    },
    dismissed: () => dispatch({ type: "dismiss", returnFocus: true }),
    stepped: (by) => void step(by),
    siteSwitchedOff: () => {
      const host = location.hostname;
      closeWithNotice({ what: "site-off", host, undo: () => done(ask("page.siteOn", {})) });
      siteSwitchedOff();
    },
    notThisOne: async (scope) => {
      if (!shownNow) return false;
      const { id, surface, name } = shownNow.mention;
      const choice = { id, surface: surface.slice(0, longestSurface) };
      if (!(await ask("page.notThisOne", { ...choice, scope }))) return false;
      const undo = async () => {
        await done(ask("page.undoChoice", choice));
        session.setDropped(id, surface, false);
      };
      closeWithNotice({ what: "not-this-one", surface, name, undo });
      session.setDropped(id, surface, true);
      return true;
    },
    candidateChosen: (id) => {
      const key = state.shown?.mention;
      const target = key === undefined ? undefined : mentionOf(key);
      const before = shownNow;
      if (!target || !anchor) return;
      void shownMentions.of(target, id).then(
        (shown) => {
          if (!shown || !anchor || shownNow !== before) return;
          shownNow = shown;
          card.show(shown, anchor, { focus: false });
        },
        () => {},
      );
    },
    reportedPage: () => {
      const { title, canonicalUrl } = session.reading();
      return {
        url: articleAddress().slice(0, correctionLimits.address),
        canonicalUrl: canonicalUrl?.slice(0, correctionLimits.address) ?? null,
        title: title || document.title || null,
      };
    },
    placeShown: (key) => void openAt(offeredNotes()?.find(key)),
    draftTaken: (passage) => {
      if (anchor) card.writeNote(passage, anchor);
    },
    ...noting.events,
  };

  const card = createCard(events);

  /** Closes the card and offers what was done back in its place. The focus goes back with the notice. */
  const closeWithNotice = (notice: Notice) => {
    const back = returnTo;
    const focus = document.activeElement === card.host;
    const at = anchor;
    dispatch({ type: "dismiss", returnFocus: true });
    if (!at) return;
    returnTo = back;
    aside = "notice";
    card.notify(notice, at, { focus });
  };

  const openAt = (target: Stop | undefined): boolean => {
    const range = target && rangeOf(target);
    if (!target || !range) return false;
    current = target.key;
    scrollToRange(range);
    dispatch({ type: "activate", mention: target.key, by: "keyboard" });
    return true;
  };
  const step = (by: 1 | -1): boolean => openAt(nextMention(stops(), by, placed(current)));

  return {
    dispatch,
    step,
    openHere() {
      const active = document.activeElement;
      if (active === card.host) return true;
      if (state.shown) {
        returnTo = active instanceof HTMLElement ? active : null;
        card.focus();
        return true;
      }
      const here = mentionInView(stops());
      if (here) dispatch({ type: "activate", mention: here.key, by: "keyboard" });
      return here !== undefined;
    },
    isOpen: () => state.shown !== null || aside !== null,
    isHost: (target) => target === card.host,
    revise: () => {
      const key = state.shown?.mention;
      if (key === undefined) return;
      const shown = notesNow && offeredNotes()?.shown(key);
      const edited = notesNow ? card.editedNote() : undefined;
      if (edited && !shown?.notes.some(({ note }) => note.id === edited)) return noting.lost(edited);
      if (!placed(key)) return dispatch({ type: "dismiss", returnFocus: false });
      if (!shown || saidBy(shown) === saidBy(notesNow)) return;
      notesNow = shown;
      void readyFor(bodiesOf(shown), ask).then(() => {
        if (notesNow === shown) card.updateNotes(shown, key);
      });
    },
    jumpTo: (id) => {
      const drawn = session.drawn();
      const last = drawn.findIndex(({ key }) => key === current);
      const after = drawn.findIndex(({ mention }, index) => index > last && mention.id === id);
      return openAt(drawn[after] ?? drawn.find(({ mention }) => mention.id === id));
    },
    async noteOn(range) {
      const loads = offeredNotes() ? true : ask("page.loadNotes", {}).catch(() => false);
      const passage = (await loads) ? offeredNotes()?.describe(range, session) : null;
      if (!passage) return false;
      // A card that is open gives way to the form.
      dispatch({ type: "dismiss", returnFocus: false });
      returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      aside = "form";
      anchor = { range };
      card.writeNote(passage, anchor);
      return true;
    },
    destroy() {
      for (const timer of timers) clearTimeout(timer);
      noting.stop();
      tintCurrent(null);
      card.destroy();
    },
  };
}

/** Tells whether notes have to be shown anew. */
function saidBy(shown: ShownNotes | null): string {
  return JSON.stringify([shown?.candidate, shown?.notes.map(({ note, place }) => [note, place])]);
}

function bodiesOf({ notes }: ShownNotes): string[] {
  return notes.map(({ note }) => note.body);
}

/** @throws Error when the background says that it did not do it. */
async function done(answer: Promise<boolean>): Promise<void> {
  if (!(await answer)) throw new Error("The background did not do it.");
}
