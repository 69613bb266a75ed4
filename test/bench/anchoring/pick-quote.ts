/** Passages as readers select them: a few words, part of a sentence, a sentence, a paragraph, from one paragraph into the next. */
import type { Random } from "./random.ts";

export interface Stretch {
  start: number;
  end: number;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const sentence = /[^.!?。！？]+(?:[.!?。！？]+["”’»)\]]*|$)/g;
/** Nobody notes a passage of a word that stands there ten times: that is what notes on things are for. */
const shortestQuote = 20;
/** Longer paragraphs are cut: nobody writes a note on a whole page. */
const longestQuote = 3_000;

/** @returns `null` where too little stands at the place that chance chose */
export function pickQuote(text: string, random: Random): Stretch | null {
  const chosen = chooseStretch(text, random);
  if (!chosen) return null;
  const inside = text.slice(chosen.start, Math.min(chosen.end, chosen.start + longestQuote));
  const start = chosen.start + inside.length - inside.trimStart().length;
  const end = start + inside.trim().length;
  return end - start >= shortestQuote && isOne(text, { start, end }) ? { start, end } : null;
}

/** Characters on each side by which two places can be told apart; Hypothesis keeps as many. */
export const tellingContext = 32;

/** Where a page says the same twice with the same around it, nobody can know which was meant. */
function isOne(text: string, { start, end }: Stretch): boolean {
  const from = Math.max(0, start - tellingContext);
  const whole = text.slice(from, end + tellingContext);
  return text.indexOf(whole) === from && !text.includes(whole, from + 1);
}

function chooseStretch(text: string, random: Random): Stretch | null {
  // A longer paragraph is chosen more often, as a place of the text is what is chosen.
  const place = random.below(text.length);
  const block = blockAt(text, place);
  const words = stretches(text, block, word);
  if (words.length === 0) return null;
  const at = Math.max(
    0,
    words.findLastIndex(({ start }) => start <= place),
  );
  const kind = random.next();
  if (kind < 0.2) return span(words, at, 2 + random.below(5));
  if (kind < 0.5) return span(words, at, 6 + random.below(20));
  if (kind < 0.75) {
    const all = stretches(text, block, sentence);
    return all.find(({ start, end }) => start <= place && place < end) ?? block;
  }
  if (kind < 0.9) return block;
  if (kind < 0.95) {
    const next = stretches(text, blockAt(text, Math.min(text.length - 1, block.end + 1)), word);
    const from = Math.max(0, words.length - 1 - random.below(15));
    return span([...words, ...next], from, words.length - from + 1 + random.below(15));
  }
  // Begun and ended inside of words.
  const { start, end } = span(words, at, 6 + random.below(20));
  return { start: start + random.below(2), end: end - random.below(3) };
}

function span(words: Stretch[], from: number, count: number): Stretch {
  const first = words[from] as Stretch;
  const last = words[Math.min(words.length - 1, from + count - 1)] as Stretch;
  return { start: first.start, end: last.end };
}

function blockAt(text: string, place: number): Stretch {
  const end = text.indexOf("\n", place);
  return { start: text.lastIndexOf("\n", place - 1) + 1, end: end < 0 ? text.length : end };
}

function stretches(text: string, { start, end }: Stretch, pattern: RegExp): Stretch[] {
  return [...text.slice(start, end).matchAll(pattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
