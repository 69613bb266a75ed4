import { highlightName, paletteFor, palettes } from "../mark-palette.ts";

/** Tints the text whose card is open, in the colours of its background; null: none is. */
export function tintCurrent(range: Range | null): void {
  const registry = globalThis.CSS?.highlights;
  for (const palette of palettes) registry?.delete(highlightName("current", false, palette));
  const parent = range?.startContainer.parentElement;
  if (!range || !parent) return;
  registry?.set(highlightName("current", false, paletteFor(parent, new Map())), new Highlight(range));
}
