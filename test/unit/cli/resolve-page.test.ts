import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PageFailure, resolvePage } from "../../../src/cli/resolve-page.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "telecom-lens-pages-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("a page for npm start", () => {
  test("may be a web address, which the extension then may read", async () => {
    const page = await resolvePage("https://news.example.com:8080/a?b=c");
    expect(page).toMatchObject({
      url: "https://news.example.com:8080/a?b=c",
      permissions: ["https://news.example.com/*"],
    });
  });

  test("may be a file, which is served on this machine as it is", async () => {
    writeFileSync(join(folder, "my page.html"), "<p>Përshëndetje");
    const page = await resolvePage("my page.html", folder);
    try {
      expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/my%20page\.html$/);
      expect(page.permissions).toEqual([]);
      const response = await fetch(page.url);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await response.text()).toBe("<p>Përshëndetje");
    } finally {
      await page.close();
    }
  });

  test("in another encoding is not called UTF-8", async () => {
    writeFileSync(join(folder, "old.html"), Buffer.from("<meta charset=windows-1252><p>caf\xe9", "latin1"));
    const page = await resolvePage("old.html", folder);
    try {
      expect((await fetch(page.url)).headers.get("content-type")).toBe("text/html");
    } finally {
      await page.close();
    }
  });

  test.each([
    ["nowhere.html", "There is no file nowhere.html"],
    ["folder.html", "is a folder"],
    ["notes.txt", "npm run -s mentions -- notes.txt"],
    ["empty.html", "is empty"],
    ["binary.html", "is not a text file"],
    ["ftp://example.com/page.html", "give an address with http:// or https://"],
    ["http://", "is not a web address"],
  ])("%s is refused with what to do", async (argument, message) => {
    mkdirSync(join(folder, "folder.html"));
    writeFileSync(join(folder, "notes.txt"), "text");
    writeFileSync(join(folder, "empty.html"), "");
    writeFileSync(join(folder, "binary.html"), Buffer.from([60, 0, 1, 2]));
    const failure = await resolvePage(argument, folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PageFailure);
    expect((failure as Error).message).toContain(message);
  });

  // Root may read everything, so that there the file is simply served.
  test("that may not be read is refused with the reason", async () => {
    writeFileSync(join(folder, "secret.html"), "<p>text");
    chmodSync(join(folder, "secret.html"), 0o000);
    const outcome = await resolvePage("secret.html", folder).then(
      async (page) => {
        await page.close();
        return "served";
      },
      (error: Error) => error.message,
    );
    expect(outcome).toMatch(process.getuid?.() === 0 ? /^served$/ : /cannot be read \(EACCES\)/);
  });
});
