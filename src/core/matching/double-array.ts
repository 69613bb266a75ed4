/** Builds the double-array trie of `spelling-index.ts`. Only at build time: loading a built one needs none of this. */
import { nodeBits, wideCode } from "./spelling-index.ts";

export interface DoubleArray {
  /** Units by code, code 1 first. */
  units: Uint16Array;
  nodes: Uint32Array;
  /** The place of each key's tail in `tailStart`. */
  tailOf: Uint16Array;
  /** Where each tail begins in `tails`. */
  tailStart: Uint32Array;
  /** See `behindCode`. */
  tails: Uint8Array;
}

/**
 * @param keys sorted by UTF-16 units, each once, none empty; leaf `n` stands for the n-th
 * @throws RangeError where there are more units or nodes than a node can name
 */
export function buildDoubleArray(keys: readonly string[]): DoubleArray {
  const codes = countUnits(keys);
  const cells = new Cells();
  const tails: string[] = keys.map(() => "");
  const queue: [node: number, from: number, to: number, depth: number][] = [];
  if (keys.length > 0) queue.push([0, 0, keys.length, 0]);
  for (let task = queue.pop(); task; task = queue.pop()) {
    const [node, from, to, depth] = task;
    const children = splitByUnit(keys, from, to, depth, codes);
    const base = cells.place(children.map(({ code }) => code));
    cells.setBase(node, base, children[0]?.code === 0);
    for (const { code, from, to } of children) {
      if (to - from > 1) queue.push([base + code, from, to, depth + 1]);
      else {
        cells.setLeaf(base + code, from);
        tails[from] = keys[from]?.slice(depth + (code === 0 ? 0 : 1)) ?? "";
      }
    }
  }
  if (codes.size > nodeBits.mostCodes || cells.used > nodeBits.mostNodes) {
    throw new RangeError("The index of spellings cannot number so many characters or nodes.");
  }
  return { units: Uint16Array.from(codes.keys()), nodes: cells.pack(), ...joinTails(tails, codes) };
}

/** Codes from 1 on, the most frequent unit first; of equals the smaller unit. */
function countUnits(keys: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const key of keys) {
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return new Map(ranked.map(([unit], rank) => [unit, rank + 1]));
}

function splitByUnit(
  keys: readonly string[],
  from: number,
  to: number,
  depth: number,
  codes: Map<number, number>,
) {
  const children: { code: number; from: number; to: number }[] = [];
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? "";
    const code = depth < key.length ? (codes.get(key.charCodeAt(depth)) ?? 0) : 0;
    const last = children.at(-1);
    if (last?.code === code) last.to = at + 1;
    else children.push({ code, from: at, to: at + 1 });
  }
  return children;
}

/** Equal tails stand once, and what is the end of a longer one stands in that. */
function joinTails(
  tails: readonly string[],
  codes: Map<number, number>,
): Pick<DoubleArray, "tailOf" | "tailStart" | "tails"> {
  // Read backwards and sorted downwards, a tail comes behind the longer ones that end like it.
  const sorted = [...new Set(tails)]
    .map((tail) => ({ tail, backwards: [...tail].reverse().join("") }))
    .sort((a, b) => (a.backwards < b.backwards ? 1 : -1));
  const bytes: number[] = [];
  const starts = new Map<string, number>();
  let longer: string | undefined;
  for (const { tail } of sorted) {
    const own = tailBytes(tail, codes);
    if (longer?.endsWith(tail)) {
      starts.set(tail, (starts.get(longer) ?? 0) + tailBytes(longer, codes).length - own.length);
    } else {
      starts.set(tail, bytes.length);
      bytes.push(...own);
      longer = tail;
    }
  }
  const places = new Map([...starts.keys()].map((tail, place) => [tail, place]));
  return {
    tailOf: Uint16Array.from(tails, (tail) => places.get(tail) ?? 0),
    tailStart: Uint32Array.from(starts.values()),
    tails: Uint8Array.from(bytes),
  };
}

function tailBytes(tail: string, codes: Map<number, number>): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < tail.length; at++) {
    const code = codes.get(tail.charCodeAt(at)) ?? 0;
    if (code < wideCode) bytes.push(code);
    else bytes.push(wideCode + ((code - wideCode) >> 8), (code - wideCode) & 0xff);
  }
  return [...bytes, 0];
}

/** Growing arrays; a base belongs to one node only, so that a child's code says whose child it is. */
class Cells {
  used = 1;
  private readonly taken: boolean[] = [true];
  private readonly words: number[] = [0];
  private readonly bases = new Set<number>();
  private firstFree = 1;

  /** Finds a base at which all codes fall on free places, and takes these. */
  place(codes: readonly number[]): number {
    const smallest = Math.min(...codes);
    while (this.taken[this.firstFree]) this.firstFree++;
    let misses = 0;
    for (let at = this.firstFree; ; at++) {
      const base = at - smallest;
      if (base < 1 || this.taken[at] || this.bases.has(base)) continue;
      if (codes.some((code) => this.taken[base + code])) {
        // Crowded ground is left behind for good: a few empty places cost less than searching them again.
        if (++misses > 200 && at - this.firstFree > 2000) this.firstFree = at;
        continue;
      }
      this.bases.add(base);
      for (const code of codes) {
        this.taken[base + code] = true;
        this.words[base + code] = code * 2 ** nodeBits.codeShift;
        this.used = Math.max(this.used, base + code + 1);
      }
      return base;
    }
  }

  setBase(node: number, base: number, endsHere: boolean): void {
    this.words[node] = (this.words[node] ?? 0) + base * 4 + (endsHere ? nodeBits.ends : 0);
  }

  setLeaf(node: number, list: number): void {
    this.words[node] = (this.words[node] ?? 0) + list * 4 + nodeBits.leaf;
  }

  pack(): Uint32Array {
    return Uint32Array.from({ length: this.used }, (_, at) => this.words[at] ?? 0);
  }
}
