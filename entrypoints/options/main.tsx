import { browser } from "../../src/platform/browser.ts";
import { OptionsPage } from "../../src/ui/options/options-page.tsx";
import "../../src/ui/options/options.css";
import { showPage } from "../../src/ui/show-page.tsx";

showPage(<OptionsPage />, browser);
