import { hostTag } from "./card-port.ts";
import { highlightName, palettes } from "./mark-palette.ts";

/** What is highlighted: entities of all kinds, whose own list would bring the dataset's schema into every page (a test compares). */
export const highlighted = "current note vendor operator company country official organisation policy".split(
  " ",
);

/** Removes what a copy of this script from before an update has left in the page and can no longer remove itself. */
export function removeLeftovers(): void {
  const registry = globalThis.CSS?.highlights;
  // By their names: Firefox does not let extensions walk through the page's registry. Most often it is empty.
  for (const palette of registry?.size === 0 ? [] : palettes) {
    for (const kind of highlighted) {
      for (const isUncertain of [false, true]) {
        registry?.delete(highlightName(kind, isUncertain, palette));
      }
    }
  }
  document.querySelector(`:root > ${hostTag}`)?.remove();
}
