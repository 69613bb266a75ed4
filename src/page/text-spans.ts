import type { FoundMention, PageMentions } from "../messaging/protocol.ts";

/** An article's blocks as one text, joined by line feeds, and the mentions with places that count in it. */
export function textSpans(
  blocks: readonly { text: string }[],
  mentions: readonly FoundMention[],
): Pick<PageMentions, "text" | "mentions"> {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    text: blocks.map(({ text }) => text).join("\n"),
    mentions: mentions.map(({ block, start, end, surface, kind, id, name, certainty }) => {
      const base = starts[block] ?? 0;
      return { start: base + start, end: base + end, surface, kind, id, name, certainty };
    }),
  };
}
