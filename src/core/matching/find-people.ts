import type { BlockView } from "./block-view.ts";
import { checkContext, staysAway } from "./context-words.ts";
import { isCapitalAt, unitsAt } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isOfSomebodyElse } from "./name-goes-on.ts";
import { isOwnGivenName, type Neighbour, type Whose, whoseSurname, wordBefore } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { isNobodys, isWomansForm } from "./surname-as-word.ts";
import { isBehindArticle } from "./surname-behind-article.ts";
import { bearersBefore, bySurname } from "./surname-of-bearer.ts";
import { ownTitleBefore } from "./titles-before.ts";
import type { Certainty, MentionReason } from "./types.ts";

/** A place where someone is named beyond doubt; `entity` is -1 for a person without a record. */
export interface Bearer {
  entity: number;
  /** Folded surname, shared by all who bear it. */
  surname: string;
  block: number;
  start: number;
  fullName: string;
}

export interface FoundPerson {
  entity: number;
  start: number;
  certainty: Certainty;
  reason: MentionReason;
  /** Further people that it may be. */
  others: number[];
}

/**
 * Judges a surname: title and surname, a full name not as the record has it, surname of someone named in full, head of
 * a government, safe surname, in that order.
 *
 * @param hits entries of one surname at one place, one for each person who bears it
 * @param bearers everybody of that surname in the article, in order; `null` in the first pass
 */
export function findPerson(
  matcher: Matcher,
  view: BlockView,
  hits: Hit[],
  published: string | undefined,
  bearers: Bearer[] | null,
): FoundPerson | null {
  const hit = hits[0];
  if (!hit || isNobodys(view, hit.start, hit.end)) return null;
  let free = 0;
  let inHeadline = 0;
  for (const candidate of hits) {
    const whose = whoseOf(matcher, view, candidate);
    if (whose === "open") free++;
    else if (whose === "in-headline") inHeadline++;
  }
  // Most surnames are borne by one person of the data.
  const open = free === hits.length ? hits : hits.filter(({ whose }) => whose === "open");
  const titled = foundFor(open, (candidate) => byTitle(matcher, view, candidate, published));
  if (titled) return among(titled);
  const full = foundFor(hits, (candidate) => byGivenName(matcher, view, candidate));
  if (full) return among(full);
  if (inHeadline === hits.length) return bearers ? inFullElsewhere(matcher, view, hits, bearers) : null;
  if (open.length < hits.length || open.length === 0) return null;

  const named = bearers ? bySurname(matcher, view, open, bearers) : null;
  if (named === "too-early") {
    // "Meloni incontra Macron": a lead may run ahead of the full name, and where it is only a word has been looked at.
    if (mainLanguage(view.lang) === "en" || !smallWordAhead.test(view.plain.slice(hit.end, hit.end + 2)))
      return null;
    const known = foundFor(open, (candidate) => bySafeSurname(matcher, view, candidate, published));
    return known && among(known);
  }
  if (named?.certainty === "certain") return named;
  const leaders = foundFor(open, (candidate) => byGovernment(matcher, view, candidate, published));
  // In two ways, as spelt and by its ending, a form may be one leader's: "Babišova".
  if (leaders?.every(({ entity }) => entity === leaders[0]?.entity)) return among(leaders);
  if (named) return named;
  const nearest = bearers && bearersBefore(bearers, hit.start, view.block).at(-1);
  // Somebody else of that name has just been spoken of.
  if (nearest?.block === view.block && !open.some(({ entry }) => entry.entity === nearest.entity))
    return null;
  const safe = foundFor(open, (candidate) => bySafeSurname(matcher, view, candidate, published));
  return safe && among(safe);
}

function inFullElsewhere(
  matcher: Matcher,
  view: BlockView,
  hits: Hit[],
  bearers: Bearer[],
): FoundPerson | null {
  const named = bySurname(matcher, view, hits, bearers);
  return named === "too-early" || named?.certainty !== "certain" ? null : named;
}

const smallWordAhead = /^ \p{Ll}/u;

/** What is found for each hit; `null` where nothing is, as for most. */
function foundFor(hits: readonly Hit[], find: (hit: Hit) => FoundPerson | null): FoundPerson[] | null {
  let all: FoundPerson[] | null = null;
  for (const hit of hits) {
    const found = find(hit);
    if (!found) continue;
    if (all) all.push(found);
    else all = [found];
  }
  return all;
}

/** Somebody else of this surname stands here: "Ivanka Trump". */
export function isAnotherPerson(matcher: Matcher, view: BlockView, hits: Hit[]): boolean {
  return hits.every((hit) => whoseOf(matcher, view, hit) === "another-person");
}

/** What `whoseSurname` says of a hit, remembered with it; `null` where it is nobody's surname. */
export function whoseOf(matcher: Matcher, view: BlockView, hit: Hit): Whose | null {
  if (hit.whose === undefined) {
    const { entry, start, end } = hit;
    const surname = matcher.entity(entry.entity)?.surname;
    hit.whose = surname ? whoseSurname(matcher, view, start, end, surname) : null;
    if (isWomansForm(matcher, view, hit)) hit.whose = "longer-name";
    if (surname && hit.whose === "open" && isBehindArticle(view, start, surname)) hit.whose = "longer-name";
    const added = hit.whose === "open" ? addedBefore(view, start) : null;
    if (surname && added && matcher.givenNames.has(added.key) && !surname.given.has(added.key))
      hit.whose = isOwnGivenName(added, surname, mainLanguage(view.lang)) ? "open" : "another-person";
  }
  return hit.whose;
}

function among(found: FoundPerson[]): FoundPerson | null {
  const first = found[0];
  if (!first || found.length === 1) return first ?? null;
  const others = [...new Set(found.map(({ entity }) => entity))].filter((entity) => entity !== first.entity);
  return others.length > 0 ? { ...first, certainty: "uncertain", others } : first;
}

function byTitle(
  matcher: Matcher,
  view: BlockView,
  hit: Hit,
  published: string | undefined,
): FoundPerson | null {
  const { entity, text } = hit.entry;
  const surname = matcher.entity(entity)?.surname;
  const title = surname && ownTitleBefore(view, hit.start, surname);
  if (!surname || !title || !isItsTime(surname, published)) return null;
  if (surname.when && !checkContext(surname.when, view, hit.start, hit.end, null).holds) return null;
  const reason = { code: "title-and-surname", title, surname: text } as const;
  return { entity, start: hit.start, certainty: "certain", reason, others: [] };
}

/**
 * The given name before the surname, not as the record's full name has it: with a middle initial (Donald J. Trump), with a
 * nickname (Francis "Kiko" Pangilinan), or inflected (Donalda Trumpa). The mention begins at the given name.
 */
function byGivenName(matcher: Matcher, view: BlockView, hit: Hit): FoundPerson | null {
  const surname = matcher.entity(hit.entry.entity)?.surname;
  if (!surname) return null;
  const added = addedBefore(view, hit.start);
  if (added && isOwnGivenName(added, surname, mainLanguage(view.lang)) && mayBeNamed(matcher, view, hit)) {
    const reason = { code: "full-name", spelling: `${added.cased} ${hit.entry.text}` } as const;
    return { entity: hit.entry.entity, start: hit.start, certainty: "certain", reason, others: [] };
  }
  let word = wordBefore(view, nicknameStart(view, hit.start));
  for (let initials = 0; word && isInitial(word.cased) && initials < 3; initials++) {
    word = wordBefore(view, nicknameStart(view, word.start));
  }
  if (!word || !isCapitalAt(word.cased, 0)) return null;
  if (!isOwnGivenName(word, surname, mainLanguage(view.lang))) return null;
  if (surname.when && !staysAway(surname.when, view, hit.start, hit.end)) return null;
  const { entry, start, end } = hit;
  if (isOfSomebodyElse(matcher, view, word.start, start, end)) return null;
  // As the record has it, the name is judged as a spelling.
  const isAsInRecord =
    word.end === start - 1 &&
    surname.given.has(word.key) &&
    !entry.isStem &&
    end - start === entry.key.length;
  if (isAsInRecord || !mayBeNamed(matcher, view, hit)) return null;
  const spelling = view.plain.slice(word.start, hit.end);
  const reason = { code: "full-name", spelling } as const;
  return { entity: hit.entry.entity, start: word.start, certainty: "certain", reason, others: [] };
}

/** "Ako (premijer Aljbin) Kurti pristane": the given name in brackets, by which papers complete what somebody said. */
function addedBefore({ plain, key }: BlockView, start: number): Neighbour | null {
  const bracket = plain.charCodeAt(start - 2);
  if (bracket !== 0x29 && bracket !== 0x5d) return null;
  const end = start - 2;
  const cased = /(?<![\p{L}])\p{Lu}[\p{L}-]+$/u.exec(plain.slice(Math.max(0, end - 20), end))?.[0];
  if (cased === undefined) return null;
  return { start: end - cased.length, end, key: key.slice(end - cased.length, end), cased };
}

const isInitial = (word: string) => word.length === unitsAt(word, 0) && isCapitalAt(word, 0);

/** Where every full name of the record needs a context, so does this form of it. */
function mayBeNamed(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const names = matcher.entriesOf(entry.entity).filter(({ isFullName }) => isFullName);
  return (
    names.length === 0 ||
    names.some(({ when }) => when === null || checkContext(when, view, start, end, null).holds)
  );
}

/** Before a nickname in quotation marks or brackets, if one stands before `start`; else `start`. */
function nicknameStart({ plain }: BlockView, start: number): number {
  const last = plain.charCodeAt(start - 2);
  if (last !== 0x22 && last !== 0x29 && last !== 0x27) return start;
  const nickname = /(?:"[^"]{1,20}"|\([^)]{1,20}\)|'\p{Lu}[^']{1,20}') $/u.exec(
    plain.slice(Math.max(0, start - 26), start),
  );
  return nickname ? start - nickname[0].length : start;
}

/** "the Modi government", "Chancellor Merkel": the surname of a leader, without a full name in the article. */
function byGovernment(
  matcher: Matcher,
  view: BlockView,
  { entry: { entity, text }, start, end }: Hit,
  published: string | undefined,
): FoundPerson | null {
  const { leads = [], titles = [] } = matcher.entity(entity)?.surname ?? {};
  // Articles look back on governments, and never ahead to them.
  if (leads.length === 0 || (published && !leads.some(({ from }) => from <= published))) return null;
  const found = { entity, start, certainty: "certain", others: [] } as const;
  const office = officeBehind.exec(view, end)?.[1];
  const word =
    governmentBehind.exec(view, end)?.[1] ??
    governmentBefore.exec(view, start)?.[2] ??
    (titles.some(({ key }) => key === office) ? office : undefined);
  if (word) return { ...found, others: [], reason: { code: "government", surname: text, word } };
  const title = wordBefore(view, start)?.key ?? "";
  const isInOffice = !published || leads.some(({ from, until }) => from <= published && published <= until);
  if (!leadersTitle.test(title) || !isInOffice) return null;
  return { ...found, others: [], reason: { code: "title-and-surname", title, surname: text } };
}

const governmentBehind = new RuleBehind(
  /^(?:'s?)? (government|administration|cabinet|presidency|regierung|kabinett|prasidentschaft|kanzlerschaft|amtszeit|vlad\p{L}{1,4}|administrac\p{L}*|kabinet\p{L}{0,3}|влад\p{L}{1,4}|администрациј\p{L}*|кабинет\p{L}{0,3})(?![\p{L}])/u,
  { reach: 24, signs: "'" },
);
const governmentBefore = new RuleBefore(
  /(^|[^\p{L}])(rzad\p{L}{0,3}|gabinet\p{L}{0,3}|vlad[aeyu]|vladou|kabinet\p{L}{0,3}|влада|владата|gouvernement|administration|regierung|governo|gobierno|administracion|qeveria|qeverise) $/u,
  { reach: 24 },
);

/** "Johnson, then prime minister, said", but "Johnson, the president of the club" */
const officeBehind = new RuleBehind(
  /^, (?:then|the then|the|who was|who is)(?: (?:british|french|german|italian|spanish|polish|czech|greek|american|us|u\.s\.|australian|canadian))? (prime minister|president|chancellor)(?:[,.;:]| at the time)/,
  { reach: 44, signs: "," },
);

/** Those who lead a state or a government, in the languages of our spellings; folded. */
const leadersTitle =
  /^(president|prezident|prezydent|predsedn|predsjedn|prasident|praesident|premier|premijer|kanzler|bundeskanzler|kancl|kancel|chancellor|chanceli|претседат|премиер)\p{L}{0,6}$/u;

function bySafeSurname(
  matcher: Matcher,
  view: BlockView,
  hit: Hit,
  published: string | undefined,
): FoundPerson | null {
  const { entity, text } = hit.entry;
  const surname = matcher.entity(entity)?.surname;
  if (surname?.alone !== "safe" || !isItsTime(surname, published)) return null;
  if (surname.when && !checkContext(surname.when, view, hit.start, hit.end, null).holds) return null;
  const reason = { code: "safe-surname", surname: text } as const;
  return { entity, start: hit.start, certainty: "certain", reason, others: [] };
}

function isItsTime({ from, until }: { from: string; until: string }, published: string | undefined): boolean {
  return published === undefined || (from <= published && published <= until);
}
