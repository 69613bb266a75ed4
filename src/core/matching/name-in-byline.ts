/**
 * Who wrote a text or took its pictures may be called like a country or one of its people: "Autor: Jan Polák", "Shkroi Arta Franca",
 * "Por Lucía Suiza y Paz Francia", "Z Brukseli Anna Norweska". English bylines stand in `country-in-name.ts`.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isRaised, mayBeSurname, wordBefore } from "./name-neighbours.ts";

/** How a line begins that names them, by language. */
const bylines: Record<string, RegExp> = {
  de: /^Von (?=\p{Lu})/u,
  fr: /^Par (?=\p{Lu})/u,
  es: /^Por (?=\p{Lu})/u,
  it: /^[Dd]i (?=\p{Lu})/u,
  pl: /^(?:[Aa]utor(?:ka|zy)?|[Tt]ekst(?: i zdj[ęe]cia)?|[Zz]dj[ęe]cia?|[Ff]ot(?:o|\.)|[Oo]prac(?:owa[łl]a?|owanie|\.)|[Rr]ozmawia[łl]a?|[Pp]rzygotowa[łl]a?|[Nn]apisa[łl]a?|[Zz]e? \p{Lu}\p{L}+,?(?= \p{Lu}\p{L}+ \p{Lu}))[: ] ?/u,
  cs: /^(?:[Aa]uto(?:r|rka|[řr]i)|[Tt]ext(?: a foto)?|[Ff]oto(?:grafie)?|[Pp][řr]ipravila?|[Nn]apsala?|[Zz]pracovala?|[Rr]ozhovor vedla?|[Zz]e? \p{Lu}\p{L}+,?(?= \p{Lu}\p{L}+ \p{Lu}))[: ] ?/u,
  mk: /^(?:[Аа]втор(?:ка|и)?|[Пп]ишува(?:ат)?|[Тт]екст|[Фф]ото(?:графија)?|[Пп]одготвил?[аие]?|[Пп]одготви|[Нн]апиша|[Оо]д \p{Lu}\p{L}+,?(?= \p{Lu}\p{L}+ \p{Lu}))[: ] ?/u,
  sq: /^(?:[Aa]utor(?:i|ja|e)?|[Ss]hkro[iv]|[Ss]hkruan|[Ff]oto(?:grafi)?|[Pp][ëe]rgatit[i]?|[Tt]eksti?|[Nn]ga|[Ii]ntervistoi)[: ] ?/u,
  sr: /^(?:.*[(|] ?)?(?:[Pp]i[sš][eu]|PI[SŠ][EU]|[Aa]utor(?:ica|ka|i)?|[Tt]ekst|[Ff]oto(?:grafij[ae])?|[Ss]nimi(?:o|la)|[Rr]azgovara(?:o|la)|[Pp]ripremi(?:o|la)|[Pp]riredi(?:o|la)|[Nn]apisa(?:o|la)|[Pp]reve(?:o|la)|[Uu]redi(?:o|la)|[Uu]redni(?:k|ca)|[Nn]ovinar(?:ka)?|[Ii]zvj?e[sš]tava)(?: (?:i|za) (?:\p{L}+|"[^"]+"))*[: ] ?/u,
};
/** Bodies that are of a country, and no first names: "Foto: Ambasada Franceze". */
const bodies =
  /^(?:ambas|agenc|agjenc|rzad|qeveri|vlad|minist|polic|telewi|televi|radio|rozhlas|gazet|arm|usht|urad|urzad|feder|kompan|univer|институ|влад|агенц|полиц|телевиз|радио|амбас|минист|арм|velvy|wojsk|stra[zž]|archi|архив|arkiv)/;
const longestByline = 90;

/** Whether a name that begins here is the last of somebody's in a line that says who wrote the text. */
export function isInByline(matcher: Matcher, view: BlockView, start: number): boolean {
  const byline = bylines[mainLanguage(view.lang)];
  if (!byline) return false;
  const line = lineAt(view, start);
  if (line.end - line.start > longestByline || line.allCaps) return false;
  const given = wordBefore(view, start);
  if (!given || given.key.length < 2 || !isRaised(given.cased) || !mayBeSurname(matcher, given.key))
    return false;
  if (bodies.test(given.key)) return false;
  const opening = byline.exec(view.plain.slice(line.start, start))?.[0];
  return opening !== undefined && given.start >= line.start + opening.length;
}
