import { readMarkdown } from "../core/notes/read-markdown.ts";
import { offerMarkdown } from "./markdown-port.ts";

/** Offers what reads Markdown to the card, which runs in the same isolated world. */
export function registerMarkdown(): void {
  offerMarkdown(readMarkdown);
}
