import type { BlockView } from "./block-view.ts";
import { type ArticleKnowledge, chooseEntity, isFullName } from "./choose-entity.ts";
import { endOfName } from "./end-of-name.ts";
import { type Bearer, findPerson, isAnotherPerson } from "./find-people.ts";
import type { Matcher } from "./load-index.ts";
import { whoseSurname } from "./name-neighbours.ts";
import type { Hit, Spot } from "./scan-spellings.ts";
import type { Certainty, MentionReason } from "./types.ts";

/** A choice of one pass, in folded offsets. */
export interface Found {
  start: number;
  end: number;
  entity: number;
  certainty: Certainty;
  reason: MentionReason;
  /** Further entities that it may be. */
  others: number[];
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
  onAnotherPerson?: (surname: string, start: number) => void;
}

/** A name of several words may hold this many spots before the word behind it. */
const spotsAhead = 12;

/** Leftmost, then longest; a hit that its context refuses gives way to a shorter one at the same place. */
export function selectMentions(pass: Pass, view: BlockView, spots: Spot[]): Found[] {
  const chosen: Found[] = [];
  let free = 0;
  for (const [place, { start, hits }] of spots.entries()) {
    if (start < free) continue;
    for (let from = 0; from < hits.length; ) {
      const end = hits[from]?.end ?? 0;
      let to = from;
      while (to < hits.length && hits[to]?.end === end) to++;
      const group = hits.slice(from, to);
      from = to;
      const found = chooseAt(pass, view, group);
      const container = group.find(({ entry }) => entry.role === "container");
      // A middle initial lets a full name begin before its surname; the text there may be taken.
      if (found ? found.start < free : !container) continue;
      free = end;
      if (found) {
        const entity = pass.matcher.entities[found.entity];
        const ahead = spots.slice(place, place + spotsAhead);
        if (entity) found.end = endOfName(pass.matcher, view, found.end, entity, ahead);
        free = found.end;
        chosen.push(found);
      } else if (container) tellOfPerson(pass, container);
      break;
    }
  }
  return chosen;
}

function chooseAt(pass: Pass, view: BlockView, group: Hit[]): Found | null {
  const { matcher, published, known } = pass;
  const surnames = group.filter(({ entry }) => entry.role === "surname");
  const spellings = group.filter(
    (hit) => hit.entry.role === "spelling" && !isOtherPerson(matcher, view, hit),
  );
  const { start, end } = group[0] ?? { start: 0, end: 0 };
  if (surnames.length > 0) {
    const surname = surnameOf(matcher, surnames);
    const person = findPerson(
      matcher,
      view,
      surnames,
      published,
      known && (known.bearers.get(surname) ?? []),
    );
    // Title and surname beat a town or a country of that name; a bare surname does not.
    if (person && (spellings.length === 0 || person.reason.code !== "surname")) return { ...person, end };
    if (!person && isAnotherPerson(matcher, view, surnames)) pass.onAnotherPerson?.(surname, start);
  }
  const choice = chooseEntity(matcher, view, spellings, known?.article ?? null);
  return choice && { ...choice, start, end };
}

/** A person's single-word spelling ("Tramp" in Serbian) needs the same care as a surname. */
function isOtherPerson(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const surname = matcher.entities[entry.entity]?.surname;
  if (!surname || isFullName(entry)) return false;
  return whoseSurname(view, start, end, surname, matcher.titles) !== "open";
}

/** The container "Ivanka Trump" is one more bearer of that surname. */
function tellOfPerson({ matcher, onAnotherPerson }: Pass, { entry, start }: Hit): void {
  if (!onAnotherPerson) return;
  const last = entry.key.slice(entry.key.lastIndexOf(" ") + 1);
  const bearer = matcher.byFirstWord.get(last)?.find(({ role, key }) => role === "surname" && key === last);
  if (bearer && last !== entry.key)
    onAnotherPerson(matcher.entities[bearer.entity]?.surname?.key ?? last, start);
}

/** Everybody with the same first surname in the data shares one list of bearers. */
function surnameOf(matcher: Matcher, [hit]: Hit[]): string {
  return matcher.entities[hit?.entry.entity ?? -1]?.surname?.key ?? "";
}
