import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Choice } from "../../core/choices/choice.ts";
import type { Correction } from "../../core/choices/correction.ts";
import { Button } from "../components/button.tsx";
import { instantWords } from "../components/date-words.ts";
import { PageLink } from "../components/page-link.tsx";
import { useFocusBack } from "../use-focus-back.ts";
import { CorrectionForm } from "./correction-form.tsx";

interface ChoiceItemProps {
  choice: Choice;
  onUndo(): void;
  /** Hands the reader the correction as a file; rejects with what went wrong. */
  onSave(correction: Correction): Promise<void>;
}

/** One refused mention: what, where, when. */
export function ChoiceItem({ choice, onUndo, onSave }: ChoiceItemProps) {
  const [reporting, setReporting] = useState(false);
  const reportButton = useFocusBack(reporting);
  const { surface, entity, made, datasetVersion } = choice;
  const what = i18n.t("choices.item", [surface, entity.name]);
  return (
    <li>
      <article class="choice-item" aria-label={what}>
        <h2 dir="auto">{what}</h2>
        <p>
          {choice.scope === "here" ? (
            <PageLink url={choice.page.url}>{choice.page.title || choice.page.url}</PageLink>
          ) : choice.scope === "site" ? (
            i18n.t("choices.onSite", [choice.host])
          ) : (
            i18n.t("choices.everywhere")
          )}
        </p>
        <div class="choice-foot">
          <ul class="choice-facts dim">
            {choice.scope === "here" ? <li>{choice.host}</li> : null}
            <li>{instantWords(made)}</li>
            <li>{i18n.t("card.version", [datasetVersion])}</li>
          </ul>
          <div class="choice-actions">
            {reporting ? null : (
              <Button
                look="quiet"
                label={i18n.t("choices.reportOf", [what])}
                onClick={() => setReporting(true)}
                buttonRef={reportButton}
              >
                {i18n.t("choices.report")}
              </Button>
            )}
            <Button look="quiet" label={i18n.t("choices.undoOf", [what])} onClick={onUndo}>
              {i18n.t("choices.undo")}
            </Button>
          </div>
        </div>
        {reporting ? (
          <CorrectionForm choice={choice} onSave={onSave} onClose={() => setReporting(false)} />
        ) : null}
      </article>
    </li>
  );
}
