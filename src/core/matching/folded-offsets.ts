/** A folded text, and the way back from its offsets to those of the text. */

export interface FoldedText {
  /** Case kept, hyphens kept; a run of white space is one space, or one line feed if it holds one. */
  plain: string;
  /** `plain` with hyphens and line feeds as spaces. The three strings have the same length. */
  cased: string;
  /** `cased` in lower case: what spellings are looked up in. */
  key: string;
  /**
   * Where the folded units come from: threes of a folded offset, the offset in the text (UTF-16) that it comes from, and
   * how many units one character takes there, or 0 where from here on unit stands for unit. `null`: all do, from 0 on.
   */
  map: readonly number[] | null;
}

/** Where a folded stretch that begins at `offset` begins in the text. */
export function textStart({ map }: FoldedText, offset: number): number {
  if (!map) return offset;
  const at = segmentAt(map, 0, offset);
  const from = map[at + 1] as number;
  return map[at + 2] === 0 ? from + offset - (map[at] as number) : from;
}

/** Where a folded stretch that ends (exclusive) at `offset` ends in the text. */
export function textEnd({ map }: FoldedText, offset: number): number {
  if (!map || offset === 0) return offset;
  const at = segmentAt(map, 0, offset - 1);
  const from = map[at + 1] as number;
  return from + ((map[at + 2] as number) || offset - (map[at] as number));
}

/** The folded offset of what begins at `offset` in the text. */
export function foldedStart({ map }: FoldedText, offset: number): number {
  if (!map) return offset;
  const at = segmentAt(map, 1, offset);
  return (map[at] as number) + (map[at + 2] === 0 ? offset - (map[at + 1] as number) : 0);
}

/** The folded end (exclusive) of what ends at `offset` in the text. */
export function foldedEnd(view: FoldedText & { isPlain?: boolean }, offset: number): number {
  const { map } = view;
  if (!map || offset === 0) return offset;
  const at = segmentAt(map, 1, offset - 1);
  const folded = map[at] as number;
  // Something invisible may end the text, unless it is plain; then nothing need be folded to know.
  const next =
    (map[at + 3] as number | undefined) ?? (view.isPlain ? Number.POSITIVE_INFINITY : view.key.length);
  return map[at + 2] === 0 ? Math.min(folded + offset - (map[at + 1] as number), next) : next;
}

/** Place of the last three whose number at `column` is at most `offset`. */
function segmentAt(map: readonly number[], column: 0 | 1, offset: number): number {
  let low = 0;
  let high = map.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 3 + column] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}
