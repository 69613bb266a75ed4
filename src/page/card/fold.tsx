import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface FoldProps {
  summary: string;
  /** Drawn at the first unfolding: most cards are closed without it. */
  children(): ComponentChildren;
}

/** A heavy detail behind one line. */
export function Fold({ summary, children }: FoldProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened ? children() : null}
    </details>
  );
}
