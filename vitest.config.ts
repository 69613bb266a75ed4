import { join } from "node:path";
import preact from "@preact/preset-vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findBrowser } from "./src/cli/browsers/find-browser.ts";
import { englishStrings } from "./test/support/english-strings.ts";

const strings = englishStrings(join(import.meta.dirname, "src/locales/en.yml"));

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [strings],
        test: {
          name: "unit",
          environment: "node",
          include: ["test/unit/**/*.test.ts", "test/architecture/**/*.test.ts"],
          // Some start Node or a tool of ours as a process of its own.
          testTimeout: 20_000,
        },
      },
      {
        plugins: [strings, preact({ devToolsEnabled: false, prefreshEnabled: false })],
        // Named here so that none is found late, which would reload the page under a running test.
        optimizeDeps: {
          include: [
            "@floating-ui/dom",
            "@tanstack/virtual-core",
            "@wxt-dev/i18n",
            "axe-core",
            "fast-check",
            "idb",
            "mdast-util-from-markdown",
            "preact",
            "preact/hooks",
            "preact/jsx-runtime",
            "preact/jsx-dev-runtime",
            "webextension-polyfill",
            "zod",
          ],
        },
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          testTimeout: 15_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1000, height: 700 },
            provider: playwright({
              launchOptions: {
                executablePath: findBrowser("chromium")?.path,
                args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/support/global-setup.ts"],
          // One browser at a time: two would share two processors, and timings are asserted.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          retry: 0,
        },
      },
    ],
  },
});
