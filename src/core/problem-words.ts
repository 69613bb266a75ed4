/** What went wrong, in the words of whoever found it. */
export function problemWords(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
