import type { PageDraft } from "../../messaging/protocol.ts";
import { keepSoon } from "../../platform/keep-soon.ts";
import type { Ask } from "../ask-background.ts";
import type { Draft, NoteSubject } from "./card-face.ts";
import { isSame } from "./drafts-of.ts";

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
  const keeper = keepSoon<NoteSubject & Partial<Draft>>(isSame, ({ body = "", tags = "", ...draft }) => {
    void ask("page.keepDraft", { ...draft, body, tags }).catch(() => undefined);
  });
  return {
    typed: (subject, draft) => keeper.typed({ ...subject, ...draft }),
    dropped(subject) {
      keeper.forget(subject);
      void ask("page.dropDraft", subject).catch(() => undefined);
    },
    drafts: () => ask("page.drafts", {}).catch(() => []),
    stop: keeper.stop,
  };
}
