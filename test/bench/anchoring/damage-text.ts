/**
 * What happens to a page after a note was taken, with the truth kept: two signs that no page has stand before and behind the
 * passage and are carried along through every damage, so that where it stands afterwards is known and not searched for.
 *
 * A text is a list of blocks. Nothing here knows how passages are found again.
 */
import type { Stretch } from "./pick-quote.ts";
import type { Random } from "./random.ts";

export const strengths = ["light", "medium", "heavy"] as const;
export type Strength = (typeof strengths)[number];

export const damageKinds = [
  "typos corrected",
  "advertisements inserted",
  "paragraphs reordered",
  "sentences rewritten",
  "passage deleted",
  "another template",
  "quotation marks translated",
] as const;
export type DamageKind = (typeof damageKinds)[number];

export interface Damaged {
  text: string;
  /** Where the passage stands now; `null` where it was deleted. */
  truth: Stretch | null;
}

/** What other pages lend: words to rewrite with, sentences to advertise with. */
export interface Stock {
  words: readonly string[];
  sentences: readonly string[];
}

const [begins, ends] = ["\ue0f0", "\ue0f1"];
const signs = /[\ue0f0\ue0f1]/g;
const word = /[\p{L}\p{M}\p{N}\ue0f0\ue0f1]+/gu;

/** @param kinds in the order in which they happen; none leaves the page as it was */
export function damageText(
  text: string,
  passage: Stretch,
  kinds: readonly DamageKind[],
  strength: Strength,
  random: Random,
  stock: Stock,
): Damaged {
  const marked =
    text.slice(0, passage.start) +
    begins +
    text.slice(passage.start, passage.end) +
    ends +
    text.slice(passage.end);
  const grade = strengths.indexOf(strength);
  const blocks = kinds.reduce((list, kind) => damages[kind](list, grade, random, stock), marked.split("\n"));
  const damaged = blocks.join("\n");
  const start = damaged.indexOf(begins);
  const end = damaged.indexOf(ends);
  const plain = damaged.replace(signs, "");
  return { text: plain, truth: start < 0 || end < 0 ? null : truthOf(plain, start, end - 1) };
}

/** Without the white space that a damage left at an end. */
function truthOf(text: string, start: number, end: number): Stretch | null {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  const to = from + inside.trim().length;
  return from < to ? { start: from, end: to } : null;
}

type Damage = (blocks: string[], grade: number, random: Random, stock: Stock) => string[];

const damages: Record<DamageKind, Damage> = {
  "typos corrected": (blocks, grade, random) => {
    const share = [0.03, 0.08, 0.2][grade] ?? 0;
    return blocks.map((block) =>
      block.replace(word, (one) =>
        bare(one).length >= 3 && random.chance(share) ? keepSigns(one, withTypo(bare(one), random)) : one,
      ),
    );
  },

  "advertisements inserted": (blocks, grade, random, stock) => {
    const between = [0.1, 0.3, 0.8][grade] ?? 0;
    const within = [0.03, 0.1, 0.25][grade] ?? 0;
    return blocks.flatMap((block) => {
      const parts = block.replace(/([.!?]["”’»)\ue0f1]*) (?=\S)/g, (whole, end) =>
        random.chance(within) ? `${end}\n${advertisement(random, stock)}\n` : whole,
      );
      return [...(random.chance(between) ? [advertisement(random, stock)] : []), ...parts.split("\n")];
    });
  },

  "paragraphs reordered": (blocks, grade, random) => {
    const units = wholePassage(blocks);
    const share = [0.05, 0.15, 0.4][grade] ?? 0;
    const moving = units.map((unit, place) => ({
      unit,
      place: random.chance(share) ? random.below(units.length) : place,
    }));
    return moving.sort((one, other) => one.place - other.place).flatMap(({ unit }) => unit);
  },

  "sentences rewritten": (blocks, grade, random, stock) => {
    const ofSentences = [0.2, 0.4, 0.7][grade] ?? 0;
    const ofWords = [0.15, 0.3, 0.5][grade] ?? 0;
    // The passage itself is always rewritten; that is what is asked.
    let inside = false;
    return blocks.map((block) =>
      block.replace(/[^.!?]+[.!?]*/g, (sentence) => {
        const opens = sentence.includes(begins);
        const closes = sentence.includes(ends);
        const isPassage = inside || opens || closes;
        inside = (inside || opens) && !closes;
        return isPassage || random.chance(ofSentences) ? rewrite(sentence, ofWords, random, stock) : sentence;
      }),
    );
  },

  "passage deleted": (blocks, grade) => {
    const text = blocks.join("\n");
    const start = text.indexOf(begins);
    const end = text.indexOf(ends) + 1;
    const stop = grade === 0 ? /$^/ : grade === 1 ? /[.!?\n]/ : /\n/;
    let from = start;
    if (grade > 0) while (from > 0 && !stop.test(text.charAt(from - 1))) from--;
    let to = end;
    if (grade > 0) while (to < text.length && !stop.test(text.charAt(to - 1))) to++;
    if (grade > 0 && text.charAt(to - 1) === "\n") to--;
    return (text.slice(0, from) + text.slice(Math.max(to, end))).split("\n");
  },

  "another template": (blocks, grade, random, stock) => {
    const spaced = blocks.map((block) =>
      block.replace(/[^\S\n]+/g, (gap) =>
        random.chance(0.15) ? random.of([" ", "  ", "\u00a0", "\t"]) : gap,
      ),
    );
    const joined: string[] = [];
    for (const block of spaced) {
      if (grade > 0 && joined.length > 0 && random.chance(0.15)) joined[joined.length - 1] += ` ${block}`;
      else if (grade > 0 && random.chance(0.2))
        joined.push(...block.replace(/([.!?]) (?=\S)/, "$1\n").split("\n"));
      else joined.push(block);
    }
    const dressed = grade < 2 ? joined : joined.map((block) => redress(block, random));
    const around = (lines: number) =>
      Array.from(
        { length: lines },
        () => random.of(stock.words) + (random.chance(0.5) ? ` ${random.of(stock.words)}` : ""),
      );
    return [...around(5 + 10 * grade), ...dressed, ...around(5 + 10 * grade)];
  },

  "quotation marks translated": (blocks, grade, random) => {
    const [open, close] = (grade === 0 ? ["“", "”"] : grade === 1 ? ["„", "“"] : ["«\u00a0", "\u00a0»"]) as [
      string,
      string,
    ];
    const toPlain = random.chance(0.3);
    return blocks.map((block) => {
      const plain = block
        .replace(/[“”„«»]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/ [–—] /g, grade > 0 ? " - " : " – ");
      if (toPlain) return plain;
      let opens = true;
      const marked = plain.replace(/"/g, () => {
        opens = !opens;
        return opens ? close : open;
      });
      return grade > 0 ? marked.replace(/'/g, "’").replace(/\.\.\./g, "…") : marked;
    });
  },
};

/** Blocks, those that the passage reaches over kept together. */
function wholePassage(blocks: string[]): string[][] {
  const units: string[][] = [];
  let inside = false;
  for (const block of blocks) {
    if (inside) units.at(-1)?.push(block);
    else units.push([block]);
    if (block.includes(begins)) inside = true;
    if (block.includes(ends)) inside = false;
  }
  return units;
}

const letters = "etaoinshrdlu";

function withTypo(one: string, random: Random): string {
  const at = random.below(one.length);
  const kind = random.below(4);
  if (kind === 0 && at + 1 < one.length) return one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2);
  if (kind === 1) return one.slice(0, at) + one.slice(at + 1);
  if (kind === 2) return one.slice(0, at) + random.of([...letters]) + one.slice(at);
  return one.slice(0, at) + random.of([...letters]) + one.slice(at + 1);
}

function rewrite(sentence: string, share: number, random: Random, stock: Stock): string {
  return sentence.replace(word, (one) => {
    if (bare(one) === "" || !random.chance(share)) return one;
    const kind = random.next();
    if (kind < 0.6) return keepSigns(one, random.of(stock.words));
    // A word that comes in behind the passage is not in it.
    if (kind < 0.8) return `${one} ${random.of(stock.words)}`;
    return keepSigns(one, "");
  });
}

/** Headings in capitals, soft hyphens in long words, letters and marks taken apart or joined, ligatures. */
function redress(block: string, random: Random): string {
  if (block.length < 60 && random.chance(0.5)) return block.toUpperCase();
  return block.replace(word, (one) => {
    if (one.length > 9 && random.chance(0.1)) return `${one.slice(0, 5)}\u00ad${one.slice(5)}`;
    if (random.chance(0.05)) return one.normalize("NFD");
    return random.chance(0.1) ? one.replace("fi", "ﬁ") : one;
  });
}

function advertisement(random: Random, { sentences, words }: Stock): string {
  const kind = random.next();
  if (kind < 0.3) return "Advertisement";
  if (kind < 0.5) return `Sign up for our newsletter: ${random.of(words)}, ${random.of(words)} and more.`;
  if (kind < 0.7) return `Read more: ${random.of(sentences)}`;
  return [random.of(sentences), random.of(sentences)].join(" ");
}

function bare(one: string): string {
  return one.replace(signs, "");
}

/** Another word with the signs of the truth at the ends where they stood; one from within a word goes to its beginning or end. */
function keepSigns(one: string, other: string): string {
  return (one.includes(begins) ? begins : "") + other + (one.includes(ends) ? ends : "");
}
