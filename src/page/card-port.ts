import type { CardModel } from "../core/card/card-model.ts";
import type { Passage } from "../core/notes/note.ts";
import type { FoundMention } from "../messaging/protocol.ts";

/**
 * How page script and card find each other. They are two files, so that a page without a mention never
 * loads the card; both run in the extension's isolated world, whose globals the page cannot see.
 */
const portKey = "telecomLensCard";

export interface CardEvents {
  pointerEntered(): void;
  pointerLeft(): void;
  focusEntered(): void;
  dismissed(): void;
  /** Next (1) or previous (-1) mention. */
  stepped(by: 1 | -1): void;
  siteSwitchedOff(): void;
  /** Resolves when the note is stored; rejects with an error whose message is for people. */
  noteWritten(note: { body: string; tags: string[]; passage?: Passage; entity?: NoteEntity }): Promise<void>;
}

export interface NoteEntity {
  id: string;
  name: string;
  cardText: string;
}

export interface ShownMention {
  model: CardModel;
  mention: FoundMention;
  /** Which mention of how many, from 1. */
  position: { number: number; of: number };
}

export interface Card {
  /** Host element in the page; the only node of ours there. */
  host: HTMLElement;
  show(shown: ShownMention, anchor: Anchor, options: { focus: boolean }): void;
  /** Opens the editor for a note on a passage. */
  writeNote(passage: Passage, anchor: Anchor): void;
  /** Takes the keyboard's focus. */
  focus(): void;
  hide(): void;
  destroy(): void;
}

/** What the card is placed at: a range of text, and the point in it that was pointed at. */
export interface Anchor {
  range: Range;
  point?: { x: number; y: number };
}

export type CreateCard = (events: CardEvents) => Card;

const world = globalThis as typeof globalThis & { [portKey]?: CreateCard };

export function offerCard(create: CreateCard): void {
  world[portKey] = create;
}

export function offeredCard(): CreateCard | undefined {
  return world[portKey];
}

/** Tag name of the host element. */
export const hostTag = "telecom-lens-card";
