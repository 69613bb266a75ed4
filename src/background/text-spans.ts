import type { PageMentions, PageState } from "../messaging/protocol.ts";

/** An article's blocks as one text, joined by line feeds, and the mentions with places that count in it; null without text. */
export function textSpans({ blocks, mentions, url, lang, articleDate }: PageState): PageMentions | null {
  if (!blocks) return null;
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.length + 1;
  }
  return {
    url,
    lang,
    published: articleDate,
    text: blocks.join("\n"),
    mentions: mentions.map(({ block, start, end, surface, kind, id, name, certainty }) => {
      const base = starts[block] ?? 0;
      return { start: base + start, end: base + end, surface, kind, id, name, certainty };
    }),
  };
}
