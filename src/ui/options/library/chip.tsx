import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";

/** Something that was chosen and can be taken away again. @param name as the button says it */
export function Chip({
  name,
  children,
  onRemove,
}: {
  name: string;
  children?: ComponentChildren;
  onRemove(): void;
}) {
  return (
    <li class="chip">
      <span dir="auto">{children ?? name}</span>
      <button type="button" aria-label={i18n.t("library.removeChip", [name])} onClick={onRemove}>
        <svg width="10" height="10" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" stroke="currentColor" stroke-width="1.6" />
        </svg>
      </button>
    </li>
  );
}
