import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { originPattern, permitLocalPages } from "../../../src/cli/browsers/permit-local-pages.ts";

test("a copy of the extension may run on this machine's pages, and the build itself stays as it is", () => {
  const build = mkdtempSync(join(tmpdir(), "telecom-lens-build-"));
  const manifest = JSON.stringify({
    host_permissions: ["*://example.com/*"],
    content_scripts: [{ matches: ["*://example.com/*"], js: ["page.js"] }],
  });
  writeFileSync(join(build, "manifest.json"), manifest);
  const copy = permitLocalPages(build, [originPattern("https://news.example.org:8443/a")]);
  const changed = JSON.parse(readFileSync(join(copy.folder, "manifest.json"), "utf8"));
  const expected = [
    "*://example.com/*",
    "http://127.0.0.1/*",
    "http://localhost/*",
    "https://news.example.org/*",
  ];
  expect(changed.host_permissions).toEqual(expected);
  expect(changed.content_scripts[0].matches).toEqual(expected);
  expect(readFileSync(join(build, "manifest.json"), "utf8")).toBe(manifest);
  copy.remove();
  expect(existsSync(copy.folder)).toBe(false);
  rmSync(build, { recursive: true });
});
