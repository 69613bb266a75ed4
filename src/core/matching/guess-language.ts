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
  nl: "de het een van en in is dat op te zijn met voor niet aan er die om ook als door worden",
  sv: "och i att det som en på är av för med den till har de inte om ett från kan",
  pt: "que o do da em para com um uma os no não na por mais as dos se foi ao",
  ro: "și de în la a cu pe din nu este că pentru care o un mai să sunt fost lui",
  tr: "ve bir bu için ile da de olarak olan daha çok gibi en kadar sonra ancak ise",
};
const cyrillicWords: Record<string, string> = {
  "sr-Cyrl": "је у и да на се за од су са као који које што није али би ће из или",
  mk: "на и во да се од за е со ќе не што кои како но се го ја оваа дека",
  ru: "и в не на что с по это как из к за от для но его о также был",
  bg: "на и за в да се от е с че по не са ще което като към при",
  uk: "і в на не що з до за та у як від є це для про його але",
};

/** Other scripts mostly belong to one of our languages. */
const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Thai}/gu, "th"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
];

const sampleLength = 6_000;
const latin = weightsOf(smallWords);
const cyrillic = weightsOf(cyrillicWords);

/** For each language its words with their weight: 1 divided by how many languages have the word. */
function weightsOf(lists: Record<string, string>): [string, Map<string, number>][] {
  const owners = new Map<string, Set<string>>();
  for (const [language, words] of Object.entries(lists)) {
    // Three standards of nearly one language: as three they would drown in their own likeness.
    for (const word of words.split(" "))
      owners.set(word, (owners.get(word) ?? new Set()).add(family(language)));
  }
  return Object.entries(lists).map(([language, words]) => [
    language,
    new Map(words.split(" ").map((word) => [word, 1 / (owners.get(word)?.size ?? 1)])),
  ]);
}

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
  const main = declared.split(/[-_]/)[0]?.toLowerCase() ?? "";
  const list = latin.find(([language]) => language === main);
  if (!list) return declared;
  const sample = sampleOf(blocks);
  const script = scriptLanguage(sample);
  if (script) return script;
  const guess = likeliest(sample);
  const [guessed = ""] = guess.language.split("-");
  if (guessed === main || (family(guessed) === family(main) && guess.language !== "sr-Cyrl")) return declared;
  // Serbian is declared as sr in either script.
  if (family(main) === "sr" && guess.language === "sr-Cyrl") return guess.language;
  const own = weigh(wordsOf(sample), list[1]);
  return guess.weight >= strongEvidence && guess.weight > own * 3 ? guess.language : declared;
}

function family(language: string): string {
  return language === "hr" || language === "bs" ? "sr" : language;
}

function sampleOf(blocks: readonly TextBlock[]): string {
  let sample = "";
  for (const { text } of blocks) {
    sample += `${text.slice(0, sampleLength)}\n`;
    if (sample.length > sampleLength) break;
  }
  // Soft hyphens would cut words into small ones.
  return sample.replace(/\p{Cf}/gu, "");
}

function scriptLanguage(sample: string): string | null {
  const letters = lettersIn(sample);
  for (const [script, language] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(letters, 1);
    if (share > (language === "ja" ? 0.1 : 0.3)) return language;
  }
  return null;
}

/** Short texts are mostly English, and one small word proves little. */
const englishAhead = 0.5;

function likeliest(sample: string): { language: string; weight: number } {
  const isCyrillic = (sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > lettersIn(sample) / 2;
  const words = wordsOf(sample);
  let best = { language: isCyrillic ? "sr-Cyrl" : "en", weight: 0 };
  for (const [language, small] of isCyrillic ? cyrillic : latin) {
    const weight = weigh(words, small) + (language === "en" ? englishAhead : 0);
    if (weight > best.weight) best = { language, weight };
  }
  return best;
}

function lettersIn(sample: string): number {
  return sample.match(/\p{L}/gu)?.length ?? 0;
}

function wordsOf(sample: string): string[] {
  return sample.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function weigh(words: string[], small: Map<string, number>): number {
  return words.reduce((sum, word) => sum + (small.get(word) ?? 0), 0);
}
