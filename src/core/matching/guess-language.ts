import { charClass, classOfUnit } from "./char-class.ts";
import { mainLanguage } from "./main-language.ts";
import { family, firstOtherScript, languages, weigh } from "./small-words.ts";
import type { TextBlock } from "./types.ts";

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
      if (weigh(text, end, weights)) return true;
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
