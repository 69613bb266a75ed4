import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type ComparedPiece, compareWords } from "../../core/notes/compare-words.ts";

interface ThenAndNowProps {
  /** The words that were quoted. */
  before: string;
  /** Those that stand there now; absent where none do. */
  after?: string | undefined;
  /** Whether `after` was cut. */
  goesOn?: boolean;
}

/** A passage as it was quoted and as it is now, with the words that changed marked. */
export function ThenAndNow({ before, after, goesOn = false }: ThenAndNowProps) {
  const compared = useMemo(
    () => (after === undefined ? null : compareWords(before, after, { goesOn })),
    [before, after, goesOn],
  );
  return (
    <dl class="then-and-now">
      <dt>{i18n.t("note.view.before")}</dt>
      <Side pieces={compared?.before ?? [{ text: before, changed: false }]} mark="del" />
      {compared ? (
        <>
          <dt>{i18n.t("note.view.after")}</dt>
          <Side pieces={compared.after} mark="ins" ending={goesOn ? "…" : ""} />
        </>
      ) : null}
    </dl>
  );
}

interface SideProps {
  pieces: readonly ComparedPiece[];
  /** Says of the marked words what colours and lines alone would not. */
  mark: "del" | "ins";
  ending?: string;
}

/** In full, if that is a dozen lines; what is longer shows so many and unfolds. */
function Side({ pieces, mark: Mark, ending = "" }: SideProps) {
  const words = useRef<HTMLParagraphElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = words.current;
    if (!element || isOpen) return;
    const measure = () => setLong(element.scrollHeight > element.clientHeight + 1);
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, [isOpen]);
  return (
    <dd>
      <p dir="auto" class="passage-words" data-folded={isOpen ? undefined : ""} ref={words}>
        {pieces.map(({ text, changed }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces may be alike, and none is ever moved.
          changed ? <Mark key={index}>{text}</Mark> : text,
        )}
        {ending}
      </p>
      {isLong ? (
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {i18n.t(isOpen ? "note.view.showLess" : "note.view.showAll")}
        </button>
      ) : null}
    </dd>
  );
}
