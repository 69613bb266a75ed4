import { browser } from "../../src/platform/browser.ts";
import { PopupPage } from "../../src/ui/popup/popup-page.tsx";
import "../../src/ui/popup/popup.css";
import { showPage } from "../../src/ui/show-page.tsx";

showPage(<PopupPage />, browser);
