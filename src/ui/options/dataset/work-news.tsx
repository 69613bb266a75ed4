import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import type { DatasetProgress } from "../../../messaging/protocol.ts";
import { ProblemState } from "../../components/problem-state.tsx";
import { sizeWords } from "../../components/size-words.ts";
import { ProgressLine } from "../library/progress-line.tsx";
import type { DatasetWork, WorkPlace } from "./use-dataset-work.ts";

interface WorkNewsProps {
  work: DatasetWork;
  place: WorkPlace;
  /** What is said while nothing else is. */
  otherwise?: string;
}

/** How far something is, what came of it, or why it failed: in the part of the section where it was asked for. */
export function WorkNews({ work, place, otherwise = "" }: WorkNewsProps) {
  const isHere = work.place === place;
  const progress = isHere ? work.progress : null;
  const news = useRef<HTMLDivElement>(null);
  const runs = progress !== null;
  const ran = useRef(runs);
  useEffect(() => {
    // A button that was pressed is disabled or gone while it runs, and what stopped it when it has run.
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (runs && !ran.current && isLost) news.current?.querySelector("button")?.focus();
    if (!runs && ran.current && isLost) news.current?.focus();
    ran.current = runs;
  }, [runs]);
  return (
    <div class="dataset-news" tabIndex={-1} ref={news}>
      {/* In the tree from the start, so that it is read out when it fills. Phases only: bytes would never end. */}
      <p role="status">{progress ? phaseWords(progress) : isHere && work.said ? work.said : otherwise}</p>
      {progress ? (
        <ProgressLine
          label={bytesWords(progress)}
          done={progress.received}
          of={progress.phase === "receiving" ? progress.total : null}
          onCancel={() => void work.cancel()}
        />
      ) : null}
      {isHere && work.problem ? <ProblemState {...work.problem} /> : null}
    </div>
  );
}

function phaseWords({ phase }: DatasetProgress): string {
  return i18n.t(`dataset.phase.${phase}`);
}

function bytesWords({ received, total }: DatasetProgress): string {
  if (received === 0) return i18n.t("dataset.progress");
  return total === null
    ? i18n.t("dataset.received", [sizeWords(received)])
    : i18n.t("dataset.receivedOf", [sizeWords(received), sizeWords(total)]);
}
