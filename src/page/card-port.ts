import type { CardModel } from "../core/card/card-model.ts";
import type { HoverEvent } from "../core/card/hover.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import type { PlacedMention } from "./placed-mention.ts";

/**
 * How marker and card find each other. They are two files, so that a page loads what only an open card needs when
 * one is wanted; both run in the extension's isolated world, whose globals the page cannot see.
 */
const portKey = "telecomLensCard";

/** Opens, fills and closes the card as the hover machine says. */
export interface CardControl {
  dispatch(event: HoverEvent): void;
  isOpen(): boolean;
  isHost(target: EventTarget | null): boolean;
  /** Closes a card whose mention is gone after a redraw. */
  revise(): void;
  /** Opens the card of the next (1) or previous (-1) mention, from what is in view, and scrolls to it. */
  step(by: 1 | -1): boolean;
  /** Opens the card of the mention that the reader is at, or moves the focus into the one that is open. */
  openHere(): boolean;
  jumpTo(id: string): boolean;
  /** Opens the form for a note on this passage; false where the range holds no text. */
  noteOn(range: Range): Promise<boolean>;
  destroy(): void;
}

/** What the card has of its page. */
export interface CardPage {
  session: ArticleSession;
  ask: Ask;
  /** What was asked for last while the card was on its way. */
  first: { target: PlacedMention; model: Promise<CardModel | null> } | undefined;
  /** Where the pointer is, so that a name broken over two lines opens at the right part. */
  point(): { x: number; y: number } | undefined;
  siteSwitchedOff(): void;
}

export type StartCard = (page: CardPage) => CardControl;

const world = globalThis as typeof globalThis & {
  [portKey]?: { start?: StartCard; awaited?: (start: StartCard) => void };
};

export function offerCard(start: StartCard): void {
  world[portKey]?.awaited?.(start);
  world[portKey] = { start };
}

/**
 * What the card's script offers, as soon as it runs: whoever had it run hears of that only later.
 *
 * @param load has the script run where it does not yet; resolves to false where it cannot.
 * @throws what `load` throws
 */
export function takeCard(load: () => Promise<boolean>): Promise<StartCard | undefined> {
  const offered = world[portKey]?.start;
  if (offered) return Promise.resolve(offered);
  return new Promise((resolve, reject) => {
    world[portKey] = { awaited: resolve };
    load().then(() => resolve(world[portKey]?.start), reject);
  });
}

/** Tag name of the host element. */
export const hostTag = "telecom-lens-card";
