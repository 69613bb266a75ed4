/** Where problems go that nobody on screen can act on: the extension's own console, never the page. */
export function report(problem: string, cause?: unknown): void {
  if (cause === undefined) console.warn(`[telecom-lens] ${problem}`);
  else console.warn(`[telecom-lens] ${problem}:`, cause);
}
