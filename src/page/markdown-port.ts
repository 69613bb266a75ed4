import type { ReadMarkdown } from "../core/notes/read-markdown.ts";

/**
 * How the card finds what reads Markdown. It is a file of its own, nearly as large as the card, that is loaded with the first
 * note whose text needs it; both run in the extension's isolated world, whose globals the page cannot see.
 */
const portKey = "telecomLensMarkdown";

const world = globalThis as typeof globalThis & { [portKey]?: ReadMarkdown };

export function offerMarkdown(read: ReadMarkdown | undefined): void {
  if (read) world[portKey] = read;
  else delete world[portKey];
}

export function offeredMarkdown(): ReadMarkdown | undefined {
  return world[portKey];
}
