import { type HoverEvent, hoverTimes } from "../core/card/hover.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import { type CardControl, type CardPage, takeCard } from "./card-port.ts";
import { describeMention } from "./describe-mention.ts";

/**
 * The card of a page before there is one: waits for the reader's intent, loads the card's script once, and hands
 * over to what that script brings. Nothing else of the card is in a page whose names nobody asks about.
 */
export interface CardOnDemand {
  dispatch(event: HoverEvent): void;
  pointAt(point: { x: number; y: number }): void;
  isOpen(): boolean;
  /** Whether an event came to the card, which reports for itself. */
  isFromCard(event: Event): boolean;
  revise(): void;
  /** These load the script where it is not there yet, and are false where it cannot be. */
  step(by: 1 | -1): Promise<boolean>;
  openHere(): Promise<boolean>;
  jumpTo(id: string): Promise<boolean>;
  noteOnSelection(): Promise<boolean>;
  destroy(): void;
}

type Wish = Extract<HoverEvent, { mention: number }>;

export function createCardOnDemand(
  session: ArticleSession,
  ask: Ask,
  siteSwitchedOff: CardPage["siteSwitchedOff"],
): CardOnDemand {
  let control: CardControl | undefined;
  let loading: Promise<CardControl | undefined> | undefined;
  let isDestroyed = false;
  let first: CardPage["first"];
  let point: { x: number; y: number } | undefined;
  /** What opens the card once it is there; the newest counts. */
  let wish: Wish | undefined;
  /** The mention that the pointer lay on when the reader pressed: it stays closed until the pointer has left it. */
  let closed: number | undefined;
  let intent: ReturnType<typeof setTimeout> | undefined;

  const start = async (): Promise<CardControl | undefined> => {
    try {
      const offered = await takeCard(() => ask("page.loadCard", {}));
      if (!isDestroyed) control = offered?.({ session, ask, first, siteSwitchedOff, point: () => point });
    } catch {
      // The background is gone or refused: on the reader's page that means no card, and nothing else.
    }
    if (!control) loading = undefined;
    return control;
  };
  const load = () => {
    loading ??= start();
    return loading;
  };

  const wishFor = (wanted: Wish) => {
    const rested = wanted.type === "pointer-on" ? (wanted.rested ?? 0) : 0;
    const since = performance.now() - rested;
    const fulfil = async () => {
      // The script comes on its way while the background computes what the card says: the other way round it would wait.
      const coming = load();
      const target = session.drawn().find(({ key }) => key === wanted.mention);
      first = target && { target, model: describeMention(session, ask, target) };
      // Should it fail, the card asks again.
      first?.model.catch(() => undefined);
      const loaded = await coming;
      if (wish !== wanted) return;
      wish = undefined;
      loaded?.dispatch(
        wanted.type === "pointer-on" ? { ...wanted, rested: performance.now() - since } : wanted,
      );
    };
    clearTimeout(intent);
    closed = undefined;
    wish = wanted;
    if (wanted.type === "activate") void fulfil();
    else intent = setTimeout(fulfil, hoverTimes.intent - rested);
  };
  const drop = () => {
    clearTimeout(intent);
    wish = undefined;
  };

  return {
    dispatch(event) {
      if (control) {
        drop();
        return control.dispatch(event);
      }
      const isHeld = wish?.type === "activate";
      if (event.type === "activate") return wishFor(event);
      if (event.type === "pointer-on") {
        const isKnown = event.mention === wish?.mention || event.mention === closed;
        if (!isHeld && !isKnown) wishFor(event);
      } else if (event.type === "pointer-off") {
        closed = undefined;
        if (!isHeld) drop();
      } else if (event.type === "dismiss") {
        if (!isHeld) closed = wish?.mention ?? closed;
        drop();
      }
    },
    pointAt: (next) => {
      point = next;
    },
    isOpen: () => control?.isOpen() ?? false,
    // A target is not even read where there is no card: for every move of the pointer that would be felt.
    isFromCard: (event) => control?.isHost(event.target) ?? false,
    revise: () => control?.revise(),
    step: async (by) => (await load())?.step(by) ?? false,
    openHere: async () => (await load())?.openHere() ?? false,
    jumpTo: async (id) => (await load())?.jumpTo(id) ?? false,
    async noteOnSelection() {
      const selection = getSelection();
      // Taken now: it may be another when the script is there.
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
      return (range && (await load())?.noteOn(range)) ?? false;
    },
    destroy() {
      isDestroyed = true;
      drop();
      control?.destroy();
      control = undefined;
    },
  };
}
