import { everydayLanguage } from "../everyday-words.ts";
import { readRecords } from "../read-records.ts";
import { type ReadSpelling, readSpellings } from "../read-spellings.ts";
import { createRecordSet } from "../record-set.ts";

interface Collision {
  spelling: string;
  /** Records that it may mean, each with how it is told apart. */
  entities: { id: string; file: string; rule: string }[];
  /** The language in which it is also an everyday word. */
  word?: string;
}

/**
 * `collisions`: spellings that may mean more than one thing, and what tells the meanings apart. `check` fails where
 * nothing does; this report is for judging whether what there is will do.
 */
export function collisions(dataFolder: string, options: { json?: boolean }): void {
  const { entities } = createRecordSet(dataFolder, readRecords(dataFolder).records);
  const byText = new Map<string, ReadSpelling[]>();
  for (const spelling of entities.flatMap(readSpellings)) {
    const key = spelling.text.toLowerCase();
    byText.set(key, [...(byText.get(key) ?? []), spelling]);
  }
  const found: Collision[] = [];
  for (const spellings of byText.values()) {
    const [first] = spellings;
    if (!first) continue;
    const ids = new Set(
      spellings
        .filter((one) => spellings.some((other) => one.record !== other.record && one.overlaps(other)))
        .map(({ record }) => record.id),
    );
    const word = spellings.map(everydayLanguage).find((lang) => lang !== undefined);
    if (ids.size === 0 && !word) continue;
    const meant = spellings.filter(({ record }) => ids.size === 0 || ids.has(record.id));
    found.push({
      spelling: first.text,
      entities: meant.map(({ record, when, conditional }) => ({
        id: record.id,
        file: record.file,
        rule:
          when !== undefined ? JSON.stringify(when) : conditional ? "uncertain" : "none: the usual meaning",
      })),
      ...(word && { word }),
    });
  }
  found.sort((a, b) => (a.spelling < b.spelling ? -1 : 1));
  if (options.json) {
    console.log(JSON.stringify(found, null, 2));
    return;
  }
  for (const { spelling, entities: meant, word } of found) {
    console.log(`${spelling}${word ? `  (an everyday word: ${word})` : ""}`);
    for (const { id, rule } of meant) console.log(`    ${id}  ${rule}`);
  }
  const shared = found.filter(({ entities: meant }) => new Set(meant.map(({ id }) => id)).size > 1).length;
  console.log(
    `${shared} spellings are shared, ${found.filter(({ word }) => word).length} are everyday words.`,
  );
}
