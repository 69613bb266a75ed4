/**
 * Where on a page a passage may stand: stretches in which many of its words come together, the rarer on that page the
 * better. The order of words plays no part here; it is what `align-passage.ts` looks at.
 */
import type { Pattern } from "./pattern.ts";
import type { Words } from "./read-words.ts";

/** A stretch of words of the page, from and to (exclusive). */
export interface Region {
  from: number;
  to: number;
}

/** The page's words that are among the pattern's. */
interface Survey {
  /** Number of the different word that each word of the pattern is. */
  idOf: Int32Array;
  /** How rare each different word is: 1 for one that stands there once, near 0 for "the". */
  rarity: number[];
  hits: { at: number[]; id: number[] };
}

/** Low bits of a hash, by which most words of a page are told to be none of the pattern's. */
const sieveSize = 4096;

function survey(page: Words, { words, from, to }: Pattern): Survey {
  const ids = new Map<number, number>();
  const sieve = new Uint8Array(sieveSize);
  const idOf = new Int32Array(words.count);
  for (let at = from; at < to; at++) {
    const hash = words.hashes[at] as number;
    const id = ids.get(hash) ?? ids.size;
    ids.set(hash, id);
    idOf[at] = id;
    sieve[hash & (sieveSize - 1)] = 1;
  }
  const counts = new Array<number>(ids.size).fill(0);
  const hits: Survey["hits"] = { at: [], id: [] };
  for (let at = 0; at < page.count; at++) {
    const hash = page.hashes[at] as number;
    if (sieve[hash & (sieveSize - 1)] === 0) continue;
    const id = ids.get(hash);
    if (id === undefined) continue;
    counts[id] = (counts[id] as number) + 1;
    hits.at.push(at);
    hits.id.push(id);
  }
  const all = Math.log(Math.max(page.count, 2));
  const rarity = counts.map((times) => Math.max(0.05, (1 - Math.log(Math.max(times, 1)) / all) ** 2));
  return { idOf, rarity, hits };
}

/** Regions looked at for the quote's words, and for those with their context. */
const [mostByQuote, mostByAll] = [4, 3];
/** A region with less than this share of what the best has is not looked at. */
const leastShare = 0.6;
/** Words around a window that may belong to the passage, as when something was inserted in it. */
const slackWords = 20;

/** The best by the quote first; none nearly covers another. */
export function likelyRegions(page: Words, pattern: Pattern, count?: { steps: number }): Region[] {
  const { from, quoteFrom, quoteTo, to } = pattern;
  const seen = survey(page, pattern);
  if (count) count.steps += page.count + 3 * seen.hits.at.length;
  const slack = slackWords + ((quoteTo - quoteFrom) >> 2);
  const regionOf = (end: number, length: number, behind: number): Region => ({
    from: Math.max(0, end - length - slack),
    to: Math.min(page.count, end + behind + slack),
  });
  const isLong = pattern.middle[0] < pattern.middle[1];
  const regions: Region[] = [];
  for (const end of densest(seen, quoteFrom, quoteTo, isLong ? 2 : mostByQuote))
    addRegion(regions, regionOf(end, quoteTo - from, to - quoteTo));
  for (const end of densest(seen, from, to, isLong ? 1 : mostByAll))
    addRegion(regions, regionOf(end, to - from, 0));
  return regions;
}

/** Adds a region unless one of the list covers nearly the same words. */
export function addRegion(regions: Region[], region: Region): void {
  const near = 15;
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
  const wanted = new Int32Array(rarity.length);
  for (let at = first; at < last; at++)
    wanted[idOf[at] as number] = (wanted[idOf[at] as number] as number) + 1;
  const present = new Int32Array(rarity.length);
  const span = last - first;
  const apart = Math.max(1, span >> 1);
  let peaks: Peak[] = [];
  let sum = 0;
  let tail = 0;
  for (let head = 0; head < hits.at.length; head++) {
    const id = hits.id[head] as number;
    const at = hits.at[head] as number;
    if ((wanted[id] as number) === 0) continue;
    present[id] = (present[id] as number) + 1;
    // A word counts as often as the pattern has it.
    if ((present[id] as number) <= (wanted[id] as number)) sum += rarity[id] as number;
    for (; (hits.at[tail] as number) <= at - span; tail++) {
      const gone = hits.id[tail] as number;
      if ((wanted[gone] as number) === 0) continue;
      if ((present[gone] as number) <= (wanted[gone] as number)) sum -= rarity[gone] as number;
      present[gone] = (present[gone] as number) - 1;
    }
    const peak = peaks.at(-1);
    if (peak && at - peak.end < apart) {
      if (sum > peak.sum) [peak.end, peak.sum] = [at + 1, sum];
    } else {
      // Where nearly every word is a peak, memory stays small.
      if (peaks.length === 2048) peaks = best(peaks, most);
      peaks.push({ end: at + 1, sum });
    }
  }
  const chosen = best(peaks, most);
  const least = (chosen[0]?.sum ?? 0) * leastShare;
  return chosen.filter((peak) => peak.sum >= least).map(({ end }) => end);
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
