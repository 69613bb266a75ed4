/**
 * Finding mentions: text blocks in, mentions out. Four passes over an article.
 *
 *  1. View: every block is folded (`fold-text.ts`) so that text and spellings compare; its language is the
 *     block's, the article's (unless the text is clearly in another), or a guess.
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
import { collectExplained, explainedEntries } from "./explained-abbreviations.ts";
import type { Bearer } from "./find-people.ts";
import { guessLanguage, trustLanguage } from "./guess-language.ts";
import type { Matcher } from "./load-index.ts";
import { type Spot, scanSpellings } from "./scan-spellings.ts";
import { type Found, type Knowledge, selectMentions } from "./select-mentions.ts";
import type { Article, Mention } from "./types.ts";

/**
 * Every mention of an article, sorted by block and place, never overlapping. Never throws, whatever the text.
 * @param matcher from `loadIndex`
 */
export function findMentions(matcher: Matcher, article: Article): Mention[] {
  const { blocks, published } = article;
  const lang = article.lang ? trustLanguage(article.lang, blocks) : guessLanguage(blocks);
  const views = blocks.map((block, index) => viewBlock(index, block, block.lang || lang));
  const spots = views.map((view) => scanSpellings(matcher, view, { published }));

  const known = learn(matcher, views, spots, published);
  const explained = explainedEntries(known.article.explained);
  return views.flatMap((view, index) => {
    const all =
      explained.size > 0 ? scanSpellings(matcher, view, { published, explained }) : (spots[index] ?? []);
    return selectMentions({ matcher, published, known }, view, all).map((one) =>
      toMention(matcher, view, one),
    );
  });
}

/** What the article is about, from what can be told without knowing it. */
function learn(
  matcher: Matcher,
  views: BlockView[],
  spots: Spot[][],
  published: string | undefined,
): Knowledge {
  const bearers = new Map<string, Bearer[]>();
  const article: Knowledge["article"] = {
    named: new Set(),
    plainlyNamed: new Set(),
    countries: [],
    explained: new Map(),
  };
  for (const view of views) {
    const countries = new Set<string>();
    const addBearer = (surname: string, start: number, entity: number, fullName: string) => {
      const bearer = { entity, surname, block: view.block, start, fullName };
      const list = bearers.get(surname);
      if (list) list.push(bearer);
      else bearers.set(surname, [bearer]);
    };
    const onAnotherPerson = (surname: string, start: number) => addBearer(surname, start, -1, "");
    const pass = { matcher, published, known: null, onAnotherPerson };
    const found = selectMentions(pass, view, spots[view.block] ?? []);
    for (const { entity, start, end, certainty, reason } of found) {
      const { id, kind, surname } = matcher.entities[entity] ?? {};
      if (id === undefined) continue;
      article.named.add(id);
      if (kind === "country") countries.add(id);
      if (certainty === "certain") article.plainlyNamed.add(id);
      if (surname && reason.code !== "safe-surname")
        addBearer(surname.key, start, entity, surfaceOf(view, start, end));
    }
    article.countries.push(countries);
    collectExplained(matcher, view, found, article.explained);
  }
  for (const list of bearers.values()) list.sort((a, b) => a.block - b.block || a.start - b.start);
  return { article, bearers };
}

function toMention(matcher: Matcher, view: BlockView, found: Found): Mention {
  const { id, kind, name } = matcher.entities[found.entity] ?? { id: "", kind: "company", name: "" };
  const { certainty, reason, others } = found;
  const start = view.starts[found.start] ?? 0;
  const end = view.ends[found.end - 1] ?? start;
  const surface = view.text.slice(start, end);
  const mention: Mention = { block: view.block, start, end, surface, kind, id, name, certainty, reason };
  if (certainty === "uncertain") {
    mention.candidates = [id, ...others.flatMap((other) => matcher.entities[other]?.id ?? [])];
  }
  return mention;
}

/** What stands in the text from one folded offset to another. */
function surfaceOf(view: BlockView, start: number, end: number): string {
  return view.text.slice(view.starts[start] ?? 0, view.ends[end - 1] ?? 0);
}
