import { useEffect } from "preact/hooks";

/** The browser asks before the page is left. */
export function useLeavingQuestion(ask: boolean): void {
  useEffect(() => {
    if (!ask) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [ask]);
}

/** Keys that hold in the whole library, but not where something is typed. */
export function useLibraryKeys(
  root: { current: HTMLElement | null },
  { undoLast }: { undoLast(): void },
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, dialog") || event.altKey) return;
      if (event.key === "/" && !event.ctrlKey && !event.metaKey) {
        root.current?.querySelector<HTMLElement>("[type=search]")?.focus();
      } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        undoLast();
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}
