import type { RefObject } from "preact";
import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { Facts } from "../../ui/components/facts.tsx";

/** What the foot's buttons unfold above it. */
export type Panel = "none" | "why" | "not" | "note" | "notes" | "report";

interface CardFootProps {
  model: CardModel;
  panel: Panel;
  /** Id of the element in which a panel unfolds. */
  panelId: string;
  onToggle(panel: Exclude<Panel, "none">): void;
  onCopy(): void;
  onSiteOff(): void;
  buttons: RefObject<HTMLElement | null>;
}

/** What a reader can do with the card, and of which version its data is. */
export function CardFoot({ model, panel, panelId, onToggle, onCopy, onSiteOff, buttons }: CardFootProps) {
  const opener = (name: Exclude<Panel, "none">, label: string, strong = false) => (
    <button
      type="button"
      id={`${panelId}-${name}`}
      data-panel={name}
      aria-expanded={panel === name}
      aria-controls={panelId}
      onClick={() => onToggle(name)}
    >
      {strong ? <b>{label}</b> : label}
    </button>
  );
  const { dataset, checked, notes } = model;
  return (
    <footer class="foot" ref={buttons}>
      {opener("note", i18n.t("card.addNote"), true)}
      {notes > 0 ? opener("notes", i18n.t("card.notes", notes)) : null}
      <button type="button" title={i18n.t("card.copyTitle")} onClick={onCopy}>
        {i18n.t("card.copy")}
      </button>
      {opener("why", i18n.t("card.why"))}
      {opener("not", i18n.t("card.notThisOne"))}
      <button type="button" title={i18n.t("card.siteOffTitle")} onClick={onSiteOff}>
        {i18n.t("card.siteOff")}
      </button>
      <p class="dim version">
        <Facts
          facts={[
            i18n.t("card.dated", [dataset.version, dateWords(dataset.date)]),
            i18n.t("card.checked", [dateWords(checked)]),
          ]}
        />
      </p>
      {opener("report", i18n.t("report.title"))}
    </footer>
  );
}
