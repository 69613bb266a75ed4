/** What the bench runs inside a page: the suite, and mark.js, which works on a document alone. */
import Mark from "mark.js";
import { loadIndex } from "../../src/core/matching/load-index.ts";
import { scanSpellings } from "../../src/core/matching/scan-spellings.ts";
import type { Article } from "../../src/core/matching/types.ts";
import type { Dictionary } from "./dictionaries.ts";
import { measureEngine, measureFinding, quartiles, type Table, time } from "./suite.ts";

interface Sent {
  name: string;
  spellings: string[];
  /** Base64. */
  index: string;
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const bench = {
  finding(texts: string[], { index, ...dictionary }: Sent, rounds: number): Table {
    return measureFinding(texts, { ...dictionary, index: bytesOf(index) } satisfies Dictionary, rounds);
  },
  engine(what: string, articles: Article[], { index, spellings }: Sent, rounds: number): Table {
    return measureEngine(what, articles, bytesOf(index), spellings, rounds);
  },
  /** mark.js with 300 names as a list and as one RegExp, against our scan and a registered highlight. */
  async marking(texts: string[], names: string[], { index }: Sent) {
    const matcher = loadIndex(bytesOf(index));
    document.body.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement("p"), { textContent: text })),
    );
    const nodes = [...document.querySelectorAll("p")].flatMap((paragraph) => paragraph.firstChild ?? []);
    const own = () => {
      const ranges: StaticRange[] = [];
      for (const node of nodes) {
        const text = node.textContent ?? "";
        const scanned = scanSpellings(matcher, 0, { text }, "en", {});
        for (const { start, groups } of scanned?.spots ?? []) {
          const end = groups[0]?.end ?? start;
          const range = { startContainer: node, startOffset: start, endContainer: node, endOffset: end };
          ranges.push(new StaticRange(range));
        }
      }
      CSS.highlights.set("bench", new Highlight(...ranges));
    };
    const marker = new Mark(document.body);
    const unmark = () => new Promise<void>((done) => marker.unmark({ done: () => done() }));
    const byList = () => marker.mark(names, { accuracy: "exactly", separateWordSearch: false });
    const pattern = new RegExp(
      `\\b(?:${names.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})\\b`,
      "g",
    );
    const byPattern = () => marker.markRegExp(pattern);
    const measured: Record<string, number[]> = { own: [], list: [], pattern: [] };
    for (let round = 0; round < 5; round++) {
      measured.own?.push(time(own));
      CSS.highlights.clear();
      measured.list?.push(time(byList));
      await unmark();
      measured.pattern?.push(time(byPattern));
      await unmark();
    }
    const [own_, list, byRegExp] = ["own", "list", "pattern"].map(
      (name) => quartiles(measured[name] ?? [])[1],
    );
    return { list: (list ?? 0) / (own_ ?? 1), pattern: (byRegExp ?? 0) / (own_ ?? 1) };
  },
};
Object.assign(globalThis, { bench });
export type PageBench = typeof bench;
