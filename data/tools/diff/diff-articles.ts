import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { describe } from "../../../src/core/card/describe.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import { loadIndex } from "../../../src/core/matching/load-index.ts";
import { sentenceOf } from "../../../src/core/matching/sentence-of.ts";
import type { Mention } from "../../../src/core/matching/types.ts";
import { words } from "../describe-record.ts";
import { type ArticleFile, readArticleFile } from "../read-article-file.ts";

export interface ArticleDiff {
  file: string;
  /** Mentions that only one of the datasets finds: "Huawei (huawei)". */
  found: string[];
  lost: string[];
  /** Cards whose answers differ, each as lines. */
  cards: { name: string; before: string[]; after: string[] }[];
}

/** What changes in the mentions and cards of the regression articles (M6); articles without a change are left out. */
export function diffArticles(folder: string, before: Dataset, after: Dataset): ArticleDiff[] {
  if (!existsSync(folder)) return [];
  const old = readerOf(before);
  const now = readerOf(after);
  const files = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return files.sort().flatMap((file) => {
    const article = readArticleFile(file, folder, after.info.date);
    if (article.doubt) return [];
    const one = old.read(article, after.info.date);
    const two = now.read(article, after.info.date);
    const names = new Map([...one.cards, ...two.cards].map(([id, { name }]) => [id, name]));
    const diff: ArticleDiff = {
      file: join(folder, file),
      found: [...two.mentions].filter(([place]) => !one.mentions.has(place)).map(([, what]) => what),
      lost: [...one.mentions].filter(([place]) => !two.mentions.has(place)).map(([, what]) => what),
      cards: [...names].flatMap(([id, name]) => {
        const before = one.cards.get(id)?.lines;
        const after = two.cards.get(id)?.lines;
        return before && after && before.join("\n") !== after.join("\n") ? [{ name, before, after }] : [];
      }),
    };
    return diff.found.length + diff.lost.length + diff.cards.length > 0 ? [diff] : [];
  });
}

interface Reading {
  /** By place and id, in words. */
  mentions: Map<string, string>;
  cards: Map<string, { name: string; lines: string[] }>;
}

function readerOf(dataset: Dataset): { read(article: ArticleFile, today: string): Reading } {
  const catalogue = createCatalogue(dataset);
  const matcher = loadIndex(buildIndex(dataset));
  return {
    read: (article, today) => {
      const found = findMentions(matcher, { ...article, published: article.published ?? undefined });
      const mentions = found.map((mention) => ({
        id: mention.id,
        block: mention.block,
        sentence: sentenceOf(article.blocks[mention.block]?.text ?? "", mention.start),
      }));
      const cards = new Map<string, { name: string; lines: string[] }>();
      for (const [at, { id }] of found.entries()) {
        if (cards.has(id)) continue;
        const articleDate = article.published ? { day: article.published, origin: "meta" as const } : null;
        const model = describe(catalogue, { id, articleDate, today, mentions, at, notes: 0 });
        if (model) cards.set(id, { name: model.entity.name, lines: linesOf(model) });
      }
      return {
        mentions: new Map(found.map((mention) => [placeOf(mention), `${mention.surface} (${mention.id})`])),
        cards,
      };
    },
  };
}

function placeOf({ block, start, end, id }: Mention): string {
  return `${block} ${start} ${end} ${id}`;
}

/** What a card answers, without its sources and summaries: those change often and say the same. */
function linesOf({ pairs, life, offices, sentence }: CardModel): string[] {
  const answer = (when: string, policy: CardModel["pairs"][number]["atArticle"]) =>
    policy
      ? [
          `${when}: ${policy.lead ? `${words(policy.lead.status)}, ${words(policy.lead.stance)}: ${policy.lead.scope}` : "no record"}`,
        ]
      : [];
  return [
    sentence.text,
    ...pairs.flatMap(({ subject, inCountry, atArticle, now }) => [
      `${subject.name} in ${inCountry}`,
      ...answer("  on the article's date", atArticle),
      ...answer("  now", now),
    ]),
    ...(life ? [...answer("on the article's date", life.atArticle), ...answer("now", life.now)] : []),
    ...(offices?.atArticle ?? []).map(({ title }) => `then: ${title}`),
    ...(offices?.now ?? []).map(({ title }) => `now: ${title}`),
  ];
}
