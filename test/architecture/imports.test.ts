import { describe, expect, test } from "vitest";
import { filesIn, type Import, importsOf, isCode, type SourceFile } from "./source-files.ts";

/**
 * Runtimes never import each other; everything may import core; core imports nobody. What each folder may
 * import, as beginnings of paths and names of packages. A type costs nothing at run time and ties less:
 * `types` lists what may be imported as a type only.
 */
const rules: { folder: string; may: string[]; types?: string[] }[] = [
  { folder: "src/core/", may: ["src/core/", "zod", "@noble/", "mdast-util-from-markdown"], types: ["mdast"] },
  { folder: "src/reading/", may: ["src/reading/", "src/core/"] },
  { folder: "src/messaging/", may: ["src/messaging/", "src/core/", "zod"] },
  { folder: "src/platform/", may: ["src/platform/", "src/core/", "webextension-polyfill"] },
  {
    folder: "src/storage/",
    may: ["src/storage/", "src/core/", "src/platform/", "idb", "zod"],
    types: ["webextension-polyfill"],
  },
  {
    folder: "src/background/",
    may: ["src/background/", "src/core/", "src/storage/", "src/messaging/", "src/platform/"],
    types: ["webextension-polyfill"],
  },
  {
    // The card is a page's interface: it shares the look of popup and options, and nothing else of theirs.
    folder: "src/page/card/",
    may: [
      "src/page/",
      "src/core/",
      "src/reading/",
      "src/messaging/",
      "src/platform/",
      "src/ui/components/",
      "src/ui/theme.css",
      "preact",
      "@floating-ui/dom",
      "#i18n",
    ],
  },
  {
    folder: "src/page/",
    may: ["src/page/", "src/core/", "src/reading/", "src/messaging/", "src/platform/", "#i18n"],
  },
  {
    // Shared by popup, options and card: it must not know any of them.
    folder: "src/ui/components/",
    may: ["src/ui/components/", "src/core/", "preact", "#i18n"],
    types: ["mdast"],
  },
  {
    // Opens the notes itself: so many do not fit through messages (decision 0012).
    folder: "src/ui/options/",
    may: [
      "src/ui/",
      "src/core/",
      "src/storage/",
      "src/messaging/",
      "src/platform/",
      "preact",
      "#i18n",
      "@tanstack/virtual-core",
    ],
    types: ["webextension-polyfill"],
  },
  {
    folder: "src/ui/",
    may: ["src/ui/", "src/core/", "src/messaging/", "src/platform/", "preact", "#i18n"],
    types: ["webextension-polyfill"],
  },
  {
    folder: "src/cli/",
    may: [
      "src/cli/",
      "src/core/",
      "src/reading/",
      "data/tools/",
      "node:",
      "commander",
      "linkedom",
      "picocolors",
      "puppeteer-core",
      "wxt",
      "yaml",
      "zod",
    ],
    types: ["src/messaging/", "vite"],
  },
  {
    folder: "data/tools/",
    may: [
      "data/tools/",
      "src/core/",
      "src/reading/",
      "node:",
      "commander",
      "i18n-iso-countries",
      "i18n-nationality",
      "linkedom",
      "picocolors",
      "yaml",
      "zod",
      "tldts",
    ],
  },
  {
    folder: "entrypoints/",
    may: ["entrypoints/", "src/background/", "src/page/", "src/ui/", "src/platform/", "wxt"],
  },
];

const code = filesIn("src", "data/tools", "entrypoints").filter(isCode);

/** Which imports of a file its folder's rule forbids. The first folder that fits decides. */
function forbidden(file: SourceFile, imports: Import[]): string[] {
  const rule = rules.find(({ folder }) => file.path.startsWith(folder));
  if (!rule)
    return [`${file.path} lies in no folder of the layout. Move it, or add its folder to the rules.`];
  const allows = (list: string[], from: string) =>
    list.some(
      (name) =>
        from === name || from.startsWith(name.endsWith("/") || name.endsWith(":") ? name : `${name}/`),
    );
  return imports
    .filter(({ from, typeOnly }) => !allows([...rule.may, ...(typeOnly ? (rule.types ?? []) : [])], from))
    .map(
      ({ from }) =>
        `${file.path} imports ${from}, but ${rule.folder} may import only ${rule.may.join(", ")}` +
        `${rule.types ? ` (and as types ${rule.types.join(", ")})` : ""}. Move what both need to src/core, or send a message.`,
    );
}

describe("imports", () => {
  test("follow the rules between folders", () => {
    expect(code.flatMap((file) => forbidden(file, importsOf(file)))).toEqual([]);
  });

  test("of another runtime would be noticed", () => {
    const file = { path: "src/page/example.ts", text: 'import { x } from "../storage/notes-store.ts";' };
    expect(forbidden(file, importsOf(file))).toHaveLength(1);
    const core = { path: "src/core/example.ts", text: 'export * from "preact"; await import("node:fs");' };
    expect(forbidden(core, importsOf(core))).toHaveLength(2);
  });

  test("keep the page script to the small extension API", () => {
    const wrong = code
      .filter(({ path }) => path.startsWith("src/page/") || path.startsWith("src/ui/components/"))
      .flatMap((file) => importsOf(file).map(({ from }) => ({ path: file.path, from })))
      .filter(({ from }) => from === "src/platform/browser.ts")
      .map(
        ({ path }) =>
          `${path}: import src/platform/page-api.ts instead; the polyfill is too heavy for pages.`,
      );
    expect(wrong).toEqual([]);
  });

  test("of webextension-polyfill stand in one file", () => {
    const importers = code.filter((file) =>
      importsOf(file).some(({ from, typeOnly }) => from === "webextension-polyfill" && !typeOnly),
    );
    expect(
      importers.map(({ path }) => path),
      "Only src/platform/browser.ts imports the polyfill; import { browser } from there.",
    ).toEqual(["src/platform/browser.ts"]);
  });
});
