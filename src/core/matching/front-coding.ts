/**
 * Sorted texts share beginnings: each is kept as the number of units that it has in common with the one before it, and the
 * rest. Every eighth stands whole, so that few have to be read to get at one.
 *
 *   "Huawei" "Huawei Technologies" "Huaweija"   →   0 "Huawei"  6 " Technologies"  6 "ja"
 *
 * In bytes: the shared units (one byte), the rest in UTF-8, a zero. These are coded once more (`letter-code.ts`).
 */
import { BlockReader, type CodedTexts, codeBlocks } from "./letter-code.ts";
import { fromUtf8, toUtf8 } from "./utf8.ts";

const textsInBlock = 8;
const wordsInBlock = 16;
const mostShared = 255;

/** Only at build time: texts, of which neighbours share beginnings, and words, which stand each by itself; one model for both. */
export function codeTexts(
  texts: readonly string[],
  words: readonly string[],
): { model: Uint8Array; texts: Omit<CodedTexts, "model">; words: Omit<CodedTexts, "model"> } {
  const blocks: number[][] = [];
  for (const [place, text] of texts.entries()) {
    const isWhole = place % textsInBlock === 0;
    if (isWhole) blocks.push([]);
    const shared = isWhole ? 0 : sharedUnits(texts[place - 1] ?? "", text);
    blocks.at(-1)?.push(shared, ...toUtf8(text.slice(shared)), 0);
  }
  const textBlocks = blocks.length;
  // The last block is filled up with empty words.
  for (let place = 0; place < Math.ceil(words.length / wordsInBlock) * wordsInBlock; place++) {
    if (place % wordsInBlock === 0) blocks.push([]);
    blocks.at(-1)?.push(...toUtf8(words[place] ?? ""), 0);
  }
  const { model, start, bytes } = codeBlocks(blocks.map((block) => Uint8Array.from(block)));
  const end = start[textBlocks] ?? bytes.length;
  return {
    model,
    texts: { start: start.slice(0, textBlocks), bytes: bytes.slice(0, end) },
    words: { start: start.slice(textBlocks).map((from) => from - end), bytes: bytes.slice(end) },
  };
}

/** Reads single texts of what `codeTexts` wrote. */
export class TextReader {
  private readonly blocks: BlockReader;
  private readonly start: Uint32Array;

  constructor({ model, start, bytes }: CodedTexts) {
    this.blocks = new BlockReader(model, bytes);
    this.start = start;
  }

  at(place: number): string {
    this.blocks.open(this.start[Math.floor(place / textsInBlock)] ?? 0);
    let text = "";
    for (let left = place % textsInBlock; left >= 0; left--) {
      const shared = this.blocks.next();
      text = text.slice(0, shared) + fromUtf8(this.blocks.upToZero());
    }
    return text;
  }
}

/** Reads single words of what `codeTexts` wrote; those beside it are mostly asked for next. */
export class WordReader {
  private readonly blocks: BlockReader;
  private readonly start: Uint32Array;
  private readonly words: (string | undefined)[];

  constructor({ model, start, bytes }: CodedTexts) {
    this.blocks = new BlockReader(model, bytes);
    this.start = start;
    this.words = new Array<string | undefined>(start.length * wordsInBlock).fill(undefined);
  }

  at(place: number): string {
    const known = this.words[place];
    if (known !== undefined) return known;
    const block = Math.floor(place / wordsInBlock);
    this.blocks.open(this.start[block] ?? 0);
    for (let word = 0; word < wordsInBlock; word++)
      this.words[block * wordsInBlock + word] = fromUtf8(this.blocks.upToZero());
    return this.words[place] ?? "";
  }
}

/** Never half a surrogate pair, which has no UTF-8 of its own. */
function sharedUnits(before: string, text: string): number {
  let shared = 0;
  while (shared < mostShared && shared < text.length && before.charAt(shared) === text.charAt(shared))
    shared++;
  const last = text.charCodeAt(shared - 1);
  return last >= 0xd800 && last <= 0xdbff ? shared - 1 : shared;
}
