import { i18n } from "#i18n";

/** What a link that opens a new tab says of it to those who do not see where they are led. */
export function NewTab() {
  return <span class="unseen"> {newTabWords()}</span>;
}

/** The same in a link's own name. */
export function newTabWords(): string {
  return `(${i18n.t("card.newTab")})`;
}
