import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type BundledPackage,
  bundledPackages,
  packageFolder,
  readPackage,
} from "../../../src/cli/licences/bundled-packages.ts";
import { dependencyReasons } from "../../../src/cli/licences/dependency-reasons.ts";
import { writeLicences } from "../../../src/cli/licences/licence-file.ts";
import { partsBySource, weighPackages } from "../../../src/cli/licences/weigh-packages.ts";
import { repository } from "../../architecture/source-files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telecom-lens-licences-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what is in a build", () => {
  test("is told from its modules: what is used is in it, what is only imported is not", async () => {
    const entry = join(repository, "test/unit/cli/entry-of-a-build.ts");
    const bundled = bundledPackages(repository);
    const { plugin, weights } = weighPackages(repository);
    await build({
      configFile: false,
      logLevel: "error",
      plugins: [
        {
          name: "entry",
          resolveId: (id) => (id === entry ? id : undefined),
          load: (id) =>
            id === entry
              ? 'import { openDB } from "idb"; import { z } from "zod"; console.log(openDB("a"));'
              : undefined,
        },
        bundled.plugin(),
        plugin(),
      ],
      build: { write: false, sourcemap: "hidden", lib: { entry, formats: ["es"], fileName: "out" } },
    });
    expect(bundled.packages().map(({ name }) => name)).toEqual(["idb"]);
    const [[path, weight] = []] = [...weights];
    expect(path).toMatch(/idb$/);
    // Nearly all of the file, which is some kilobytes.
    expect(weight?.gzipped).toBeGreaterThan(500);
    expect(weight?.gzipped).toBeLessThan(5_000);
  });

  test("leaves out a module of which the builder has kept nothing", () => {
    const bundled = bundledPackages(repository);
    const installed = (name: string) => join(repository, "node_modules", name, "index.js");
    const modules = {
      [installed("idb")]: { renderedLength: 0 },
      [installed("preact")]: { renderedLength: 9 },
    };
    const { generateBundle } = bundled.plugin() as unknown as {
      generateBundle(options: object, bundle: object): void;
    };
    generateBundle({}, { "a.js": { type: "chunk", modules }, "a.css": { type: "asset" } });
    expect(bundled.packages().map(({ name }) => name)).toEqual(["preact"]);
  });

  test.each([
    ["/a/node_modules/idb/build/index.js", "/a/node_modules/idb"],
    ["/a/node_modules/x/node_modules/@y/z/lib/q.js?inline", "/a/node_modules/x/node_modules/@y/z"],
    ["\0/a/node_modules/idb/build/index.js?commonjs", "/a/node_modules/idb"],
    ["\0vite/preload-helper.js", resolve("/root/node_modules/vite")],
    ["\0rolldown/runtime.js", resolve("/root/node_modules/rolldown")],
    ["virtual:wxt-background-entrypoint?/a/entrypoints/background.ts", resolve("/root/node_modules/wxt")],
    ["/a/src/core/a.ts", null],
    ["/a/node_modules_of_mine/b.ts", null],
  ])("a module %j belongs to %j", (module, expected) => {
    expect(packageFolder(module, "/root")).toBe(expected);
  });
});

describe("the file of licences", () => {
  const one = (name: string, words: string | null, more: Partial<BundledPackage> = {}): BundledPackage => {
    const own = mkdtempSync(join(folder, "package-"));
    if (words !== null) writeFileSync(join(own, "LICENSE"), words);
    return {
      name,
      version: "1.0.0",
      licence: "MIT",
      home: "https://x.example/",
      author: "A",
      folder: own,
      ...more,
    };
  };

  test("has the extension's, the dataset's and each package's; those with the same words share them", () => {
    const text = writeLicences(repository, [one("a", "same words"), one("b", "same words"), one("c", null)]);
    expect(text).toContain("Telecom Lens (MIT)");
    expect(text).toContain("The dataset (CC-BY-4.0)");
    expect(text).toContain(readFileSync(join(repository, "data/LICENSE"), "utf8").trim());
    expect(text.split("same words")).toHaveLength(2);
    expect(text).toContain("a 1.0.0 (MIT), https://x.example/\nb 1.0.0 (MIT), https://x.example/\n");
    expect(text).toContain("Copyright (c) A\n");
  });

  test("is not written where a package's words are not to be had", () => {
    expect(() => writeLicences(repository, [one("d", null, { licence: "GPL-3.0" })])).toThrow(
      "d is under GPL-3.0",
    );
    expect(() => writeLicences(repository, [one("e", null, { author: null })])).toThrow("e is under MIT");
  });
});

test("each runtime dependency is there for a reason, and no other is", () => {
  const { dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  expect(Object.keys(dependencyReasons).sort()).toEqual(Object.keys(dependencies).sort());
});

test("a package says its address in any of the forms that npm knows", () => {
  const of = (repositoryField: unknown) => {
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name: "a", version: "1.0.0", license: "MIT", repository: repositoryField }),
    );
    return readPackage(folder).home;
  };
  const address = "https://github.com/a/b";
  for (const form of [
    "a/b",
    "git+https://github.com/a/b.git",
    { url: "git://github.com/a/b.git" },
    { url: "ssh://git@github.com/a/b" },
  ]) {
    expect(of(form)).toBe(address);
  }
  expect(of(undefined)).toBeNull();
});

test("a file is taken apart by its map", () => {
  // Three columns of the first source, three of the second, three of the first again, one of none.
  const map = { sources: ["one.js", "two.js"], mappings: "AAAA,GCAA,GDAA,G" };
  expect(partsBySource("aaabbbdddc", map)).toEqual([
    { code: "aaa", source: "one.js" },
    { code: "bbb", source: "two.js" },
    { code: "ddd", source: "one.js" },
    { code: "c\n", source: null },
  ]);
});
