import type { FindAnswer } from "../messaging/protocol.ts";
import type { Block } from "../reading/text-blocks.ts";
import { askBackground } from "./ask-background.ts";
import { pageAddress } from "./page-address.ts";

type Words = Pick<Block, "text" | "lang">;

/** One question holds at most this (characters, blocks); longer blocks are no paragraphs, and are cut. */
export const portion = { characters: 300_000, blocks: 4_000, block: 100_000 };
/** Questions about one page: some three million characters. What lies beyond is a book, or a mistake, and stays unmarked. */
export const mostPortions = 10;

const longestAddress = 4_000;

/** Asks what blocks name. @throws CallError */
export function askMentions(
  blocks: readonly Words[],
  {
    lang,
    published,
    canonicalUrl,
    withMarker,
  }: { lang?: string; published?: string | undefined; canonicalUrl?: string | null; withMarker?: boolean },
): Promise<FindAnswer> {
  const sent = blocks.map(({ text, lang }) => ({ text: text.slice(0, portion.block), lang }));
  return askBackground("page.find", {
    url: pageAddress(),
    canonicalUrl: canonicalUrl?.slice(0, longestAddress),
    lang: lang || undefined,
    published,
    withMarker,
    blocks: sent,
  });
}

export type AskMentions = typeof askMentions;

/** Where the portion that begins at a block ends. @param room characters that it may hold. */
export function endOfPortion(blocks: readonly Words[], from: number, room = portion.characters): number {
  let end = from;
  while (end < blocks.length && end - from < portion.blocks) {
    room -= Math.min(blocks[end]?.text.length ?? 0, portion.block);
    if (room < 0 && end > from) break;
    end++;
  }
  return end;
}

export type EndOfPortion = typeof endOfPortion;
