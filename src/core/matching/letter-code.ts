/**
 * Bytes of text in about half their room: each is written in the fewer bits the more often it follows the byte before it (a Huffman
 * code for every byte before). What was written together can be read alone, so that one name is had without all others.
 *
 * A model holds, for each byte before that occurs: that byte, how many follow it, and each of these with the length of its
 * code in bits. Codes are canonical: of equal length in the order of their bytes, the shorter ones first.
 */

/** No code is longer, in bits: see `codeLengths`. */
const longestCode = 24;

export interface CodedTexts {
  model: Uint8Array;
  /** Where each block begins in `bytes`. */
  start: Uint32Array;
  bytes: Uint8Array;
}

/** Only at build time. */
export function codeBlocks(blocks: readonly Uint8Array[]): CodedTexts {
  const counts = new Map<number, Map<number, number>>();
  for (const block of blocks) {
    let before = 0;
    for (const byte of block) {
      const follow = counts.get(before) ?? new Map<number, number>();
      follow.set(byte, (follow.get(byte) ?? 0) + 1);
      counts.set(before, follow);
      before = byte;
    }
  }
  const model: number[] = [];
  const codes = new Map<number, Map<number, { code: number; length: number }>>();
  for (const [before, follow] of [...counts].sort(([a], [b]) => a - b)) {
    const lengths = codeLengths(follow);
    // 256 of them are said as 0.
    model.push(before, lengths.length & 0xff);
    const own = new Map<number, { code: number; length: number }>();
    let code = 0;
    let last = lengths[0]?.length ?? 0;
    for (const { byte, length } of lengths) {
      code <<= length - last;
      last = length;
      own.set(byte, { code: code++, length });
      model.push(byte, length);
    }
    codes.set(before, own);
  }
  const bytes: number[] = [];
  const start = blocks.map((block) => {
    const from = bytes.length;
    let before = 0;
    let pending = 0;
    let bits = 0;
    for (const byte of block) {
      const { code = 0, length = 0 } = codes.get(before)?.get(byte) ?? {};
      for (let at = length - 1; at >= 0; at--) {
        pending = (pending << 1) | ((code >> at) & 1);
        if (++bits === 8) {
          bytes.push(pending);
          pending = 0;
          bits = 0;
        }
      }
      before = byte;
    }
    if (bits > 0) bytes.push(pending << (8 - bits));
    return from;
  });
  return { model: Uint8Array.from(model), start: Uint32Array.from(start), bytes: Uint8Array.from(bytes) };
}

/** Bytes with the lengths of their codes, the shortest first, of equal ones the smaller byte. */
function codeLengths(counts: ReadonlyMap<number, number>): { byte: number; length: number }[] {
  type Tree = { count: number; bytes: number[] };
  const lengths = new Map([...counts.keys()].map((byte) => [byte, 0]));
  // What occurs too seldom is counted as more: a code is at most 1.45 times as long as the logarithm of how rare its byte is.
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const least = Math.ceil(total / 2 ** (longestCode / 2));
  let trees: Tree[] = [...counts].map(([byte, count]) => ({ count: Math.max(count, least), bytes: [byte] }));
  while (trees.length > 1) {
    trees.sort((a, b) => b.count - a.count || (b.bytes[0] ?? 0) - (a.bytes[0] ?? 0));
    const joined = trees.splice(-2);
    const bytes = joined.flatMap((tree) => tree.bytes);
    for (const byte of bytes) lengths.set(byte, (lengths.get(byte) ?? 0) + 1);
    trees = [...trees, { count: joined.reduce((sum, { count }) => sum + count, 0), bytes }];
  }
  return [...lengths]
    .map(([byte, length]) => ({ byte, length: Math.max(1, length) }))
    .sort((a, b) => a.length - b.length || a.byte - b.byte);
}

interface Follow {
  /** The bytes that follow, in the order of their codes. */
  bytes: Uint8Array;
  /** How many codes there are of each length. */
  counts: Uint16Array;
}

/** Reads what `codeBlocks` wrote. */
export class BlockReader {
  private readonly follows: (Follow | undefined)[] = [];
  private readonly places: Int32Array;
  private readonly model: Uint8Array;
  private readonly bytes: Uint8Array;
  private at = 0;
  private bit = 0;
  private before = 0;
  private read = new Uint8Array(256);

  constructor(model: Uint8Array, bytes: Uint8Array) {
    this.model = model;
    this.bytes = bytes;
    this.places = new Int32Array(256).fill(-1);
    for (let at = 0; at < model.length; at += 2 + 2 * (model[at + 1] || 256))
      this.places[model[at] as number] = at;
  }

  /** From here on `next` gives the bytes of the block that begins here. */
  open(start: number): void {
    this.at = start;
    this.bit = 7;
    this.before = 0;
  }

  /** The next byte. Behind a block's end it is anything: a block says itself where it ends. */
  next(): number {
    const { bytes, counts } = this.follow(this.before);
    let code = 0;
    let first = 0;
    let place = 0;
    for (let length = 1; length < counts.length; length++) {
      code |= ((this.bytes[this.at] as number) >> this.bit) & 1;
      if (this.bit-- === 0) {
        this.bit = 7;
        this.at++;
      }
      const count = counts[length] as number;
      if (code - first < count) {
        this.before = bytes[place + code - first] as number;
        return this.before;
      }
      place += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return 0;
  }

  /**
   * The bytes up to the next zero, which is read, too; they are overwritten by the next call.
   *
   * @throws RangeError where the bytes end before: they are damaged.
   */
  upToZero(): Uint8Array {
    let length = 0;
    for (let byte = this.next(); byte !== 0; byte = this.next()) {
      if (this.at > this.bytes.length) throw new RangeError("A text of the index has no end: it is damaged.");
      if (length === this.read.length) {
        const longer = new Uint8Array(length * 2);
        longer.set(this.read);
        this.read = longer;
      }
      this.read[length++] = byte;
    }
    return this.read.subarray(0, length);
  }

  private follow(before: number): Follow {
    this.follows[before] ??= this.readFollow(this.places[before] as number);
    return this.follows[before];
  }

  private readFollow(place: number): Follow {
    const size = place < 0 ? 0 : this.model[place + 1] || 256;
    const bytes = new Uint8Array(size);
    const counts = new Uint16Array(longestCode + 2);
    for (let at = 0; at < size; at++) {
      bytes[at] = this.model[place + 2 + 2 * at] as number;
      const length = this.model[place + 3 + 2 * at] as number;
      counts[length] = (counts[length] as number) + 1;
    }
    return { bytes, counts };
  }
}
