/** The benchmark of finding passages again: the same quotes, the same pages and the same damage for every finder. */
import {
  type DamageKind,
  damageKinds,
  damageText,
  type Stock,
  type Strength,
  strengths,
} from "./damage-text.ts";
import type { Answer, Finder } from "./finders.ts";
import { isUntold } from "./is-untold.ts";
import { pickQuote, type Stretch } from "./pick-quote.ts";
import { randomFrom } from "./random.ts";

export interface Trial {
  /** What happens to the page. */
  name: string;
  kinds: readonly DamageKind[];
  strength: Strength;
  /** Share of the quotes whose passage is deleted first. */
  deleted: number;
}

const survivable = damageKinds.filter((kind) => kind !== "passage deleted");

/** Nothing, each kind of damage in three strengths, and all kinds together in three strengths. */
export const trials: readonly Trial[] = [
  { name: "nothing", kinds: [], strength: "light", deleted: 0 },
  ...damageKinds.flatMap((kind) =>
    strengths.map(
      (strength): Trial => ({ name: `${kind}, ${strength}`, kinds: [kind], strength, deleted: 0 }),
    ),
  ),
  ...strengths.map(
    (strength): Trial => ({ name: `all together, ${strength}`, kinds: survivable, strength, deleted: 1 / 6 }),
  ),
];

export interface Outcome {
  finder: string;
  quotes: number;
  /** Found where the passage stands (at least half of what is found and of what stands there is both), or rightly not found. */
  right: number;
  /** Taken for a place that does not touch it, or for any though it was deleted. */
  wrong: number;
  /** Taken for a place that touches it, but less than half is in common. */
  off: number;
  /** Of the right ones those with both ends at the true words. */
  exact: number;
  /**
   * Of all those that nobody can know after the damage: how many, and what became of them. They count above like any other.
   * Offered are those that were not found while the passage is among the places that are offered instead: the right outcome.
   */
  untold: { quotes: number; right: number; wrong: number; offered: number };
  /** Milliseconds, one for each quote. */
  times: number[];
}

/** A passage that was noted, and for each finder what reads what it saved of it. */
export interface NotedPassage {
  text: string;
  passage: Stretch;
  /** Number of its text in the list. */
  page: number;
  /** Tells this one from the others, for the damage that is done to its page. */
  number: number;
  read: ReturnType<Finder["remember"]>[];
}

/** A passage with its page as it was damaged, and where it stands there. */
interface Damaged {
  one: NotedPassage;
  page: string;
  truth: Stretch | null;
  untold: boolean;
}

/** Pages that a finder goes through in a row. */
const batch = 100;
/** Stands on no page. */
const absent = "\0";

/** The same passages for every trial. */
export function notePassages(
  texts: readonly string[],
  finders: readonly Finder[],
  { quotes, seed }: { quotes: number; seed: number },
): NotedPassage[] {
  const noted: NotedPassage[] = [];
  for (let number = 0; noted.length < quotes; number++) {
    const page = number % texts.length;
    const text = texts[page] as string;
    const passage = pickQuote(text, randomFrom(seed + number * 7919));
    if (passage)
      noted.push({
        text,
        page,
        passage,
        number,
        read: finders.map((finder) => finder.remember(text, passage)),
      });
  }
  return noted;
}

/**
 * Every finder goes through a batch of pages by itself: what one has just read of a page, of a note and of its own code would
 * otherwise lie ready for the next, and who comes next would be the faster. Each page is read once before, for all alike.
 */
export function measureTrial(
  trial: Trial,
  noted: readonly NotedPassage[],
  stocks: readonly Stock[],
  finders: readonly Finder[],
  seed: number,
): Outcome[] {
  const outcomes = finders.map(
    ({ name }): Outcome => ({
      finder: name,
      quotes: noted.length,
      right: 0,
      wrong: 0,
      off: 0,
      exact: 0,
      untold: { quotes: 0, right: 0, wrong: 0, offered: 0 },
      times: [],
    }),
  );
  for (let first = 0; first < noted.length; first += batch) {
    const pages = noted
      .slice(first, first + batch)
      .map((one) => damagedBy(trial, one, stocks[one.page] as Stock, seed));
    for (let turn = 0; turn < finders.length; turn++) {
      const place = (first / batch + turn) % finders.length;
      const outcome = outcomes[place] as (typeof outcomes)[number];
      for (const damaged of pages) {
        const { one, page } = damaged;
        const find = (one.read[place] as (typeof one.read)[number])();
        if (page.includes(absent)) throw new Error("A page holds the sign that no page holds.");
        const began = performance.now();
        const answer = find(page);
        outcome.times.push(performance.now() - began);
        score(outcome, damaged, answer);
      }
    }
  }
  return outcomes;
}

function damagedBy(trial: Trial, one: NotedPassage, stock: Stock, seed: number): Damaged {
  const { text, passage, number } = one;
  const random = randomFrom(seed * 31 + number * 104_729 + hashOf(trial.name));
  const isDeleted = random.chance(trial.deleted);
  const kinds: readonly DamageKind[] = isDeleted ? ["passage deleted", ...trial.kinds] : trial.kinds;
  const { text: page, truth } = damageText(text, passage, kinds, trial.strength, random, stock);
  return { one, page, truth, untold: isUntold(text, passage, page, truth) };
}

function score(outcome: Outcome, { page, truth, untold }: Damaged, answer: Answer): void {
  const found = "start" in answer ? answer : null;
  const isRight = found ? isThere(found, truth) : truth === null;
  const isWrong = found !== null && !isRight && !(truth && shared(found, truth) > 0);
  if (isRight) outcome.right++;
  else if (isWrong) outcome.wrong++;
  else if (found) outcome.off++;
  if (untold) {
    outcome.untold.quotes++;
    if (isRight) outcome.untold.right++;
    if (isWrong) outcome.untold.wrong++;
    if (!("start" in answer) && answer.some((place) => isThere(place, truth))) outcome.untold.offered++;
  }
  if (isRight && (!found || !truth || sameWordsAt(page, found, truth))) outcome.exact++;
}

/** Whether what was found is the passage: they have at least half in common of what they have together. */
function isThere(found: Stretch, truth: Stretch | null): boolean {
  return truth !== null && shared(found, truth) >= 0.5;
}

/**
 * What is right, or offered where nobody can know: a quote that stands twice, with nothing that a note saves to tell which was
 * meant, is rightly found nowhere if the passage is among the places offered. A lucky choice counts as right, too. Elsewhere
 * to offer is not enough.
 */
export function rightOrOffered({ right, untold }: Outcome): number {
  return right + untold.offered;
}

/** What two stretches have in common, of what they have together. */
function shared(one: Stretch, other: Stretch): number {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common <= 0 ? 0 : common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** Whether both begin and end with the same words, whatever the signs around them. */
function sameWordsAt(text: string, one: Stretch, other: Stretch): boolean {
  const core = ({ start, end }: Stretch) => {
    const inside = text.slice(start, end);
    const lead = inside.search(/[\p{L}\p{N}]/u);
    const tail = inside.match(/[^\p{L}\p{M}\p{N}]*$/u)?.[0].length ?? 0;
    return lead < 0 ? `${start} ${end}` : `${start + lead} ${end - tail}`;
  };
  return core(one) === core(other);
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

function hashOf(name: string): number {
  let hash = 7;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) >>> 0;
  return hash % 1_000_003;
}

/** What each page can borrow: words of all pages, sentences of the others, for its own would be copies of its passages. */
export function stocksOf(texts: readonly string[]): Stock[] {
  const words = texts.flatMap((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 2_000));
  const sentences = texts.map((text) => (text.match(/[A-Z][^.!?\n]{30,200}[.!?]/g) ?? []).slice(0, 20));
  return texts.map((text, own) => ({
    words,
    sentences: sentences
      .flatMap((list, page) => (page === own ? [] : list))
      .filter((sentence) => !text.includes(sentence)),
  }));
}
