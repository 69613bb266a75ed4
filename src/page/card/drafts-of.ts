import type { PageDraft } from "../../messaging/protocol.ts";
import type { CardEvents, Draft, NoteSubject } from "./card-face.ts";

/** The drafts as one form sees them. */
export interface DraftsOf {
  typed(draft: Draft): void;
  dropped(): void;
  /** What was typed for this subject before, else the newest on another passage of the page. */
  kept(): Promise<{ own: PageDraft | null; other: OtherDraft | null }>;
}

export interface OtherDraft {
  draft: PageDraft;
  /** Opens the form for it. */
  goOn(): void;
}

export function draftsOf(
  subject: NoteSubject,
  events: Pick<CardEvents, "draftTyped" | "draftDropped" | "drafts" | "draftTaken">,
): DraftsOf {
  return {
    typed: (draft) => events.draftTyped(subject, draft),
    dropped: () => events.draftDropped(subject),
    kept: async () => {
      const all = await events.drafts();
      const own = all.find((draft) => isSame(draft, subject)) ?? null;
      const draft = subject.passage && !own ? all.find(({ passage }) => passage) : undefined;
      const { passage } = draft ?? {};
      const other = draft && passage ? { draft, goOn: () => events.draftTaken(passage) } : null;
      return { own, other };
    },
  };
}

/** Whether two are written about the same. */
export function isSame(one: NoteSubject, other: NoteSubject): boolean {
  return (
    one.editOf?.id === other.editOf?.id &&
    one.entityId === other.entityId &&
    one.passage?.quote === other.passage?.quote &&
    one.passage?.start === other.passage?.start
  );
}
