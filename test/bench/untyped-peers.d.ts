/** Packages of the bench that bring no types. */
declare module "flashtext.js" {
  export default class KeywordProcessor {
    addKeyword(keyword: string, cleanName?: string): void;
    extractKeywords(text: string): string[];
  }
}
declare module "dom-anchor-text-quote" {
  export function toTextPosition(
    root: Node,
    selector: { exact: string; prefix?: string; suffix?: string },
    options?: { hint?: number },
  ): { start: number; end: number } | null;
}
