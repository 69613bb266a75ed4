import { type Block, type CollectOptions, collectTextBlocks } from "../reading/text-blocks.ts";

/** Blocks of a root in one step, until `src/reading` can be stopped between two of them. */
// biome-ignore lint/correctness/useYield: one step is all that there is.
export function* collectTextBlocksInSteps(root: Element, options: CollectOptions): Generator<void, Block[]> {
  return collectTextBlocks(root, options);
}
