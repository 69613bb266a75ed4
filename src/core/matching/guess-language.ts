import { charClass, classOfUnit } from "./char-class.ts";
import { isSmall } from "./letter-case.ts";
import { mainLanguage } from "./main-language.ts";
import type { TextBlock } from "./types.ts";

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

const languages = Object.keys(smallWords);
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

const sampleLength = 3_000;

/** The language of a text that does not tell it: by script, then by small words. English when nothing speaks up. */
export function guessLanguage(blocks: readonly TextBlock[]): string {
  const sample = sampleOf(blocks);
  return scriptLanguage(sample) ?? likeliest(sample).language;
}

/** Small words (weighted) that must speak against the declared language before it is taken for a mistake. */
const strongEvidence = 12;

/**
 * The language that a page declares, unless the text is clearly in another: templates often declare English
 * whatever the article is in.
 */
export function trustLanguage(declared: string, blocks: readonly TextBlock[]): string {
  const main = mainLanguage(declared);
  const own = languages.findIndex((language) => mainLanguage(language) === main);
  if (own >= 0 && !isDoubted(own, blocks)) return declared;
  const sample = sampleOf(blocks);
  const script = scriptLanguage(sample);
  if (script)
    return script === "zh" && main === "ja" ? declared : isOfScript(main, script) ? declared : script;
  if (own < 0) return declared;
  const guess = likeliest(sample);
  const guessed = mainLanguage(guess.language);
  if (guessed === main || (family(guessed) === family(main) && guess.language !== "sr-Cyrl")) return declared;
  // Serbian is declared as sr in either script.
  if (family(main) === "sr" && guess.language === "sr-Cyrl") return guess.language;
  return guess.weight >= strongEvidence && guess.weight > (guess.weights[own] ?? 0) * 3
    ? guess.language
    : declared;
}

function isOfScript(main: string, script: string): boolean {
  return main === script || (script === "ar" && main === "fa") || (script === "zh" && main === "yue");
}

function family(language: string): string {
  return language === "hr" || language === "bs" ? "sr" : language;
}

/** Units looked at in the beginning, the middle and the end. */
const stretch = 240;
/** Small words (weighted) of another language that raise a doubt where the declared one has fewer. */
const doubtful = 2;

/** Used again and again: an array of this kind costs as much to make as the stretch to read. */
const ofStretch = new Float64Array(languages.length);

/** Most pages declare their language rightly; a look at three short stretches shows it at a tenth of the cost. */
function isDoubted(own: number, blocks: readonly TextBlock[]): boolean {
  const last = blocks.length - 1;
  return [0, blocks.length >> 1, last].some((number) => {
    const weights = ofStretch.fill(0);
    // A headline is too short to tell: go on to the next paragraph, from the last one to those before it.
    const step = number === last && number > 0 ? -1 : 1;
    let left = stretch;
    for (let at = number; left > 0 && at >= 0 && at < blocks.length; at += step) {
      const text = blocks[at]?.text ?? "";
      const end = Math.min(text.length, left);
      if (weigh(text, end, weights) >= firstOtherScript) return true;
      left -= end + 20;
    }
    return isContradicted(weights, own);
  });
}

/** Languages of one family speak up for each other. */
const families = languages.map((language) => family(mainLanguage(language)));

function isContradicted(weights: Float64Array, own: number): boolean {
  let mine = 0;
  let other = 0;
  for (let number = 0; number < weights.length; number++) {
    const weight = weights[number] as number;
    if (families[number] === families[own]) mine = Math.max(mine, weight);
    else other = Math.max(other, weight);
  }
  return other >= doubtful && other > mine;
}

function sampleOf(blocks: readonly TextBlock[]): string {
  let sample = "";
  for (const { text } of blocks) {
    sample += `${text.slice(0, sampleLength)}\n`;
    if (sample.length > sampleLength) break;
  }
  // Soft hyphens would cut words into small ones.
  return sample.includes("\u00ad") ? sample.replaceAll("\u00ad", "") : sample;
}

/** Scripts that mostly belong to one of our languages; by the first and last unit of their blocks. */
const scripts: { language: string; ranges: [first: number, last: number][]; share: number }[] = [
  { language: "ja", ranges: [[0x3040, 0x30ff]], share: 0.1 },
  {
    language: "ko",
    ranges: [
      [0xac00, 0xd7af],
      [0x1100, 0x11ff],
    ],
    share: 0.3,
  },
  {
    language: "zh",
    ranges: [
      [0x3400, 0x9fff],
      [0xf900, 0xfaff],
    ],
    share: 0.3,
  },
  { language: "th", ranges: [[0x0e00, 0x0e7f]], share: 0.3 },
  { language: "ar", ranges: [[0x0600, 0x06ff]], share: 0.3 },
  { language: "he", ranges: [[0x0590, 0x05ff]], share: 0.3 },
  {
    language: "el",
    ranges: [
      [0x0370, 0x03ff],
      [0x1f00, 0x1fff],
    ],
    share: 0.3,
  },
];
const ranges = scripts.flatMap((script, place) =>
  script.ranges.map(([first, last]) => [first, last, place] as const),
);

/** Below this all is Latin. */
const firstOtherScript = 0x370;

/** Units that may be of one of them; punctuation between is not. */
const otherScript = /[\u0370-\u1fff\u2e80-\uffff]/;

function scriptLanguage(sample: string): string | null {
  if (!otherScript.test(sample)) return null;
  const counts = scripts.map(() => 0);
  let letters = 0;
  for (let at = 0; at < sample.length; at++) {
    const unit = sample.charCodeAt(at);
    if (classOfUnit(unit) === charClass.other) continue;
    letters++;
    if (unit < firstOtherScript) continue;
    const place = scriptOf(unit);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
  }
  const found = scripts.find(({ share }, place) => (counts[place] ?? 0) > share * letters);
  return found?.language ?? null;
}

/** Place of a unit's script in `scripts`, or -1. */
function scriptOf(unit: number): number {
  for (let place = 0; place < ranges.length; place++) {
    const [first, last, script] = ranges[place] as (typeof ranges)[number];
    if (first <= unit && unit <= last) return script;
  }
  return -1;
}

/** Short texts are mostly English, and one small word proves little. */
const englishAhead = 0.5;

/** Letters that tell a language; each is worth this much of a small word. */
const letterWeight = 0.6;
const tellingLetters: Record<string, string> = {
  sq: "ë",
  de: "ßäü",
  fr: "êèàùœ",
  es: "ñ¿¡",
  it: "òì",
  pl: "łąęśźżń",
  cs: "ěřů",
  sk: "ľĺŕô",
  sr: "đ",
  hr: "đ",
  bs: "đ",
  sv: "å",
  pt: "ãõ",
  ro: "ășțş",
  tr: "ığş",
  "sr-Cyrl": "ђћ",
  mk: "ѓќѕ",
  ru: "ыэё",
  bg: "ъщ",
  uk: "іїє",
};
const letterVotes = new Map<string, number[]>();
for (const [language, letters] of Object.entries(tellingLetters)) {
  for (const letter of letters) {
    letterVotes.set(letter, [...(letterVotes.get(letter) ?? []), languages.indexOf(language)]);
  }
}
/** Units of a sample that are looked at for such letters. */
const lettersLookedAt = 600;

function weighLetters(sample: string, weights: Float64Array): void {
  for (const letter of sample.slice(0, lettersLookedAt).toLowerCase()) {
    if (letter < "\u007f") continue;
    for (const number of letterVotes.get(letter) ?? [])
      weights[number] = (weights[number] as number) + letterWeight;
  }
}

function likeliest(sample: string): { language: string; weight: number; weights: Float64Array } {
  const weights = new Float64Array(languages.length);
  weigh(sample, sample.length, weights);
  weighLetters(sample, weights);
  weights[languages.indexOf("en")] = (weights[languages.indexOf("en")] ?? 0) + englishAhead;
  let best = 0;
  for (let number = 1; number < weights.length; number++) {
    if ((weights[number] ?? 0) > (weights[best] ?? 0)) best = number;
  }
  const weight = weights[best] ?? 0;
  // Cyrillic without a word that we know is likeliest Serbian among ours.
  const language =
    weight <= englishAhead && /\p{Script=Cyrillic}/u.test(sample) ? "sr-Cyrl" : (languages[best] ?? "en");
  return { language, weight, weights };
}

/**
 * Adds the votes of all small words in the first `end` units of a text.
 * @returns the highest unit of a letter, Cyrillic ones (which have words here) apart
 */
function weigh(text: string, end: number, weights: Float64Array): number {
  let highest = 0;
  let start = -1;
  let hash = 0;
  let shape: number = wordShape.small;
  for (let at = 0; at <= end; at++) {
    const unit = at < end ? text.charCodeAt(at) : 0;
    const unitClass = at < end ? classOfUnit(unit) : charClass.other;
    if (unitClass !== charClass.other && unit > highest && !isCyrillic(unit)) highest = unit;
    if (unitClass === charClass.word) {
      if (start < 0) {
        start = at;
        hash = 0;
        shape = wordShape.small;
      }
      hash = addToHash(hash, unit);
      if (!(unit >= 0x61 && unit <= 0x7a) && !isSmall(unit))
        shape |= unit >= 0x41 && unit <= 0x5a ? wordShape.capitals : wordShape.others;
      continue;
    }
    if (start >= 0 && at - start <= longestWord) {
      const vote = voteOf(text, start, at, hash, shape);
      if (vote) {
        const { weight, for: numbers } = vote;
        for (let one = 0; one < numbers.length; one++) {
          const number = numbers[one] as number;
          weights[number] = (weights[number] as number) + weight;
        }
      }
    }
    start = -1;
  }
  return highest;
}

/** What a word holds beside small letters: capitals of ASCII, or anything else. */
const wordShape = { small: 0, capitals: 1, others: 2 } as const;

/**
 * The vote of a word as it stands, or in lower case, unless it begins with a small letter of ASCII.
 */
function voteOf(text: string, start: number, end: number, hash: number, shape: number): Vote | undefined {
  for (let vote = votesWith(hash); vote; vote = vote.next)
    if (vote.hash === hash && vote.word.length === end - start && text.startsWith(vote.word, start))
      return vote;
  const first = text.charCodeAt(start);
  if (shape === wordShape.small || (first >= 0x61 && first <= 0x7a)) return undefined;
  if (shape & wordShape.others) return votes.get(text.slice(start, end).toLowerCase());
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
  return hashed[hash & (hashSlots - 1)];
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit <= 0x52f;
}
