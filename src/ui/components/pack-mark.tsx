import { i18n } from "#i18n";
import type { CardPack } from "../../core/card/card-model.ts";

interface PackMarkProps {
  /** Undefined where nothing that is shown is of a private pack. */
  pack: CardPack | undefined;
  /** Id of the record that the mark stands at. */
  record: string;
}

/** Says of a record that it comes from a private pack; nothing of those that do not. */
export function PackMark({ pack, record }: PackMarkProps) {
  if (!pack?.records.includes(record)) return null;
  return <p class="pack-mark">{packWords(pack)}</p>;
}

function packWords({ title, signed }: CardPack): string {
  return signed ? i18n.t("pack.mark", [title]) : i18n.t("pack.markUnsigned", [title]);
}
