import type { EndOfPortion } from "./ask-mentions.ts";
import type { Entry } from "./block-store.ts";

/** An article up to this length (characters) is asked about as a whole: its names explain each other. */
const wholeArticle = 40_000;

/**
 * Which blocks to ask about together, as numbers in the order of the page: all of an article of usual length;
 * of a longer one only those that are not known yet, in portions.
 */
export function findPortions(entries: readonly Entry[], endOfPortion: EndOfPortion): number[][] {
  const unknown = entries.flatMap(({ asked }, number) => (asked ? [] : number));
  if (unknown.length === 0) return [];
  if (isOnePortion(entries, endOfPortion, wholeArticle)) return [[...entries.keys()]];
  const blocks = unknown.map((number) => (entries[number] as Entry).block);
  const portions: number[][] = [];
  for (let from = 0; from < blocks.length; ) {
    const end = endOfPortion(blocks, from);
    portions.push(unknown.slice(from, end));
    from = end;
  }
  return portions;
}

/** Whether an article fits into one question. @param room characters that it may hold. */
export function isOnePortion(entries: readonly Entry[], endOfPortion: EndOfPortion, room?: number): boolean {
  const blocks = entries.map(({ block }) => block);
  return endOfPortion(blocks, 0, room) === blocks.length;
}

/**
 * The blocks to send for a portion: with those that first name each entity, for a surname or an abbreviation
 * is understood only where the full name has been read.
 */
export function withContext(entries: readonly Entry[], wanted: readonly number[]): number[] {
  const sent = new Set(wanted);
  const named = new Set<string>();
  for (const [number, { mentions, asked }] of entries.entries()) {
    for (const { mention } of mentions) {
      if (!asked || named.has(mention.id)) continue;
      named.add(mention.id);
      sent.add(number);
    }
  }
  return [...sent].sort((a, b) => a - b);
}
