import type { EntityKind } from "../core/dataset/schema.ts";
import type { Settings } from "../core/settings.ts";
import { type PlacedMention, rangeOf } from "./placed-mention.ts";

/**
 * Draws mentions with the CSS Custom Highlight API: the page's DOM is not touched. The look stands in
 * `entrypoints/marks.css`, one rule a name; dark pages have names of their own because a highlight
 * cannot ask what lies behind it.
 */
export interface Marks {
  /** Draws exactly these, in the order given. Returns those that are drawn. */
  draw(
    mentions: PlacedMention[],
    options: Pick<Settings, "density" | "kinds"> & { dark: boolean },
  ): PlacedMention[];
  /** Tints the mention whose card is open. */
  setCurrent(mention: PlacedMention | null): void;
  clear(): void;
}

const prefix = "telecom-lens-";

export function createMarks(): Marks {
  const registry = globalThis.CSS?.highlights;
  let names: string[] = [];
  let dark = false;
  const clear = () => {
    for (const name of names) registry?.delete(name);
    registry?.delete(`${prefix}current`);
    registry?.delete(`${prefix}current-dark`);
    names = [];
  };
  return {
    clear,
    draw(mentions, options) {
      clear();
      dark = options.dark;
      // Older Safari: no highlights; the popup's list still works and the page stays as it is.
      if (!registry) return [];
      const drawn = chooseMentions(mentions, options);
      const groups = new Map<string, Range[]>();
      for (const placed of drawn) {
        const range = rangeOf(placed);
        if (!range) continue;
        const name = placed.mention.certainty === "uncertain" ? "uncertain" : placed.mention.kind;
        const group = groups.get(name);
        if (group) group.push(range);
        else groups.set(name, [range]);
      }
      for (const [name, ranges] of groups) {
        const full = `${prefix}${name}${dark ? "-dark" : ""}`;
        registry.set(full, new Highlight(...ranges));
        names.push(full);
      }
      return drawn;
    },
    setCurrent(mention) {
      const name = `${prefix}current${dark ? "-dark" : ""}`;
      const range = mention && rangeOf(mention);
      if (range) registry?.set(name, new Highlight(range));
      else registry?.delete(name);
    },
  };
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
