import type { PageDraft } from "../../messaging/protocol.ts";
import type { Ask } from "../ask-background.ts";
import type { Draft, NoteSubject } from "./card-face.ts";
import { isSame } from "./drafts-of.ts";

/** How long (ms) a letter waits before it is kept: no more than that is lost when the browser dies. */
const wait = 500;

/**
 * Has the background keep what is being typed, so that it outlives page and browser: soon after it was typed, and at once
 * when the page goes out of sight. In private windows the background keeps nothing. Where it cannot be kept, the
 * card's own memory still has it.
 */
export interface DraftKeeper {
  typed(subject: NoteSubject, draft: Draft): void;
  dropped(subject: NoteSubject): void;
  drafts(): Promise<PageDraft[]>;
  stop(): void;
}

export function createDraftKeeper(ask: Ask): DraftKeeper {
  const stopped = new AbortController();
  let waiting: { subject: NoteSubject; draft: Draft } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { subject, draft } = waiting;
    waiting = null;
    void ask("page.keepDraft", { ...subject, ...draft }).catch(() => undefined);
  };
  for (const type of ["pagehide", "visibilitychange"]) {
    addEventListener(type, flush, { capture: true, signal: stopped.signal });
  }

  return {
    typed(subject, draft) {
      if (waiting && !isSame(waiting.subject, subject)) flush();
      waiting = { subject, draft: { ...draft } };
      timer ??= setTimeout(flush, wait);
    },
    dropped(subject) {
      if (waiting && isSame(waiting.subject, subject)) waiting = null;
      void ask("page.dropDraft", subject).catch(() => undefined);
    },
    drafts: () => ask("page.drafts", {}).catch(() => []),
    stop() {
      flush();
      stopped.abort();
    },
  };
}
