import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "./button.tsx";
import { CloseGlyph } from "./close-glyph.tsx";

interface UndoBarProps {
  /** What was done. */
  text: string;
  onUndo(): void;
  onDismiss(): void;
  /** The focus is somewhere that stays, and is left there. */
  keepsFocus?: boolean;
}

/**
 * Tells that something was deleted and offers it back. It stays until it is dismissed: a bar that goes
 * away by itself is too quick for many. It takes the focus, whose element was deleted, where nothing else says.
 */
export function UndoBar({ text, onUndo, onDismiss, keepsFocus = false }: UndoBarProps) {
  const undo = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is a new deletion.
  useEffect(() => {
    if (!keepsFocus) undo.current?.focus();
  }, [text]);
  return (
    <div class="undo-bar">
      <span role="status">{text}</span>
      <Button look="quiet" onClick={onUndo} buttonRef={undo}>
        {i18n.t("notes.undo")}
      </Button>
      <Button look="quiet" onClick={onDismiss} label={i18n.t("notes.dismiss")}>
        <CloseGlyph />
      </Button>
    </div>
  );
}
