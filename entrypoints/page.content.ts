import { defineContentScript } from "wxt/utils/define-content-script";
import { startPage } from "../src/page/start-page.ts";

/** Listed sites come from `data/news-sites.yml` into the manifest (wxt.config.ts), granted ones at run time. */
export default defineContentScript({
  matches: [],
  registration: "runtime",
  runAt: "document_idle",
  main: () => startPage(),
});
