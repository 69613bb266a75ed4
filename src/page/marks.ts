import type { EntityKind } from "../core/dataset/schema.ts";
import type { Settings } from "../core/settings.ts";
import type { Work } from "./in-slices.ts";
import { type Palette, paletteFor, palettes } from "./mark-palette.ts";
import { createMarkWindow } from "./mark-window.ts";
import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/**
 * Draws mentions with the CSS Custom Highlight API: the page's DOM is not touched. The look stands in
 * `entrypoints/marks.css`, one rule a name; each background has names of its own because a highlight
 * cannot ask what lies behind it. Registered are only the marks in and near the viewport: with every one
 * that is registered, the browser's repainting costs more.
 */
export interface Marks {
  /** Shows exactly these; what stays is not touched. */
  draw(mentions: readonly PlacedMention[]): void;
  /** Tints the mention whose card is open. */
  setCurrent(mention: PlacedMention | null): void;
  /** What is marked in a text node near the viewport, in order. */
  segmentsAt(node: Node): readonly MarkedSegment[];
  /** The page has written into a text node: marks that no longer cover their name go at once. */
  recheck(node: Node): void;
  /** Looks at the backgrounds anew. */
  repaint(): void;
  clear(): void;
}

export interface MarkedSegment {
  placed: PlacedMention;
  start: number;
  end: number;
}

/** The marks of one block. */
interface Group {
  wanted: readonly PlacedMention[];
  shown: Map<PlacedMention, { range: Range; highlight: Highlight }>;
  near: boolean;
}

const prefix = "telecom-lens-";

export function createMarks(work: Work): Marks {
  // Older Safari has no highlights: the popup's list still works, and the page stays as it is.
  const registry = globalThis.CSS?.highlights;
  const highlights = new Map<string, Highlight>();
  const groups = new Map<Element, Group>();
  const segments = new Map<Node, MarkedSegment[]>();
  const view = createMarkWindow((changes) =>
    work.count(() => {
      const known = new Map<Element, Palette>();
      for (const { element, near } of changes) {
        const group = groups.get(element);
        if (!group) continue;
        group.near = near;
        show(group, known);
      }
    }),
  );

  const add = (name: string, range: Range): Highlight => {
    const highlight = highlights.get(name) ?? new Highlight();
    highlights.set(name, highlight);
    highlight.add(range);
    // The page may have emptied the registry, which it shares with us.
    if (registry?.get(name) !== highlight) registry?.set(name, highlight);
    return highlight;
  };
  const removeEmpty = () => {
    for (const [name, highlight] of highlights) {
      if (highlight.size > 0) continue;
      highlights.delete(name);
      registry?.delete(name);
    }
  };
  const hide = (group: Group, placed: PlacedMention) => {
    const mark = group.shown.get(placed);
    mark?.highlight.delete(mark.range);
    group.shown.delete(placed);
    for (const { node } of placed.segments) {
      const list = segments.get(node);
      const at = list?.findIndex((segment) => segment.placed === placed) ?? -1;
      if (at >= 0) list?.splice(at, 1);
      if (list?.length === 0) segments.delete(node);
    }
  };
  /** Brings what is registered of a group to what is wanted of it. */
  const show = (group: Group, known: Map<Element, Palette>) => {
    const wanted = new Set(group.near ? group.wanted : []);
    for (const [placed, { range }] of group.shown) {
      if (!wanted.has(placed) || range.collapsed) hide(group, placed);
    }
    for (const placed of wanted) {
      const parent = placed.segments[0]?.node.parentElement;
      const range = group.shown.has(placed) || !parent ? null : rangeOf(placed);
      if (!range || !parent) continue;
      const { certainty, kind } = placed.mention;
      const name = `${certainty === "uncertain" ? "uncertain-" : ""}${kind}${paletteFor(parent, known)}`;
      group.shown.set(placed, { range, highlight: add(prefix + name, range) });
      for (const { node, start, end } of placed.segments) {
        const list = segments.get(node);
        if (list) insert(list, { placed, start, end });
        else segments.set(node, [{ placed, start, end }]);
      }
    }
    removeEmpty();
  };
  const setCurrent = (mention: PlacedMention | null) => {
    for (const palette of palettes) registry?.delete(`${prefix}current${palette}`);
    const range = mention && rangeOf(mention);
    const parent = range?.startContainer.parentElement;
    if (!range || !parent) return;
    registry?.set(`${prefix}current${paletteFor(parent, new Map())}`, new Highlight(range));
  };

  return {
    setCurrent,
    segmentsAt: (node) => segments.get(node) ?? [],
    draw(mentions) {
      if (!registry) return;
      const next = new Map<Element, PlacedMention[]>();
      for (const placed of mentions) {
        const list = next.get(placed.element);
        if (list) list.push(placed);
        else next.set(placed.element, [placed]);
      }
      for (const [element, group] of groups) {
        if (next.has(element)) continue;
        view.leave(element);
        for (const placed of group.shown.keys()) hide(group, placed);
        groups.delete(element);
      }
      const known = new Map<Element, Palette>();
      for (const [element, wanted] of next) {
        const group = groups.get(element);
        if (!group) {
          groups.set(element, { wanted, shown: new Map(), near: false });
          view.watch(element);
          continue;
        }
        group.wanted = wanted;
        if (group.near) show(group, known);
      }
      removeEmpty();
    },
    recheck(node) {
      const list = segments.get(node);
      const group = list?.[0] && groups.get(list[0].placed.element);
      if (!list || !group) return;
      for (const { placed } of [...list]) hide(group, placed);
      show(group, new Map());
    },
    repaint() {
      const known = new Map<Element, Palette>();
      for (const group of groups.values()) {
        for (const placed of group.shown.keys()) hide(group, placed);
        if (group.near) show(group, known);
      }
      removeEmpty();
    },
    clear() {
      setCurrent(null);
      view.close();
      for (const name of highlights.keys()) registry?.delete(name);
      highlights.clear();
      groups.clear();
      segments.clear();
    },
  };
}

function insert(list: MarkedSegment[], segment: MarkedSegment): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]?.start ?? 0) > segment.start) at--;
  list.splice(at, 0, segment);
}

/** Which mentions are drawn at a density (R21), kinds that are switched off left out. */
export function chooseMentions(
  mentions: PlacedMention[],
  { density, kinds }: Pick<Settings, "density" | "kinds">,
): PlacedMention[] {
  const wanted = new Set<EntityKind>(kinds);
  const seen = new Set<string>();
  return mentions.filter(({ mention }) => {
    if (!wanted.has(mention.kind)) return false;
    if (density === "every") return true;
    const key = density === "article" ? mention.id : `${mention.block}:${mention.id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
