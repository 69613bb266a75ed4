/**
 * Surnames behind an article, where they are words or names of something else: "El Cuerpo celebra su aniversario", "un Breton".
 * Those who lead a state are spoken of with one ("un Trump desatado").
 */
import type { BlockView } from "./block-view.ts";
import type { CompiledSurname } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { RuleBefore } from "./neighbour-rules.ts";

/** Feminine ones are left out where women are spoken of with them: "la Meloni". */
const articles: Record<string, string> = {
  es: "el|del|al|un|este|ese|aquel|dicho|cada|nuestro|los|las",
  fr: "le|du|au|un|ce|la|une|cette|les|des|aux|ces",
  it: "il|del|dal|al|nel|sul|un|questo|quel",
};
const articleBefore = rulesByLanguage(
  articles,
  (list) => new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${list}) $`, "u"), { reach: 9 }),
);

/** Whether an article stands directly before a surname that is not borne with it. */
export function isBehindArticle(view: BlockView, start: number, { leads }: CompiledSurname): boolean {
  if (leads.length > 0 || articleBefore(view.lang)?.test(view, start) !== true) return false;
  // "Le Drian"
  return mainLanguage(view.lang) !== "fr" || !/(?:L[ea]|Du|Des) $/.test(view.plain.slice(start - 4, start));
}
