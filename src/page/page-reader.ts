import type { ArticleDate } from "../core/card/card-model.ts";
import type { FindAnswer, FoundMention, PageMentions } from "../messaging/protocol.ts";
import { type ArticleReading, readArticle } from "../reading/read-article.ts";
import type { Block } from "../reading/text-blocks.ts";
import { askBackground } from "./ask-background.ts";
import { hostTag } from "./card-port.ts";
import { collectTextBlocksInSteps } from "./collect-in-steps.ts";
import type { Work } from "./in-slices.ts";
import { pageAddress } from "./page-address.ts";

/** Reads the page and asks what it names. Lives in the page script; the marker uses the same one. */
export interface PageReader {
  /** What the page is, read anew. */
  read(): ArticleReading;
  /** As it was read last. */
  reading(): ArticleReading;
  articleDate(): ArticleDate;
  /** The article's blocks, read in slices; null when nobody wants them any more. */
  collect(isWanted: () => boolean): Promise<Block[] | null>;
  /** What blocks name. @throws CallError */
  find(blocks: readonly Pick<Block, "text" | "lang">[]): Promise<FindAnswer>;
  /** The article's text, with mentions whose places count in it. */
  spans(blocks: readonly Block[], mentions: readonly FoundMention[]): PageMentions;
  /** The page is not what was read any more. */
  forget(): void;
  work: Work;
}

const nothingRead: ArticleReading = {
  isArticle: false,
  why: "too-little-text",
  root: null,
  lang: "",
  title: "",
  canonicalUrl: null,
  published: null,
};

/** One question holds at most this (characters, blocks); longer blocks are no paragraphs, and are cut. */
export const portion = { characters: 300_000, blocks: 4_000, block: 100_000 };

export function createPageReader(today: () => string, work: Work): PageReader {
  const options = { ignoreSelector: hostTag };
  let reading = nothingRead;
  const articleDate = () =>
    reading.published && { day: reading.published.day, origin: reading.published.origin };
  return {
    work,
    articleDate,
    reading: () => reading,
    read() {
      reading = work.count(() => readArticle(document, { url: pageAddress(), today: today(), ...options }));
      return reading;
    },
    collect: async (isWanted) =>
      reading.root && work.run(collectTextBlocksInSteps(reading.root, options), isWanted),
    find: (blocks) =>
      askBackground("page.find", {
        url: pageAddress(),
        lang: reading.lang || undefined,
        published: articleDate()?.day,
        blocks: blocks.map(({ text, lang }) => ({
          text: text.length > portion.block ? text.slice(0, portion.block) : text,
          lang,
        })),
      }),
    spans(blocks, mentions) {
      const starts: number[] = [];
      let length = 0;
      for (const { text } of blocks) {
        starts.push(length);
        length += text.length + 1;
      }
      return {
        url: pageAddress(),
        lang: reading.lang,
        published: articleDate(),
        text: blocks.map(({ text }) => text).join("\n"),
        mentions: mentions.map(({ block, start, end, surface, kind, id, name, certainty }) => {
          const base = starts[block] ?? 0;
          return { start: base + start, end: base + end, surface, kind, id, name, certainty };
        }),
      };
    },
    forget() {
      reading = nothingRead;
    },
  };
}

/** Where a first portion of blocks ends. */
export function endOfPortion(blocks: readonly Pick<Block, "text">[], from: number): number {
  let room = portion.characters;
  let end = from;
  while (end < blocks.length && end - from < portion.blocks) {
    room -= Math.min(blocks[end]?.text.length ?? 0, portion.block);
    if (room < 0 && end > from) break;
    end++;
  }
  return end;
}
