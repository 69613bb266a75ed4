import type { Dataset, Entity } from "../../src/core/dataset/schema.ts";
import { buildIndex } from "../../src/core/matching/build-index.ts";

export interface Dictionary {
  name: string;
  /** Without repetitions. */
  spellings: string[];
  index: Uint8Array<ArrayBuffer>;
}

/** Spellings and nothing else: no context, no language, no person, so that peers and we look for the same. */
export function plainDictionary(name: string, texts: readonly string[]): Dictionary {
  const spellings = [...new Set(texts)];
  const entities = spellings.map(
    (text, number) =>
      ({
        id: `e${number}`,
        kind: "policy",
        name: text,
        spellings: [{ text, form: "name", case: "any" }],
      }) as unknown as Entity,
  );
  // An entity each would be more than the index numbers; fifty share one.
  const shared: Entity[] = [];
  for (let from = 0; from < entities.length; from += 50) {
    const group = entities.slice(from, from + 50);
    shared.push({ ...(group[0] as Entity), spellings: group.flatMap((entity) => entity.spellings) });
  }
  const dataset = {
    info: { version: "bench" },
    entities: shared,
    containers: [],
    titles: [],
    givenNames: [],
  };
  return { name, spellings, index: buildIndex(dataset as unknown as Dataset) };
}

const syllables =
  "ba be bi bo bra cal car co cor da del den di do dra el en er fa fer fi ga gen gor ha hel hu in ka kel ko la len li lo ma mar men mi mo na nel ni no or pa per po ra ren ri ro sa sel si so ta tel ter ti to tra un va ven vi vo wa wen xi ya yo za ze".split(
    " ",
  );

/** Names that look like names, the same each time: a linear congruential generator chooses the syllables. */
export function inventNames(count: number): string[] {
  let state = 20201114;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
  const names = new Set<string>();
  while (names.size < count) {
    const words = Array.from({ length: 1 + next(3) }, () => {
      const word = Array.from({ length: 2 + next(3) }, () => syllables[next(syllables.length)]).join("");
      return word.charAt(0).toUpperCase() + word.slice(1);
    });
    names.add(words.join(" "));
  }
  return [...names];
}
