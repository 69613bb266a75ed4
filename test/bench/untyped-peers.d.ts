/** Packages of the bench that bring no types. */
declare module "flashtext.js" {
  export default class KeywordProcessor {
    addKeyword(keyword: string, cleanName?: string): void;
    extractKeywords(text: string): string[];
  }
}
