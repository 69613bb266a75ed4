import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";

interface PopupFrameProps {
  host: string | null;
  busy?: boolean;
  /** What the last press led to; shown and announced. */
  said?: string;
  /** What changed about the page without a press; announced only, since it is shown anyway. */
  heard?: string;
  problem?: string | null;
  children?: ComponentChildren;
  foot?: ComponentChildren;
}

/**
 * The popup's head, and its live regions. They are there from the first moment: a region that comes with its text
 * is often not read out.
 */
export function PopupFrame({ host, busy, said, heard, problem, children, foot }: PopupFrameProps) {
  const api = useApi();
  const main = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // What was pressed may be gone with what it led to: the focus must not fall out of the popup.
    if (hadFocus.current && document.activeElement === document.body) main.current?.focus();
  });
  /** What has the focus, and how far from the document's upper end it stood. */
  const focused = useRef<{ element: Element; top: number } | null>(null);
  useLayoutEffect(() => {
    // What a press led to may stand above what was pressed, and push it out of sight.
    const { element, top } = focused.current ?? {};
    if (!element || element !== document.activeElement || topOf(element) === top) return;
    element.scrollIntoView({ block: "nearest" });
    focused.current = { element, top: topOf(element) };
  });
  const openOptions = async () => {
    await api.openOptions("sites");
    api.close();
  };
  return (
    <main
      class="popup"
      aria-busy={busy}
      tabIndex={-1}
      ref={main}
      onFocusIn={({ target }) => {
        hadFocus.current = true;
        focused.current = { element: target as Element, top: topOf(target as Element) };
      }}
    >
      <header class="popup-head">
        <h1 class="brand">{i18n.t("extension.name")}</h1>
        <bdi class="popup-host dim">{host}</bdi>
        <Button look="quiet" label={i18n.t("popup.options")} onClick={openOptions}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 4.7h5.5M11.5 4.7H14M2 11.3h2.5M8.5 11.3H14" />
            <circle cx="9.5" cy="4.7" r="2" />
            <circle cx="6.5" cy="11.3" r="2" />
          </svg>
        </Button>
      </header>
      <div class="popup-told">
        <p class="popup-said" role="status">
          {said}
        </p>
        <p class="unseen" role="status">
          {heard}
        </p>
        <p class="popup-problem" role="alert">
          {problem}
        </p>
      </div>
      {children}
      {foot}
    </main>
  );
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY;
}
