import { datasetFiles } from "../../src/background/dataset-source.ts";
import { createDatasets, type Datasets, type DatasetsTools } from "../../src/background/datasets.ts";
import type { Dataset } from "../../src/core/dataset/schema.ts";
import { spellingsOf, withoutSpellings } from "../../src/core/dataset/split-spellings.ts";
import { buildIndex } from "../../src/core/matching/build-index.ts";
import { defaultSettings, type Settings } from "../../src/core/settings.ts";
import type { DatasetEvent } from "../../src/messaging/dataset-channel.ts";
import { type MemoryDatasets, memoryDatasets } from "./memory-datasets.ts";
import { sampleDataset } from "./sample-dataset.ts";
import { sampleKey } from "./sample-package.ts";

export interface DeskOptions {
  /** What came with the extension. */
  bundled?: Dataset;
  store?: MemoryDatasets;
  settings?: Partial<Settings>;
  extension?: string;
  mayAsk?: boolean;
  alarms?: ReturnType<DatasetsTools["alarms"]>;
}

/** A start of the background's datasets, over a store that outlives it. */
export function openDesk(options: DeskOptions = {}): {
  desk: Datasets;
  store: MemoryDatasets;
  events: DatasetEvent[];
  /** Paths that were read from the extension's own files. */
  read: string[];
  /** How often another dataset was put in use. */
  switches: () => number;
  /** The clock, ISO. */
  clock: { now: string };
  hand(bytes: Uint8Array<ArrayBuffer>): string;
} {
  const { bundled = sampleDataset(), store = memoryDatasets(), extension = "0.7.0" } = options;
  const files: Record<string, () => Uint8Array<ArrayBuffer>> = {
    [datasetFiles.info]: () => utf8(JSON.stringify(bundled.info)),
    [datasetFiles.facts]: () => utf8(JSON.stringify(withoutSpellings(bundled))),
    [datasetFiles.index]: () => buildIndex(bundled),
    [datasetFiles.spellings]: () => utf8(JSON.stringify(spellingsOf(bundled))),
    [datasetFiles.keys]: () => utf8(JSON.stringify([sampleKey.key])),
  };
  const events: DatasetEvent[] = [];
  const read: string[] = [];
  const clock = { now: "2026-12-01T10:00:00.000Z" };
  const handed = new Map<string, Uint8Array<ArrayBuffer>>();
  let switches = 0;
  const desk = createDatasets({
    read: async (path) => {
      read.push(path);
      return (files[path]?.() ?? utf8("")).buffer;
    },
    store,
    handed: {
      handOver: async () => "",
      take: async (id) => {
        const bytes = handed.get(id);
        handed.delete(id);
        return bytes;
      },
    },
    settings: { load: async () => ({ ...defaultSettings, ...options.settings }) },
    mayAsk: async () => options.mayAsk ?? true,
    alarms: () => options.alarms,
    extension,
    stayAwake: () => () => {},
    tell: (event) => events.push(event),
    switched: async () => {
      switches += 1;
    },
    now: () => clock.now,
  });
  return {
    desk,
    store,
    events,
    read,
    switches: () => switches,
    clock,
    hand: (bytes) => {
      const id = crypto.randomUUID();
      handed.set(id, bytes);
      return id;
    },
  };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
