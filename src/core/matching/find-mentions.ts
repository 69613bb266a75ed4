/**
 * Finding mentions: text blocks in, mentions out. Four passes over an article.
 *
 *  1. Language: the block's, the article's (unless the text is clearly in another), or a guess.
 *  2. Scan: the text is read once (`read-units.ts`), words that cannot begin a name are sifted out (`word-window.ts`), and
 *     from the others a walk through the trie gives every spelling, surname and container that stands there. A block is
 *     folded (`fold-text.ts`) when a rule asks for its folded text; date, capitals and addresses are judged.
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
 * surname's owner is the nearest one before it, grammar is not looked at. The cost is linear in the text; what
 * stands in it costs more than the rest.
 */
import { type BlockView, placeInBlock, surfaceOf } from "./block-view.ts";
import { addExplained, collectExplained } from "./explained-abbreviations.ts";
import type { Bearer } from "./find-people.ts";
import { guessLanguage, trustLanguage } from "./guess-language.ts";
import type { Matcher } from "./load-index.ts";
import { type ScannedBlock, type ScanOptions, scanSpellings } from "./scan-spellings.ts";
import { type Found, type Knowledge, type Selection, selectMentions } from "./select-mentions.ts";
import type { Article, Mention, TextBlock } from "./types.ts";

/**
 * Every mention of an article, sorted by block and place, never overlapping. Never throws, whatever the text.
 * @param matcher from `loadIndex`
 * @param count told how many steps the scan took, for tests of its cost
 */
export function findMentions(matcher: Matcher, article: Article, count?: ScanOptions["count"]): Mention[] {
  const { blocks, published } = article;
  const lang = article.lang ? trustLanguage(article.lang, blocks) : guessLanguage(blocks);
  const options = { published, ...(count && { count }) };
  const scanned = blocks.map((block, number) =>
    scanSpellings(matcher, number, block, block.lang || lang, options),
  );
  const { known, selections } = learn(matcher, scanned, published);
  const { explained } = known.article;
  const isNew = [...explained.values()].some(Boolean);
  const mentions: Mention[] = [];
  for (let number = 0; number < blocks.length; number++) {
    const before = scanned[number] ?? null;
    if (!before && !isNew) continue;
    const block = blocks[number] as TextBlock;
    const all = isNew ? addExplained(matcher, before, number, block, block.lang || lang, explained) : before;
    if (!all) continue;
    const first = selections[number];
    const { found } =
      first?.isSettled && explained.size === 0
        ? first
        : selectMentions({ matcher, published, known }, all.view, all.spots);
    for (const one of found) mentions.push(toMention(matcher, all.view, one));
  }
  return mentions;
}

/** What the article is about, from what can be told without knowing it. */
function learn(
  matcher: Matcher,
  scanned: (ScannedBlock | null)[],
  published: string | undefined,
): { known: Knowledge; selections: (Selection | null)[] } {
  const bearers = new Map<string, Bearer[]>();
  const article: Knowledge["article"] = {
    named: new Set(),
    plainlyNamed: new Set(),
    countries: [],
    explained: new Map(),
  };
  const selections: (Selection | null)[] = [];
  for (let number = 0; number < scanned.length; number++) {
    const block = scanned[number];
    article.countries.push(noCountries);
    if (!block) {
      selections.push(null);
      continue;
    }
    const { view, spots } = block;
    const addBearer = (surname: string, start: number, entity: number, fullName: string) => {
      const bearer = { entity, surname, block: view.block, start, fullName };
      const list = bearers.get(surname);
      if (list) list.push(bearer);
      else bearers.set(surname, [bearer]);
    };
    const onAnotherPerson = (surname: string, start: number) => addBearer(surname, start, -1, "");
    const selection = selectMentions({ matcher, published, known: null, onAnotherPerson }, view, spots);
    selections.push(selection);
    const { found } = selection;
    for (const { entity, start, end, certainty, reason } of found) {
      const { id, kind, surname } = matcher.entity(entity) ?? {};
      if (id === undefined) continue;
      article.named.add(id);
      if (kind === "country") addCountry(article.countries, number, id);
      if (certainty === "certain") article.plainlyNamed.add(id);
      if (surname && reason.code !== "safe-surname")
        addBearer(surname.key, start, entity, surfaceOf(view, start, end));
    }
    collectExplained(matcher, view, found, article.explained);
  }
  for (const list of bearers.values()) list.sort((a, b) => a.block - b.block || a.start - b.start);
  return { known: { article, bearers }, selections };
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
