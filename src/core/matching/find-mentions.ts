/**
 * Finding mentions: text blocks in, mentions out. Four passes over an article.
 *
 *  1. Language: the block's, the article's (unless the text is clearly in another), or a guess.
 *  2. Scan: the text is read once (`read-units.ts`), words that cannot begin a name are sifted out (`word-window.ts`), and
 *     from the others a walk through the trie gives every spelling, surname and container that stands there. A block is
 *     folded (`fold-text.ts`) when a rule asks for its folded text; date, capitals and addresses are judged.
 *  3. Know: the longest hits of the block are chosen from left to right, to learn what the article is about: entities
 *     named, countries by block, people by full name, abbreviations that the article explains.
 *  4. Choose: when all blocks are known, the same again where that knowledge may change an answer: surnames, context on
 *     the whole article, one spelling of several entities.
 *
 * Worked example: "US Secretary of State Mike Pompeo met Huawei's rivals. Pompeo said …, South China Morning Post"
 *   scan    US · Mike Pompeo · Pompeo (surname) · Huawei · Pompeo (surname) · South China Morning Post · China
 *   know    Mike Pompeo is named in full; the longer container swallows China
 *   choose  [US] [Mike Pompeo] [Huawei] [Pompeo: surname after "Mike Pompeo" in block 0]
 *
 * Limits: one language a block; context words are compared word by word (a plural s apart), not by stem; a
 * surname's owner is the nearest one before it, grammar is not looked at. The cost is linear in the text; what
 * stands in it costs more than the rest.
 */
import { type BlockView, placeInBlock, surfaceOf } from "./block-view.ts";
import { addExplained, collectExplained, mayHold } from "./explained-abbreviations.ts";
import type { Bearer } from "./find-people.ts";
import { guessLanguage, trustLanguage } from "./guess-language.ts";
import { isCapitalAt, unitsAt } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import {
  type Group,
  type ScannedBlock,
  type ScanOptions,
  type Spot,
  scanSpellings,
} from "./scan-spellings.ts";
import {
  type Doubt,
  doubtOf,
  type Found,
  isBornOut,
  isInDoubt,
  type Knowledge,
  type Pass,
  type Selection,
  selectMentions,
} from "./select-mentions.ts";
import { bearersBefore } from "./surname-of-bearer.ts";
import type { Article, Mention, TextBlock } from "./types.ts";

/**
 * Every mention of an article, sorted by block and place, never overlapping. Never throws, whatever the text.
 * @param matcher from `loadIndex`
 * @param count told how many steps the scan took, for tests of its cost
 */
export function findMentions(matcher: Matcher, article: Article, count?: ScanOptions["count"]): Mention[] {
  const { blocks, published } = article;
  const lang = article.lang ? trustLanguage(article.lang, blocks) : guessLanguage(blocks);
  const options = { published, surnames: new Map<string, number>(), ...(count && { count }) };
  const known: Knowledge = {
    article: { named: new Set(), plainlyNamed: new Set(), countries: [], explained: new Map() },
    bearers: new Map(),
  };
  const first = passToLearn(matcher, published, known);
  const drafts: (Draft | null)[] = [];
  for (let from = 0; from < blocks.length; from += blocksAtOnce) {
    const scanned = blocks.slice(from, from + blocksAtOnce).map((block, place) => {
      known.article.countries.push(noCountries);
      return scanSpellings(matcher, from + place, block, block.lang || lang, options);
    });
    const isLong = from >= blocksKept;
    for (const one of scanned) drafts.push(one && draftOf(matcher, first, one, known, isLong));
  }
  for (const list of known.bearers.values()) list.sort((a, b) => a.block - b.block || a.start - b.start);
  const { explained } = known.article;
  const isNew = [...explained.values()].some(Boolean);
  const second = { matcher, published, known };
  const mentions: Mention[] = [];
  for (let number = 0; number < blocks.length; number++) {
    const draft = drafts[number] ?? null;
    if (!draft && !isNew) continue;
    const block = blocks[number] as TextBlock;
    if (draft?.mentions && isApart(draft, block, known)) {
      for (const mention of draft.mentions) mentions.push(mention);
      continue;
    }
    const spoken = block.lang || lang;
    const before = draft && (draft.scanned ?? scanAgain(matcher, number, block, spoken, options));
    const all = isNew ? addExplained(matcher, before, number, block, spoken, explained) : before;
    if (!all) continue;
    const { view, spots } = all;
    if (all !== before) forgetAnswers(spots);
    const isDone = draft?.scanned && explained.size === 0 && !isInDoubt(matcher, draft.selection.open, known);
    const { found } = isDone ? draft.selection : selectMentions(second, view, spots);
    for (const one of found) mentions.push(toMention(matcher, view, one));
  }
  return mentions;
}

/** What the first pass leaves of a block for the second. */
interface Draft {
  selection: Selection;
  /** `null` where it is not kept. */
  scanned: ScannedBlock | null;
  /** In place of that, and what would have to be learnt for them to change. */
  mentions: Mention[] | null;
  doubts: readonly Doubt[];
  /** One of the names found may be an abbreviation that is explained elsewhere. */
  hasAbbreviation: boolean;
}

/** Reading and choosing are much code each: to do the one and the other for each block in turn would take longer than both. */
const blocksAtOnce = 250;
/** Of further blocks only what the second pass is sure to need is kept: of a long text, all would cost more to keep than to make. */
const blocksKept = 1000;

/** Chooses from what was found in a block as far as it can be told without knowing the article, and learns what that is about. */
function draftOf(
  matcher: Matcher,
  pass: Pass,
  scanned: ScannedBlock,
  known: Knowledge,
  isLong: boolean,
): Draft {
  const { view, spots } = scanned;
  const selection = selectMentions(pass, view, spots);
  learn(matcher, view, selection.found, known);
  if (!isLong || isInDoubt(matcher, selection.open, known)) {
    if (isLong) view.forgetWords();
    return { selection, scanned, mentions: null, doubts: noDoubts, hasAbbreviation: true };
  }
  return {
    selection: { found: [], open: null },
    scanned: null,
    mentions: selection.found.map((one) => toMention(matcher, view, one)),
    doubts: selection.open?.map((group) => doubtOf(matcher, group)) ?? noDoubts,
    hasAbbreviation: spots.some(({ groups }) => groups.some((group) => mayBeExplained(view, group))),
  };
}

const noDoubts: readonly Doubt[] = [];

/** Whether nothing that was learnt since concerns a block that was not kept. */
function isApart({ doubts, hasAbbreviation }: Draft, { text }: TextBlock, known: Knowledge): boolean {
  if (doubts.some((doubt) => isBornOut(doubt, known))) return false;
  const { explained } = known.article;
  if (explained.size > 0 && hasAbbreviation) return false;
  for (const [abbreviation, meaning] of explained) if (meaning && mayHold(text, abbreviation)) return false;
  return true;
}

/** Units of the longest abbreviation that is taken for explained: ten characters, each of which may be a pair. */
const longestExplained = 20;

/** Whether a name may be an abbreviation of those that are explained: these are short, and have two capitals. */
function mayBeExplained({ cased }: BlockView, { start, end }: Group): boolean {
  if (end - start > longestExplained) return false;
  let capitals = 0;
  for (let at = start; at < end; at += unitsAt(cased, at)) if (isCapitalAt(cased, at)) capitals++;
  return capitals >= 2;
}

/** Where a spot was added, what its neighbours were taken for may no longer be right. */
function forgetAnswers(spots: readonly Spot[]): void {
  for (const { groups } of spots) for (const group of groups) group.first = undefined;
}

/** A block that was not kept, as the first pass left it. */
function scanAgain(
  matcher: Matcher,
  number: number,
  block: TextBlock,
  lang: string,
  options: ScanOptions,
): ScannedBlock | null {
  const scanned = scanSpellings(matcher, number, block, lang, options);
  if (scanned)
    selectMentions({ matcher, published: options.published, known: null }, scanned.view, scanned.spots);
  return scanned;
}

/** The first pass, which tells of people without a record. */
function passToLearn(matcher: Matcher, published: string | undefined, { bearers }: Knowledge): Pass {
  const onAnotherPerson = (surname: string, block: number, start: number) =>
    addBearer(bearers, { entity: -1, surname, block, start, fullName: "" });
  return { matcher, published, known: null, onAnotherPerson };
}

function addBearer(bearers: Knowledge["bearers"], bearer: Bearer): void {
  const list = bearers.get(bearer.surname);
  if (list) list.push(bearer);
  else bearers.set(bearer.surname, [bearer]);
}

/** What a block says of the article. */
function learn(matcher: Matcher, view: BlockView, found: Found[], { article, bearers }: Knowledge): void {
  const { block } = view;
  for (const { entity, start, end, certainty, reason } of found) {
    const { id, kind, surname } = matcher.entity(entity) ?? {};
    if (id === undefined) continue;
    article.named.add(id);
    if (kind === "country") addCountry(article.countries, block, id);
    if (certainty === "certain") article.plainlyNamed.add(id);
    if (surname && reason.code !== "safe-surname" && !isNamesakes(bearers, surname.key, view, start, end)) {
      const fullName = surfaceOf(view, start, end);
      addBearer(bearers, { entity, surname: surname.key, block, start, fullName });
    }
  }
  collectExplained(matcher, view, found, article.explained);
}

/** "Dragan Vučić, a beekeeper, … Vučić": a surname alone proves nobody where only somebody else has been named. */
function isNamesakes(
  bearers: Knowledge["bearers"],
  surname: string,
  { plain, block }: BlockView,
  start: number,
  end: number,
): boolean {
  const list = bearers.get(surname);
  if (!list || plain.slice(start, end).includes(" ")) return false;
  return list.every(({ entity }) => entity === -1) && bearersBefore(list, start, block).length > 0;
}

/** Stands for the countries of blocks without any; never added to. */
const noCountries = new Set<string>();

function addCountry(countries: Set<string>[], block: number, id: string): void {
  if (countries[block] === noCountries) countries[block] = new Set();
  countries[block]?.add(id);
}

function toMention(matcher: Matcher, view: BlockView, found: Found): Mention {
  const { id, kind, name } = matcher.entity(found.entity) ?? { id: "", kind: "company" as const, name: "" };
  const { certainty, reason, others } = found;
  const [start, end] = placeInBlock(view, found.start, found.end);
  const surface = surfaceOf(view, found.start, found.end);
  const mention: Mention = { block: view.block, start, end, surface, kind, id, name, certainty, reason };
  if (certainty === "uncertain") {
    mention.candidates = [id, ...others.flatMap((other) => matcher.entity(other)?.id ?? [])];
  }
  return mention;
}
