/**
 * Finding mentions: text blocks in, mentions out. Four passes over an article.
 *
 *  1. View: every block is folded (`fold-text.ts`) so that text and spellings compare; its language is the
 *     block's, the article's, or a guess.
 *  2. Scan: at each word start, a hash of first words and a comparison give every spelling, surname and
 *     container that stands there; language, date, capitals and addresses are judged at once.
 *  3. Know: the longest hits are chosen from left to right, to learn what the article is about: entities named,
 *     countries by block, people by full name, abbreviations that the article explains.
 *  4. Choose: the same again, now with that knowledge: surnames, context on the whole article, one spelling
 *     of several entities.
 *
 * Worked example: "US Secretary of State Mike Pompeo met Huawei's rivals. Pompeo said …, South China Morning Post"
 *   scan    US · Mike Pompeo · Pompeo (surname) · Huawei · Pompeo (surname) · South China Morning Post · China
 *   know    Mike Pompeo is named in full; the longer container swallows China
 *   choose  [US] [Mike Pompeo] [Huawei] [Pompeo: surname after "Mike Pompeo" in block 0]
 *
 * Limits: one language a block; context words are compared word by word (a plural s apart), not by stem; a
 * surname's owner is the nearest one before it, grammar is not looked at. The cost is linear in the text, times the
 * number of spellings that share a first word.
 */
import { type BlockView, viewBlock } from "./block-view.ts";
import { type ArticleKnowledge, chooseEntity, isFullName } from "./choose-entity.ts";
import { endOfName } from "./end-of-name.ts";
import { collectExplained, explainedEntries, type Placed } from "./explained-abbreviations.ts";
import { type Bearer, findPerson, isAnotherPerson } from "./find-people.ts";
import { guessLanguage } from "./guess-language.ts";
import type { Matcher } from "./load-index.ts";
import { whoseSurname } from "./name-neighbours.ts";
import { type Hit, type Spot, scanSpellings } from "./scan-spellings.ts";
import type { Article, Certainty, Mention, MentionReason } from "./types.ts";

/** A choice of one pass, in folded offsets. */
interface Found extends Placed {
  certainty: Certainty;
  reason: MentionReason;
  others: number[];
}

/**
 * Every mention of an article, sorted by block and place, never overlapping. Never throws, whatever the text.
 * @param matcher from `loadIndex`
 */
export function findMentions(matcher: Matcher, article: Article): Mention[] {
  const lang = article.lang || guessLanguage(article.blocks);
  const views = article.blocks.map((block, index) => viewBlock(index, block, block.lang || lang));
  const { published } = article;
  const spots = views.map((view) => scanSpellings(matcher, view, { published }));

  const knowledge = learn(matcher, views, spots, published);
  const explained = explainedEntries(knowledge.article.explained);
  return views.flatMap((view, index) => {
    const all =
      explained.size > 0 ? scanSpellings(matcher, view, { published, explained }) : (spots[index] ?? []);
    const found = select(matcher, view, all, published, knowledge);
    return found.map((one) => toMention(matcher, view, one));
  });
}

interface Knowledge {
  article: ArticleKnowledge;
  /** By folded surname, in order. */
  bearers: Map<string, Bearer[]>;
}

function learn(
  matcher: Matcher,
  views: BlockView[],
  spots: Spot[][],
  published: string | undefined,
): Knowledge {
  const article: ArticleKnowledge = {
    named: new Set(),
    plainlyNamed: new Set(),
    countries: [],
    explained: new Map(),
  };
  const bearers = new Map<string, Bearer[]>();
  views.forEach((view, index) => {
    const countries = new Set<string>();
    const found = select(matcher, view, spots[index] ?? [], published, null, (hits) => {
      if (isAnotherPerson(matcher, view, hits))
        addBearer(bearers, surnameOf(matcher, hits), view, hits, -1, "");
    });
    for (const one of found) {
      const entity = matcher.entities[one.entity];
      if (!entity) continue;
      article.named.add(entity.id);
      if (entity.kind === "country") countries.add(entity.id);
      if (one.certainty === "certain" && one.others.length === 0) article.plainlyNamed.add(entity.id);
      if (entity.surname && one.reason.code !== "safe-surname") {
        const name = view.text.slice(view.starts[one.start] ?? 0, view.ends[one.end - 1] ?? 0);
        addBearer(bearers, entity.surname.key, view, [one], one.entity, name);
      }
    }
    article.countries.push(countries);
    collectExplained(matcher, view, found, article.explained);
  });
  for (const list of bearers.values()) list.sort((a, b) => a.block - b.block || a.start - b.start);
  return { article, bearers };
}

function addBearer(
  bearers: Knowledge["bearers"],
  surname: string,
  view: BlockView,
  [place]: { start: number }[],
  entity: number,
  fullName: string,
) {
  const bearer = { entity, surname, block: view.block, start: place?.start ?? 0, fullName };
  const list = bearers.get(surname);
  if (list) list.push(bearer);
  else bearers.set(surname, [bearer]);
}

/** A name of several words may hold this many spots before the word behind it. */
const spotsAhead = 12;

/** Leftmost, then longest; a hit that its context refuses gives way to a shorter one at the same place. */
function select(
  matcher: Matcher,
  view: BlockView,
  spots: Spot[],
  published: string | undefined,
  known: Knowledge | null,
  onRefusedSurname?: (hits: Hit[]) => void,
): Found[] {
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
      const found = chooseAt(matcher, view, group, published, known, onRefusedSurname);
      if (found) {
        // A middle initial lets a full name begin before its surname, in text that nothing else has taken.
        if (found.start < free) continue;
        const entity = matcher.entities[found.entity];
        found.end = entity
          ? endOfName(matcher, view, found.end, entity, spots.slice(place, place + spotsAhead))
          : found.end;
        chosen.push(found);
      } else if (!group.some(({ entry }) => entry.role === "container")) continue;
      free = found ? found.end : end;
      break;
    }
  }
  return chosen;
}

function chooseAt(
  matcher: Matcher,
  view: BlockView,
  group: Hit[],
  published: string | undefined,
  known: Knowledge | null,
  onRefusedSurname?: (hits: Hit[]) => void,
): Found | null {
  const surnames = group.filter(({ entry }) => entry.role === "surname");
  const spellings = group.filter(
    (hit) => hit.entry.role === "spelling" && !isOtherPerson(matcher, view, hit),
  );
  const { start, end } = group[0] ?? { start: 0, end: 0 };
  if (surnames.length > 0) {
    const bearers = known ? (known.bearers.get(surnameOf(matcher, surnames)) ?? []) : null;
    const person = findPerson(matcher, view, surnames, published, bearers);
    // Title and surname beat a town or a country of that name; a bare surname does not.
    if (person && (spellings.length === 0 || person.reason.code !== "surname")) return { ...person, end };
    if (!person) onRefusedSurname?.(surnames);
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

/** Everybody with the same first surname in the data shares one list of bearers. */
function surnameOf(matcher: Matcher, [hit]: Hit[]): string {
  return matcher.entities[hit?.entry.entity ?? -1]?.surname?.key ?? "";
}

function toMention(matcher: Matcher, view: BlockView, found: Found): Mention {
  const start = view.starts[found.start] ?? 0;
  const end = view.ends[found.end - 1] ?? start;
  const { id, kind, name } = matcher.entities[found.entity] ?? { id: "", kind: "company", name: "" };
  const mention: Mention = {
    block: view.block,
    start,
    end,
    surface: view.text.slice(start, end),
    kind,
    id,
    name,
    certainty: found.certainty,
    reason: found.reason,
  };
  if (found.certainty === "uncertain") {
    mention.candidates = [id, ...found.others.flatMap((other) => matcher.entities[other]?.id ?? [])];
  }
  return mention;
}
