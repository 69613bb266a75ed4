/**
 * Where on a page a passage may stand: stretches in which many of its words come together, the rarer on that page the
 * better. The order of words plays no part here; it is what `align-passage.ts` looks at.
 */
import { firstAtLeast } from "./first-at-least.ts";
import { isLong, type Pattern } from "./pattern.ts";
import type { Words } from "./read-words.ts";
import { scratchInt32 } from "./scratch.ts";

/** A stretch of words of the page, from and to (exclusive). */
export interface Region {
  from: number;
  to: number;
}

/** The page's words that are among the pattern's. In memory of its own: each undoes the one before. */
export interface Survey {
  /** Number of the different word that each word of the pattern is. */
  idOf: Int32Array;
  /** How rare each different word is: 1 for one that stands there once, near 0 for "the". */
  rarity: Float64Array;
  /** In order of the page: which word of it, and the number of the different word that it is. */
  hits: { count: number; at: Int32Array; id: Int32Array };
}

/** Slots for each different word of a pattern, at least: most words of a page fall into an empty one. */
const slotsEach = 16;

const [memoryForSlots, memoryForDifferent, memoryForIds] = [scratchInt32(), scratchInt32(), scratchInt32()];
const [memoryForCounts, memoryForHits, memoryForHitIds] = [scratchInt32(), scratchInt32(), scratchInt32()];

export function surveyPage(page: Words, { words, from, to }: Pattern): Survey {
  let slotCount = 1024;
  while (slotCount < (to - from) * slotsEach) slotCount *= 2;
  const mask = slotCount - 1;
  /** By the low bits of its hash, or the next free slot: number of the different word, and one more. */
  const slots = memoryForSlots(slotCount).fill(0, 0, slotCount);
  const different = memoryForDifferent(to - from);
  const idOf = memoryForIds(words.count);
  let size = 0;
  for (let at = from; at < to; at++) {
    const hash = words.hashes[at] as number;
    let slot = hash & mask;
    while (slots[slot] !== 0 && different[(slots[slot] as number) - 1] !== hash) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      different[size] = hash;
      slots[slot] = ++size;
    }
    idOf[at] = (slots[slot] as number) - 1;
  }
  const counts = memoryForCounts(size).fill(0, 0, size);
  const hits = { count: 0, at: memoryForHits(page.count), id: memoryForHitIds(page.count) };
  for (let at = 0; at < page.count; at++) {
    const hash = page.hashes[at] as number;
    let slot = hash & mask;
    while (slots[slot] !== 0 && different[(slots[slot] as number) - 1] !== hash) slot = (slot + 1) & mask;
    const id = (slots[slot] as number) - 1;
    if (id < 0) continue;
    counts[id] = (counts[id] as number) + 1;
    hits.at[hits.count] = at;
    hits.id[hits.count++] = id;
  }
  const all = Math.log(Math.max(page.count, 2));
  const rarity = new Float64Array(size);
  for (let id = 0; id < size; id++)
    rarity[id] = Math.max(0.05, (1 - Math.log(Math.max(counts[id] as number, 1)) / all) ** 2);
  return { idOf, rarity, hits };
}

const [memoryForPresent, memoryForWanted] = [scratchInt32(), scratchInt32()];

/**
 * The different words of a pattern that stand in a region, by number: 1 for each.
 * @param taken words of the page that do not count
 * @returns the same memory at each call
 */
export function wordsInRegion(seen: Survey, { from, to }: Region, taken?: Region): Int32Array {
  const { rarity, hits } = seen;
  const present = memoryForPresent(rarity.length).fill(0, 0, rarity.length);
  for (let hit = firstAtLeast(hits.at, hits.count, from); hit < hits.count; hit++) {
    const at = hits.at[hit] as number;
    if (at >= to) break;
    if (!taken || at < taken.from || at >= taken.to) present[hits.id[hit] as number] = 1;
  }
  return present;
}

/** Regions looked at for the quote's words, and for those with their context. */
const [mostByQuote, mostByAll] = [4, 3];
/** A region with less than this share of what the best has is not looked at. */
const leastShare = 0.6;
/** Words around a window that may belong to the passage, as when something was inserted in it. */
const slackWords = 20;

/** The best by the quote first; none nearly covers another. */
export function likelyRegions(
  page: Words,
  pattern: Pattern,
  seen: Survey,
  count?: { steps: number },
): Region[] {
  const { from, quoteFrom, quoteTo, to } = pattern;
  if (count) count.steps += page.count + 3 * seen.hits.count;
  const slack = slackWords + ((quoteTo - quoteFrom) >> 2);
  const regionOf = (end: number, length: number, behind: number): Region => ({
    from: Math.max(0, end - length - slack),
    to: Math.min(page.count, end + behind + slack),
  });
  const regions: Region[] = [];
  for (const end of densest(seen, quoteFrom, quoteTo, isLong(pattern) ? 2 : mostByQuote))
    addRegion(regions, regionOf(end, quoteTo - from, to - quoteTo), slack);
  for (const end of densest(seen, from, to, isLong(pattern) ? 1 : mostByAll))
    addRegion(regions, regionOf(end, to - from, 0), slack);
  return regions;
}

/** Adds a region unless one of the list covers nearly the same words: begins and ends at most so many words away. */
export function addRegion(regions: Region[], region: Region, near: number): void {
  const isKnown = regions.some(
    (one) => Math.abs(one.from - region.from) <= near && Math.abs(one.to - region.to) <= near,
  );
  if (!isKnown) regions.push(region);
}

interface Peak {
  end: number;
  sum: number;
}

/** Ends (exclusive, in words of the page) of the windows in which most of the pattern's words `first` to `last` come together. */
function densest({ idOf, rarity, hits }: Survey, first: number, last: number, most: number): number[] {
  const wanted = memoryForWanted(rarity.length).fill(0, 0, rarity.length);
  for (let at = first; at < last; at++)
    wanted[idOf[at] as number] = (wanted[idOf[at] as number] as number) + 1;
  const present = memoryForPresent(rarity.length).fill(0, 0, rarity.length);
  const span = last - first;
  const apart = Math.max(1, span >> 1);
  let peaks: Peak[] = [];
  let peak: Peak = { end: Number.NEGATIVE_INFINITY, sum: 0 };
  let sum = 0;
  let tail = 0;
  for (let head = 0; head < hits.count; head++) {
    const id = hits.id[head] as number;
    const at = hits.at[head] as number;
    if ((wanted[id] as number) === 0) continue;
    const times = (present[id] as number) + 1;
    present[id] = times;
    // A word counts as often as the pattern has it.
    if (times <= (wanted[id] as number)) sum += rarity[id] as number;
    for (; (hits.at[tail] as number) <= at - span; tail++) {
      const gone = hits.id[tail] as number;
      if ((wanted[gone] as number) === 0) continue;
      const rest = (present[gone] as number) - 1;
      if (rest < (wanted[gone] as number)) sum -= rarity[gone] as number;
      present[gone] = rest;
    }
    if (at - peak.end < apart) {
      if (sum > peak.sum) [peak.end, peak.sum] = [at + 1, sum];
    } else {
      // Where nearly every word is a peak, memory stays small.
      if (peaks.length === 2048) peaks = best(peaks, most);
      peak = { end: at + 1, sum };
      peaks.push(peak);
    }
  }
  const chosen = best(peaks, most);
  const least = (chosen[0]?.sum ?? 0) * leastShare;
  return chosen.filter((one) => one.sum >= least).map(({ end }) => end);
}

/** The best, in order; there are many peaks, and few are wanted. */
function best(peaks: readonly Peak[], most: number): Peak[] {
  const chosen: Peak[] = [];
  for (const peak of peaks) {
    let at = chosen.length;
    while (at > 0 && isBefore(peak, chosen[at - 1] as Peak)) at--;
    if (at === most) continue;
    chosen.splice(at, 0, peak);
    if (chosen.length > most) chosen.pop();
  }
  return chosen;
}

function isBefore(one: Peak, other: Peak): boolean {
  return one.sum > other.sum || (one.sum === other.sum && one.end < other.end);
}
