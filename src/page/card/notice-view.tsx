import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { problemWords } from "../../core/problem-words.ts";
import type { Notice } from "./card-face.ts";
import { CloseTool } from "./tool.tsx";

interface NoticeViewProps {
  text: string;
  undo: Notice["undo"];
  /** The reader works by keyboard: the way back is under the fingers. */
  focus: boolean;
  onDone(): void;
}

/** What was done, in words. */
export function noticeWords(notice: Notice): string {
  switch (notice.what) {
    case "note-saved":
      return i18n.t("note.saved");
    case "note-deleted":
      return i18n.t("note.view.deleted");
    case "note-attached":
      return i18n.t("note.view.attached");
    case "note-gone":
      return i18n.t("note.view.gone");
    case "note-moved":
      return i18n.t("note.view.moved");
    case "site-off":
      return i18n.t("card.siteOffDone", [notice.host]);
    case "not-this-one":
      return i18n.t("card.not.done", [notice.surface, notice.name]);
  }
}

/** What was done, and the way back, in the place of the card. */
export function NoticeView({ text: wanted, undo, focus, onDone }: NoticeViewProps) {
  const [problem, setProblem] = useState("");
  // Empty at first: a live region is read out when its text changes, not when it comes.
  const [text, setText] = useState("");
  const first = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    setText(wanted);
    if (focus) first.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [wanted, focus]);
  const takeBack = () => undo?.().then(onDone, (cause) => setProblem(problemWords(cause)));
  return (
    <div class="notice" ref={first}>
      <span role="status">{problem ? i18n.t("card.failed", [problem]) : text}</span>
      {undo ? (
        <button type="button" class="link" onClick={takeBack}>
          {i18n.t("card.undo")}
        </button>
      ) : null}
      <CloseTool act={onDone} />
    </div>
  );
}
