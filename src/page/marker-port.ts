import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import type { AskMentions, EndOfPortion } from "./ask-mentions.ts";
import type { CardOnDemand } from "./card-on-demand.ts";
import type { Work } from "./in-slices.ts";
import type { paletteFor } from "./mark-palette.ts";
import { runningPage } from "./notes-port.ts";
import type { articleAddress, pageAddress } from "./page-address.ts";

/**
 * How the page script finds the marker: the part that tells whether the page is an article, marks it, watches the
 * pointer and has cards opened. It is a file of its own, so that a page without a mention loads nothing of it; both run in the extension's isolated
 * world, whose globals the page cannot see.
 */
const portKey = "telecomLensMarker";

export interface Marker {
  session: ArticleSession;
  card: CardOnDemand;
  /** Brings cards and listeners up to date with the marks: a page without marks is not listened to. */
  settle(): void;
  /** For what draws notes, which need not bring it again. */
  paletteFor: typeof paletteFor;
  destroy(): void;
}

/** What the page script gives the marker: what it has itself, so that the marker need not bring it again. */
export interface MarkerPage {
  work: Work;
  ask: Ask;
  askMentions: AskMentions;
  endOfPortion: EndOfPortion;
  pageAddress: typeof pageAddress;
  articleAddress: typeof articleAddress;
  /** The reader has switched the site off, in the card. */
  siteSwitchedOff(): void;
  /** False when the extension is gone from under the page; everything is cleaned up then. */
  isAlive(): boolean;
}

export type StartMarker = (page: MarkerPage) => Marker;

const world = globalThis as typeof globalThis & { [portKey]?: StartMarker };

export function offerMarker(start: StartMarker): void {
  world[portKey] = start;
  runningPage()?.markerCame?.();
}

export function offeredMarker(): StartMarker | undefined {
  return world[portKey];
}
