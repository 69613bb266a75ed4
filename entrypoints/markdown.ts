import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { registerMarkdown } from "../src/page/register-markdown.ts";

/** Runs beside the card, once it is to show a note with Markdown in it. */
export default defineUnlistedScript(() => registerMarkdown());
