import { registerCard } from "../../src/page/card/register-card.tsx";
import { offerMarker } from "../../src/page/marker-port.ts";
import { startMarker } from "../../src/page/start-marker.ts";
import { startPage } from "../../src/page/start-page.ts";
import { browser } from "../../src/platform/browser.ts";
import { showPage } from "../../src/ui/show-page.tsx";
import { WelcomePage } from "../../src/ui/welcome/welcome-page.tsx";
import "../../src/ui/welcome/welcome.css";
import "../marks.css";

showPage(<WelcomePage />, browser);
// The sample is a real one: marked and explained by what runs in a news page.
registerCard();
offerMarker(startMarker);
startPage();
