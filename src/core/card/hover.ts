/**
 * When a card opens and closes, as a pure machine: `(state, event) → state, effects`. Pointer, keyboard
 * and touch are events of the one machine; every wait carries a token, so that a timer or an answer that
 * comes too late changes nothing.
 *
 *            pointer-on                intent timer              show timer + answer
 *   nothing ───────────▶ pending ───────────────▶ pending ────────────────────────▶ shown
 *      ▲                   │ pointer-off            (asked)                           │ pointer-off
 *      └───────────────────┘                                                          ▼
 *      ▲                                        leave timer                    shown, leaving
 *      └──────────────────────────────────────────────────────────────────────────────┘
 *                                                      (pointer-on-card brings it back to shown)
 *
 * `shown` and `pending` are independent: while the pointer crosses another mention on its way into the
 * card, the card stays and the other mention only waits.
 */

export type Cause = "pointer" | "keyboard" | "touch";

export interface HoverState {
  shown: { mention: number; by: Cause } | null;
  /** Token of the running leave timer. */
  leaving: number | null;
  pending: { mention: number; by: Cause; token: number; due: boolean; ready: boolean } | null;
  /** Closed while the pointer lay on it: it stays closed until the pointer has left it once. */
  closed: number | null;
  lastToken: number;
}

export type HoverEvent =
  /** `rested`: milliseconds for which the pointer has been there already. */
  | { type: "pointer-on"; mention: number; rested?: number }
  | { type: "pointer-off" }
  | { type: "pointer-on-card" }
  | { type: "pointer-off-card" }
  /** Keyboard focus went into the card: it no longer depends on the pointer. */
  | { type: "card-focused" }
  | { type: "activate"; mention: number; by: "keyboard" | "touch" }
  | { type: "timer"; timer: Timer; token: number }
  | { type: "ready"; token: number }
  | { type: "failed"; token: number }
  | { type: "dismiss"; returnFocus: boolean };

export type Timer = "intent" | "show" | "leave";

export type HoverEffect =
  | { type: "wait"; timer: Timer; token: number; milliseconds: number }
  | { type: "ask"; mention: number; token: number }
  | { type: "show"; mention: number; token: number; by: Cause }
  | { type: "hide"; returnFocus: boolean };

export const hoverTimes = {
  /** A pointer that merely passes causes no work at all: shorter rests are mostly passing (Page Previews). */
  intent: 150,
  /** From the pointer's rest to the card, where the reader has set nothing else. */
  delay: 400,
  /** Time to reach the card across the gap, and to come back after slipping off (WCAG 1.4.13). */
  leave: 300,
};

export const initialHover: HoverState = {
  shown: null,
  leaving: null,
  pending: null,
  closed: null,
  lastToken: 0,
};

/** @param delay milliseconds from the pointer's rest to the card, at least the intent time. */
export function reduceHover(
  state: HoverState,
  event: HoverEvent,
  delay: number,
): { state: HoverState; effects: HoverEffect[] } {
  const { shown, pending } = state;
  const same = { state, effects: [] };
  switch (event.type) {
    case "pointer-on": {
      // A card that keyboard or touch holds, or is about to open, may have a half-written note in it.
      if (isHeld(shown) || isHeld(pending) || state.closed === event.mention) return same;
      if (shown?.mention === event.mention)
        return { state: { ...state, leaving: null, pending: null, closed: null }, effects: [] };
      if (pending?.mention === event.mention) return same;
      const { mention, rested = 0 } = event;
      const token = state.lastToken + 1;
      const left = leave({
        ...state,
        pending: { mention, by: "pointer", token, due: false, ready: false },
        closed: null,
        lastToken: token,
      });
      const begun: HoverEffect[] =
        rested < hoverTimes.intent
          ? [{ type: "wait", timer: "intent", token, milliseconds: hoverTimes.intent - rested }]
          : ask({ mention, token }, delay - rested);
      return { state: left.state, effects: [...begun, ...left.effects] };
    }
    case "pointer-off":
      return leave({ ...state, closed: null, pending: isHeld(pending) ? pending : null });
    case "pointer-on-card":
      return {
        state: { ...state, leaving: null, closed: null, pending: isHeld(pending) ? pending : null },
        effects: [],
      };
    case "pointer-off-card":
      return leave(state);
    case "card-focused":
      if (!shown) return same;
      return {
        state: {
          ...state,
          leaving: null,
          pending: isHeld(pending) ? pending : null,
          shown: { ...shown, by: "keyboard" },
        },
        effects: [],
      };
    case "activate": {
      const token = state.lastToken + 1;
      return {
        state: {
          ...state,
          lastToken: token,
          pending: { mention: event.mention, by: event.by, token, due: true, ready: false },
        },
        effects: [{ type: "ask", mention: event.mention, token }],
      };
    }
    case "timer":
      return onTimer(state, event.timer, event.token, delay);
    case "ready":
      if (pending?.token !== event.token) return same;
      return pending.due
        ? show(state, pending)
        : { state: { ...state, pending: { ...pending, ready: true } }, effects: [] };
    case "failed":
      return pending?.token === event.token ? { state: { ...state, pending: null }, effects: [] } : same;
    case "dismiss":
      return {
        state: { ...state, shown: null, pending: null, leaving: null, closed: pointedAt(state) },
        effects: shown ? [{ type: "hide", returnFocus: event.returnFocus }] : [],
      };
  }
}

type Reduced = { state: HoverState; effects: HoverEffect[] };

function onTimer(state: HoverState, timer: Timer, token: number, delay: number): Reduced {
  const { pending } = state;
  if (timer === "leave") {
    if (state.leaving !== token) return { state, effects: [] };
    return {
      state: { ...state, shown: null, leaving: null },
      effects: [{ type: "hide", returnFocus: false }],
    };
  }
  if (pending?.token !== token) return { state, effects: [] };
  if (timer === "intent") {
    return { state, effects: ask(pending, delay - hoverTimes.intent) };
  }
  if (pending.ready) return show(state, pending);
  return { state: { ...state, pending: { ...pending, due: true } }, effects: [] };
}

/** The intent is fulfilled: the card is asked for, and shows after what is left of the delay. */
function ask(
  { mention, token }: Pick<NonNullable<HoverState["pending"]>, "mention" | "token">,
  left: number,
): HoverEffect[] {
  return [
    { type: "ask", mention, token },
    { type: "wait", timer: "show", token, milliseconds: Math.max(0, left) },
  ];
}

function show(state: HoverState, pending: NonNullable<HoverState["pending"]>): Reduced {
  const { mention, by, token } = pending;
  return {
    state: { ...state, pending: null, leaving: null, shown: { mention, by } },
    effects: [{ type: "show", mention, token, by }],
  };
}

function isHeld(card: { by: Cause } | null): boolean {
  return card !== null && card.by !== "pointer";
}

/** The mention that the pointer's own doings had opened or were about to open. */
function pointedAt({ shown, pending, closed }: HoverState): number | null {
  if (pending?.by === "pointer") return pending.mention;
  return shown?.by === "pointer" ? shown.mention : closed;
}

/** Starts the leave timer, unless nothing is shown, it runs already, or the card is held by keyboard or touch. */
function leave(state: HoverState): Reduced {
  if (state.shown?.by !== "pointer" || state.leaving !== null) return { state, effects: [] };
  const token = state.lastToken + 1;
  return {
    state: { ...state, leaving: token, lastToken: token },
    effects: [{ type: "wait", timer: "leave", token, milliseconds: hoverTimes.leave }],
  };
}
