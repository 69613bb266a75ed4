/**
 * Countries, capitals and operators that somebody is called by, of whom the text has just spoken: "Denzel Washington …
 * Washington told the crowd", "Carla Spagna … ha detto Spagna", "trenér Jiří Němec … že Němec střídal".
 */
import type { BlockView } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, type Neighbour, opensSentence, wordBefore } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { isSurnameInCase, whatOneIs } from "./surname-in-case.ts";

/** What people say and do as much as governments: further on in an English text it is theirs. Their age is nobody else's. */
const personsDeed = new RuleBehind(
  /^(?:, \d\d[,.]| (?:(?:told|tells) \p{Ll}|(?:said|says|added|adds|joked|smiled|recalled|laughed|thanked|starred|plays|played|sang|danced|won|wrote)(?![\p{L}])))/u,
  { reach: 12, reads: "plain", more: /^(?:told|tells)$/, signs: "," },
);

/** Verbs of speech directly before who spoke, by language; folded. */
const speech: Record<string, string> = {
  en: "said|says|added|adds|joked|recalled",
  de: "sagte?|erklarte?|meinte?|erzahlte?",
  fr: "dit|a dit|explique|a explique|raconte|a ajoute|ajoute|sourit",
  es: "dijo|dice|explico|explica|anadio|anade|conto|cuenta",
  it: "ha detto|dice|spiega|ha spiegato|racconta|ha raccontato|aggiunge|ha aggiunto",
  pl: "powiedziala?|mowi|dodala?|dodaje|wyjasnila?|opowiada",
  cs: "rekla?|rika|dodala?|dodava|vysvetlila?",
  sr: "rekao|rekla|kaze|dodao|dodala|dodaje|objasnio|objasnila|prica",
  sq: "tha|thote|shtoi|tregoi",
  mk: "рече|вели|додаде|додава|објасни",
};
const participle = /^(?:detto|spiegato|raccontato|aggiunto|dit|explique|ajoute)$/;
const spokenOf = rulesByLanguage(
  speech,
  (verbs) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${verbs}) $`, "u"), { reach: 20, more: participle }),
);

/** Where one of a people is called in the singular as many families are: Němec, Polák, Turčin. */
export const hasSurnamesOfPeoples = onceByTag((lang) => /^(pl|cs|sk|sr|hr|bs|sh|me|cnr|mk|sq)/i.test(lang));

/** Genitives of Polish names of states that are inhabitants as well, and so surnames: "Marek Niemiec"; folded. */
export const inhabitants = new Set(["niemiec", "wloch", "wegier", "czech"]);

/** Looking only so far back keeps hostile texts cheap. */
const mostLookedAt = 10;

/** Whether the name stood before behind a first name, here or (a country's) in an earlier paragraph, and is no beginning of a longer one ("George Washington Bridge"). */
export function wasSurnameBefore(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  const { plain } = view;
  const { entry, start, end } = hit;
  if (isSurnameInCase(matcher, view, hit)) return true;
  // Of a vendor the founder may have been spoken of.
  if (entry.kind !== "country" && !(entry.kind === "operator" && entry.when)) return false;
  // What stands beside the name is told sooner than whether it stood before; one of a people is seldom spoken of just there.
  const mayBeFamily =
    (entry.form === "people" || (inhabitants.has(entry.key) && isSubject(view, start))) &&
    hasSurnamesOfPeoples(view.lang) &&
    !whatOneIs.test(view, start);
  if (!mayBeFamily && !isSpeaking(view, start, end) && !isGermanSubject(view, hit)) return false;
  const name = plain.slice(start, end);
  if ((view.surnames?.get(name) ?? view.block) < view.block) return true;
  let at = start > 0 ? plain.lastIndexOf(name, start - 1) : -1;
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const word = firstNameBefore(view, at);
    if (
      word &&
      isRaised(word.cased) &&
      matcher.givenNames.has(word.key) &&
      !isNameAhead(plain, at + name.length)
    )
      return true;
    at = at > 0 ? plain.lastIndexOf(name, at - 1) : -1;
  }
  return false;
}

/** "Michael B. Jordan" */
function firstNameBefore(view: BlockView, start: number): Neighbour | null {
  const word = wordBefore(view, start);
  return word?.key.length === 1 ? wordBefore(view, word.start) : word;
}

/** "Niemiec i Czech znają się": what opens a sentence, or is joined to what does, is hardly a genitive. */
function isSubject(view: BlockView, start: number): boolean {
  if (opensSentence(view, start)) return true;
  const and = wordBefore(view, start);
  const first = and?.key === "i" ? wordBefore(view, and.start) : null;
  return first !== null && opensSentence(view, first.start);
}

/** Remembers for the paragraphs that follow that a country's name is here the surname of somebody whose first name stands before it. */
export function noteSurname(matcher: Matcher, view: BlockView, start: number, end: number): void {
  const { surnames, plain, block } = view;
  const word = surnames && firstNameBefore(view, start);
  if (!word || !matcher.givenNames.has(word.key)) return;
  const name = plain.slice(start, end);
  if ((surnames.get(name) ?? block) >= block) surnames.set(name, block);
}

/** "erwartet Schweizer eine Beruhigung", "so Schweizer": behind a verb in the singular, and before no noun, nobody of a people stands without an article. */
function isGermanSubject(view: BlockView, { entry, start, end }: Hit): boolean {
  if (entry.form !== "people" && entry.form !== "adjective") return false;
  return (
    mainLanguage(view.lang) === "de" && !isNameAhead(view.plain, end) && singularBefore.test(view, start)
  );
}

const singularBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:so|(?!(?:mit|seit|statt|samt|fast|erst|selbst|nicht|jetzt|sonst|acht|zeit|bitte|heute|gestern|oft|meist|dort|laut|bereit|hunderte|tausende|etliche|junge|alte)(?![a-z]))[a-z]{3,}(?:t|te)) $/u,
  { reach: 20 },
);

function isSpeaking(view: BlockView, start: number, end: number): boolean {
  if (spokenOf(view.lang)?.test(view, start)) return true;
  return mainLanguage(view.lang) === "en" && personsDeed.test(view, end);
}
