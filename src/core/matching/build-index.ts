import { daysOf } from "../dataset/dates.ts";
import type { Dataset, Entity, Official, Spelling } from "../dataset/schema.ts";
import { foldText } from "./fold-text.ts";
import {
  caseRules,
  type IndexedEntity,
  indexFormat,
  type SpellingIndex,
  type SpellingRow,
  type SurnameRule,
  spellingForms,
} from "./spelling-index.ts";

/** The index of all spellings of a dataset: plain JSON, in the order of the dataset, equal for equal data. */
export function buildIndex(dataset: Dataset): SpellingIndex {
  return {
    format: indexFormat,
    dataset: dataset.info.version,
    entities: dataset.entities.map(indexEntity),
    containers: dataset.containers.map(({ text }) => text),
    titles: Object.fromEntries(dataset.titles.map(({ lang, titles }) => [lang, titles])),
  };
}

function indexEntity(entity: Entity): IndexedEntity {
  const indexed: IndexedEntity = {
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    spellings: withoutHyphenTails(entity.spellings).flatMap((spelling) =>
      [spelling.text, ...variantsOf(spelling.text)].map((text) => indexSpelling(spelling, text)),
    ),
  };
  if ("country" in entity && entity.country) indexed.country = entity.country;
  if (entity.kind === "official") indexed.surname = indexSurname(entity.surname);
  return indexed;
}

function indexSpelling(spelling: Spelling, text: string): SpellingRow {
  const { cased } = foldText(text.trim());
  const row: SpellingRow = [
    text,
    cased === text ? 0 : cased,
    spellingForms.indexOf(spelling.form),
    caseRules.indexOf(spelling.case),
    spelling.lang ?? 0,
    spelling.from ? daysOf(spelling.from).first : 0,
    spelling.until ? daysOf(spelling.until).last : 0,
    spelling.when ?? 0,
    spelling.uncertain ? 1 : 0,
  ];
  while (row.length > 1 && row.at(-1) === 0) row.pop();
  return row;
}

function indexSurname({ text, alone, titles, from, until, when }: Official["surname"]): SurnameRule {
  return {
    text,
    alone,
    titles,
    ...(from && { from: daysOf(from).first }),
    ...(until && { until: daysOf(until).last }),
    ...(when && { when }),
  };
}

/** "SHBA-ja" beside "SHBA": a tail joined by a hyphen stays outside the mention, so the stem is enough. */
function withoutHyphenTails(spellings: Spelling[]): Spelling[] {
  const texts = new Set(spellings.map(({ text }) => text));
  return spellings.filter(({ text }) => {
    const stem = /^(.+)[-'’]\p{Ll}{1,4}$/u.exec(text)?.[1];
    return stem === undefined || !texts.has(stem);
  });
}

/** How letters are written where a keyboard lacks them. Folding alone gives the other custom (Dukanovic). */
const spelledOut: Record<string, string> = {
  đ: "dj",
  Đ: "Dj",
  ä: "ae",
  Ä: "Ae",
  ö: "oe",
  Ö: "Oe",
  ü: "ue",
  Ü: "Ue",
  ø: "oe",
  Ø: "Oe",
  å: "aa",
  Å: "Aa",
};

/** Further ways to write a spelling that follow from rules and need no entry in the data. */
function variantsOf(text: string): string[] {
  const variants = new Set<string>();
  const plain = text.normalize("NFC");
  const letters = plain.replace(/[đĐäÄöÖüÜøØåÅ]/g, (letter) => spelledOut[letter] ?? letter);
  if (letters !== plain) variants.add(letters);
  // U.S. without its last point (the longer form wins where the point is there), and set with spaces.
  if (/^(\p{Lu}\.){2,}$/u.test(plain)) variants.add(plain.slice(0, -1)).add(plain.replace(/\.(?=.)/g, ". "));
  return [...variants];
}
