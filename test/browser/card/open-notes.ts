import type { PageDraft } from "../../../src/messaging/protocol.ts";
import { vendorCard } from "../../support/card-samples.ts";
import { foundNotes } from "../../support/note-samples.ts";
import { openCard } from "./open-card.ts";

/** Opens a card with notes of a passage. @param drafts what was typed on the page and not saved */
export function openNotes(shown = foundNotes, drafts: PageDraft[] = []) {
  const opened = openCard(vendorCard);
  opened.events.drafts = async () => drafts;
  opened.card.showNotes(shown, -1, opened.anchor, { focus: true });
  const field = () => opened.root.querySelector("textarea") as HTMLTextAreaElement;
  const named = (name: string) => opened.events.calls.filter((call) => call[0] === name);
  return { ...opened, field, named, last: () => opened.events.calls.at(-1) };
}
