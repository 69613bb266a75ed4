/**
 * The text of an article as blocks: a paragraph's text across its inline elements is one string, with a map
 * back to the text nodes. Text stands exactly as in the nodes (nothing trimmed or collapsed), so that an offset
 * into a block is an offset into one of its nodes. Ships in the page script: tiny, no dependency.
 */

import { finishSteps } from "./finish-steps.ts";
import { parentOf, walkPage } from "./page-walk.ts";
import { type CollectOptions, createRegions, isBlockTag, type Region, type Regions } from "./regions.ts";

export type { CollectOptions } from "./regions.ts";

export interface Block {
  /** The nearest element that starts a block. */
  element: Element;
  text: string;
  /** Language where an element inside the root declares one. */
  lang?: string;
  /** Root of the tree that holds its text: the document, or an open shadow tree. */
  tree?: Node;
  /** Text nodes in order, all of one tree; `start` is where each begins in `text`. */
  nodes: { node: Text; start: number }[];
}

/** Nodes (text or element) that are looked at between two rests. */
const stepSize = 100;

/** Blocks with text in them, in document order. */
export function collectTextBlocks(root: Element, options: CollectOptions = {}): Block[] {
  return finishSteps(collectTextBlocksInSteps(root, options));
}

/**
 * The same in steps of under a tenth of a millisecond, so that the caller can leave the page its turn. When the page
 * changed between two steps what comes out may be neither what was there nor what is there now: begin anew.
 *
 * @param regions what was seen of the page when it was read, as long as it stays as it was.
 * @throws Error when the page took away what was being read.
 */
export function* collectTextBlocksInSteps(
  root: Element,
  options: CollectOptions = {},
  regions: Regions = createRegions(root, options),
): Generator<void, Block[]> {
  const blocks: Block[] = [];
  /** What is the root's own is none of its parts': its language is the article's. */
  const own = regions.of(root);
  const walk = walkPage(root);
  /** The block at work in each tree: a range cannot reach from one into another. */
  const open: { block?: Block; broken: boolean }[] = [];
  const blockOf = ({ block }: Region) => (block === own.block ? root : block);
  let looked = 0;
  for (let node = walk.next(); node; node = walk.next()) {
    if (++looked % stepSize === 0) yield;
    const depth = walk.depth();
    open.length = depth;
    open[depth - 1] ??= { broken: false };
    const tree = open[depth - 1] as (typeof open)[number];
    const parent = parentOf(node);
    if (walk.isElement) {
      const tag = (node as Element).localName;
      if (isBlockTag(tag)) tree.broken = true;
      else if (tag === "br" && tree.block && parent && blockOf(regions.of(parent)) === tree.block.element)
        tree.block.text += "\n";
      continue;
    }
    if (!parent) continue;
    const region = regions.of(parent);
    if (region.leftOut) continue;
    const text = node as Text;
    const { data } = text;
    const isBlank = data.trim() === "";
    if (!isBlank && regions.hides(parent, text)) continue;
    const element = blockOf(region);
    if (!tree.block || tree.broken || tree.block.element !== element) {
      // Between blocks there is nothing but line ends and indentation.
      if (isBlank) continue;
      tree.block = { element, text: "", nodes: [], tree: walk.tree() };
      if (region.lang && region.lang !== own.lang) tree.block.lang = region.lang;
      tree.broken = false;
      blocks.push(tree.block);
    }
    tree.block.nodes.push({ node: text, start: tree.block.text.length });
    tree.block.text += data;
  }
  return blocks.filter(({ text }) => text.trim() !== "");
}

/** The two ends of a stretch of a block, for a range; `null` where the stretch is not in a node. */
export function locate(
  block: Block,
  start: number,
  end: number,
): [{ node: Text; offset: number }, { node: Text; offset: number }] | null {
  const first = block.nodes.findLast(
    (part) => part.start <= start && start < part.start + part.node.data.length,
  );
  const last = block.nodes.findLast((part) => part.start < end && end <= part.start + part.node.data.length);
  if (!first || !last) return null;
  return [
    { node: first.node, offset: start - first.start },
    { node: last.node, offset: end - last.start },
  ];
}
