import { i18n } from "#i18n";

const units = ["kilobyte", "megabyte", "gigabyte", "terabyte"];

/** `12 kB`, `3.4 GB`: three digits at most, and in one line. */
export function sizeWords(bytes: number): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), units.length);
  const words = new Intl.NumberFormat(i18n.t("date.locale"), {
    style: "unit",
    unit: units[power - 1],
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** power);
  return words.replace(/ /g, "\u00a0");
}
