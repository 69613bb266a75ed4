/**
 * The quick way to a place where little has changed: a few short pieces of the passage, letter for letter, each of which
 * stands once on the page, and all where they should stand to each other.
 */
import type { Passage } from "../note.ts";

export interface Spotted {
  /** The stretch of the text that holds the passage with room around it. */
  from: number;
  to: number;
  /** One piece: where it stands in the text, and in prefix, quote and suffix as one. */
  inText: number;
  inPassage: number;
}

const pieceLength = 12;
/** Letters that a piece must have at least, so that white space is none. */
const leastLetters = 8;
/** Pieces that must agree. */
const leastAgreeing = 3;
/** Characters by which pieces may have moved against each other. */
const slack = 60;

export function spotChunks(text: string, passage: Passage, count?: { steps: number }): Spotted | null {
  const { quote, prefix, suffix } = passage;
  const whole = prefix + quote + suffix;
  const [start, end] = [prefix.length, prefix.length + quote.length];
  const third = Math.floor(quote.length / 3);
  const places = [
    start,
    end - pieceLength,
    start - 14,
    end + 2,
    start + third,
    end - third,
    start - 40,
    end + 28,
  ];
  const found: { inText: number; inPassage: number; begins: number }[] = [];
  const pieces = new Set(places);
  let left = pieces.size;
  for (const inPassage of pieces) {
    // Those that are left would not be enough.
    if (found.length + left-- < leastAgreeing) break;
    if (inPassage < 0 || inPassage + pieceLength > whole.length) continue;
    const piece = whole.slice(inPassage, inPassage + pieceLength);
    if (piece.replace(/\s/g, "").length < leastLetters) continue;
    const inText = text.indexOf(piece);
    if (count) count.steps += text.length;
    if (inText < 0 || text.includes(piece, inText + 1)) continue;
    found.push({ inText, inPassage, begins: inText - inPassage });
    if (found.length === leastAgreeing + 1) break;
  }
  if (found.length < leastAgreeing) return null;
  const sorted = found.sort((one, other) => one.begins - other.begins);
  const first = sorted[0] as (typeof found)[number];
  const last = sorted.at(-1) as (typeof found)[number];
  if (last.begins - first.begins > slack + quote.length / 4) return null;
  return {
    from: Math.max(0, first.begins - slack),
    to: Math.min(text.length, last.begins + whole.length + slack),
    inText: first.inText,
    inPassage: first.inPassage,
  };
}
