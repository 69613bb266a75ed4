/**
 * People of whom the text has just spoken, by a surname that is a people's or a country's word, in another case than before: "Tomáš
 * Slovák … Podle Slováka", "Adam Węgier … Zdaniem Węgra", "Agim Gjermani … Sipas Gjermanit"; and women who are called like a capital.
 */
import type { BlockView } from "./block-view.ts";
import { foldWord } from "./fold-text.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, mayBeSurname, wordBefore } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { wordEndFrom } from "./word-borders.ts";

/** What may follow the letters that both forms share: in the name here, in the singular, and in the full name before it; folded. */
interface Endings {
  here: RegExp;
  before: RegExp;
}

const endings: Record<string, Endings> = {
  cs: {
    here: /^(?:e?[kc])?(?:|a|e|em|ovi|o|ou|ova)$/,
    before: /^(?:|a|e[kc]?)$/,
  },
  pl: {
    here: /^(?:i?e?[kcr])?(?:|a|em|iem|owi|ie|iej|ej)$/,
    before: /^(?:|a|i?e[kcr])$/,
  },
  mk: { here: /^(?:|а|от)$/u, before: /^(?:|а)$/u },
  sq: { here: /^(?:|u|i|t|it|ut|in|un|n|s|es|en|a)$/, before: /^(?:|u|i|a)$/ },
};

/** Who is cited, before a name … */
const citedBefore = rulesByLanguage(
  {
    cs: "podle|dle|rekla?|rika|dodala?|dodava|vysvetlila?|uvedla?|tvrdi|popsala?",
    pl: "zdaniem|wedlug|powiedziala?|mowi|dodala?|dodaje|wyjasnila?|opowiada|uwaza|twierdzi",
    mk: "според|рече|вели|додаде|додава|објасни|смета",
    sq: "sipas|tha|thote|shtoi|tregoi|shpjegoi|vleresoi",
  },
  (words) => new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${words}) $`, "u"), { reach: 16 }),
);
/** … and behind one. */
const citedBehind = rulesByLanguage(
  {
    cs: "rekla?|rika|dodala?|dodava|vysvetlila?|uvedla?|tvrdi|mini|soudi|popsala?|podekovala?|dekovala?",
    pl: "powiedziala?|mowi|dodala?|dodaje|wyjasnila?|opowiada|uwaza|twierdzi|przyznala?",
    mk: "рече|вели|додаде|додава|објасни|смета|тврди",
    sq: "tha|thote|shtoi|tregoi|shpjegoi|beson|vlereson|tregon|falenderoi|kujton",
  },
  (words) => new RuleBehind(new RegExp(`^ (?:${words})(?![\\p{L}])`, "u"), { reach: 16 }),
);

/** First names that the vocabulary leaves out because they are short or words as well. */
const furtherGiven = new Set("jan eva ewa ivan ana ида ана иво ева ivo ema ada ina ola iva ota".split(" "));

/** "Rozhodčím byl Polák", "jeden Grk": what stands behind it says where one is from. */
export const whatOneIs = new RuleBefore(
  /(?:^|[^\p{L}])(?:byla?|je|bude|jako|jest|bio|bila|kao|jedan|jednog|neki|nekog|svaki|prvi|mladi|stari|како|беше|eshte|ishte|\p{L}+ym) $/u,
  { reach: 20 },
);

/** Capitals that women are called by; folded. */
const womens = new Set(["sofia", "sofie", "софија"]);

/** Looking only so far back keeps hostile texts cheap. */
const mostLookedAt = 10;
/** Letters that the two forms share at least: "Rus", "Rusa". */
const leastShared = 3;

/** Whether the name stands for somebody who was named in full before. */
export function isSurnameInCase(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const rule = endings[mainLanguage(view.lang)];
  if (!rule || entry.kind !== "country" || start === 0) return false;
  const { key, plain } = view;
  if (!isRaised(plain.slice(start, start + 2))) return false;
  if (entry.form === "metonym") return isWoman(matcher, view, start, end);
  const isCited = () =>
    citedBefore(view.lang)?.test(view, start) === true || citedBehind(view.lang)?.test(view, end) === true;
  if (entry.form === "people" ? whatOneIs.test(view, start) : !isCited()) return false;
  if (isNameAhead(plain, end)) return false;
  const name = key.slice(start, end);
  if (isNoted(view, name, rule)) return true;
  const stem = key.slice(start, start + leastShared);
  let at = key.lastIndexOf(stem, start - 1);
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const to = wordEndFrom(key, at);
    if (sharesSurname(name, key.slice(at, to), rule) && isBehindGivenName(matcher, view, at, to)) return true;
    at = at > 0 ? key.lastIndexOf(stem, at - 1) : -1;
  }
  return false;
}

function isBehindGivenName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const word = wordBefore(view, start);
  if (!word || !isRaised(word.cased) || isNameAhead(view.plain, end)) return false;
  return matcher.givenNames.has(word.key) || furtherGiven.has(word.key);
}

/** Whether two words are forms of one surname. */
function sharesSurname(name: string, full: string, { here, before }: Endings): boolean {
  let shared = 0;
  while (shared < full.length && full.charCodeAt(shared) === name.charCodeAt(shared)) shared++;
  return shared >= leastShared && here.test(name.slice(shared)) && before.test(full.slice(shared));
}

/** In an earlier paragraph. */
function isNoted({ surnames, block }: BlockView, name: string, rule: Endings): boolean {
  if (!surnames || surnames.size === 0) return false;
  for (const [full, first] of surnames)
    if (first < block && sharesSurname(name, foldWord(full).key, rule)) return true;
  return false;
}

/** "Sofia Nikolovska … Sofia sang": a first name, which a surname followed before. */
function isWoman(matcher: Matcher, { key, plain }: BlockView, start: number, end: number): boolean {
  const name = key.slice(start, end);
  if (!womens.has(name)) return false;
  let at = key.lastIndexOf(name, start - 1);
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const to = at + name.length;
    if (isNameAhead(plain, to) && mayBeSurname(matcher, key.slice(to + 1, wordEndFrom(key, to + 1))))
      return true;
    at = at > 0 ? key.lastIndexOf(name, at - 1) : -1;
  }
  return false;
}
