import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { bareScripts } from "./src/cli/bare-scripts.ts";
import { datasetAssets } from "./src/cli/dataset-assets.ts";
import { bundledPackages } from "./src/cli/licences/bundled-packages.ts";
import { licenceFile, writeLicences } from "./src/cli/licences/licence-file.ts";
import { newsSiteMatches } from "./src/cli/news-site-matches.ts";
import { pagePolicy } from "./src/cli/page-policy.ts";
import { withoutUnsafeCode } from "./src/cli/without-unsafe-code.ts";

/** Known from `src/background/annotate-once.ts`: the files that run in a news page. */
const page = { js: ["page.js"], css: ["assets/marks.css"] };

/**
 * For backups of the notes, asked when they are switched on: a worker needs a document to hold the file, and Safari knows
 * neither. Alarms are for the weekly look for a newer dataset, once that is switched on.
 */
const optionalPermissions: Record<string, ("downloads" | "offscreen" | "alarms")[]> = {
  chrome: ["downloads", "offscreen", "alarms"],
  edge: ["downloads", "offscreen", "alarms"],
  firefox: ["downloads"],
};

const bundled = bundledPackages(import.meta.dirname);

export default defineConfig({
  srcDir: ".",
  publicDir: "src/assets",
  modules: ["@wxt-dev/i18n/module"],
  i18n: { localesDir: "src/locales" },
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    // For older browsers `light-dark()` is rewritten, and then follows the system alone: a card on a page that is dark by
    // itself would be bright.
    build: { cssTarget: ["chrome128", "firefox140"] },
    plugins: [
      withoutUnsafeCode(),
      bareScripts(),
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      bundled.plugin(),
    ],
  }),
  hooks: {
    "build:publicAssets": ({ config: { root } }, assets) => {
      datasetAssets(root, assets);
      // Asked for after all scripts were built.
      assets.push({ relativeDest: licenceFile, contents: writeLicences(root, bundled.packages()) });
    },
    // The page script is registered here and not in its entrypoint, because its matches are data.
    "build:manifestGenerated": ({ config }, manifest) => {
      const script = { ...page, matches: newsSiteMatches(), run_at: "document_end" as const };
      // src/decisions/0014-marks-in-shadow-trees.md; Chromium does not know the key.
      const asUser = config.browser === "firefox" && { css_origin: "user" };
      manifest.content_scripts = [{ ...script, ...asUser }];
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    default_locale: "en",
    permissions: [
      "storage",
      "scripting",
      "activeTab",
      "contextMenus",
      // Not optional there; it asks nobody for it.
      ...(browser === "firefox" || browser === "safari" ? ["alarms"] : []),
    ],
    host_permissions: newsSiteMatches(),
    optional_host_permissions: ["*://*/*"],
    optional_permissions: optionalPermissions[browser] ?? [],
    content_security_policy: { extension_pages: pagePolicy },
    action: { default_title: "__MSG_extension_name__" },
    commands: {
      "next-mention": {
        suggested_key: { default: "Alt+Shift+Period" },
        description: "__MSG_command_next__",
      },
      "previous-mention": {
        suggested_key: { default: "Alt+Shift+Comma" },
        description: "__MSG_command_previous__",
      },
      "open-card": {
        suggested_key: { default: "Alt+Shift+O" },
        description: "__MSG_command_open__",
      },
      "note-on-selection": {
        // Chromium leaves Alt+Shift+N unset without a word.
        suggested_key: { default: "Alt+Shift+M" },
        description: "__MSG_command_note__",
      },
    },
    ...(browser === "firefox" && {
      browser_specific_settings: {
        gecko: {
          id: "telecom-lens@telecom-lens.invalid",
          strict_min_version: "140.0",
          data_collection_permissions: { required: ["none"] },
        },
        gecko_android: { strict_min_version: "142.0" },
      },
    }),
  }),
});
