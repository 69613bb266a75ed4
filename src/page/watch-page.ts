import { hostTag } from "./card-port.ts";

/** Quiet time (ms) after the last change before the page is read again, and the longest wait under steady change. */
const settle = 300;
const longestWait = 1500;

export interface PageChange {
  /** The address changed without a new document. */
  navigated: boolean;
}

/**
 * Tells when the page's text or address changed, at most once per burst. Changes inside our own host do
 * not count. Returns a function that ends the watch.
 */
export function watchPage(changed: (change: PageChange) => void): () => void {
  let address = addressOf(location);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstChange = 0;

  const report = () => {
    timer = undefined;
    firstChange = 0;
    const before = address;
    address = addressOf(location);
    const navigated = address !== before;
    changed({ navigated });
  };
  const schedule = () => {
    const now = Date.now();
    firstChange ||= now;
    clearTimeout(timer);
    timer = setTimeout(report, Math.max(0, Math.min(settle, firstChange + longestWait - now)));
  };

  const observer = new MutationObserver((records) => {
    if (records.some((record) => !isOurs(record))) schedule();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("currententrychange", schedule);
  addEventListener("popstate", schedule);
  addEventListener("hashchange", schedule);

  return () => {
    clearTimeout(timer);
    observer.disconnect();
    navigation?.removeEventListener("currententrychange", schedule);
    removeEventListener("popstate", schedule);
    removeEventListener("hashchange", schedule);
  };
}

/** An anchor within the page is no navigation; a route that an application keeps after the hash is one. */
function addressOf({ href, hash }: Location): string {
  return /^#[!/]/.test(hash) ? href : href.slice(0, href.length - hash.length);
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target !== document.documentElement) return false;
  return [...addedNodes, ...removedNodes].every((node) => (node as Element).localName === hostTag);
}
