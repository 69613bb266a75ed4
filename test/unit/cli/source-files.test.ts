import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readChecksums } from "../../../src/cli/release/make-packages.ts";
import { sourceEntries, sourceFiles } from "../../../src/cli/release/source-files.ts";
import { readZip, zipArchive } from "../../../src/cli/release/zip-archive.ts";
import { filesIn, importsOf, isCode, repository } from "../../architecture/source-files.ts";

const listed = sourceFiles(repository);
const packed = new Set(listed);

describe("the sources zip", () => {
  test("holds what git lists, and leaves out on purpose", () => {
    const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: repository, encoding: "utf8" });
    const left = stdout
      .split("\0")
      .filter((path) => path !== "" && existsSync(join(repository, path)) && !packed.has(path));
    const folders = new Set(left.map((path) => path.replace(/^(src\/[^/]+|[^/]+)\/.*/, "$1/")));
    expect([...folders].sort()).toEqual([
      ".ci/",
      ".github/",
      ".gitignore",
      ".vscode/",
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "PRIVACY.md",
      "biome.json",
      "src/decisions/",
      "src/store/",
      "test/",
      "vitest.config.ts",
    ]);
  });

  test("holds every file that the build asks for", () => {
    const files = new Map(
      filesIn("src", "data", "entrypoints")
        .filter(isCode)
        .map((file) => [file.path, file]),
    );
    const config = { path: "wxt.config.ts", text: "" };
    const open = [
      "src/cli/build.ts",
      "src/cli/setup.mjs",
      ...[...files.keys()].filter((path) => path.startsWith("entrypoints/")),
    ];
    const seen = new Set(open);
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const file = files.get(path);
      for (const { from } of file ? importsOf(file) : []) {
        if (!/^(src|data|entrypoints)\//.test(from) || seen.has(from)) continue;
        seen.add(from);
        open.push(from);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
    expect([...seen, config.path].filter((path) => !packed.has(path))).toEqual([]);
  });

  test("tells reviewers the Node on which the build runs", () => {
    const read = (path: string) => readFileSync(join(repository, path), "utf8");
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { version?: string }>;
    };
    expect(read("README.md")).toContain(`pins (${packages["node_modules/node"]?.version})`);
  });

  test("holds nothing of this machine, and nothing that is installed or built", () => {
    expect(listed.filter((path) => /node_modules|\.output|\.wxt|dist\/|\.log$|^\//.test(path))).toEqual([]);
  });
});

describe("in a folder that git does not keep", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "telecom-lens-sources-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("the sources are all that is there, without what was installed and built since", () => {
    const kept = ["data/dataset.yml", "package.json", "src/cli/build.ts"];
    const made = ["SHA256SUMS", "data/dist/index.bin", "node_modules/a/index.js", ".output/release/x.zip"];
    for (const path of [...kept, ...made]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), path);
    }
    expect(sourceFiles(folder)).toEqual(kept);
    expect(readZip(zipArchive(sourceEntries(folder))).map(({ path }) => path)).toEqual(kept);
  });
});

test("checksums are read as sha256sum writes them", () => {
  const sum = "0".repeat(64);
  expect(readChecksums(`${sum}  a b.zip\n${sum}  c.zip\n`)).toEqual(
    new Map([
      ["a b.zip", sum],
      ["c.zip", sum],
    ]),
  );
});
