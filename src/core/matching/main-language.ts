/** Tags are few, but a page may declare what it likes. */
const tagsKept = 500;

/** What is asked of a language tag for every name, answered once for each tag. */
export function onceByTag<Answer>(ask: (lang: string) => Answer): (lang: string) => Answer {
  const answers = new Map<string, Answer>();
  // One article is asked about many times in a row.
  let lastLang: string | undefined;
  let lastAnswer: Answer;
  return (lang) => {
    if (lang === lastLang) return lastAnswer;
    let answer = answers.get(lang);
    if (answer === undefined) {
      answer = ask(lang);
      if (answers.size >= tagsKept) answers.clear();
      answers.set(lang, answer);
    }
    lastLang = lang;
    lastAnswer = answer;
    return answer;
  };
}

/** The main part of a language tag, lower case: "sr" of "sr-Latn-RS". */
export const mainLanguage = onceByTag((lang): string => {
  const end = lang.search(/[-_]/);
  return (end < 0 ? lang : lang.slice(0, end)).toLowerCase();
});

/** Serbian, Croatian, Bosnian and Montenegrin, by whatever tag. */
export const isSouthSlavic = onceByTag((lang) => /^(sr|hr|bs|sh|me|cnr)/i.test(lang));

/** The Slavic languages that our spellings are in, and their nearest relatives. */
export const isSlavic = onceByTag((lang) => /^(pl|cs|sk|sr|hr|bs|sh|me|cnr|mk)/i.test(lang));

/** Whose rules serve a language that has none of its own. */
const relatives: Record<string, string> = {
  bs: "sr",
  hr: "sr",
  sh: "sr",
  me: "sr",
  cnr: "sr",
  sl: "sr",
  sk: "cs",
  nb: "no",
  nn: "no",
};

/**
 * What a table of rules by language says for one, or for its nearest relative.
 * @param language main part of a tag, lower case
 */
export function rulesFor<Rules>(rules: Readonly<Record<string, Rules>>, language: string): Rules | undefined {
  return rules[language] ?? rules[relatives[language] ?? ""];
}

/** Make what was not asked for yet. */
const makers: (() => void)[] = [];

/** For tests: the rules of all languages. */
export function makeAllRules(): void {
  for (const make of makers) make();
}

/**
 * What is made of the words of each language, to be asked for by a tag: that of its language, or of the nearest relative. It is
 * made when a text in the language is first met: the rules of all would take Firefox 90 ms, at each start.
 * @param words by main part of a tag, lower case
 */
export function rulesByLanguage<Words, Rules>(
  words: Readonly<Record<string, Words>>,
  make: (words: Words) => Rules,
): (lang: string) => Rules | undefined {
  const made = new Map<Words, Rules>();
  const rulesOf = (own: Words): Rules => {
    let rules = made.get(own);
    if (rules === undefined) {
      rules = make(own);
      made.set(own, rules);
    }
    return rules;
  };
  makers.push(() => Object.values(words).forEach(rulesOf));
  return onceByTag((lang) => {
    const own = rulesFor(words, mainLanguage(lang));
    return own === undefined ? undefined : rulesOf(own);
  });
}

const patterns = new Map<string, RegExp>();

/** The expression of a source, with the flag u; made when it is first asked for, and kept. For those that few texts need. */
export function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, "u");
    patterns.set(source, pattern);
  }
  return pattern;
}
