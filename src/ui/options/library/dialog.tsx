import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../../components/button.tsx";
import { CloseGlyph } from "../../components/close-glyph.tsx";

interface DialogProps {
  title: string;
  /** Something is at work that has its own way to stop: Escape does not close. */
  busy?: boolean;
  onClose(): void;
  children: ComponentChildren;
}

/** A window in the page: the rest of the page waits. The focus goes back to where it was when it closes. */
export function Dialog({ title, busy = false, onClose, children }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      class="dialog"
      aria-labelledby={id}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        if (!busy) onClose();
      }}
      // Keys in here are none of the list's.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <Button look="quiet" disabled={busy} onClick={onClose} label={i18n.t("library.close")}>
          <CloseGlyph />
        </Button>
      </div>
      {children}
    </dialog>
  );
}
