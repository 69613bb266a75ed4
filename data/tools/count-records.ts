import { isConfirmed } from "../../src/core/dataset/evidence.ts";
import type { Dataset, Measure, Source } from "../../src/core/dataset/schema.ts";
import { entityKinds } from "../../src/core/dataset/schema.ts";
import { isByNameOnly } from "./library-countries.ts";

export interface Counts {
  version: string;
  /** Records by kind; countries without those that are known by name only. */
  records: Record<string, number>;
  /** Countries and territories known, recorded or by name only. */
  countriesKnown: number;
  /** Countries in which a measure about equipment or services of networks applies by their own act. */
  countriesWithMeasures: number;
  /** Countries for which a search without a result is on record, and no measure. */
  countriesSearched: number;
  newsSites: { domains: number; countries: number };
  measures: {
    /** Whose summary rests on a source that was read. */
    seen: number;
    unconfirmed: number;
    byForce: Record<string, number>;
    /** By the best kind of source that the summary rests on. */
    bySource: Record<string, number>;
  };
  sources: { addresses: number; byKind: Record<string, number>; seen: number };
}

/** Counts that `counts` prints and `README.md` shows. */
export function countDataset(dataset: Dataset): Counts {
  const { entities, measures } = dataset;
  const recorded = entities.filter((entity) => !isByNameOnly(entity));
  const countries = recorded.filter((entity) => entity.kind === "country");
  const acting = new Set(
    measures
      .filter((measure) => measure.targets.length > 0)
      .flatMap((measure) => [measure.issuer, ...measure.appliesIn]),
  );
  const sources = new Map<string, Source>();
  for (const record of [...recorded, ...measures]) {
    for (const source of Object.values(record.sources)) {
      const known = sources.get(source.url);
      if (!known || (source.seen && !known.seen)) sources.set(source.url, source);
    }
  }
  const seen = measures.filter(isConfirmed).length;
  return {
    version: dataset.info.version,
    records: Object.fromEntries([
      ...entityKinds.map((kind) => [kind, recorded.filter((entity) => entity.kind === kind).length]),
      ["measure", measures.length],
    ]),
    countriesKnown: entities.filter((entity) => entity.kind === "country").length,
    countriesWithMeasures: countries.filter(({ id }) => acting.has(id)).length,
    countriesSearched: countries.filter(({ id, searched }) => !acting.has(id) && searched.length > 0).length,
    newsSites: {
      domains: dataset.newsSites.length,
      countries: new Set(dataset.newsSites.map(({ country }) => country)).size,
    },
    measures: {
      seen,
      unconfirmed: measures.length - seen,
      byForce: tally(measures.map(({ force }) => force)),
      bySource: tally(measures.map(bestSource)),
    },
    sources: {
      addresses: sources.size,
      byKind: tally([...sources.values()].map(({ kind }) => kind)),
      seen: [...sources.values()].filter((source) => source.seen).length,
    },
  };
}

function bestSource(measure: Measure): string {
  const kinds = measure.cites.flatMap((key) => measure.sources[key]?.kind ?? []);
  return (["primary", "press", "research"] as const).find((kind) => kinds.includes(kind)) ?? "none";
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
