import { join } from "node:path";
import preact from "@preact/preset-vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { findBrowser } from "./src/cli/browsers/find-browser.ts";
import { englishStrings } from "./test/support/english-strings.ts";

/** These look at the clock, or at what a page has loaded by then. They have the machine for themselves. */
const timedTests = ["bundle-sizes", "card-by-pointer", "heavy-pages", "hostile-styles"].map(
  (name) => `test/e2e/${name}.test.ts`,
);
/** The tests that drive the built extension in real browsers. */
const endToEnd = {
  environment: "node",
  globalSetup: ["test/e2e/support/global-setup.ts"],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  retry: 0,
};

/** Those that run longest. Vitest begins with the largest files, and these are small: one of them would run alone at the end. */
const longest = ["accessibility-states", "note-safety", "damaged-dataset"].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const strings = englishStrings(join(import.meta.dirname, "src/locales/en.yml"));

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [strings],
        test: {
          name: "unit",
          environment: "node",
          include: ["test/unit/**/*.test.ts", "test/architecture/**/*.test.ts"],
          // Some start Node or a tool of ours as a process of its own.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Left to itself, Vitest keeps one processor free.
          maxWorkers: "100%",
          // What one such process has compiled the next ones load.
          env: { NODE_COMPILE_CACHE: join(import.meta.dirname, "node_modules/.cache/node") },
        },
      },
      {
        plugins: [strings, preact({ devToolsEnabled: false, prefreshEnabled: false })],
        publicDir: "src/assets",
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
          maxWorkers: 2,
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
          ...endToEnd,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          exclude: timedTests,
          // The files of a worker share its browsers: test/e2e/support/browser-session.ts.
          isolate: false,
          // They wait for browsers more than they compute: two files share two processors well.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...endToEnd,
          name: "e2e-timed",
          include: timedTests,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
