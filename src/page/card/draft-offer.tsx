import { i18n } from "#i18n";
import { instantWords } from "../../ui/components/date-words.ts";
import type { OtherDraft } from "./drafts-of.ts";

/** Leads to what was typed for another passage of this page and not saved: nobody selects the same words twice. */
export function DraftOffer({ other: { draft, goOn } }: { other: OtherDraft }) {
  return (
    <div class="other-draft">
      <span class="dim">{i18n.t("note.otherDraft", [instantWords(draft.changed)])}</span>
      <blockquote dir="auto">{draft.body || draft.tags}</blockquote>
      <button type="button" class="link" onClick={goOn}>
        {i18n.t("note.goOn")}
      </button>
    </div>
  );
}
