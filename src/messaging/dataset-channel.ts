import type { DatasetProgress } from "./protocol.ts";

/** On which the background tells the extension's pages of datasets. No page of the web hears it. */
const channelName = "telecom-lens-dataset";

/** `progress`: of what runs; null: nothing runs any more. `changed`: `ui.dataset` has another answer now. */
export type DatasetEvent = { progress: DatasetProgress | null } | { changed: true };

/** One end of the channel. What is told by it is heard at all other ends, and not at this one. */
export interface DatasetChannel {
  tell(event: DatasetEvent): void;
  /** Gives back how to stop. */
  listen(listener: (event: DatasetEvent) => void): () => void;
}

export function openDatasetChannel(): DatasetChannel {
  const channel = new BroadcastChannel(channelName);
  return {
    tell: (event) => channel.postMessage(event),
    listen: (listener) => {
      const heard = ({ data }: MessageEvent<DatasetEvent>) => listener(data);
      channel.addEventListener("message", heard);
      return () => channel.removeEventListener("message", heard);
    },
  };
}
