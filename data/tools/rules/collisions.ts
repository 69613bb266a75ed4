import { type ReadSpelling, readSpellings } from "../read-spellings.ts";
import type { Rule } from "./rule.ts";

export const collisions: Rule = {
  name: "collisions",
  about: "Where two entities share a spelling, something tells them apart: 'when', or at least 'uncertain'.",
  check({ entities }, report) {
    const seen = new Map<string, ReadSpelling[]>();
    for (const spelling of entities.flatMap(readSpellings)) {
      const key = spelling.text.toLowerCase();
      const rivals = seen.get(key) ?? [];
      seen.set(key, [...rivals, spelling]);
      const rival = rivals.find((earlier) => collide(earlier, spelling));
      if (!rival) continue;
      report(
        spelling.record,
        [...spelling.path, "text"],
        `${spelling.text} is also a spelling of ${rival.record.id} (${rival.record.file})`,
        "say with 'when' what must stand near, or mark it 'uncertain: true'; or remove it from one of the two",
      );
    }
  },
};

/** One of the two may stand without a condition: it is what the spelling means by default. */
function collide(a: ReadSpelling, b: ReadSpelling): boolean {
  const sameText = a.text === b.text || a.anyCase || b.anyCase;
  return a.record !== b.record && sameText && !a.conditional && !b.conditional && a.overlaps(b);
}
