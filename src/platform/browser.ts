/**
 * The extension API for the background and the extension's own pages. The only importer of the polyfill
 * (a convention test holds it to that); the page script has `page-api.ts` instead.
 */
import browser from "webextension-polyfill";

export { browser };
