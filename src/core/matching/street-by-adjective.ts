/**
 * Streets that are called by the adjective of a country, where no word for a street stands beside it: "provoz odklonili do
 * Francouzské", "wypadek na Francuskiej", „Грчка“ и „Шпанска“; and what else bears a country's name in quotation marks. In these
 * languages an adjective has a small letter, unless it belongs to a name.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import { isSmall } from "./letter-case.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { isRaised, opensSentence, wordBefore } from "./name-neighbours.ts";
import { sentenceAround } from "./other-meanings.ts";
import type { Hit } from "./scan-spellings.ts";

const quote = 0x22;
const hasSmallAdjectives = onceByTag((lang) => /^(pl|cs|sk|mk)/i.test(lang));

/** As streets are called, in the singular and in all cases; folded. */
const streetsForm: Record<string, RegExp> = {
  cs: /(?:a|e|ou)$/,
  sk: /(?:a|ej|u|ou)$/,
  // "Polską" and "Polska" are the state.
  pl: /(?:iej|ej|[^o]ska|[^o]cka)$|^(?!polsk).*(?:sk|ck)a$/,
};
/** Where nothing follows that it could be the adjective of: a sign, a small word, a verb. */
const nothingFollows: Record<string, RegExp> = {
  cs: /^(?:[.,;:)!?/]|$|\n| (?:a|i|nebo|ani|az|u|v|ve|do|na|z|ze|k|ke|s|se|po|od|pro|pri|pres|mezi|smerem|je|byla?|bude|jsou|byly|budou|nejezdi)(?![\p{L}]))/u,
  sk: /^(?:[.,;:)!?/]|$|\n| (?:a|aj|alebo|az|u|v|vo|do|na|z|zo|k|ku|s|so|po|od|pre|pri|cez|medzi|je|bola?|bude|su|boli|budu)(?![\p{L}]))/u,
  pl: /^(?:[.,;:)!?/]|$|\n| (?:i|oraz|lub|a|albo|az|u|w|we|do|na|z|ze|od|po|przy|przez|pod|nad|obok|miedzy|kolo|jest|byla?|bedzie|nie|sie|ma|sa|bylo|w strone|juz|\p{L}+(?:no|to|al|il|yl|ela|ala|ila))(?![\p{L}]))/u,
};
/** Other adjectives of the same noun, which has its own adjective then: "České a Slovenské republiky", "Polskiej, Czeskiej i Słowackiej Republiki". */
const sharedNoun =
  /^(?:(?:, | a | i | oraz )\p{Lu}\p{L}+){1,3} (?:\p{Ll}+ )?(?:[rR]epubli|[sS]polkov|[vV]lad|[nN]arod|[aA]mba|[vV]elvysl|[kK]ralov|[kK]rol|[fF]edera|[rR]ady|[rR]zad)/u;
/** In names of states and their bodies it stands behind: "Republiki Włoskiej", "Republika Slovenská". */
const statesBefore =
  /^(?:republi|federac|federat|konfederac|kralov|krolestw|krolow|rzeczypospolit|rzeczpospolit|ambasad|rzad|prezyd|minist|korei|koree|arabi|unii|unie|armi|vlad)/;
/** Ways to a place, in Polish, where an adjective of a country's name has its form: "na Francuskiej", "róg Włoskiej". */
const polishWay =
  /(?:^|[^\p{L}])(?:na|przy|w|z|ze|do|od|po|rogu|rog|ulicy|ulica|ulice|ulic|skrzyzowaniu|skrzyzowanie|skrzyzowania|miedzy|wzdluz|jechala?|jechali|skreci|skrecil|skrecila|ulicami|kolo|obok|oraz|i|a|,) $/u;

/** Where only a street can follow, itself or as the last of a list: "przy Norweskiej", "ulic Greckiej i Portugalskiej". */
const polishStreet =
  /(?:^|[^\p{L}])(?:przy|ulic|ulicy|ulicach|ulicami|skrzyzowani[aue]|rogu|wzdluz) (?:\p{L}+(?:iej|ej)(?:, | i | oraz | a ))*$/u;
const listBefore = /(?:^|[^\p{L}])\p{Lu}\p{L}+(?:,| a| i| oraz) $/u;

/** Whether an adjective with a capital is here the name of a street. */
function isStreet(view: BlockView, { start, end }: Hit): boolean {
  const { key, plain } = view;
  const lang = mainLanguage(view.lang);
  const isItsForm = streetsForm[lang]?.test(key.slice(start, end));
  if (!isItsForm || !isRaised(plain.slice(start, start + 2)) || opensSentence(view, start)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const before = key.slice(Math.max(0, start - 48), start);
  const mayGoOn = lang === "pl" && polishStreet.test(before) && isSmall(plain.charCodeAt(end + 1));
  if (!mayGoOn && nothingFollows[lang]?.test(key.slice(end, end + 24)) !== true) return false;
  if (sharedNoun.test(plain.slice(end, end + 60))) return false;
  const word = wordBefore(view, start);
  if (word && statesBefore.test(word.key)) return false;
  if (lang !== "pl") return true;
  return mayGoOn || polishWay.test(before) || listBefore.test(plain.slice(Math.max(0, start - 24), start));
}

/** What is called like a country in quotation marks; stems, folded. */
const placeWords: Record<string, string> = {
  pl: "ulic|alej|plac|rond|hotel|kawiarn|kino|kina|kinie|restaurac|osiedl|statek|statk|prom|klub|galeri|sklep",
  cs: "ulic|trid|namest|nabrezi|hotel|kavarn|kin[oae]|restaurac|sidlist|lod|trajekt|klub|hospod",
  mk: "улиц|ул\\.|булевар|плоштад|мост|хотел|кафеан|кафич|кино|ресторан|храна(?![\\p{L}])|пазар|ансамбл|касарн|училишт|градинк|спортск|сала(?:та)?(?![\\p{L}])|стадион|клуб|брод|театар|фабрик|населб",
  sr: "ulic|bulevar|hotel|motel|kafan|kafic|restoran|bioskop|kino(?![\\p{L}])|kinu|pekar|poslasticarn|slasticarn|prodavnic|samoposlug|butik|radnj|apotek|ljekarn|pansion|vrtic|skol|stadion|brod|pozorist|kazalist|fabrik|trzn|robn\\p{L}{1,2} kuc|salon",
  sq: "rrug|shesh|bulevard|hotel|kafe|bar(?:i|in)?(?![\\p{L}])|kinema|restorant|shkoll|stadium|pallat|klub|anij|lagj",
};
const placesOf = rulesByLanguage(placeWords, (list) => new RegExp(`(?<![\\p{L}])(?:${list})`, "u"));

/** „Шпанска“ in a list of streets; alone in quotation marks an adjective is a name wherever it stands. */
function isQuotedName(view: BlockView, { entry, start, end }: Hit): boolean {
  const { plain } = view;
  if (plain.charCodeAt(start - 1) !== quote || plain.charCodeAt(end) !== quote) return false;
  if (!isRaised(plain.slice(start, start + 2))) return false;
  const places = placesOf(view.lang);
  if (!places) return false;
  if (entry.form === "adjective" && hasSmallAdjectives(view.lang)) return true;
  return places.test(sentenceAround(view, start, end));
}

/** Whether a country's name or adjective is here that of a street, or of a house in quotation marks. */
export function isStreetByAdjective(view: BlockView, hit: Hit): boolean {
  if (isQuotedName(view, hit)) return true;
  return hit.entry.form === "adjective" && isStreet(view, hit);
}
