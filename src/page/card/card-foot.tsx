import type { RefObject } from "preact";
import { useState } from "preact/hooks";
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

/** What a reader can do with the card, the rest behind "More", and of which version its data is. */
export function CardFoot({ model, panel, panelId, onToggle, onCopy, onSiteOff, buttons }: CardFootProps) {
  const [wantsMore, setWantsMore] = useState(false);
  const opener = (name: Exclude<Panel, "none">, label: string, look?: string) => (
    <button
      type="button"
      class={look}
      id={`${panelId}-${name}`}
      data-panel={name}
      aria-expanded={panel === name}
      aria-controls={panelId}
      onClick={() => onToggle(name)}
    >
      {label}
    </button>
  );
  const { dataset, checked, notes } = model;
  const isWithin = panel === "why" || panel === "report";
  const isOpen = wantsMore || isWithin;
  const toggle = () => {
    // A panel is not left without the button that folds it.
    if (isWithin) onToggle(panel);
    setWantsMore(!isOpen);
  };
  return (
    <footer class="foot" ref={buttons}>
      {opener("note", i18n.t("card.addNote"), "act")}
      {notes > 0 ? opener("notes", i18n.t("card.notes", notes), "act") : null}
      {opener("not", i18n.t("card.notThisOne"), "act")}
      <button type="button" class="act" title={i18n.t("card.siteOffTitle")} onClick={onSiteOff}>
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
      <button
        type="button"
        class="more"
        id={`${panelId}-more`}
        aria-expanded={isOpen}
        aria-controls={`${panelId}-rest`}
        onClick={toggle}
      >
        {i18n.t("card.more")}
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset; nothing in it is filled in. */}
      <div
        class="rest"
        id={`${panelId}-rest`}
        role="group"
        aria-labelledby={`${panelId}-more`}
        hidden={!isOpen}
      >
        {opener("why", i18n.t("card.why"))}
        <button type="button" title={i18n.t("card.copyTitle")} onClick={onCopy}>
          {i18n.t("card.copy")}
        </button>
        {opener("report", i18n.t("report.title"))}
      </div>
    </footer>
  );
}
