import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startPage } from "../src/page/start-page.ts";

/**
 * Runs in news pages: the manifest (wxt.config.ts) names it for those that `data/news-sites.yml` lists, granted sites
 * at run time. Not WXT's own content script: that would talk to the page by `postMessage`, and weighs 2 kB.
 */
export default defineUnlistedScript(() => startPage());
