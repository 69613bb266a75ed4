import { isConfirmed } from "../../src/core/dataset/evidence.ts";
import { entityKinds } from "../../src/core/dataset/schema.ts";
import type { DataRecord } from "./read-records.ts";
import type { RecordSet } from "./record-set.ts";
import { selectTexts, selectValues, textAt } from "./select-values.ts";

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

/** Counts that `counts` prints and `README.md` shows; of records as they are written, so that a check can afford them. */
export function countRecords(records: RecordSet): Counts {
  const recorded = records.named.filter(({ generated }) => !generated);
  const measures = records.ofKind("measure");
  const countries = recorded.filter(({ kind }) => kind === "country");
  const acting = new Set(
    measures
      .filter(({ value }) => selectValues(value, "targets.*").length > 0)
      .flatMap(({ value }) => [...selectTexts(value, "issuer"), ...selectTexts(value, "appliesIn.*")])
      .flatMap(({ text }) => records.follow(text)),
  );
  const sources = new Map<string, WrittenSource>();
  for (const source of recorded.flatMap((record) => Object.values(sourcesOf(record)))) {
    const known = sources.get(source.url);
    if (!known || (source.seen && !known.seen)) sources.set(source.url, source);
  }
  const seen = measures.filter((measure) =>
    isConfirmed({ cites: citesOf(measure), sources: sourcesOf(measure) }),
  ).length;
  const sites = records.ofKind("news-sites").flatMap(({ value }) => selectValues(value, "*"));
  return {
    version: records.ofKind("dataset-info").map(({ value }) => textAt(value, "version"))[0] ?? "",
    records: Object.fromEntries(
      [...entityKinds, "measure"].map((kind) => [
        kind,
        recorded.filter((record) => record.kind === kind).length,
      ]),
    ),
    countriesKnown: records.ofKind("country").length,
    countriesWithMeasures: countries.filter(({ id }) => acting.has(id)).length,
    countriesSearched: countries.filter(
      ({ id, value }) => !acting.has(id) && selectValues(value, "searched.*").length > 0,
    ).length,
    newsSites: {
      domains: sites.length,
      countries: new Set(sites.map(({ value }) => textAt(value, "country"))).size,
    },
    measures: {
      seen,
      unconfirmed: measures.length - seen,
      byForce: tally(measures.map(({ value }) => textAt(value, "force") ?? "none")),
      bySource: tally(measures.map(bestSource)),
    },
    sources: {
      addresses: sources.size,
      byKind: tally([...sources.values()].map(({ kind }) => kind)),
      seen: [...sources.values()].filter((source) => source.seen).length,
    },
  };
}

interface WrittenSource {
  url: string;
  kind: string;
  seen: boolean;
}

function sourcesOf({ value }: DataRecord): Record<string, WrittenSource> {
  return Object.fromEntries(
    selectValues(value, "sources.*").map(({ path, value: source }) => [
      path[1],
      {
        url: textAt(source, "url") ?? "",
        kind: textAt(source, "kind") ?? "none",
        seen: selectValues(source, "seen")[0]?.value === true,
      },
    ]),
  );
}

function citesOf({ value }: DataRecord): string[] {
  return selectTexts(value, "cites.*").map(({ text }) => text);
}

function bestSource(measure: DataRecord): string {
  const sources = sourcesOf(measure);
  const kinds = citesOf(measure).map((key) => sources[key]?.kind);
  return ["primary", "press", "research"].find((kind) => kinds.includes(kind)) ?? "none";
}

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
