import type { DatasetProgress } from "./protocol.ts";

/** Name of the channel on which the background tells the extension's pages of datasets. */
export const datasetChannel = "telecom-lens-dataset";

/** `progress`: of what runs; null: nothing runs any more. `changed`: `ui.dataset` has another answer now. */
export type DatasetEvent = { progress: DatasetProgress | null } | { changed: true };
