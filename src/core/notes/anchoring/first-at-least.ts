/**
 * @param values ascending, of which so many count
 * @returns the number of the first that is `least` or more; `count` where none is
 */
export function firstAtLeast(values: Int32Array, count: number, least: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
