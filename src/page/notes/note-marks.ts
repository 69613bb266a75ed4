import { type Grounds, highlightName, type Palette, palettes } from "../mark-palette.ts";
import type { Marker } from "../marker-port.ts";
import { caretAt, covers } from "../mention-at.ts";
import type { NoteMark } from "../notes-port.ts";

/**
 * Draws passages with notes by the CSS Custom Highlight API, as mentions are, in a look of their own
 * (`entrypoints/note-marks.css`) that shows through below a mention's line.
 */
export interface NoteMarks {
  draw(marks: readonly NoteMark[]): void;
  /** Looks at the backgrounds anew. */
  repaint(): void;
  /** The mark at a point of the window; of several, the shortest. */
  at(x: number, y: number, trees: readonly ShadowRoot[]): NoteMark | null;
  clear(): void;
}

/** @param paletteFor the marker's */
export function createNoteMarks(paletteFor: Marker["paletteFor"]): NoteMarks {
  const registry = globalThis.CSS?.highlights;
  let drawn: readonly NoteMark[] = [];
  const byNode = new Map<Node, NoteMark[]>();

  const clear = () => {
    for (const palette of palettes) registry?.delete(highlightName("note", false, palette));
    byNode.clear();
  };
  const paint = () => {
    clear();
    const known: Grounds = new Map();
    const ranges = new Map<Palette, Range[]>();
    for (const mark of drawn) {
      const parent = mark.segments[0]?.node.parentElement;
      if (!parent) continue;
      const palette = paletteFor(parent, known);
      for (const { node, start, end } of mark.segments) {
        // By its nodes, so that what a site puts between two paragraphs is not marked with them.
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        ranges.set(palette, [...(ranges.get(palette) ?? []), range]);
        byNode.set(node, [...(byNode.get(node) ?? []), mark]);
      }
    }
    for (const [palette, list] of ranges) {
      const highlight = new Highlight(...list);
      highlight.priority = -1;
      registry?.set(highlightName("note", false, palette), highlight);
    }
  };

  return {
    draw(marks) {
      drawn = marks;
      paint();
    },
    repaint: paint,
    at(x, y, trees) {
      if (byNode.size === 0) return null;
      const caret = caretAt(x, y, trees);
      const marks = (caret && byNode.get(caret.node)) ?? [];
      const under = marks.filter((mark) => covers(mark, x, y));
      return under.reduce<NoteMark | null>(
        (best, mark) => (best && best.letters.length <= mark.letters.length ? best : mark),
        null,
      );
    },
    clear() {
      drawn = [];
      clear();
    },
  };
}
