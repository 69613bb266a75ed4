import { useEffect, useRef } from "preact/hooks";

/** What to give the button that opened a form: it gets the focus back when the form, which had it, is gone. */
export function useFocusBack(isOpen: boolean): { current: HTMLButtonElement | null } {
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(isOpen);
  useEffect(() => {
    if (was.current && !isOpen) button.current?.focus();
    was.current = isOpen;
  }, [isOpen]);
  return button;
}
