/**
 * Adjectives of countries with a capital within a sentence, in Slavic languages that give them none: they belong to the name of a
 * town, a house or a person: "otvara se Ruski car", "u Bosanskom Novom", "Českou Třebovou", "Јасна Бугарска". Folded; Serbian is
 * read as Latin.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import { isCapital, isSmall, isWordUnit } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { isSlavic, mainLanguage } from "./main-language.ts";
import { isRaised, wordBefore } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { wordEndFrom } from "./word-borders.ts";

/** What is of a state, even where somebody gives its adjective a capital: "iz Američke ambasade"; and full names of states. */
const ofStates =
  /^ (?:ambas|veleposl|velvysl|vlad|pred|pret|minist|konzul|premij|kanc|sen|kongres|vojsk|armad|amerik|americ|republi|kraljev|kralovs|federa|narodn|demokrat|savez|drza|амбас|влад|прет|минист|конзул|премиер|канц|сенат|конгрес|војск|арми|републи|кралс|федера|народн|демократ|сојуз|држав|делегац|deleg|tajn|obav|gradj|grad|hacker|haker|tvrt|firm|kompan|spolec|vyrob|proizv|admin|админ|agenc|агенц|zvanic|званич|sluzb|служб|urad|urzed|urzad|ured|rozved|rzad|prezyd|armi|krol|strana|strane|strani|stranu|stranom)/;
/** "Czech" is in Polish the genitive of a state. */
const isSlavicAdjective = /(?:[scz]k|[сцчш]к)\p{L}{1,4}$/u;
/** A noun, and no verb or small word: "Ruski car", "Turski dvor". */
const endsNoun = /^ (?!(?:je|su|ce|se|byl|byla|jest|i|a|oraz|и|се|ќе)(?![\p{L}]))\p{L}{2,}(?![\p{L}])/u;
/** Names of states end with it: "Republiki Czeskiej", "Republika Slovenská". */
const statesBefore =
  /^(?:republi|federac|federat|federa[ck]|konfederac|kralov|kraljev|krolestw|krolow|rzeczypospolit|rzeczpospolit|ambasad|rzad|prezyd|minist|korei|koree|arabi|unii|unie|armi|vlad|републи|федерац|кралс)/;
/** Houses that are called by a people, with the endings that agree with its adjective: "Češke kuće", "u Grčkoj školi". */
const houses =
  "(?:skol|kuc|gimnazij|crkv|pijac|mahal|cesm|citaonic|kapel|bogomolj|kul|училишт|школ|куќ|гимнази|цркв|чешм|маал)";
const houseOf: Record<string, RegExp> = {
  a: new RegExp(`^ ${houses}[aаo](?![\\p{L}])`, "u"),
  e: new RegExp(`^ ${houses}e(?![\\p{L}])`, "u"),
  j: new RegExp(`^ (?:${houses}i|crkvi|pijaci)(?![\\p{L}])`, "u"),
  u: new RegExp(`^ ${houses}u(?![\\p{L}])`, "u"),
  m: new RegExp(`^ (?:${houses}om|dom(?:u|om))(?![\\p{L}])`, "u"),
  а: new RegExp(`^ ${houses}а(?:та)?(?![\\p{L}])`, "u"),
};

/** "Instytut Polski", "w Teatrze Polskim": in Polish the adjective stands behind what is called so, and reads like "of Poland". */
const polishHouse = new RuleBefore(
  /(?:^|[^\p{L}])(?:Instytu(?:t(?:u|owi|em)?|cie)|Teatr(?:u|owi|em|ze)?|Dom(?:u|owi|em)?|Klub(?:u|owi|em|ie)?|Bank(?:u|owi|iem)?) $/u,
  { reach: 14, reads: "plain" },
);
const masculine = /[scz]k(?:i|iego|iemu|im)$/;

/** Whether an adjective of a country belongs here to somebody's name, or to that of a town or a house. */
export function isAdjectiveOfName(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { plain, key, lang } = view;
  const { form } = entry;
  if (form !== "adjective" && form !== "name" && form !== "inflected") return false;
  if (!isWithinSentence(plain, start) || !isSlavic(lang)) return false;
  if (!isRaised(plain.slice(start, start + 2))) return false;
  const line = lineAt(view, start);
  if (line.titleCase || line.allCaps) return false;
  const ahead = key.slice(end, end + 24);
  if (masculine.test(key.slice(start, end)) && mainLanguage(lang) === "pl" && polishHouse.test(view, start))
    return true;
  if (ofStates.test(ahead)) return false;
  const isWestSlavic = /^(?:pl|cs|sk)$/.test(mainLanguage(lang));
  if (
    !isWestSlavic &&
    (form !== "adjective" || isCalledLikeState(matcher, lang, entry.entity, key.slice(start, end)))
  )
    return houseOf[key.charAt(end - 1)]?.test(ahead) === true;
  if (form !== "adjective" || !isSlavicAdjective.test(key.slice(start, end))) return false;
  const word = wordBefore(view, start);
  if (word && statesBefore.test(word.key)) return false;
  const isNext = plain.charCodeAt(end) === 0x20;
  if (isNext && isCapital(plain.charCodeAt(end + 1))) return !isKnown(matcher, view, end);
  if (isNext && isSmall(plain.charCodeAt(end + 1))) return endsNoun.test(ahead);
  return !isWestSlavic && /^(?:[.;:)!?]|$)/.test(ahead);
}

/** Behind a word in small letters, or a preposition of one letter: "U Ruskom domu". */
function isWithinSentence(plain: string, start: number): boolean {
  if (plain.charCodeAt(start - 1) !== 0x20) return false;
  const last = plain.charCodeAt(start - 2);
  return isSmall(last) || (isCapital(last) && !isWordUnit(plain.charCodeAt(start - 3)));
}

/** "Hrvatskoj", "Grčka": in some languages a state is called by an adjective. */
function isCalledLikeState({ entriesFor }: Matcher, spoken: string, country: number, name: string): boolean {
  const isMacedonian = mainLanguage(spoken) === "mk";
  return entriesFor(name).some(
    ({ entity, form, role, lang }) =>
      entity === country &&
      role === "spelling" &&
      (form === "name" || form === "inflected") &&
      !(isMacedonian && lang?.includes("mk") === false),
  );
}

/** "Kineski Huawei": what has a record is named apart. */
function isKnown({ entriesFor }: Matcher, { key }: BlockView, end: number): boolean {
  const first = wordEndFrom(key, end + 1);
  const names = [key.slice(end + 1, first), key.slice(end + 1, wordEndFrom(key, first + 1))];
  return names.some((name) => entriesFor(name).some(({ role }) => role !== "container"));
}
