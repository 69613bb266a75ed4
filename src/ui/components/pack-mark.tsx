import { i18n } from "#i18n";
import type { CardPack } from "../../core/card/card-model.ts";

interface PackMarkProps {
  /** Undefined where nothing that is shown is of a private pack. */
  pack: CardPack | undefined;
  /** Id of the record that the mark stands at. */
  record: string;
}

/** Over all that is shown: that it is a private pack's, or partly so, and who stands behind that: nobody here. */
export function PackHead({ pack, record }: PackMarkProps) {
  if (!pack) return null;
  const { title, signed } = pack;
  const own = pack.records.includes(record);
  return (
    <p class="pack-mark">
      {own
        ? i18n.t(signed ? "pack.mark" : "pack.markUnsigned", [title])
        : i18n.t(signed ? "pack.partly" : "pack.partlyUnsigned", [title])}
    </p>
  );
}

/** At one of its records; nothing at those of the dataset. */
export function PackMark({ pack, record }: PackMarkProps) {
  if (!pack?.records.includes(record)) return null;
  return <p class="pack-mark">{i18n.t("pack.short", [pack.title])}</p>;
}
