import type { EntityLink } from "../../core/card/card-model.ts";
import { KindGlyph } from "../../ui/components/kind-glyph.tsx";

/**
 * The mark of an entity: the sign of its kind, or a country's two letters. No flag: pictures of flags would
 * have to be shipped, and systems without them draw the letters anyway. Decoration; the name stands beside it.
 */
export function EntityMark({ entity }: { entity: EntityLink }) {
  if (!entity.code) return <KindGlyph kind={entity.kind} />;
  return (
    <span class="kind-glyph code" data-kind="country" aria-hidden="true">
      {entity.code}
    </span>
  );
}
