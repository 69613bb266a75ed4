import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { startNotes } from "../src/page/notes/start-notes.ts";

/** Runs in a page that has notes with passages, beside the page script. */
export default defineUnlistedScript(() => startNotes());
