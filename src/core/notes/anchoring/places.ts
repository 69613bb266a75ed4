/** Places of a page that may be a passage's, weighed. */
import type { Passage } from "../note.ts";
import { alignPassage, type Ground, type Laid } from "./align-passage.ts";
import { contextAt, type ExactPlace } from "./exact-places.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { foundStretch } from "./found-stretch.ts";
import { type Judged, judgePlace } from "./judge-place.ts";
import {
  addRegion,
  likelyRegions,
  type Region,
  type Survey,
  surveyPage,
  wordsInRegion,
} from "./likely-regions.ts";
import { mostInserted, partedRegion } from "./parted-region.ts";
import { contextWeight, type Pattern } from "./pattern.ts";
import { quoteInOrder } from "./quote-in-order.ts";
import { readWords } from "./read-words.ts";
import { spotChunks } from "./spot-chunks.ts";
import { walkAlong } from "./walk-along.ts";

export interface Place {
  start: number;
  end: number;
  /** How much of the passage stands here: 0 to 1. */
  likeness: number;
  /** The same with how near it is to where the passage stood. */
  score: number;
  judged: Judged;
}

/** Of 92: quote, prefix, suffix, nearness to where it stood. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** The share of the quote that must be there, however much of its context is. */
export const leastQuote = 0.33;

/** How much of a side's context shows that an end of the quote stands here, even if it is not there any more. */
export const heldSide = 0.65;

/** Words by which a region may differ from that around the very quote and still hold it. */
const nearlySame = 15;

/** Places where the quote stands as it was that are weighed. */
const mostExact = 4;

/** What of the passage must stand in a region, and what of that in the best one, so that it is looked at closely. */
const [leastShare, leastOfBest] = [0.2, 0.6];
/** What words with typos, which are not seen by that, may add to it; how near the best a place must come to be its rival. */
const [unseen, rivalRange] = [0.1, 0.06];
/** Words of a long quote by which regions are compared. */
const mostCompared = 160;

/** Of the parts that the passage has, each 0 to 1. */
export function likenessOf(quote: number, prefix: number | null, suffix: number | null): number {
  let [sum, all] = [weights.quote * quote, weights.quote];
  if (prefix !== null) [sum, all] = [sum + weights.prefix * prefix, all + weights.prefix];
  if (suffix !== null) [sum, all] = [sum + weights.suffix * suffix, all + weights.suffix];
  return sum / all;
}

export function scoreOf(likeness: number, start: number, passage: Passage, text: string): number {
  if (passage.start === undefined) return likeness;
  const nearness = Math.max(0, 1 - Math.abs(start - passage.start) / Math.max(text.length, 1));
  return likeness + (weights.position / 92) * (nearness - likeness);
}

/**
 * The place that short unchanged pieces of the passage lead to, weighed from cheap to dear until it is enough; `null` where
 * they do not agree on one, or where it never is.
 */
export function quickPlace(
  text: string,
  passage: Passage,
  pattern: Pattern,
  isEnough: (place: Place) => boolean,
  count?: { steps: number },
): Place | null {
  const spotted = spotChunks(text, passage, count);
  if (!spotted) return null;
  const part = text.slice(spotted.from, spotted.to);
  const ground: Ground = { page: readWords(part, count), text: part, pattern, count };
  const row = wordFrom(pattern.words, spotted.inPassage) - pattern.from;
  const at = wordFrom(ground.page, spotted.inText - spotted.from);
  const inPart = (laid: Laid): Place | null => {
    const place = weighed(ground, passage, laid);
    if (!place) return null;
    const start = place.start + spotted.from;
    const end = place.end + spotted.from;
    return { ...place, start, end, score: scoreOf(place.likeness, start, passage, text) };
  };
  const walked = inPart(walkAlong(ground, { row, at }));
  // What was deleted is not looked for once more.
  if (!walked) return null;
  if (isEnough(walked)) return walked;
  const aligned = inPart(alignPassage(ground, { from: 0, to: ground.page.count }));
  return aligned && isEnough(aligned) ? aligned : null;
}

/**
 * Places apart from each other, the best first. Of those that are less like the passage than `needed` only the most promising
 * is among them, if it may hold enough of the quote, of others all that may come near the best; with 0 all that are worth a look.
 */
export function findPlaces(
  ground: Ground,
  passage: Passage,
  exact: readonly ExactPlace[],
  needed: number,
): Place[] {
  const { page, pattern, count } = ground;
  const seen = surveyPage(page, pattern);
  const regions = likelyRegions(page, pattern, seen, count);
  const certain = bestFitting(exact).map(({ start }) => regionAround(ground, start));
  for (const region of certain) addRegion(regions, region, nearlySame);
  const promising = regions
    .map((region) => ({ region, share: shareIn(ground, seen, region) }))
    .sort((one, other) => other.share - one.share);
  const least = Math.max(leastShare, (promising[0]?.share ?? 0) * leastOfBest);
  const found: Place[] = [];
  let best: Place | undefined;
  for (const { region, share } of promising) {
    if (share < least) break;
    // Where the quote stands as it was is a rival, whatever stands around it.
    const holdsQuote = certain.some((one) => overlap(one, region));
    if (needed > 0 && !holdsQuote) {
      const mayBeIt =
        (!best || share + unseen >= Math.max(needed, best.likeness - rivalRange)) &&
        quoteInOrder(seen, pattern, region) + unseen >= leastQuote;
      if (!mayBeIt && !(best && mayHoldRest(ground, seen, best, region, needed))) continue;
    }
    const place = weighed(ground, passage, alignPassage(ground, region));
    if (!place) continue;
    found.push(place);
    if (!best || place.score > best.score) best = place;
  }
  if (best && (best.likeness >= needed || hasOneEnd(best))) {
    // The same stretch may hold the passage twice, or its other half.
    const { first, last } = best.judged;
    for (const region of regions) {
      if (region.from > first || region.to <= last) continue;
      const rest = shareIn(ground, seen, region, { from: first, to: last + 1 });
      const isRival = best.likeness >= needed && rest + unseen >= best.likeness - rivalRange;
      if (needed > 0 && !isRival && !mayHoldRest(ground, seen, best, region, needed)) break;
      const again = weighed(ground, passage, alignPassage(ground, region, { from: first, to: last + 1 }));
      if (again) found.push(again);
      break;
    }
  }
  const whole = best && beyondGap(ground, passage, seen, best, needed);
  if (whole) found.push(whole);
  const joined = joinHalves(ground, passage, found);
  if (joined) found.push(joined);
  const apart: Place[] = [];
  for (const place of found.sort(byScore))
    if (!apart.some((one) => one.start < place.end && place.start < one.end)) apart.push(place);
  return apart;
}

function overlap(one: Region, other: Region): boolean {
  return one.from < other.to && other.from < one.to;
}

function hasOneEnd({ judged }: Place): boolean {
  return judged.firstSame !== judged.lastSame;
}

/** Whether the rest of a quote of which a place has one end only may stand in a region, so that both together are enough. */
function mayHoldRest(
  ground: Ground,
  seen: Survey,
  place: Place,
  { from, to }: Region,
  needed: number,
): boolean {
  const { first, last } = place.judged;
  if (!hasOneEnd(place) || from > last + mostInserted || to < first - mostInserted) return false;
  const both = { from: Math.min(from, first), to: Math.max(to, last + 1) };
  return shareIn(ground, seen, both) + unseen >= Math.max(needed, place.likeness);
}

/** The place with what stands beyond something long that came in between words of the quote, if that is more of the passage. */
function beyondGap(
  ground: Ground,
  passage: Passage,
  seen: Survey,
  place: Place,
  needed: number,
): Place | null {
  const region = place.judged.quote < leastQuote ? null : partedRegion(ground, place.judged);
  if (!region) return null;
  const share = shareIn(ground, seen, region);
  if (share <= place.likeness || share + unseen < needed) return null;
  const whole = weighed(ground, passage, alignPassage(ground, region));
  return whole && whole.likeness > place.likeness ? whole : null;
}

/** One place of two of which the first has the quote's beginning and the other its end: something long came in between. */
function joinHalves({ text }: Ground, passage: Passage, places: readonly Place[]): Place | null {
  for (const one of places) {
    const other = places.find(({ judged }) => {
      const apart = judged.first - one.judged.last;
      const together = judged.quote + one.judged.quote;
      return apart > 0 && apart <= mostInserted && judged.lastSame && together <= 1.1 && together >= 0.6;
    });
    if (!other || !one.judged.firstSame || one.judged.lastSame || other.judged.firstSame) continue;
    const { judged } = one;
    const quote = Math.min(1, judged.quote + other.judged.quote);
    const likeness = likenessOf(quote, judged.prefix, other.judged.suffix);
    if (likeness <= Math.max(one.likeness, other.likeness)) continue;
    return {
      start: one.start,
      end: other.end,
      likeness,
      score: scoreOf(likeness, one.start, passage, text),
      judged: {
        ...other.judged,
        first: judged.first,
        firstSame: true,
        quote,
        prefix: judged.prefix,
        between: other.judged.first - judged.last - 1,
        evidence: judged.evidence + other.judged.evidence,
      },
    };
  }
  return null;
}

/**
 * How much of the passage stands somewhere in a region, in whatever order: 0 to 1. Words with typos are not seen.
 * @param taken words that do not count
 */
function shareIn({ pattern, count }: Ground, seen: Survey, region: Region, taken?: Region): number {
  const { weights, quoteFrom, quoteTo } = pattern;
  const present = wordsInRegion(seen, region, taken);
  if (count) count.steps += pattern.to - pattern.from + region.to - region.from;
  const share = (first: number, last: number, weightOf: (at: number) => number) => {
    let [found, whole] = [0, 0];
    for (let at = first; at < last; at++) {
      whole += weightOf(at);
      if (present[seen.idOf[at] as number] === 1) found += weightOf(at);
    }
    return whole > 0 ? found / whole : null;
  };
  const context = (at: number) => contextWeight(pattern, at);
  const quoteEnd = Math.min(quoteTo, quoteFrom + mostCompared);
  return likenessOf(
    share(quoteFrom, quoteEnd, (at) => weights[at] as number) ?? 0,
    share(pattern.from, quoteFrom, context),
    share(quoteTo, pattern.to, context),
  );
}

/** Of the places where the quote stands as it was those with most of its context. */
function bestFitting(exact: readonly ExactPlace[]): ExactPlace[] {
  return [...exact].sort((one, other) => contextAt(other) - contextAt(one)).slice(0, mostExact);
}

const byScore = (one: Place, other: Place) => other.score - one.score || one.start - other.start;

function weighed(ground: Ground, passage: Passage, laid: Laid): Place | null {
  const judged = judgePlace(ground, laid);
  if (!judged) return null;
  const stretch = foundStretch(ground, judged);
  const likeness = likenessOf(judged.quote, judged.prefix, judged.suffix);
  return { ...stretch, judged, likeness, score: scoreOf(likeness, stretch.start, passage, ground.text) };
}

/** The words around a place where the quote stands as it was. */
function regionAround({ page, pattern }: Ground, start: number): Region {
  const word = wordFrom(page, start);
  const slack = 10;
  const { from, quoteFrom, to } = pattern;
  return {
    from: Math.max(0, word - (quoteFrom - from) - slack),
    to: Math.min(page.count, word + (to - quoteFrom) + slack),
  };
}

/** The first word that ends behind `offset`. */
function wordFrom({ count, ends }: Ground["page"], offset: number): number {
  return firstAtLeast(ends, count, offset + 1);
}
