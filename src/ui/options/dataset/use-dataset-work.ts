import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { problemWords } from "../../../core/problem-words.ts";
import { type DatasetEvent, datasetChannel } from "../../../messaging/dataset-channel.ts";
import type { DatasetProgress } from "../../../messaging/protocol.ts";
import { type Channel, openChannel } from "../../../platform/channel.ts";
import { useApi } from "../../api.ts";

/** Which part of the section something was asked in, and is answered in. */
export type WorkPlace = "version" | "updates" | "pack";

/** What changes the dataset. One thing runs at a time; it may have been begun by the background or another page. */
export interface DatasetWork {
  /** What runs; null: nothing. */
  progress: DatasetProgress | null;
  /** Where what runs, or what ran last, belongs. */
  place: WorkPlace;
  /** What came of it, for people; empty where nothing is to be said. */
  said: string;
  problem: { title: string; text: string } | null;
  /**
   * @param title what stands over the problem when it fails.
   * @param work gives what to say when it is done.
   */
  run(place: WorkPlace, title: string, work: () => Promise<string>): Promise<void>;
  /** For what did not even begin. */
  refuse(place: WorkPlace, title: string, text: string): void;
  cancel(): Promise<void>;
}

let channel: Channel<DatasetEvent> | undefined;

/**
 * @param running what the background said to run when it was asked last.
 * @param reload asks again; called whenever its answer may be another.
 */
export function useDatasetWork(running: DatasetProgress | null, reload: () => Promise<void>): DatasetWork {
  const api = useApi();
  const [heard, setHeard] = useState<DatasetProgress | null | undefined>(undefined);
  const [ours, setOurs] = useState(false);
  const [place, setPlace] = useState<WorkPlace>("updates");
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<DatasetWork["problem"]>(null);
  const cancelled = useRef(false);

  useEffect(() => {
    channel ??= openChannel<DatasetEvent>(datasetChannel);
    return channel.listen((event) => {
      if ("progress" in event) setHeard(event.progress);
      if ("changed" in event || event.progress === null) void reload();
    });
  }, [reload]);

  const begin = (where: WorkPlace) => {
    setPlace(where);
    setSaid("");
    setProblem(null);
  };
  const told = heard === undefined ? running : heard;
  return {
    progress: told ?? (ours ? { phase: "asking", received: 0, total: null } : null),
    place,
    said,
    problem,
    async run(where, title, work) {
      begin(where);
      cancelled.current = false;
      setOurs(true);
      try {
        setSaid(await work());
      } catch (cause) {
        if (cancelled.current) setSaid(i18n.t("dataset.cancelled"));
        else setProblem({ title, text: problemWords(cause) });
      }
      setOurs(false);
      setHeard(null);
      await reload();
    },
    refuse(where, title, text) {
      begin(where);
      setProblem({ title, text });
    },
    async cancel() {
      cancelled.current = true;
      try {
        await api.call("ui.cancelUpdate", {});
      } catch (cause) {
        setProblem({ title: i18n.t("options.notChanged"), text: problemWords(cause) });
      }
    },
  };
}
