import { i18n } from "#i18n";

/** A number as people write it: `50,000`. */
export function countWords(count: number): string {
  numbers ??= new Intl.NumberFormat(i18n.t("date.locale"));
  return numbers.format(count);
}

/** Making one costs more than a hundred uses. */
let numbers: Intl.NumberFormat | undefined;
