import { spawnSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { contents, measure, packageOf, sectionsOf } from "../package/sample-package.ts";

const dataFolder = resolve(import.meta.dirname, "../../../data");
const page = readFileSync(join(dataFolder, "PACKAGE.md"), "utf8");
const bytes = packageOf({ facts: { ...contents.facts, measures: [measure] } });

const folder = mkdtempSync(join(tmpdir(), "package-page-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "telecom-lens.json"), bytes);

/** The lines of code of a language that the page shows. */
function example(language: string): string {
  const code = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
  expect(code.trim().split("\n")).toHaveLength(3);
  return code;
}

const says = "2026.11.2 CC0-1.0\nxa-2026-01-02-rule restricts Rule on masts\n";
const hasPython = spawnSync("python3", ["-c", ""]).status === 0;

describe("data/PACKAGE.md", () => {
  it("shows three lines of JavaScript that read a package", () => {
    writeFileSync(join(folder, "read.cjs"), example("js"));
    const { stdout, stderr } = spawnSync(process.execPath, ["read.cjs"], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: says, stderr: "" });
  });

  it(`shows three lines of Python that read a package${hasPython ? "" : " (not run: there is no python3 here)"}`, () => {
    writeFileSync(join(folder, "read.py"), example("python"));
    if (!hasPython) return;
    const { stdout, stderr } = spawnSync("python3", ["read.py"], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: says, stderr: "" });
  });

  it("says how to check the signature: Node finds it right by these words", () => {
    expect(page.replace(/\s+/g, " ")).toContain(
      "the text `telecom-lens dataset package`, a line feed, and the manifest as it stands in the file",
    );
    const { manifest, signature } = sectionsOf(bytes);
    const { key, value } = JSON.parse(signature);
    const x = Buffer.from(key, "base64").toString("base64url");
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const signed = Buffer.from(`telecom-lens dataset package\n${manifest}`);
    expect(verify(null, signed, publicKey, Buffer.from(value, "base64"))).toBe(true);
    expect(verify(null, Buffer.from(`${signed} `), publicKey, Buffer.from(value, "base64"))).toBe(false);
  });

  it("names every field of a package and of its manifest", () => {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    for (const field of [...Object.keys(value), ...Object.keys(value.manifest)]) {
      expect(page, field).toContain(`\`${field}\``);
    }
  });

  it("goes with a JSON Schema that takes a package and no other file", () => {
    const schema = JSON.parse(readFileSync(join(dataFolder, "schemas/package.json"), "utf8"));
    const isPackage = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    const value = JSON.parse(new TextDecoder().decode(bytes));
    expect(isPackage(value) || isPackage.errors).toBe(true);
    expect(isPackage({ ...value, manifest: { ...value.manifest, version: "1.0" } })).toBe(false);
    expect(isPackage(value.facts)).toBe(false);
  });
});
