import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { CloseGlyph } from "../../components/close-glyph.tsx";

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
        <CloseGlyph size={10} />
      </button>
    </li>
  );
}
