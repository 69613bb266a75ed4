import {
  type HoverEffect,
  type HoverEvent,
  hoverTimes,
  initialHover,
  reduceHover,
} from "../core/card/hover.ts";
import type { ArticleSession } from "./article-session.ts";
import { askBackground } from "./ask-background.ts";
import { type Card, type CardEvents, offeredCard, type ShownMention } from "./card-port.ts";
import { passageOf } from "./passage.ts";
import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/** Opens, fills and closes the card as the hover machine says. */
export interface CardControl {
  dispatch(event: HoverEvent): void;
  /** Where the pointer is, so that a name broken over two lines opens at the right part. */
  pointAt(point: { x: number; y: number }): void;
  isOpen(): boolean;
  isHost(target: EventTarget | null): boolean;
  /** Closes a card whose mention is gone after a redraw. */
  revise(): void;
  /** Opens the card of the next (1) or previous (-1) mention and scrolls to it. */
  step(by: 1 | -1): boolean;
  jumpTo(id: string): boolean;
  noteOnSelection(): Promise<boolean>;
  /** Loads the card's script, once. */
  load(): Promise<Card | null>;
  destroy(): void;
}

export function createCardControl(session: ArticleSession, onSiteOff: () => void): CardControl {
  let state = initialHover;
  let card: Card | null = null;
  let loading: Promise<Card | null> | undefined;
  let point: { x: number; y: number } | undefined;
  let current = -1;
  let returnTo: HTMLElement | null = null;
  let answer: { token: number; shown: ShownMention } | null = null;
  const timers = new Set<ReturnType<typeof setTimeout>>();

  const dispatch = (event: HoverEvent) => {
    const reduced = reduceHover(state, event, session.settings()?.delay ?? hoverTimes.delay);
    state = reduced.state;
    for (const effect of reduced.effects) run(effect);
  };
  const placed = (key: number) => session.drawn().find((mention) => mention.key === key);

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
        void ask(effect.mention, effect.token);
        return;
      case "show":
        show(effect);
        return;
      case "hide":
        hide(effect.returnFocus);
    }
  };

  const ask = async (key: number, token: number) => {
    const target = placed(key);
    try {
      const [shown] = await Promise.all([target && describeMention(target), load()]);
      if (shown && card) {
        if (state.pending?.token === token) answer = { token, shown };
        return dispatch({ type: "ready", token });
      }
    } catch {
      // The background is gone or refused: on the reader's page that means no card, and nothing else.
    }
    dispatch({ type: "failed", token });
  };

  const describeMention = async (target: PlacedMention): Promise<ShownMention | null> => {
    const all = session.mentions();
    const drawn = session.drawn();
    const { id, candidates } = target.mention;
    const model = await askBackground("page.describe", {
      id,
      articleDate: session.articleDate(),
      mentions: all.map(({ mention: { block, sentence, id } }) => ({ block, sentence, id })),
      at: all.indexOf(target),
      candidates,
    });
    return (
      model && {
        model,
        mention: target.mention,
        position: { number: drawn.indexOf(target) + 1, of: drawn.length },
      }
    );
  };

  const show = ({ mention: key, token, by }: Extract<HoverEffect, { type: "show" }>) => {
    const target = placed(key);
    const range = target && rangeOf(target);
    const shown = answer?.token === token ? answer.shown : undefined;
    answer = null;
    if (!card || !target || !range || !shown) return dispatch({ type: "dismiss", returnFocus: false });
    current = session.drawn().indexOf(target);
    const active = document.activeElement;
    if (by === "keyboard" && active !== card.host) returnTo = active instanceof HTMLElement ? active : null;
    session.setCurrent(target);
    card.show(shown, { range, point: by === "pointer" ? point : undefined }, { focus: by === "keyboard" });
  };

  const hide = (returnFocus: boolean) => {
    card?.hide();
    session.setCurrent(null);
    if (returnFocus && returnTo?.isConnected) returnTo.focus({ preventScroll: true });
    returnTo = null;
  };

  const load = (): Promise<Card | null> => {
    loading ??= (async () => {
      const create =
        offeredCard() ?? ((await askBackground("page.loadCard", {})) ? offeredCard() : undefined);
      card = create?.(events) ?? null;
      if (!card) loading = undefined;
      return card;
    })();
    return loading;
  };

  const events: CardEvents = {
    pointerEntered: () => dispatch({ type: "pointer-on-card" }),
    pointerLeft: () => dispatch({ type: "pointer-off-card" }),
    focusEntered: () => {
      dispatch({ type: "card-focused" });
    },
    dismissed: () => dispatch({ type: "dismiss", returnFocus: true }),
    stepped: (by) => void step(by),
    siteSwitchedOff: () => {
      dispatch({ type: "dismiss", returnFocus: true });
      onSiteOff();
    },
    noteWritten: async ({ body, tags, passage, entity }) => {
      const { title, canonicalUrl } = session.reading();
      await askBackground("page.saveNote", {
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
    },
  };

  const openAt = (target: PlacedMention | undefined): boolean => {
    const range = target && rangeOf(target);
    if (!target || !range) return false;
    current = session.drawn().indexOf(target);
    range.startContainer.parentElement?.scrollIntoView({
      block: "center",
      inline: "nearest",
      behavior: "instant",
    });
    dispatch({ type: "activate", mention: target.key, by: "keyboard" });
    return true;
  };
  const step = (by: 1 | -1): boolean => {
    const drawn = session.drawn();
    const from = current < 0 && by < 0 ? 0 : current;
    return openAt(drawn[(from + by + drawn.length) % Math.max(1, drawn.length)]);
  };

  return {
    dispatch,
    load,
    step,
    pointAt: (next) => {
      point = next;
    },
    isOpen: () => state.shown !== null,
    isHost: (target) => card !== null && target === card.host,
    revise: () => {
      if (state.shown && !placed(state.shown.mention)) dispatch({ type: "dismiss", returnFocus: false });
    },
    jumpTo: (id) => {
      const drawn = session.drawn();
      const after = drawn.findIndex(({ mention }, index) => index > current && mention.id === id);
      return openAt(drawn[after] ?? drawn.find(({ mention }) => mention.id === id));
    },
    async noteOnSelection() {
      const selection = getSelection();
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
      const passage = range && passageOf(range, session.blocks());
      if (!range || !passage || !(await load())) return false;
      returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      card?.writeNote(passage, { range });
      return true;
    },
    destroy() {
      for (const timer of timers) clearTimeout(timer);
      card?.destroy();
      card = null;
      loading = undefined;
    },
  };
}

/** What the publication calls itself, else its host. */
function siteName(): string {
  const named = document.querySelector('meta[property="og:site_name"]')?.getAttribute("content")?.trim();
  return named || location.hostname;
}
