import type { BlockView } from "./block-view.ts";
import { type ContextAnswer, checkContext } from "./context-words.ts";
import type { Entry, Matcher } from "./load-index.ts";
import type { Hit } from "./scan-spellings.ts";
import { isLanguageName, isPlace } from "./town-or-language.ts";
import type { Certainty, MentionReason } from "./types.ts";

/** What the first pass learnt about the whole article. */
export interface ArticleKnowledge {
  /** Ids named anywhere. */
  named: Set<string>;
  /** Ids named by a spelling that needs no context and no guess. */
  plainlyNamed: Set<string>;
  /** Ids of countries named in each block. */
  countries: Set<string>[];
  /** Abbreviations that the article explains, by their `cased` form; `null`: as something without a record. */
  explained: Map<string, Explained | null>;
}

export interface Explained {
  entity: number;
  fullName: string;
  block: number;
}

export interface Choice {
  entity: number;
  certainty: Certainty;
  reason: MentionReason;
  others: number[];
}

interface Candidate {
  entry: Entry;
  met: ContextAnswer["met"];
}

/**
 * The entity that a stretch of text means, out of all whose spelling stands there; `null` when the context is
 * not as the data demands. Between several, in this order: the article's own explanation, a context that
 * was demanded and is there, a name of it elsewhere, its country in the paragraph, its country in the article.
 *
 * @param known `null` in the first pass
 */
export function chooseEntity(
  matcher: Matcher,
  view: BlockView,
  hits: Hit[],
  known: ArticleKnowledge | null,
): Choice | null {
  const [first] = hits;
  if (!first) return null;
  const surface = view.cased.slice(first.start, first.end);
  const explained = known?.explained.get(surface);
  if (explained === null) return null;
  if (explained) {
    const { entity, fullName, block } = explained;
    const reason = { code: "explained-abbreviation", spelling: surface, fullName, block } as const;
    return { entity, certainty: "certain", reason, others: [] };
  }

  const candidates = hits.flatMap(({ entry, start, end }): Candidate[] => {
    if (entry.form === "metonym" && isPlace(view, start, end)) return [];
    if (entry.form === "adjective" && isLanguageName(view, start, end)) return [];
    if (!entry.when) return [{ entry, met: undefined }];
    const answer = checkContext(entry.when, view, start, end, known?.named ?? null);
    return answer.holds ? [{ entry, met: answer.met }] : [];
  });
  const byEntity = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const held = byEntity.get(candidate.entry.entity);
    if (!held || (held.entry.uncertain && !candidate.entry.uncertain)) {
      byEntity.set(candidate.entry.entity, candidate);
    }
  }
  const rivals = [...byEntity.values()];
  const [only] = rivals;
  if (!only) return null;
  if (rivals.length === 1) return choice(matcher, hits, only, only.entry.uncertain, reasonFor(matcher, only));

  const score = (candidate: Candidate) => likelihood(matcher, view, candidate, known);
  const ranked = rivals
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .sort((a, b) => b.score - a.score || order(matcher, a.candidate, b.candidate));
  const [best, second] = ranked;
  if (!best) return null;
  const clear =
    best.score >= surelyLikelier && best.score > (second?.score ?? 0) && !best.candidate.entry.uncertain;
  const { form, text: spelling } = best.candidate.entry;
  const reason: MentionReason = best.candidate.met
    ? reasonFor(matcher, best.candidate)
    : { code: "likelier", form, spelling };
  return choice(matcher, hits, best.candidate, !clear, reason);
}

/** From its country in the paragraph on, the likelier one is taken for certain. */
const surelyLikelier = 2;

function likelihood(
  matcher: Matcher,
  view: BlockView,
  { entry, met }: Candidate,
  known: ArticleKnowledge | null,
): number {
  const entity = matcher.entities[entry.entity];
  if (met) return 4;
  if (!entity || !known) return 0;
  if (known.plainlyNamed.has(entity.id)) return 3;
  if (entity.country === undefined) return 0;
  if (known.countries[view.block]?.has(entity.country)) return 2;
  return known.named.has(entity.country) ? 1 : 0;
}

function order(matcher: Matcher, a: Candidate, b: Candidate): number {
  const [one, two] = [a, b].map(({ entry }) => matcher.entities[entry.entity]?.id ?? "");
  return (one ?? "") < (two ?? "") ? -1 : 1;
}

/** All who bear the spelling are candidates of a guess, whether or not their own context holds. */
function choice(
  matcher: Matcher,
  hits: Hit[],
  { entry }: Candidate,
  uncertain: boolean,
  reason: MentionReason,
): Choice {
  const others = uncertain
    ? [...new Set(hits.map((hit) => hit.entry.entity))].filter(
        (other) => other !== entry.entity && other >= 0,
      )
    : [];
  others.sort((a, b) => ((matcher.entities[a]?.id ?? "") < (matcher.entities[b]?.id ?? "") ? -1 : 1));
  return { entity: entry.entity, certainty: uncertain ? "uncertain" : "certain", reason, others };
}

function reasonFor(matcher: Matcher, { entry, met }: Candidate): MentionReason {
  const { form, text: spelling } = entry;
  if (met) return { code: "context", form, spelling, relation: met.relation, word: met.word };
  const isPerson = matcher.entities[entry.entity]?.kind === "official";
  if (isPerson && form !== "short" && isFullName(entry)) return { code: "full-name", spelling };
  return { code: "spelling", form, spelling };
}

/** Two words or more; Chinese and Japanese names are one run of characters. */
export function isFullName({ key }: Entry): boolean {
  return /[^\p{L}]/u.test(key) || /\p{scx=Han}{2,}/u.test(key);
}
