import { foldText } from "../matching/fold-text.ts";
import type { Choice } from "./choice.ts";

/** The choices that hold every word of the query in name, matched text, site, title or address; in their order. */
export function searchChoices(choices: readonly Choice[], query: string): Choice[] {
  const words = foldText(query).key.split(" ").filter(Boolean);
  return choices.filter((choice) => {
    const page = choice.scope === "here" ? [choice.page.title, choice.page.url] : [];
    const host = choice.scope === "everywhere" ? [] : [choice.host];
    const text = foldText([choice.entity.name, choice.surface, ...host, ...page].join("\n")).key;
    return words.every((word) => text.includes(word));
  });
}
