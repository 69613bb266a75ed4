import { type ComponentChildren, render } from "preact";
import type { Browser } from "webextension-polyfill";
import { i18n } from "#i18n";
import { ApiProvider } from "./api.ts";
import { browserApi } from "./browser-api.ts";

/** Draws one of the extension's own pages into its document. */
export function showPage(page: ComponentChildren, browser: Browser): void {
  const root = document.getElementById("page");
  if (!root) throw new Error("the document has no element #page");
  // The language of our strings, which need not be the browser's.
  document.documentElement.lang = i18n.t("date.locale");
  render(<ApiProvider value={browserApi(browser)}>{page}</ApiProvider>, root);
}
