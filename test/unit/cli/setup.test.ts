import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "../../../src/cli/setup.mjs");
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "telecom-lens-setup-"));
  write(
    "package-lock.json",
    JSON.stringify({ packages: { "": {}, "node_modules/a": { version: "1.0.0" } } }),
  );
  mkdirSync(join(root, "src/cli"), { recursive: true });
  copyFileSync(script, join(root, "src/cli/setup.mjs"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Runs the set-up with an npm of our own in place of the real one. */
function run(task: string, npm: string) {
  write("npm.js", npm);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "src/cli/setup.mjs"), task], {
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      npm_execpath: join(root, "npm.js"),
      npm_node_execpath: process.execPath,
    },
  });
  return { status, stdout, stderr };
}

const ownNode =
  process.platform === "win32" ? "node_modules/node/bin/node.exe" : "node_modules/node/bin/node";

describe("the set-up", () => {
  test("says what to do where there is no network, and fails", () => {
    const { status, stderr } = run(
      "tools",
      'console.error("npm error code ENOTFOUND\\nnpm error request failed"); process.exit(1);',
    );
    expect(status).toBe(1);
    expect(stderr).toContain("the package registry cannot be reached (ENOTFOUND)");
    expect(stderr).toContain("Connect this computer to the internet and run the command again");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("passes npm's own words on where it knows no better", () => {
    const { status, stderr } = run("tools", 'console.error("npm error strange thing"); process.exit(1);');
    expect(status).toBe(1);
    expect(stderr).toContain("npm error strange thing");
    expect(stderr).toContain("Delete the folder node_modules");
  });

  test("installs into a fresh clone, and writes nothing to stdout", () => {
    const npm = `
      const fs = require("node:fs");
      console.log("added 1 package");
      fs.mkdirSync("node_modules/node/bin", { recursive: true });
      fs.writeFileSync("${ownNode}", "");
      fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));`;
    const { status, stdout, stderr } = run("tools", npm);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("Installing the packages");
  });

  test("takes what a lock file pins that lacks other platforms' optional packages", () => {
    const npm = `
      const fs = require("node:fs");
      if (process.argv[2] === "ci") {
        console.error("npm error code EUSAGE\\nnpm error Missing: tool-for-other-platform@ from lock file");
        process.exit(1);
      }
      fs.mkdirSync("node_modules/node/bin", { recursive: true });
      fs.writeFileSync("${ownNode}", "");
      fs.writeFileSync("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));`;
    expect(run("tools", npm)).toMatchObject({ status: 0, stdout: "" });
  });

  test("is silent and leaves npm alone when all packages are there", () => {
    write(ownNode, "");
    write(
      "node_modules/.package-lock.json",
      JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }),
    );
    expect(run("tools", "process.exit(1)")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("notices a package whose version the lock file has changed", () => {
    write(ownNode, "");
    write(
      "node_modules/.package-lock.json",
      JSON.stringify({ packages: { "node_modules/a": { version: "0.9.0" } } }),
    );
    expect(run("tools", "process.exit(1)").status).toBe(1);
  });
});
