/** What stands on each side of a stretch of a text, up to so many UTF-16 units. No pair of surrogates is cut in two. */
export function contextOf(
  text: string,
  { start, end }: { start: number; end: number },
  units: number,
): { prefix: string; suffix: string } {
  const before = Math.max(0, start - units);
  const behind = Math.min(text.length, end + units);
  return {
    prefix: text.slice(halvesPair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, halvesPair(text, behind) ? behind - 1 : behind),
  };
}

/** Whether a cut here would part the halves of one character. */
export function halvesPair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}
