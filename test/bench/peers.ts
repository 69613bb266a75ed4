/** What else there is on npm for finding many names in a text, and the two ways that need no package. */
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import nlp from "compromise";
import KeywordProcessor from "flashtext.js";
import FastAhoCorasick from "modern-ahocorasick/fast";
import { trieToRegExpSource } from "trie-regex";

export interface Peer {
  name: string;
  /** Prepares a search; returns how many names it finds in a text. */
  prepare(spellings: readonly string[]): (text: string) => number;
  /** Too slow for more than a part of the text, 1 standing for all of it. */
  share?: number;
  /** Finds names inside words, too: less work than was asked for. */
  ignoresWords?: boolean;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const countMatches = (pattern: RegExp) => (text: string) => {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(text)) count++;
  return count;
};
const longestFirst = (spellings: readonly string[]) => [...spellings].sort((a, b) => b.length - a.length);

export const peers: Peer[] = [
  {
    name: "flashtext.js",
    prepare(spellings) {
      const processor = new KeywordProcessor();
      for (const spelling of spellings) processor.addKeyword(spelling);
      return (text) => processor.extractKeywords(text).length;
    },
  },
  {
    name: "@monyone/aho-corasick (fast)",
    ignoresWords: true,
    prepare(spellings) {
      const automaton = new AhoCorasick(spellings.map((one) => one.toLowerCase()));
      return (text) => automaton.matchInText(text.toLowerCase()).length;
    },
  },
  {
    name: "modern-ahocorasick (fast)",
    ignoresWords: true,
    prepare(spellings) {
      const automaton = new FastAhoCorasick(spellings.map((one) => one.toLowerCase()));
      return (text) => automaton.search(text.toLowerCase()).length;
    },
  },
  {
    name: "RegExp of a trie, \\b (wrong outside ASCII)",
    prepare(spellings) {
      return countMatches(new RegExp(`\\b(?:${trieSource(spellings)})\\b`, "g"));
    },
  },
  {
    name: "RegExp of a trie, Unicode word ends",
    prepare(spellings) {
      const source = `(?<![\\p{L}\\p{N}])(?:${trieSource(spellings)})(?![\\p{L}\\p{N}])`;
      return countMatches(new RegExp(source, "gu"));
    },
  },
  {
    name: "RegExp, one alternation, \\b",
    prepare(spellings) {
      return countMatches(new RegExp(`\\b(?:${longestFirst(spellings).map(escaped).join("|")})\\b`, "g"));
    },
  },
  {
    name: "compromise, lookup",
    share: 0.02,
    prepare(spellings) {
      const names = nlp.buildTrie(spellings.map((one) => one.toLowerCase()));
      return (text) => nlp(text).lookup(names).length;
    },
  },
];

/** The trie as trie-regex wants it, `$` marking an end. Its own `\-` is no escape where Unicode is asked for. */
function trieSource(spellings: readonly string[]): string {
  type Trie = { [character: string]: Trie | 1 };
  const root: Trie = {};
  for (const spelling of spellings) {
    let node = root;
    for (const character of spelling.replaceAll("$", "")) {
      node[character] ??= {};
      node = node[character] as Trie;
    }
    node.$ = 1;
  }
  return trieToRegExpSource(root, {
    disableEscaped: true,
    isEndpoint: (value: unknown, key: unknown) => key === "$" && value === 1,
  }).replaceAll("\\-", "\\x2d");
}
