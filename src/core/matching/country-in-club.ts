/**
 * Clubs, and Albanians, of whose name a country's is one word: „Фудбалерите на Македонија Ѓорче Петров“, "piłkarze Polska Ruda",
 * "Udhëtarja Franca Rossi", "Regjisorja Anisa Kina".
 */
import type { BlockView } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, mayBeSurname, wordBefore } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { wordEndFrom } from "./word-borders.ts";

/** Who plays for a club, before its name. */
const players = {
  pl: "(?:pilkarz|siatkarz|siatkark|koszykarz|hokeis|zawodni|szczypiornis|druzyn|klub)\\p{L}*",
  cs: "(?:fotbalis|hokejis|basketbalis|volejbalis|hazenkar|hraci|hrac|druzstv|klub|oddil)\\p{L}*",
  mk: "(?:фудбалер|кошаркар|ракометар|одбојкар|играч|екип|клуб|тим|состав|навивач)\\p{L}*(?: на)?",
  sq: "(?:futbollist|basketbollist|lojtar|skuadr|klub|tifoz)\\p{L}*(?: e| i| te| se)?",
};
const playersOf = rulesByLanguage(
  players,
  (list) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])${list} $`, "u"), { reach: 24, more: /^(?:на|e|i|te|se)$/u }),
);

/** What somebody is, in Albanian: a definite noun, as it stands before a name. */
const role =
  /^(?:\p{L}+(?:tarja|torja|sorja|karja|tesja|uesja|istja|ikja|ktorja|entja|ierja|tari|tori|uesi|isti)|zonja|zonjusha|vajza|motra|gruaja|nena|mbesa|zoti|nxenesja|avokatja|mjekja|poetja)$/u;

/** Whether the name goes on with a word that is no other name of the data. */
function goesOn(matcher: Matcher, { key, plain }: BlockView, end: number): boolean {
  return isNameAhead(plain, end) && mayBeSurname(matcher, key.slice(end + 1, wordEndFrom(key, end + 1)));
}

function isAlbanian(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  if (mainLanguage(view.lang) !== "sq" || !isRaised(view.plain.slice(start, start + 2))) return false;
  const word = wordBefore(view, start);
  if (!word) return false;
  if (role.test(word.key)) return goesOn(matcher, view, end);
  if (!isRaised(word.cased) || isNameAhead(view.plain, end) || !mayBeSurname(matcher, word.key)) return false;
  const first = wordBefore(view, word.start);
  return first !== null && role.test(first.key);
}

/** Whether a country's name is here one word of a club's, or of an Albanian's. */
export function isCountryInClub(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  if (isAlbanian(matcher, view, start, end)) return true;
  return playersOf(view.lang)?.test(view, start) === true && goesOn(matcher, view, end);
}
