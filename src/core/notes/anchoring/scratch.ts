/**
 * Memory that is used again. A typed array of one's own is asked of the system and given back to it, which takes longer than
 * most of what is done here with one.
 */

/** More is not kept: a page of megabytes is rare, and its memory is wanted elsewhere. */
const mostKept = 2 ** 16;

/** @returns a function that gives the same array again and again, long enough and with whatever was in it before */
export function scratchInt32(): (length: number) => Int32Array {
  let kept = new Int32Array(0);
  return (length) => {
    if (length <= kept.length) return kept;
    if (length > mostKept) return new Int32Array(length);
    kept = new Int32Array(Math.min(mostKept, 2 * length));
    return kept;
  };
}
