import { actsHere } from "./acting-capital.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { addressedWith, isInDateline, isPlace, otherCapital } from "./capital-as-town.ts";
import { type ContextAnswer, checkContext } from "./context-words.ts";
import { countryBehind, ownerOf } from "./country-beside.ts";
import { isCountryInName } from "./country-in-name.ts";
import { isLegislator } from "./english-places.ts";
import { isExplainedOtherwise } from "./explained-otherwise.ts";
import { firmByItsWords } from "./firm-by-its-words.ts";
import { isLanguageName } from "./language-name.ts";
import type { Entry, Matcher, MatcherEntity } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { asWritten, mayStandAgain } from "./one-name.ts";
import { isPartOfOtherName } from "./part-of-other-name.ts";
import type { Hit } from "./scan-spellings.ts";
import { isShipsName } from "./ships-name.ts";
import { wasSurnameBefore } from "./surname-before.ts";
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
  /** Where the full name begins. */
  start: number;
}

export interface Choice {
  entity: number;
  certainty: Certainty;
  reason: MentionReason;
  others: readonly number[];
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
  all: Hit[],
  known: ArticleKnowledge | null,
): Choice | null {
  const written = all.length > 1 ? asWritten(view, all) : all;
  // An abbreviation may be explained as one of several bodies that have it. Nearly none is, so no other list is made.
  const isOther = (hit: Hit) => isExplainedOtherwise(matcher, view, hit);
  const hits = written.some(isOther) ? written.filter((hit) => !isOther(hit)) : written;
  const [first] = hits;
  if (!first) return null;
  const explained =
    known && known.explained.size > 0
      ? known.explained.get(view.cased.slice(first.start, first.end))
      : undefined;
  if (explained === null) return null;
  if (explained && !isAmongCapitals(view, first) && !isAheadOf(view, first, explained)) {
    const surface = view.cased.slice(first.start, first.end);
    const { entity, fullName, block } = explained;
    const reason = { code: "explained-abbreviation", spelling: surface, fullName, block } as const;
    return { entity, certainty: "certain", reason, others: [] };
  }

  if (hits.length === 1) {
    const only = candidateOf(matcher, view, first, known);
    return only && choice(matcher, hits, only, only.entry.uncertain, reasonFor(only));
  }
  const rivals: Candidate[] = [];
  for (const hit of hits) {
    const candidate = candidateOf(matcher, view, hit, known);
    if (!candidate) continue;
    const held = rivals.findIndex(({ entry }) => entry.entity === hit.entry.entity);
    if (held < 0) rivals.push(candidate);
    else if (rivals[held]?.entry.uncertain && !hit.entry.uncertain) rivals[held] = candidate;
  }
  const [only] = rivals;
  if (!only) return null;
  if (rivals.length === 1) return choice(matcher, hits, only, only.entry.uncertain, reasonFor(only));

  const calledOf = countryBehind(matcher, view, first.end)?.country;
  const score = (candidate: Candidate) => likelihood(matcher, view, candidate, known, calledOf);
  const ranked = rivals
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .sort((a, b) => b.score - a.score || order(matcher, a.candidate, b.candidate));
  const [best, second] = ranked;
  if (!best) return null;
  const clear =
    best.score >= surelyLikelier && best.score > (second?.score ?? 0) && !best.candidate.entry.uncertain;
  const { form, text: spelling } = best.candidate.entry;
  const reason: MentionReason = best.candidate.met
    ? reasonFor(best.candidate)
    : { code: "likelier", form, spelling };
  return choice(matcher, hits, best.candidate, !clear, reason);
}

/** Ahead of its explanation in one paragraph an abbreviation may be another, and is judged by itself. */
function isAheadOf(view: BlockView, hit: Hit, { block, start }: Explained): boolean {
  return block === view.block && hit.start < start;
}

/** "RAK DOJKE JE IZLJEČIV": among words in capitals an abbreviation may be a word of the language. */
function isAmongCapitals(view: BlockView, { start, end }: Hit): boolean {
  return lineAt(view, start).allCaps || /^ \p{Lu}{4,}(?![\p{L}])/u.test(view.plain.slice(end, end + 24));
}

function candidateOf(
  matcher: Matcher,
  view: BlockView,
  hit: Hit,
  known: ArticleKnowledge | null,
): Candidate | null {
  const { entry, start, end } = hit;
  if (isShipsName(view, start) || wasSurnameBefore(matcher, view, hit)) return null;
  if (entry.form === "metonym") {
    const addressed = addressedWith(view, start, end);
    if (addressed) return { entry, met: { relation: "after", word: addressed } };
    if (isPlace(matcher, view, start, end)) return null;
    const act = entry.when ? actsHere(matcher, view, start, end, entry.when) : null;
    if (act) return { entry, met: { relation: "before", word: act } };
    const other = otherCapital(matcher, view, start, end);
    if (other) return { entry, met: { relation: "near", word: other } };
  }
  if (entry.form === "adjective" && isLanguageName(view, start, end)) return null;
  if (entry.kind === "country" && entry.form !== "metonym") {
    if (isCountryInName(matcher, view, hit)) return null;
    if (cityStates.has(entry.key) && isInDateline(view, start, end)) return null;
  }
  // US$500 million
  if (entry.form === "abbreviation" && entry.kind === "country" && isCurrency(view, end)) return null;
  if (isPartOfOtherName(matcher, view, hit)) return null;
  if (!entry.when) return { entry, met: undefined };
  const answer = checkContext(entry.when, view, start, end, known?.named ?? null);
  if (answer.holds) return { entry, met: answer.met };
  const firm = firmByItsWords(matcher, view, hit);
  // It says that T-Mobile is a firm, and not which.
  if (firm) {
    const { relation, word, which } = firm;
    return { entry, met: !which && isShared(matcher, entry) ? undefined : { relation, word } };
  }
  if (
    entry.isFullName &&
    isLegislator(view, entry.when, start, end) &&
    matcher.entity(entry.entity)?.country === "united-states" &&
    !isShared(matcher, entry)
  )
    return { entry, met: { relation: "before", word: "of" } };
  const owner = entry.kind !== "official" ? ownerOf(matcher, view, entry, start, end) : null;
  if (owner) return { entry, met: owner };
  return isKnown(matcher, view, hit, known) ? { entry, met: undefined } : null;
}

function isCurrency({ plain }: BlockView, at: number): boolean {
  const sign = plain.charCodeAt(plain.charCodeAt(at) === 0x20 ? at + 1 : at);
  return sign === dollar || sign === pound || sign === euro;
}

const [dollar, pound, euro] = [0x24, 0xa3, 0x20ac];

function isShared(matcher: Matcher, { key, entity }: Entry): boolean {
  return matcher.entriesFor(key).some((other) => other.role === "spelling" && other.entity !== entity);
}

const genericNames = new Set(
  "telekom telecom telkom telekomi telekoma mobile commission komisja komise komisija kommission".split(" "),
);

/** Whether what needs a context here may be spared it because the article names it elsewhere; of states and policies nothing can. */
export function mayProveItself({ kind, isFirm }: Entry): boolean {
  return isFirm || kind === "organisation" || kind === "official";
}

/** What needs a context needs it once in an article: a person's full name, and the names of firms and bodies. */
function isKnown(
  matcher: Matcher,
  view: BlockView,
  { entry, start, end }: Hit,
  known: ArticleKnowledge | null,
): boolean {
  if (!known || !entry.when || !mayProveItself(entry)) return false;
  const entity = matcher.entity(entry.entity);
  if (!entity || !known.plainlyNamed.has(entity.id)) return false;
  if (entity.kind === "official" && !entry.isFullName) return false;
  // What begins with a small letter, or is any firm or body of its kind, is too little: "ministerstwo handlu", "Telekom", 外交部.
  if (!/^[\p{Lu}\p{Lo}]/u.test(entry.cased) || genericNames.has(entry.key)) return false;
  if (entity.kind === "organisation" && /\p{scx=Han}/u.test(entry.key)) return false;
  return entry.form !== "metonym" && mayStandAgain(matcher, view, entry, start, end);
}

/** Languages that are at home in one country of their own: its firms are what their newspapers mean. */
const homeOfLanguage: Record<string, string> = {
  cs: "czechia",
  sk: "slovakia",
  pl: "poland",
  it: "italy",
  hr: "croatia",
  mk: "north-macedonia",
  hu: "hungary",
  bg: "bulgaria",
  el: "greece",
  ja: "japan",
};

/** From its country in the paragraph on, the likelier one is taken for certain. */
const surelyLikelier = 2;

function likelihood(
  matcher: Matcher,
  view: BlockView,
  { entry, met }: Candidate,
  known: ArticleKnowledge | null,
  calledOf: string | undefined,
): number {
  const entity = matcher.entity(entry.entity);
  if (!entity) return 0;
  if (calledOf !== undefined && calledOf === entity.country) return calledByCountry;
  if (met) return metContext + kinship(view, entity, known);
  if (!known) return 0;
  if (known.plainlyNamed.has(entity.id)) return 3;
  return kinship(view, entity, known);
}

/** A context that was asked for and is there outweighs all else but what the text says of the thing itself. */
const metContext = 4;
const calledByCountry = 8;

/** How near the entity's country is: in the paragraph, at home in the language, in the article. */
function kinship(view: BlockView, entity: MatcherEntity, known: ArticleKnowledge | null): number {
  if (entity.country === undefined || !known) return 0;
  if (known.countries[view.block]?.has(entity.country)) return 2;
  const isHome = homeOfLanguage[mainLanguage(view.lang)] === entity.country;
  return isHome ? 2 : known.named.has(entity.country) ? 1 : 0;
}

function order(matcher: Matcher, a: Candidate, b: Candidate): number {
  const [one, two] = [a, b].map(({ entry }) => matcher.entity(entry.entity)?.id ?? "");
  return (one ?? "") < (two ?? "") ? -1 : 1;
}

/** Countries that are towns: "LONDON/HONG KONG: Shares fell". */
const cityStates = new Set(["hong kong", "singapore", "luxembourg", "monaco", "macau"]);

const nobody: readonly number[] = [];

/** All who bear the spelling are candidates of a guess, whether or not their own context holds. */
function choice(
  matcher: Matcher,
  hits: Hit[],
  { entry }: Candidate,
  uncertain: boolean,
  reason: MentionReason,
): Choice {
  if (!uncertain) return { entity: entry.entity, certainty: "certain", reason, others: nobody };
  const others = [...new Set(hits.map((hit) => hit.entry.entity))].filter(
    (other) => other !== entry.entity && other >= 0,
  );
  others.sort((a, b) => ((matcher.entity(a)?.id ?? "") < (matcher.entity(b)?.id ?? "") ? -1 : 1));
  return { entity: entry.entity, certainty: "uncertain", reason, others };
}

function reasonFor({ entry, met }: Candidate): MentionReason {
  const { form, text: spelling } = entry;
  if (met) return { code: "context", form, spelling, relation: met.relation, word: met.word };
  if (entry.kind === "official" && form !== "short" && entry.isFullName)
    return { code: "full-name", spelling };
  return { code: "spelling", form, spelling };
}
