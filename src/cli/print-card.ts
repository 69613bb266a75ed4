import type { CardModel } from "../core/card/card-model.ts";
import { cardText } from "../core/card/card-text.ts";

/** A card as text for a terminal, at most `width` columns wide. */
export function printCard(model: CardModel, width = 100): string {
  return cardText(model)
    .split("\n")
    .flatMap((line) => wrap(line.trim(), width, line.length - line.trimStart().length))
    .join("\n");
}

/** Breaks at spaces; a longer word (an address) stays whole. */
function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width - indent) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines.map((part) => " ".repeat(indent) + part);
}
