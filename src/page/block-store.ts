import type { FoundMention } from "../messaging/protocol.ts";
import type { Block } from "../reading/text-blocks.ts";
import { type PlacedMention, placeMention } from "./placed-mention.ts";

/** A block of the article with what is known about it. */
export interface Entry {
  block: Block;
  mentions: PlacedMention[];
  /** False while `mentions` may be those of an earlier text of this block. */
  asked: boolean;
}

/** Blocks that are looked at between two rests. */
export const stepSize = 50;

/**
 * What was known about the blocks before, carried over to the blocks that are there now: a block whose words
 * are the same keeps its mentions, laid onto its new nodes where a framework has made new ones; one whose
 * words changed in place has to be asked about anew.
 */
export function* carryOver(before: readonly Entry[], blocks: readonly Block[]): Generator<void, Entry[]> {
  const byNode = new Map<Text | undefined, Entry>();
  for (const entry of before) byNode.set(entry.block.nodes[0]?.node, entry);
  const stayed = blocks.map((block) => {
    const same = byNode.get(block.nodes[0]?.node);
    if (!same) return undefined;
    byNode.delete(block.nodes[0]?.node);
    return same;
  });
  const byText = Map.groupBy(byNode.values(), ({ block }) => signature(block));
  const entries: Entry[] = [];
  for (const [number, block] of blocks.entries()) {
    if (number % stepSize === 0) yield;
    const known = stayed[number] ?? byText.get(signature(block))?.shift();
    entries.push(known ? carried(known, block, number) : { block, mentions: [], asked: false });
  }
  return entries;
}

function carried(known: Entry, block: Block, number: number): Entry {
  if (known.block.text !== block.text || known.block.lang !== block.lang) {
    return { block, mentions: known.mentions, asked: false };
  }
  const mentions = hasSameNodes(known.block, block)
    ? known.mentions
    : known.mentions.flatMap(({ mention, key }) => placeMention(block, mention, key) ?? []);
  for (const { mention } of mentions) mention.block = number;
  return { block, mentions, asked: known.asked };
}

/**
 * The mentions that were found in a block, laid onto its nodes. Those that were there before stay the same
 * objects; one whose text moved within the block keeps its key, so that its card stays open.
 */
export function takeMentions(entry: Entry, found: readonly FoundMention[], newKey: () => number): void {
  const before = [...entry.mentions];
  const take = (fits: (placed: PlacedMention) => boolean) => {
    const at = before.findIndex(fits);
    return at < 0 ? undefined : before.splice(at, 1)[0];
  };
  entry.mentions = found.flatMap((mention) => {
    const known = take((placed) => placed.mention.id === mention.id);
    const placed = placeMention(entry.block, mention, known?.key ?? newKey());
    if (!placed) return [];
    if (!known || !isSame(known, placed)) return placed;
    known.mention.block = mention.block;
    return known;
  });
  entry.asked = true;
}

function isSame(known: PlacedMention, placed: PlacedMention): boolean {
  const [a, b] = [known.mention, placed.mention];
  return (
    a.certainty === b.certainty &&
    a.start === b.start &&
    known.letters === placed.letters &&
    known.segments.every(({ node, start }, number) => {
      const segment = placed.segments[number];
      return segment?.node === node && segment.start === start;
    })
  );
}

function hasSameNodes(known: Block, block: Block): boolean {
  return (
    known.element === block.element &&
    known.nodes.length === block.nodes.length &&
    known.nodes.every(({ node }, number) => node === block.nodes[number]?.node)
  );
}

function signature({ lang = "", text }: Block): string {
  return `${lang}\n${text}`;
}
