import type { BlockView } from "./block-view.ts";
import { checkContext, staysAway } from "./context-words.ts";
import type { Matcher } from "./load-index.ts";
import { anyTitleBefore, ownTitleBefore, whoseSurname, wordBefore } from "./name-neighbours.ts";
import type { Hit } from "./scan-spellings.ts";
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
 * Judges a surname: title and surname, surname of someone named in full, safe surname, in that order.
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
  const [hit] = hits;
  if (!hit) return null;
  const open = hits.filter(({ entry, start, end }) => {
    const surname = matcher.entities[entry.entity]?.surname;
    return surname && whoseSurname(view, start, end, surname, matcher.titles) === "open";
  });
  const titled = open.flatMap((candidate) => byTitle(matcher, view, candidate, published) ?? []);
  if (titled.length > 0) return among(titled);
  const initialled = hits.flatMap((candidate) => byInitials(matcher, view, candidate) ?? []);
  if (initialled.length > 0) return among(initialled);
  if (open.length < hits.length || open.length === 0) return null;

  const named = bearers ? bySurname(matcher, view, open, bearers) : null;
  if (named) return named;
  const nearest = bearers && bearersBefore(bearers, hit.start, view.block).at(-1);
  // Somebody else of that name has just been spoken of.
  if (nearest?.block === view.block && !open.some(({ entry }) => entry.entity === nearest.entity))
    return null;
  return among(open.flatMap((candidate) => bySafeSurname(matcher, view, candidate, published) ?? []));
}

/** Somebody else of this surname stands here: "Ivanka Trump". */
export function isAnotherPerson(matcher: Matcher, view: BlockView, hits: Hit[]): boolean {
  return hits.every(({ entry, start, end }) => {
    const surname = matcher.entities[entry.entity]?.surname;
    return (
      surname !== undefined && whoseSurname(view, start, end, surname, matcher.titles) === "another-person"
    );
  });
}

function among(found: FoundPerson[]): FoundPerson | null {
  const [first, ...rest] = found;
  if (!first || rest.length === 0) return first ?? null;
  return { ...first, certainty: "uncertain", others: rest.map(({ entity }) => entity) };
}

function byTitle(
  matcher: Matcher,
  view: BlockView,
  hit: Hit,
  published: string | undefined,
): FoundPerson | null {
  const { entity, text } = hit.entry;
  const surname = matcher.entities[entity]?.surname;
  const title = surname && ownTitleBefore(view, hit.start, surname);
  if (!surname || !title || !isItsTime(surname, published)) return null;
  if (surname.when && !checkContext(surname.when, view, hit.start, hit.end, null).holds) return null;
  const reason = { code: "title-and-surname", title, surname: text } as const;
  return { entity, start: hit.start, certainty: "certain", reason, others: [] };
}

/** "Donald J. Trump" where the record has "Donald Trump": the mention begins at the given name. */
function byInitials(matcher: Matcher, view: BlockView, hit: Hit): FoundPerson | null {
  const surname = matcher.entities[hit.entry.entity]?.surname;
  if (!surname || (surname.when && !staysAway(surname.when, view, hit.start, hit.end))) return null;
  let word = wordBefore(view, hit.start);
  let initials = 0;
  while (word && /^\p{Lu}$/u.test(word.cased) && initials < 3) {
    initials++;
    word = wordBefore(view, word.start);
  }
  if (!word || initials === 0 || !surname.given.has(word.key) || !/^\p{Lu}/u.test(word.cased)) return null;
  const spelling = view.plain.slice(word.start, hit.end);
  const reason = { code: "full-name", spelling } as const;
  return { entity: hit.entry.entity, start: word.start, certainty: "certain", reason, others: [] };
}

/** The nearest full name before it decides; two in its own paragraph, or two that only follow, leave doubt. */
function bySurname(matcher: Matcher, view: BlockView, hits: Hit[], bearers: Bearer[]): FoundPerson | null {
  const allowed = hits.filter(({ entry, start, end }) => {
    const surname = matcher.entities[entry.entity]?.surname;
    if (!surname || (surname.when && !staysAway(surname.when, view, start, end))) return false;
    // With a title the surname is not bare.
    return surname.alone !== "never" || anyTitleBefore(view, start, matcher.titles) !== null;
  });
  const hit = allowed[0];
  if (!hit) return null;
  const before = bearersBefore(bearers, hit.start, view.block);
  const pool = before.length > 0 ? before : bearers.slice(0, mostBearers);
  const bearer = before.at(-1) ?? pool[0];
  if (!bearer || !allowed.some(({ entry }) => entry.entity === bearer.entity)) return null;
  const rivals = pool.filter(({ block }) => before.length === 0 || block === view.block);
  const others = [...new Set(rivals.map(({ entity }) => entity))].filter(
    (entity) => entity !== bearer.entity,
  );
  return {
    entity: bearer.entity,
    start: hit.start,
    certainty: others.length > 0 ? "uncertain" : "certain",
    reason: {
      code: "surname",
      surname: hit.entry.text,
      fullName: bearer.fullName,
      block: bearer.block,
      where: before.length > 0 ? "before" : "after",
    },
    // Someone without a record cannot be offered as a candidate, but leaves the doubt.
    others: others.filter((entity) => entity >= 0),
  };
}

/** Further back nobody reads, and looking only so far keeps hostile texts cheap. */
const mostBearers = 50;

/** The last bearers before a place, nearest last. The list is in order. */
function bearersBefore(bearers: Bearer[], start: number, block: number): Bearer[] {
  let low = 0;
  let high = bearers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const bearer = bearers[middle];
    if (bearer && (bearer.block < block || (bearer.block === block && bearer.start < start)))
      low = middle + 1;
    else high = middle;
  }
  return bearers.slice(Math.max(0, low - mostBearers), low);
}

function bySafeSurname(
  matcher: Matcher,
  view: BlockView,
  hit: Hit,
  published: string | undefined,
): FoundPerson | null {
  const { entity, text } = hit.entry;
  const surname = matcher.entities[entity]?.surname;
  if (surname?.alone !== "safe" || !isItsTime(surname, published)) return null;
  if (surname.when && !checkContext(surname.when, view, hit.start, hit.end, null).holds) return null;
  const reason = { code: "safe-surname", surname: text } as const;
  return { entity, start: hit.start, certainty: "certain", reason, others: [] };
}

function isItsTime({ from, until }: { from: string; until: string }, published: string | undefined): boolean {
  return published === undefined || (from <= published && published <= until);
}
