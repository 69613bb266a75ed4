/** How much of a quote a stretch of a page can hold at most, found out without laying one along the other. */
import { gapGoesOn, gapOpens } from "./align-passage.ts";
import { firstAtLeast } from "./first-at-least.ts";
import { type Region, type Survey, wordsInRegion } from "./likely-regions.ts";
import { isLong, type Pattern } from "./pattern.ts";

/** Lighter words have no say in where the quote stands; those that stand there count as found. */
const leastWeight = 0.3;
/** So few may all have typos. */
const fewWords = 5;
/** With more meetings an alignment is as quick. */
const mostMeetings = 256;

/** Where words of the quote meet themselves: word of the pattern, word of the page, and of the best chain that ends there ... */
const [rows, places] = [new Int32Array(mostMeetings), new Int32Array(mostMeetings)];
/** ... what its words weigh, and that less what its gaps cost. */
const [sums, nets] = [new Float64Array(mostMeetings), new Float64Array(mostMeetings)];

/**
 * The share of a quote, by weight, that stands in a region in the quote's order; words with typos are not seen.
 * @returns 1 where that cannot be told quickly
 */
export function quoteInOrder(seen: Survey, pattern: Pattern, region: Region): number {
  const { weights, quoteFrom, quoteTo } = pattern;
  if (isLong(pattern) || quoteTo - quoteFrom <= fewWords) return 1;
  const { idOf, hits } = seen;
  const present = wordsInRegion(seen, region);
  const first = firstAtLeast(hits.at, hits.count, region.from);
  let count = 0;
  let [whole, light] = [0, 0];
  let [most, mostNet] = [0, 0];
  for (let row = quoteFrom; row < quoteTo; row++) {
    const weight = weights[row] as number;
    const id = idOf[row] as number;
    whole += weight;
    if (weight < leastWeight) {
      if (present[id] === 1) light += weight;
      continue;
    }
    const before = count;
    for (let hit = first; hit < hits.count && (hits.at[hit] as number) < region.to; hit++) {
      if (hits.id[hit] !== id) continue;
      if (count === mostMeetings) return 1;
      const place = hits.at[hit] as number;
      let [sum, net] = [0, 0];
      for (let one = 0; one < before; one++) {
        const apart = place - (places[one] as number);
        if (apart <= 0) continue;
        const inserted = apart - (row - (rows[one] as number));
        const left = (nets[one] as number) - (inserted > 0 ? gapOpens + gapGoesOn * inserted : 0);
        if (left > net) [sum, net] = [sums[one] as number, left];
      }
      rows[count] = row;
      places[count] = place;
      sums[count] = sum + weight;
      nets[count] = net + weight;
      if (net + weight > mostNet) [most, mostNet] = [sum + weight, net + weight];
      count++;
    }
  }
  return (most + light) / whole;
}
