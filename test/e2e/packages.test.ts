import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";
import { builtFolder, repository } from "../../src/cli/build-extension.ts";
import { builtEntries } from "../../src/cli/release/make-packages.ts";

/** Looks at what was built, without a browser. */
interface Manifest {
  version: string;
  permissions: string[];
  host_permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: Record<string, string>;
  web_accessible_resources?: unknown;
  externally_connectable?: unknown;
}

const textOf = (path: string) => readFileSync(join(repository, path), "utf8");
const packageJson = JSON.parse(textOf("package.json")) as {
  version: string;
  dependencies: Record<string, string>;
};

describe.each(browserKinds)("the package for %s", (kind) => {
  const folder = builtFolder(kind);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  const entries = builtEntries(folder);

  test("asks for the permissions that the stores and the readers are told of, and for no other", () => {
    const told = parse(textOf("src/store/permissions.yml")) as Record<"required" | "optional", string[]>;
    const { permissions, optional_permissions: optional } = manifest;
    // Each browser leaves out of the lists only what they say that it has not, or has in the other one.
    const wanted = {
      required: told.required.filter((name) => kind === "firefox" || name !== "alarms"),
      optional: told.optional.filter((name) => kind === "chromium" || name === "downloads"),
    };
    expect({ required: permissions.toSorted(), optional: optional.toSorted() }).toEqual({
      required: wanted.required.toSorted(),
      optional: wanted.optional.toSorted(),
    });
    expect(manifest.host_permissions.filter((pattern) => /^\*:\/\/\*\/|<all_urls>/.test(pattern))).toEqual(
      [],
    );
    expect(manifest.optional_host_permissions).toEqual(["*://*/*"]);
  });

  test("lets nobody in: its policy is spelled out, pages reach no file of it, and no site may write to it", () => {
    const policy = manifest.content_security_policy.extension_pages ?? "";
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).not.toMatch(/unsafe|data:|blob:/);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test("has the version of package.json, which the changelog knows", () => {
    expect(manifest.version).toBe(packageJson.version);
    expect(textOf("CHANGELOG.md")).toMatch(
      new RegExp(`^## ${packageJson.version.replaceAll(".", "\\.")}\\b`, "m"),
    );
  });

  test("has the licence of every runtime dependency, of all that came with it, and of the dataset", () => {
    const licences = readFileSync(join(folder, "licences.txt"), "utf8");
    const listed = new Set([...licences.matchAll(/^(\S+) \d\S* \(/gm)].map(([, name]) => name));
    expect(Object.keys(packageJson.dependencies).filter((name) => !listed.has(name))).toEqual([]);
    // Texts that only these packages have tell that they are in the files, whatever the builder says.
    const code = entries.filter(({ path }) => path.endsWith(".js")).map(({ bytes }) => String(bytes));
    const signs: Record<string, RegExp> = {
      micromark: /codeFlowValue/,
      "character-entities": /CounterClockwiseContourIntegral/,
      zod: /Invalid element at key/,
    };
    for (const [name, sign] of Object.entries(signs)) {
      expect(
        code.some((text) => sign.test(text)),
        name,
      ).toBe(true);
      expect(
        [...listed].some((one) => one?.startsWith(name)),
        name,
      ).toBe(true);
    }
    expect(licences).toContain("Creative Commons Attribution 4.0");
  });

  test("holds nothing of the machine on which it was built, and no map of its sources", () => {
    const own = Buffer.from(repository);
    expect(entries.filter(({ bytes }) => Buffer.from(bytes).includes(own)).map(({ path }) => path)).toEqual(
      [],
    );
    expect(entries.filter(({ path }) => path.endsWith(".map")).map(({ path }) => path)).toEqual([]);
  });
});

test("the linter of Firefox's store has nothing to say of the package: no error, no warning, no notice", () => {
  const linter = join(repository, "node_modules/web-ext/bin/web-ext.js");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [linter, "lint", "--source-dir", builtFolder("firefox"), "--output", "json", "--no-config-discovery"],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<string, unknown[]>;
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});
