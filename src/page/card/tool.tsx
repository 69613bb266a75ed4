import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type { CardEvents } from "./card-face.ts";

/** A small button with a drawn sign. */
function Tool({ label, sign, act }: { label: string; sign: string; act(): void }) {
  return (
    <button type="button" class="small" aria-label={label} title={label} onClick={act}>
      <svg width="12" height="12" viewBox="0 0 12 12" class="line" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
}

export function CloseTool({ act }: { act(): void }) {
  return <Tool label={i18n.t("card.close")} sign="M3 3l6 6M9 3l-6 6" act={act} />;
}

interface HeadToolsProps {
  onStep: CardEvents["stepped"];
  onClose(): void;
  /** Between the two steps: where this card stands. */
  children?: ComponentChildren;
}

/** In the head of a card: the way to the mentions before and after, and out. */
export function HeadTools({ onStep, onClose, children }: HeadToolsProps) {
  return (
    <div class="tools">
      <Tool label={i18n.t("card.previousMention")} sign="M7.5 2.5L4 6l3.5 3.5" act={() => onStep(-1)} />
      {children}
      <Tool label={i18n.t("card.nextMention")} sign="M4.5 2.5L8 6 4.5 9.5" act={() => onStep(1)} />
      <CloseTool act={onClose} />
    </div>
  );
}
