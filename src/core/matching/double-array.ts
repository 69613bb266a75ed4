/** Builds the double-array trie of `spelling-index.ts`. Only at build time: loading a built one needs none of this. */
import { nodeBits } from "./spelling-index.ts";

export interface DoubleArray {
  /** Units by code, code 1 first. */
  units: Uint16Array;
  nodes: Uint32Array;
  /** The place of each key's tail in `tailStart`. */
  tailOf: Uint16Array;
  /** Where each tail begins in `tails`, which says how long it is. */
  tailStart: Uint32Array;
  tails: Uint16Array;
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
  return { units: Uint16Array.from(codes.keys()), nodes: cells.pack(), ...joinTails(tails) };
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

/** Equal tails stand once. Each begins with its length. */
function joinTails(tails: readonly string[]): Pick<DoubleArray, "tailOf" | "tailStart" | "tails"> {
  const places = new Map<string, number>();
  const units: number[] = [];
  const tailStart: number[] = [];
  const tailOf = Uint16Array.from(tails, (tail) => {
    let place = places.get(tail);
    if (place === undefined) {
      place = tailStart.push(units.length) - 1;
      units.push(tail.length);
      for (let at = 0; at < tail.length; at++) units.push(tail.charCodeAt(at));
      places.set(tail, place);
    }
    return place;
  });
  return { tailOf, tailStart: Uint32Array.from(tailStart), tails: Uint16Array.from(units) };
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
