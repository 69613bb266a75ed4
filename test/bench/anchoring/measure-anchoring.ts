/** The benchmark of finding passages again: the same quotes, the same pages and the same damage for every finder. */
import {
  type DamageKind,
  damageKinds,
  damageText,
  type Stock,
  type Strength,
  strengths,
} from "./damage-text.ts";
import type { Finder } from "./finders.ts";
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
  /** Of all those that nobody can know after the damage: how many, and what became of them. They count above like any other. */
  untold: { quotes: number; right: number; wrong: number };
  /** Milliseconds, one for each quote. */
  times: number[];
}

/** A passage that was noted, and what each finder remembers of it. */
export interface NotedPassage {
  text: string;
  passage: Stretch;
  /** Number of its text in the list. */
  page: number;
  /** Tells this one from the others, for the damage that is done to its page. */
  number: number;
  find: ((page: string) => Stretch | null)[];
}

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
        find: finders.map((finder) => finder.remember(text, passage)),
      });
  }
  return noted;
}

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
      untold: { quotes: 0, right: 0, wrong: 0 },
      times: [],
    }),
  );
  for (const one of noted) {
    const random = randomFrom(seed * 31 + one.number * 104_729 + hashOf(trial.name));
    const stock = stocks[one.page] as Stock;
    const isDeleted = random.chance(trial.deleted);
    const kinds: readonly DamageKind[] = isDeleted ? ["passage deleted", ...trial.kinds] : trial.kinds;
    const { text: page, truth } = damageText(one.text, one.passage, kinds, trial.strength, random, stock);
    const untold = isUntold(one.text, one.passage, page, truth);
    // So that no finder pays for putting the string together.
    page.indexOf("\ue0f0");
    // In turn, as whoever is first reads the page into the processor's cache.
    for (let turn = 0; turn < one.find.length; turn++) {
      const place = (one.number + turn) % one.find.length;
      const find = one.find[place] as (typeof one.find)[number];
      const outcome = outcomes[place] as (typeof outcomes)[number];
      const began = performance.now();
      const found = find(page);
      outcome.times.push(performance.now() - began);
      const common = found && truth ? shared(found, truth) : 0;
      const isRight = found === null ? truth === null : common >= 0.5;
      const isWrong = found !== null && !isRight && common === 0;
      if (isRight) outcome.right++;
      else if (isWrong) outcome.wrong++;
      else if (found) outcome.off++;
      if (untold) {
        outcome.untold.quotes++;
        if (isRight) outcome.untold.right++;
        if (isWrong) outcome.untold.wrong++;
      }
      if (isRight && (!found || !truth || sameWordsAt(page, found, truth))) outcome.exact++;
    }
  }
  return outcomes;
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
