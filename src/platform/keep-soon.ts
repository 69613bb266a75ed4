/** How long (ms) a letter waits before it is kept: no more than that is lost when the browser dies. */
const wait = 500;

/** Keeps what is being typed: soon, however fast the typing goes on, and at once when the page goes out of sight. */
export interface KeepSoon<T> {
  /** In place of what waits of the same; what waits of anything else is kept at once. */
  typed(what: T): void;
  /** What waits of the same is not kept any more. */
  forget(what: T): void;
  /** Keeps what waits, and listens no longer. */
  stop(): void;
}

/** @param isSame whether two are about the same. */
export function keepSoon<T>(isSame: (one: T, other: T) => boolean, keep: (what: T) => void): KeepSoon<T> {
  const stopped = new AbortController();
  let waiting: T | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const what = waiting;
    waiting = null;
    if (what !== null) keep(what);
  };
  for (const type of ["pagehide", "visibilitychange"]) {
    addEventListener(type, flush, { capture: true, signal: stopped.signal });
  }
  return {
    typed(what) {
      if (waiting !== null && !isSame(waiting, what)) flush();
      waiting = what;
      timer ??= setTimeout(flush, wait);
    },
    forget(what) {
      if (waiting !== null && isSame(waiting, what)) waiting = null;
    },
    stop() {
      flush();
      stopped.abort();
    },
  };
}
