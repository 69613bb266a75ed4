import { useMemo } from "preact/hooks";
import { hasMarkdownSigns } from "../../core/notes/markdown-signs.ts";
import { NoteText } from "../../ui/components/note-text.tsx";
import type { Ask } from "../ask-background.ts";
import { offeredMarkdown } from "../markdown-port.ts";

/** A note's text, as the library shows it. */
export function NoteBody({ text }: { text: string }) {
  const tree = useMemo(() => (hasMarkdownSigns(text) ? (offeredMarkdown()?.(text) ?? null) : null), [text]);
  return <NoteText text={text} tree={tree} />;
}

/**
 * Waits until texts of notes can be shown: what reads Markdown is loaded with the first that needs it. Where it cannot be,
 * they are shown as they were typed.
 */
export async function readyFor(texts: readonly string[], ask: Ask): Promise<void> {
  if (offeredMarkdown() || !texts.some(hasMarkdownSigns)) return;
  await ask("page.loadMarkdown", {}).catch(() => false);
}
