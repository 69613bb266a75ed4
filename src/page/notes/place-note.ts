import { anchorer } from "../../core/notes/anchoring/anchor-passage.ts";
import type { Passage } from "../../core/notes/note.ts";
import type { NotePlace } from "../../messaging/protocol.ts";
import type { Block } from "../../reading/text-blocks.ts";
import { rangeOf } from "../../reading/tree-range.ts";
import { offsetsOf, segmentsIn, textOf, withoutSpaces } from "../block-offsets.ts";
import type { PlacedMention } from "../placed-mention.ts";

/** Where a note's passage stands on the page, or may stand. */
export interface Placed {
  place: NotePlace;
  /** One stretch where it was found; of an orphan, the places that are like it, the best first. */
  stretches: Stretch[];
}

export interface Stretch extends Pick<Words, "blocks" | "isArticle"> {
  /** UTF-16 offsets into the text of the blocks. */
  start: number;
  end: number;
  segments: PlacedMention["segments"];
}

/** A text of the page: the article's, or all that can be read. */
export interface Words {
  blocks: readonly Block[];
  isArticle: boolean;
  text: string;
  anchor: ReturnType<typeof anchorer>;
}

export function wordsOf(blocks: readonly Block[], isArticle: boolean): Words {
  const text = textOf(blocks);
  return { blocks, isArticle, text, anchor: anchorer(text) };
}

/**
 * Looks for a passage: first where it stood in the page's tree, which costs next to nothing, then by its words.
 *
 * @param article null where the page is none.
 * @param page null as long as it was not read.
 * @returns null where the page has to be read first
 */
export function placeNote(passage: Passage, article: Words | null, page: Words | null): Placed | null {
  const inTree = article && placeInTree(passage, article);
  if (inTree) return inTree;
  const inArticle = article && placeByWords(passage, article);
  const isOutside = passage.start === undefined;
  if (inArticle && (inArticle.place.state !== "orphan" || !isOutside)) return inArticle;
  return page && (placeInTree(passage, page) ?? placeByWords(passage, page));
}

function placeInTree({ range: tree, quote }: Passage, words: Words): Placed | null {
  const range = tree && rangeOf(tree, document);
  const found = range && offsetsOf(range, words.blocks);
  if (!found) return null;
  if (withoutSpaces(words.text.slice(found.start, found.end)) !== withoutSpaces(quote)) return null;
  return { place: { state: "found" }, stretches: [stretchOf(words, found)] };
}

function placeByWords(passage: Passage, words: Words): Placed {
  const { quote: before } = passage;
  const found = words.anchor(passage);
  if (found.state === "orphan") {
    const places = found.candidates.map((candidate) => stretchOf(words, candidate));
    const stretches = places.filter(({ segments }) => segments.length > 0);
    return { place: { state: "orphan", before, candidates: stretches.length }, stretches };
  }
  const after = words.text.slice(found.start, found.end);
  const place: NotePlace = found.edited ? { state: "edited", before, after } : { state: "found" };
  return { place, stretches: [stretchOf(words, found)] };
}

function stretchOf({ blocks, isArticle }: Words, { start, end }: Pick<Stretch, "start" | "end">): Stretch {
  return { start, end, blocks, isArticle, segments: segmentsIn(blocks, start, end) };
}
