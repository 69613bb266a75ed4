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
/** A quote in which its four pieces are apart. */
const long = 5 * pieceLength;
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
    start + third,
    end - third,
    start - 14,
    end + 2,
    start - 40,
    end + 28,
  ];
  const pieces = new Set(places);
  let left = pieces.size;
  let found = 0;
  /** The one that stands farthest ahead, and where the passage begins by it and by the one farthest behind. */
  let first = { inText: 0, inPassage: 0 };
  let [begins, beginsLast] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const inPassage of pieces) {
    // Those that are left would not be enough.
    if (found + left-- < leastAgreeing) break;
    // Of a long quote some piece is left unless it was deleted or written anew.
    if (found === 0 && quote.length >= long && (inPassage < start || inPassage >= end)) break;
    if (inPassage < 0 || inPassage + pieceLength > whole.length) continue;
    const piece = whole.slice(inPassage, inPassage + pieceLength);
    if (blanksIn(piece) > pieceLength - leastLetters) continue;
    const inText = text.indexOf(piece);
    if (count) count.steps += text.length;
    if (inText < 0 || text.includes(piece, inText + 1)) continue;
    if (inText - inPassage < begins) {
      first = { inText, inPassage };
      begins = inText - inPassage;
    }
    beginsLast = Math.max(beginsLast, inText - inPassage);
    // Two that disagree are enough for a no.
    if (beginsLast - begins > slack + quote.length / 4) return null;
    if (++found === leastAgreeing + 1) break;
  }
  if (found < leastAgreeing) return null;
  return {
    from: Math.max(0, begins - slack),
    to: Math.min(text.length, beginsLast + whole.length + slack),
    ...first,
  };
}

function blanksIn(piece: string): number {
  let blanks = 0;
  for (let at = 0; at < piece.length; at++) if (isBlank(piece.charCodeAt(at))) blanks++;
  return blanks;
}

/** Nearly all are blanks and line feeds; of what else is white nothing comes of a wrong answer but another piece. */
function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0xa0;
}
