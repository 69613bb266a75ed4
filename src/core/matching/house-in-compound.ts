/** German compounds that are names of houses and streets: "China-Garten", "Kanada-Allee". "China-Geschäft" names the country. */
import type { BlockView } from "./block-view.ts";
import { mainLanguage } from "./main-language.ts";

/** Behind the hyphen. */
const houseBehind =
  /^(?:garten|palast|restaurants?|lokale?|imbiss|wok|pfanne|stube|grill|bistro|kuche|haus|platz|strasse|gasse|allee|ring|ufer|brucke|viertel|park|turm|pavillon)(?![\p{L}])/u;

/** Whether a country's name is here the first half of what a house, a street or a sort of restaurant is called. */
export function isHouseInCompound({ key, lang }: BlockView, end: number): boolean {
  return mainLanguage(lang) === "de" && houseBehind.test(key.slice(end + 1, end + 14));
}
