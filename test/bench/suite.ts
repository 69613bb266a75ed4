/** The measurements that run alike in Node and in a browser. Times are in milliseconds, results are ratios to the floor. */
import { findMentions } from "../../src/core/matching/find-mentions.ts";
import { loadIndex } from "../../src/core/matching/load-index.ts";
import { scanSpellings } from "../../src/core/matching/scan-spellings.ts";
import type { Article } from "../../src/core/matching/types.ts";
import type { Dictionary } from "./dictionaries.ts";
import { type Peer, peers } from "./peers.ts";

export interface Row {
  name: string;
  /** Of the floor on the same text, by round: quartiles. */
  ratio: [low: number, median: number, high: number];
  found: number;
  note?: string;
}

export interface Table {
  title: string;
  /** Milliseconds of the floor, and characters of the text. */
  floor: number;
  characters: number;
  rows: Row[];
}

const classes = new Uint8Array(0x10000);
for (let unit = 0; unit < classes.length; unit++) {
  classes[unit] = /[\p{L}\p{M}\p{N}_]/u.test(String.fromCharCode(unit)) ? 1 : 0;
}

/** The floor: a bare loop over the characters through a class table. */
export function readThrough(text: string): number {
  let words = 0;
  for (let at = 0; at < text.length; at++) words += classes[text.charCodeAt(at)] as number;
  return words;
}

interface Contender {
  name: string;
  run: () => number;
  /** Characters that one run reads. */
  characters: number;
  note?: string;
}

/** Finding spellings: longest match at word starts, Unicode word ends. */
export function measureFinding(texts: string[], dictionary: Dictionary, rounds: number): Table {
  const matcher = loadIndex(dictionary.index);
  const characters = sum(texts.map(({ length }) => length));
  const own: Contender = {
    name: "Telecom Lens",
    characters,
    run: () => sum(texts.map((text) => scanSpellings(matcher, 0, { text }, "en", {})?.spots.length ?? 0)),
  };
  const others = peers.flatMap((peer) => contenderOf(peer, texts, dictionary.spellings) ?? []);
  const title = `Finding spellings: ${dictionary.name}`;
  return compare(title, texts, [own, ...others], rounds);
}

/** All that is done with an article: language, folding, spellings, context, people. Peers find spellings only. */
export function measureEngine(
  what: string,
  articles: Article[],
  full: Uint8Array<ArrayBuffer>,
  spellings: string[],
  rounds: number,
): Table {
  const matcher = loadIndex(full);
  const texts = articles.flatMap(({ blocks }) => blocks.map(({ text }) => text));
  const own: Contender = {
    name: "Telecom Lens, whole engine",
    characters: sum(texts.map(({ length }) => length)),
    run: () => sum(articles.map((article) => findMentions(matcher, article).length)),
  };
  const quick = peers.filter(({ share }) => share === undefined);
  const others = quick.flatMap((peer) => contenderOf(peer, texts, spellings) ?? []);
  return compare(`Whole engine on ${what}, full dataset`, texts, [own, ...others], rounds);
}

function contenderOf(peer: Peer, texts: string[], spellings: readonly string[]): Contender | null {
  const part = texts.slice(0, Math.max(1, Math.ceil(texts.length * (peer.share ?? 1))));
  try {
    const search = peer.prepare(spellings);
    search(part[0] ?? "");
    return {
      name: peer.name,
      characters: sum(part.map(({ length }) => length)),
      run: () => sum(part.map(search)),
      ...noteOn(peer),
    };
  } catch (error) {
    console.error(`${peer.name} cannot take this dictionary: ${String(error).slice(0, 120)}`);
    return null;
  }
}

function noteOn({ ignoresWords, share }: Peer): { note?: string } {
  if (ignoresWords) return { note: "finds names inside words, too" };
  return share ? { note: `in the first ${share * 100} % of the text` } : {};
}

/** Longer than this a round of one contender is measured less often. */
const slow = 400;

/**
 * One contender after the other, each round of it beside one of the floor. In turns they would pay for each other: what one leaves to the
 * garbage collector makes the engine throw away the compiled code of all that did not run meanwhile, of regular expressions above all.
 */
function compare(title: string, texts: string[], contenders: Contender[], rounds: number): Table {
  const characters = sum(texts.map(({ length }) => length));
  const floor = () => sum(texts.map(readThrough));
  const floors: number[] = [];
  const rows = contenders.map(({ name, run, characters: read, note }): Row => {
    const found = run();
    let took = time(run);
    for (let warm = 0; warm < 3 && took < slow; warm++) took = time(run);
    const ratios: number[] = [];
    for (let round = 0; round < (took < slow ? rounds : rounds / 5); round++) {
      // Many turns of the floor, for one is too short to be timed.
      const base = time(() => repeat(floor, 10)) / 10;
      floors.push(base);
      const turns = took > 20 ? 1 : 5;
      ratios.push(time(() => repeat(run, turns)) / turns / read / (base / characters));
    }
    return { name, ratio: quartiles(ratios), found, ...(note && { note }) };
  });
  return { title, floor: quartiles(floors)[1], characters, rows };
}

/** Time per character of a long text against that of a short one: 1 is linear. */
export function measureGrowth(
  articles: Article[],
  full: Uint8Array<ArrayBuffer>,
  lengths: [number, number],
): number {
  const matcher = loadIndex(full);
  const blocks = evenly(
    articles.filter(({ lang }) => !lang || lang.startsWith("en")).flatMap((article) => article.blocks),
    lengths[0],
  );
  const perCharacter = lengths.map((length) => {
    const many: Article["blocks"] = [];
    let characters = 0;
    for (let at = 0; characters < length; at++) {
      const block = blocks[at % blocks.length];
      if (!block) break;
      many.push(block);
      characters += block.text.length;
    }
    const turns = Math.max(1, Math.round(lengths[1] / length / 4));
    const run = () => repeat(() => findMentions(matcher, { lang: "en", blocks: many }).length, turns);
    run();
    const times = Array.from({ length: 5 }, () => time(run) / turns / characters);
    return Math.min(...times);
  });
  return (perCharacter[1] ?? 0) / (perCharacter[0] ?? 1);
}

/** Every n-th block, so that they make up at most about that many characters: the same text again and again. */
function evenly(blocks: Article["blocks"], length: number): Article["blocks"] {
  const step = Math.max(1, Math.ceil(sum(blocks.map(({ text }) => text.length)) / length));
  return blocks.filter((_, place) => place % step === 0);
}

export function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function repeat(run: () => number, times: number): number {
  let last = 0;
  for (let turn = 0; turn < times; turn++) last = run();
  return last;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

export function quartiles(numbers: number[]): [number, number, number] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [at(0.25), at(0.5), at(0.75)];
}
