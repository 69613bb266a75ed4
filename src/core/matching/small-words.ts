/** The small words by which languages are told apart, and what those of a text say. */
import { charClass, classOfUnit } from "./char-class.ts";
import { isSmall } from "./letter-case.ts";

/**
 * Frequent small words by language: enough to tell the languages of our spellings apart on a page that does
 * not say which it is in. Words that two close languages share weigh little, since both get them.
 */
const smallWords: Record<string, string> = {
  en: "the of and to in is that for on was with as by it from are be has at this which will not have an no me do so or he his were after said",
  sq: "të e në dhe për me një që nga është se ka më këtë do si janë nuk i kjo edhe u ne te per nje eshte qe",
  de: "der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden bei",
  fr: "le la les de des et en du une un est que pour dans qui par sur au pas plus ce il aux avec sont",
  es: "a de la que el en y los del se las por un con una su para es al lo como más fue han sus sobre",
  it: "di che il la e in un per del della non è con una sono da le dei nel alla si i gli ha al",
  pl: "w i na z do się że nie jest o to od za dla po przez oraz jak są ze ich był który tym",
  cs: "a v na je se že s z do o pro k které která jako za by ale podle jsou od však jeho byl",
  sr: "je u i da na se za od su sa kao koji koje što nije ali bi će iz ili biti kako nakon",
  hr: "je u i da na se za od su s kao koji koje što nije ali bi će iz ili biti kako nakon također tko tijekom",
  bs: "je u i da na se za od su sa kao koji koje što nije ali bi će iz ili biti kako nakon također ko",
  sk: "a v na je sa že s z do o pre ktoré ktorá ako za by aj podľa sú od však jeho bol pri alebo už",
  nl: "de het een van en in is dat op te zijn met voor niet aan er die om ook als door worden",
  sv: "och i att det som en på är av för med den till har de inte om ett från kan",
  pt: "que o do da em para com um uma os no não na por mais as dos se foi ao",
  ro: "și de în la a cu pe din nu este că pentru care o un mai să sunt fost lui",
  tr: "ve bir bu için ile da de olarak olan daha çok gibi en kadar sonra ancak ise",
  "sr-Cyrl": "је у и да на се за од су са као који које што није али би ће из или",
  mk: "на и во да се од за е со ќе не што кои како но се го ја оваа дека",
  ru: "и в не на что с по это как из к за от для но его о также был",
  bg: "на и за в да се от е с че по не са ще което като към при",
  uk: "і в на не що з до за та у як від є це для про його але",
};

export const languages = Object.keys(smallWords);
/** For each small word the languages that have it, and its weight: 1 divided by how many do. */
const votes = collectVotes();
const longestWord = Math.max(...[...votes.keys()].map(({ length }) => length));

interface Vote {
  word: string;
  hash: number;
  weight: number;
  /** Places in `languages`. */
  for: number[];
  /** Another with the same place in `hashed`. */
  next: Vote | undefined;
}

/** Votes by the hash of their word, which grows as the text is read: nearly all other words are told from them by it. */
const hashSlots = 4096;
const hashed = hashVotes();

function hashVotes(): (Vote | undefined)[] {
  const slots = new Array<Vote | undefined>(hashSlots).fill(undefined);
  for (const vote of votes.values()) {
    const place = vote.hash & (hashSlots - 1);
    vote.next = slots[place];
    slots[place] = vote;
  }
  return slots;
}

/** One bit for each hash: nearly all words that are no small ones are told by it, without a look at any vote. */
const hashBits = 1 << 14;
const mayVote = markHashes();

function markHashes(): Uint32Array {
  const bits = new Uint32Array(hashBits / 32);
  for (const { hash } of votes.values()) {
    const bit = hash & (hashBits - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return bits;
}

function addToHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

function collectVotes(): Map<string, Vote> {
  const owners = new Map<string, number[]>();
  for (const [number, language] of languages.entries()) {
    for (const word of smallWords[language]?.split(" ") ?? []) {
      const list = owners.get(word);
      if (list) list.push(number);
      else owners.set(word, [number]);
    }
  }
  return new Map(
    // Three standards of nearly one language: as three they would drown in their own likeness.
    [...owners].map(([word, list]) => {
      const families = new Set(list.map((number) => family(languages[number] ?? "")));
      let hash = 0;
      for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
      return [word, { word, hash, weight: 1 / families.size, for: list, next: undefined }];
    }),
  );
}

export function family(language: string): string {
  return language === "hr" || language === "bs" ? "sr" : language;
}

/** What a unit is for `weigh`: flags, of which `capital` (of ASCII) and `other` (than a small letter) say what a word holds. */
const trait = { known: 1, word: 2, capital: 4, other: 8, foreign: 16 } as const;
const traitsKnown = new Uint8Array(0x10000);

function traitsOf(unit: number): number {
  const known = traitsKnown[unit] as number;
  if (known !== 0) return known;
  const unitClass = classOfUnit(unit);
  let traits: number = trait.known;
  if (unitClass === charClass.word) {
    traits |= trait.word;
    if (unit >= 0x41 && unit <= 0x5a) traits |= trait.capital;
    else if (!isSmall(unit)) traits |= trait.other;
  }
  if (unitClass !== charClass.other && unit >= firstOtherScript && !isCyrillic(unit)) traits |= trait.foreign;
  traitsKnown[unit] = traits;
  return traits;
}

/** Below this all is Latin. */
export const firstOtherScript = 0x370;

/**
 * Adds the votes of all small words in the first `end` units of a text.
 * @returns whether there is a letter of another script, Cyrillic (which has words here) apart
 */
export function weigh(text: string, end: number, weights: Float64Array): boolean {
  let start = -1;
  let hash = 0;
  let traits = 0;
  let seen = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const own = traitsOf(unit);
    seen |= own;
    if (own & trait.word) {
      if (start < 0) {
        start = at;
        hash = 0;
        traits = 0;
      }
      hash = addToHash(hash, unit);
      traits |= own;
    } else if (start >= 0) {
      if (at - start <= longestWord) addVote(text, start, at, hash, traits, weights);
      start = -1;
    }
  }
  if (start >= 0 && end - start <= longestWord) addVote(text, start, end, hash, traits, weights);
  return (seen & trait.foreign) !== 0;
}

function addVote(
  text: string,
  start: number,
  end: number,
  hash: number,
  traits: number,
  weights: Float64Array,
): void {
  const vote = voteOf(text, start, end, hash, traits);
  if (!vote) return;
  const { weight, for: numbers } = vote;
  for (let one = 0; one < numbers.length; one++) {
    const number = numbers[one] as number;
    weights[number] = (weights[number] as number) + weight;
  }
}

/** The vote of a word as it stands, or in lower case, unless it begins with a small letter of ASCII. */
function voteOf(text: string, start: number, end: number, hash: number, traits: number): Vote | undefined {
  for (let vote = votesWith(hash); vote; vote = vote.next)
    if (vote.hash === hash && vote.word.length === end - start && text.startsWith(vote.word, start))
      return vote;
  const first = text.charCodeAt(start);
  if ((traits & (trait.capital | trait.other)) === 0 || (first >= 0x61 && first <= 0x7a)) return undefined;
  if (traits & trait.other) return votes.get(text.slice(start, end).toLowerCase());
  let lower = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    lower = addToHash(lower, unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit);
  }
  for (let vote = votesWith(lower); vote; vote = vote.next)
    if (vote.hash === lower && text.slice(start, end).toLowerCase() === vote.word) return vote;
  return undefined;
}

function votesWith(hash: number): Vote | undefined {
  const bit = hash & (hashBits - 1);
  return (mayVote[bit >>> 5] as number) & (1 << (bit & 31)) ? hashed[hash & (hashSlots - 1)] : undefined;
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x52f;
}
