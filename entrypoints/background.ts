import { defineBackground } from "wxt/utils/define-background";
import { startBackground } from "../src/background/start-background.ts";
import { browser } from "../src/platform/browser.ts";

export default defineBackground({ type: "module", main: () => startBackground(browser) });
