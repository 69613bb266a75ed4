import { type BlockView, lineAt } from "./block-view.ts";
import { type ArticleKnowledge, chooseEntity, mayProveItself } from "./choose-entity.ts";
import { doesOffice } from "./deeds-of-office.ts";
import { endOfName } from "./end-of-name.ts";
import { type Bearer, type FoundPerson, findPerson, isAnotherPerson, whoseOf } from "./find-people.ts";
import { isCapital } from "./letter-case.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { onceByTag } from "./main-language.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Group, Hit, Spot } from "./scan-spellings.ts";
import { noteSurname } from "./surname-before.ts";
import { bearersBefore } from "./surname-of-bearer.ts";
import type { Certainty, MentionReason } from "./types.ts";

/** A choice of one pass, in folded offsets. */
export interface Found {
  start: number;
  end: number;
  entity: number;
  certainty: Certainty;
  reason: MentionReason;
  /** Further entities that it may be. */
  others: readonly number[];
}

export interface Knowledge {
  article: ArticleKnowledge;
  /** By folded surname, in order. */
  bearers: Map<string, Bearer[]>;
}

export interface Pass {
  matcher: Matcher;
  published: string | undefined;
  /** `null` while the article is only being learnt. */
  known: Knowledge | null;
  /** Told of people without a record who bear a surname of the data ("Ivanka Trump"). */
  onAnotherPerson?: (surname: string, block: number, start: number) => void;
}

export interface Selection {
  found: Found[];
  /** Groups whose answer what the article says elsewhere may change; `null` where there are none. */
  open: Group[] | null;
}

/** Leftmost, then longest; a hit that its context refuses gives way to a shorter one at the same place. */
export function selectMentions(pass: Pass, view: BlockView, spots: Spot[]): Selection {
  const chosen: Found[] = [];
  let open: Group[] | null = null;
  let free = 0;
  for (let place = 0; place < spots.length; place++) {
    const spot = spots[place] as Spot;
    if (spot.start < free) continue;
    for (const group of spot.groups) {
      const found = chooseAt(pass, view, group, spots, place);
      if (group.settled === undefined) {
        if (open) open.push(group);
        else open = [group];
      }
      const { container } = group;
      // A middle initial lets a full name begin before its surname; the text there may be taken.
      if (found ? found.start < free : !container) continue;
      free = found ? found.end : group.end;
      if (found) chosen.push(found);
      else if (container) tellOfPerson(pass, view, container);
      break;
    }
  }
  return { found: chosen, open };
}

/** Remembers its answer where what the article says elsewhere cannot change it. */
function chooseAt(
  pass: Pass,
  view: BlockView,
  group: Group,
  spots: readonly Spot[],
  place: number,
): Found | null {
  const { known, matcher } = pass;
  if (group.settled !== undefined && !(known && isExplained(view, group, known))) return group.settled;
  if (known && group.first !== undefined && !mayChange(matcher, view, group, known)) return group.first;
  const found = judge(pass, view, group);
  if (!known) group.first = null;
  const entity = found && matcher.entity(found.entity);
  if (entity) {
    const isFullName = found.reason.code === "full-name";
    found.end = endOfName(matcher, view, found.end, entity, spots, place, isFullName);
    if (entity.kind === "country" && isInUnknownBody(view, found, spots, place)) return null;
  }
  if (!known) group.first = found;
  if (!known && group.standsAlone && (found || !mayComeTrue(group))) group.settled = found;
  return found;
}

/** Whether a name that its context refused may still count, because the article names it elsewhere. */
function mayComeTrue({ hasContext, spellings }: Group): boolean {
  return hasContext && spellings.some(({ entry }) => mayProveItself(entry));
}

function isExplained(view: BlockView, { start, end }: Group, { article: { explained } }: Knowledge): boolean {
  return explained.size > 0 && explained.has(view.cased.slice(start, end));
}

/** What would have to be learnt elsewhere for a group's answer to change, if it is no abbreviation that is explained. */
export interface Doubt {
  /** Somebody bears the surname. */
  surname: string | null;
  /** The entity is plainly named. */
  id: string | null;
}

export function doubtOf(matcher: Matcher, { surnames, spellings }: Group): Doubt {
  const spelling = spellings[0]?.entry;
  return {
    surname: surnames.length > 0 ? surnameOf(matcher, surnames) : null,
    id: spelling && mayProveItself(spelling) ? (matcher.entity(spelling.entity)?.id ?? null) : null,
  };
}

export function isBornOut({ surname, id }: Doubt, { article, bearers }: Knowledge): boolean {
  return (surname !== null && bearers.has(surname)) || (id !== null && article.plainlyNamed.has(id));
}

/** Whether the second pass may choose otherwise than the first; open to it are groups of a block without explained abbreviations. */
export function isInDoubt(matcher: Matcher, open: readonly Group[] | null, known: Knowledge): boolean {
  return open?.some((group) => group.isShared || isBornOut(doubtOf(matcher, group), known)) === true;
}

/** Whether what the article says elsewhere may change the answer: a bearer of the surname, a name that proves itself, a meaning. */
function mayChange(matcher: Matcher, view: BlockView, group: Group, known: Knowledge): boolean {
  return group.isShared || isExplained(view, group, known) || isBornOut(doubtOf(matcher, group), known);
}

/** "Pakistan Telecommunication Authority", "Communications Authority of Kenya": bodies without a record. */
const bodyAhead =
  /^ (?:\p{Lu}[\p{L}.&-]+ (?:of |and |for |& |the )*){0,4}(?:Authority|Commission|Exchange|Corporation|Command|Regulator|Institute|Association|Council|University|Bank|Federation|Foundation)(?![\p{L}])/u;
const bodysPreposition = new RuleBefore(/ (?:of|for) (?:the )?$/, {
  reach: 8,
  reads: "plain",
  more: /^the$/,
});
const bodyBefore =
  /(?:Authority|Commission|Agency|Bank|University|Institute|Federation|Association|Council) (?:of|for) (?:the )?$/u;

const isEnglish = onceByTag((lang) => /^en/i.test(lang));

function isInUnknownBody(
  view: BlockView,
  { start, end }: Found,
  spots: readonly Spot[],
  place: number,
): boolean {
  const { plain, lang } = view;
  // Most countries stand beside nothing that could belong to a body's name.
  const mayFollow = plain.charCodeAt(end) === 0x20 && isCapital(plain.charCodeAt(end + 1));
  const mayPrecede = bodysPreposition.test(view, start);
  if (!(mayFollow || mayPrecede) || !isEnglish(lang)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  if (mayPrecede && bodyBefore.test(plain.slice(Math.max(0, start - 40), start))) return true;
  const ahead = mayFollow ? bodyAhead.exec(plain.slice(end, end + 90)) : null;
  if (!ahead) return false;
  // A body that has a record is named apart: "US Federal Communications Commission".
  for (let at = place + 1; at < spots.length && (spots[at] as Spot).start < end + ahead[0].length; at++) {
    const known = (spots[at] as Spot).groups.some(({ spellings }) =>
      spellings.some(({ entry }) => entry.kind !== "country"),
    );
    if (known) return false;
  }
  return true;
}

function judge(pass: Pass, view: BlockView, { start, end, surnames, spellings: all }: Group): Found | null {
  const { matcher, known } = pass;
  const spellings = all.some(({ entry }) => isOneName(matcher, entry))
    ? all.filter((hit) => !isOtherPerson(matcher, view, hit) && !isNamesakes(pass, view, surnames, hit))
    : all;
  const person = surnames.length > 0 ? personAt(pass, view, surnames, start) : null;
  const mayBeFirm = person !== null && spellings.some(({ entry }) => entry.isFirm);
  const isFirmsPlace = mayBeFirm && person.reason.code === "surname" && isRatherFirm(view, start, end);
  if (person && !isFirmsPlace && (spellings.length === 0 || isRatherPerson(view, start, end, person)))
    return { ...person, end };
  const choice = chooseEntity(matcher, view, spellings, known?.article ?? null);
  if (choice) {
    const { entity, certainty, reason, others } = choice;
    return { start, end, entity, certainty, reason, others };
  }
  return person && !isFirmsPlace ? { ...person, end } : null;
}

/**
 * "Pčelar Dragan Vučić … Vučić kaže": a surname that is also a short name of its own is nobody's of the data where the article names
 * only somebody else in full, unless that was long ago and an office speaks.
 */
function isNamesakes({ matcher, known }: Pass, view: BlockView, surnames: Hit[], hit: Hit): boolean {
  if (!known || surnames.length === 0 || !isOneName(matcher, hit.entry)) return false;
  const bearers = known.bearers.get(surnameOf(matcher, surnames));
  if (!bearers?.every(({ entity }) => entity === -1)) return false;
  const last = bearersBefore(bearers, hit.start, view.block).at(-1);
  return last !== undefined && (view.block - last.block <= 1 || !doesOffice(view, hit.end));
}

function personAt(pass: Pass, view: BlockView, surnames: Hit[], start: number): FoundPerson | null {
  const { matcher, published, known, onAnotherPerson } = pass;
  const surname = surnameOf(matcher, surnames);
  const bearers = known && (known.bearers.get(surname) ?? []);
  const person = findPerson(matcher, view, surnames, published, bearers);
  if (!person && onAnotherPerson && isAnotherPerson(matcher, view, surnames))
    onAnotherPerson(surname, view.block, start);
  return person;
}

/**
 * Title and surname beat a town or a country of that name. A bare surname does where its bearer has been named before,
 * except after a preposition of place: "Jim Jordan … Jordan said", but "in Jordan".
 */
function isRatherPerson(view: BlockView, start: number, end: number, { reason }: FoundPerson): boolean {
  if (reason.code !== "surname") return true;
  if (reason.where === "after" || statesOwn.test(view.key.slice(end, end + 20))) return false;
  return !placesPreposition.test(view, start);
}

const placesPreposition = new RuleBefore(
  /(^|[^\p{L}])(in|to|from|of|with|near|across|and|en|de|nach|aus) $/u,
  { reach: 8 },
);

/** What is done to firms, and to people of one name with the doer seldom: "Ilir Meta sued Meta". */
const doneToFirms = new RuleBefore(
  /(?:^|[^\p{L}])(?:sued|sues|bought|buys|acquired|joined|quit|fined|regulates|regulated|(?:customers|shares|users|lawyers) (?:of|in|for)|stake in|merger with|(?:the|by|tech) (?:company|giant|group)|(?:kompania|kompanise|kompanine|firma|firmes)(?: (?:amerikane|teknologjike|gjigante))?|(?:gjigandi|gjigandit|gjigandin) (?:amerikan|teknologjik)|firma|firme|compania|empresa|societe|entreprise|groupe|gruppo|societa|konzern|unternehmen|koncern|spolecnost|spolecnosti|kompanija|kompanije|kompaniji|tvrtka|tvrtke|компанија|компанијата|spolka|spolki) $/u,
  { reach: 26, more: /^(?:of|in|for|with|company|giant|group|amerikane?|teknologjike?|gjigante)$/ },
);
/** "Rogers, the Canadian carrier" */
const calledFirm =
  /^, (?:the|an?) (?:[\p{L}-]+ ){0,3}(?:carrier|operator|company|firm|group|owner|parent|network|telco|maker|giant|platform)(?![\p{L}])/u;

function isRatherFirm(view: BlockView, start: number, end: number): boolean {
  const { key } = view;
  return (
    (key.charCodeAt(end) === 0x2c && calledFirm.test(key.slice(end, end + 60))) ||
    doneToFirms.test(view, start)
  );
}

/** What states have and people do not. */
const statesOwn =
  /^'s (?:border|borders|army|king|queen|government|airspace|economy|parliament|regulator|capital|coast)(?![a-z])/;

/** A person's single-word spelling ("Tramp" in Serbian) needs the same care as a surname. */
function isOneName(matcher: Matcher, { isFullName, kind, entity }: Entry): boolean {
  return !isFullName && kind === "official" && matcher.entity(entity)?.surname !== undefined;
}

function isOtherPerson(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  if (hit.entry.isFullName) return false;
  const whose = whoseOf(matcher, view, hit);
  return whose !== null && whose !== "open";
}

/** "River Jordan" */
const placeFirst = /^(?:river|lake|mount|mt|fort|port|cape|st|saint|san|santa|hotel|villa|capitol) /;

/** The container "Ivanka Trump" is one more bearer of that surname. */
function tellOfPerson({ matcher, onAnotherPerson }: Pass, view: BlockView, { entry, start, end }: Hit): void {
  if (!onAnotherPerson) return;
  const lastAt = view.plain.lastIndexOf(" ", end - 1) + 1;
  if (lastAt > start) noteSurname(matcher, view, lastAt, end);
  if (placeFirst.test(entry.key)) return;
  const last = entry.key.slice(entry.key.lastIndexOf(" ") + 1);
  const bearer = matcher.entriesFor(last).find(({ role }) => role === "surname");
  if (bearer && last !== entry.key)
    onAnotherPerson(matcher.entity(bearer.entity)?.surname?.key ?? last, view.block, start);
}

/** Everybody with the same first surname in the data shares one list of bearers. */
function surnameOf(matcher: Matcher, [hit]: Hit[]): string {
  return matcher.entity(hit?.entry.entity ?? -1)?.surname?.key ?? "";
}
