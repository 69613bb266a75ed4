import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { offerMarker } from "../src/page/marker-port.ts";
import { startMarker } from "../src/page/start-marker.ts";

/** Runs in a page that has at least one mention, beside the page script. */
export default defineUnlistedScript(() => offerMarker(startMarker));
