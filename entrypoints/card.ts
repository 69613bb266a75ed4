import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { registerCard } from "../src/page/card/register-card.tsx";

/** Runs in a page that has at least one mention, beside the page script. */
export default defineUnlistedScript(() => registerCard());
