import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { registerCard } from "../src/page/card/register-card.tsx";

/** Runs beside the marker, once a card is wanted. */
export default defineUnlistedScript(() => registerCard());
