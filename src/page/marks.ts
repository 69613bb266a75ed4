import type { EntityKind } from "../core/dataset/schema.ts";
import type { Settings } from "../core/settings.ts";
import { stepSize } from "./block-store.ts";
import type { Work } from "./in-slices.ts";
import { type Grounds, highlightName, paletteFor } from "./mark-palette.ts";
import { createMarkWindow } from "./mark-window.ts";
import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/**
 * Draws mentions with the CSS Custom Highlight API: the page's DOM is not touched. The look stands in
 * `entrypoints/marks.css`, one rule a name; each background has names of its own because a highlight
 * cannot ask what lies behind it. Registered are only the marks in and near the viewport: with every one
 * that is registered, the browser's repainting costs more.
 */
export interface Marks {
  /** Shows exactly these, in steps; what stays is not touched. */
  draw(mentions: readonly PlacedMention[]): Generator<void, void>;
  /** What is marked in a text node near the viewport, in order. */
  segmentsAt(node: Node): readonly MarkedSegment[];
  /** The page has written into a text node: marks that no longer cover their name go at once. */
  recheck(node: Node): void;
  /** Looks at the backgrounds anew. */
  repaint(): void;
  /**
   * While the page changes all the time, hardly more than can be seen is registered: Chromium lays every registered mark
   * anew in each frame in which the page has changed.
   */
  narrow(isNarrow: boolean): void;
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
  shown: Map<PlacedMention, { name: string; range: Range; highlight: Highlight }>;
  near: boolean;
}

export function createMarks(work: Work): Marks {
  // Older Safari has no highlights: the popup's list still works, and the page stays as it is.
  const registry = globalThis.CSS?.highlights;
  const highlights = new Map<string, Highlight>();
  const groups = new Map<Element, Group>();
  const segments = new Map<Node, MarkedSegment[]>();
  const moved = (changes: { element: Element; near: boolean }[]) =>
    work.count(() => {
      const changed = changes.flatMap(({ element, near }) => {
        const group = groups.get(element);
        if (!group || group.near === near) return [];
        group.near = near;
        return group;
      });
      showAll(changed);
    });
  let isNarrow = false;
  let view = createMarkWindow(moved, isNarrow);

  const add = (name: string, range: Range): Highlight => {
    const highlight = highlights.get(name) ?? new Highlight();
    highlights.set(name, highlight);
    highlight.add(range);
    return highlight;
  };
  /** Registers what has marks, once for all of them. */
  const register = () => {
    for (const [name, highlight] of highlights) {
      if (highlight.size === 0) {
        highlights.delete(name);
        registry?.delete(name);
      } else if (registry?.get(name) !== highlight) {
        // It is new, or the page has emptied the registry, which it shares with us.
        registry?.set(name, highlight);
      }
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
  /**
   * Brings what is registered of groups to what is wanted of them. All backgrounds are looked at before anything is
   * changed: the browser would compute its styles anew for each.
   */
  const showAll = (changed: Iterable<Group>) => {
    const known: Grounds = new Map();
    const names = new Map<Group, Map<PlacedMention, string>>();
    for (const group of changed) names.set(group, namesIn(group, known));
    for (const [group, wanted] of names) show(group, wanted);
    register();
  };
  const namesIn = (group: Group, known: Grounds): Map<PlacedMention, string> => {
    const names = new Map<PlacedMention, string>();
    for (const placed of group.near ? group.wanted : []) {
      const parent = placed.segments[0]?.node.parentElement;
      if (!parent) continue;
      const { certainty, kind } = placed.mention;
      names.set(placed, highlightName(kind, certainty === "uncertain", paletteFor(parent, known)));
    }
    return names;
  };
  const show = (group: Group, wanted: Map<PlacedMention, string>) => {
    for (const [placed, { name, range }] of group.shown) {
      if (wanted.get(placed) !== name || range.collapsed) hide(group, placed);
    }
    for (const [placed, name] of wanted) {
      const range = group.shown.has(placed) ? null : rangeOf(placed);
      if (!range) continue;
      group.shown.set(placed, { name, range, highlight: add(name, range) });
      for (const { node, start, end } of placed.segments) {
        const list = segments.get(node);
        if (list) insert(list, { placed, start, end });
        else segments.set(node, [{ placed, start, end }]);
      }
    }
  };

  return {
    segmentsAt: (node) => segments.get(node) ?? [],
    *draw(mentions) {
      if (!registry) return;
      const next = Map.groupBy(mentions, ({ element }) => element);
      for (const [element, group] of groups) {
        if (next.has(element)) continue;
        view.leave(element);
        for (const placed of group.shown.keys()) hide(group, placed);
        groups.delete(element);
      }
      const changed: Group[] = [];
      let looked = 0;
      for (const [element, wanted] of next) {
        if (++looked % stepSize === 0) yield;
        const group = groups.get(element);
        if (group) {
          group.wanted = wanted;
          if (group.near) changed.push(group);
        } else {
          // Nothing is drawn before the browser has told what is near, and so has laid out the page: a mark that came sooner
          // made Firefox lay out some pages by a pixel otherwise.
          groups.set(element, { wanted, shown: new Map(), near: false });
          view.watch(element);
        }
      }
      showAll(changed);
    },
    recheck(node) {
      const list = segments.get(node);
      const group = list?.[0] && groups.get(list[0].placed.element);
      if (!list || !group) return;
      for (const { placed } of [...list]) hide(group, placed);
      showAll([group]);
    },
    repaint: () => work.count(() => showAll([...groups.values()].filter(({ near }) => near))),
    narrow(wanted) {
      if (wanted === isNarrow) return;
      isNarrow = wanted;
      view.close();
      view = createMarkWindow(moved, isNarrow);
      for (const element of groups.keys()) view.watch(element);
    },
    clear() {
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
