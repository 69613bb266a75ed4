import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const command = join(import.meta.dirname, "../../src/cli/mentions.ts");
const data = join(import.meta.dirname, "../fixtures/data-valid");
let folder = "";

function run(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder, NO_COLOR: "1" };
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, "--data", data, ...args], {
    env,
    encoding: "utf8",
  });
  return { stdout, stderr, status };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mentions-"));
  writeFileSync(
    join(folder, "a.txt"),
    "\ufeffOfficials in Northland spoke.\r\n\r\nAc\u00adme’s answer: Acme\nRadio said no.\n",
  );
  writeFileSync(join(folder, "empty.txt"), " \n");
  writeFileSync(join(folder, "latin1.txt"), Buffer.from([0x48, 0xfc, 0x61]));
  writeFileSync(join(folder, "a.md"), "Acme Radio");
  const text =
    "<p>The <b>Ac</b>me decision was taken after a long debate in which everybody spoke at length.</p>";
  writeFileSync(
    join(folder, "a.html"),
    `<html lang="en"><head><meta property="og:type" content="article"><meta property="article:published_time" content="2020-02-01T10:00:00Z"></head><body><nav>Acme Radio</nav><h1>Northland and Acme Radio</h1>${text.repeat(4)}</body></html>`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("mentions --json", () => {
  it("gives offsets into the .txt as it is", () => {
    const { stdout, status } = run("--json", "--published", "2020-02-01", "a.txt");
    expect(status).toBe(0);
    const text = "\ufeffOfficials in Northland spoke.\r\n\r\nAc\u00adme’s answer: Acme\nRadio said no.\n";
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ file: "a.txt", lang: "en", published: "2020-02-01" });
    for (const { start, end, surface } of answer.mentions) expect(text.slice(start, end)).toBe(surface);
    const surfaces = answer.mentions.map(({ surface }: { surface: string }) => surface);
    expect(surfaces).toEqual(["Northland", "Ac\u00adme", "Acme\nRadio"]);
  });

  it("gives offsets into the text of an .html, with its language and date", () => {
    const { stdout } = run("--json", "a.html");
    const { text, lang, published, mentions } = JSON.parse(stdout);
    expect({ lang, published }).toEqual({ lang: "en", published: "2020-02-01" });
    expect(mentions.map(({ surface }: { surface: string }) => surface)).toEqual([
      "Northland",
      "Acme Radio",
      ...Array(4).fill("Acme"),
    ]);
    for (const { start, end, surface } of mentions) expect(text.slice(start, end)).toBe(surface);
  });

  it("writes one line a file", () => {
    expect(run("--json", "a.txt", "a.html").stdout.trim().split("\n")).toHaveLength(2);
  });
});

describe("mentions", () => {
  it("prints a table, and with --why the reasons", () => {
    const { stdout, status } = run("--why", "a.txt");
    expect(status).toBe(0);
    expect(stdout).toMatch(/Acme Radio .*vendor .*name 'Acme Radio'/);
  });

  it.each([
    ["missing.txt", "missing.txt does not exist; check the path."],
    ["a.md", "a.md is neither .txt nor .html; save it as one of them."],
    ["empty.txt", "empty.txt is empty; there is nothing to look at."],
    ["latin1.txt", "latin1.txt is not UTF-8 text; save it with that encoding."],
    [".", ". is a folder; name the files in it."],
  ])("refuses %s, says why, and goes on with the others", (file, message) => {
    const { stdout, stderr, status } = run("--json", file, "a.txt");
    expect(stderr).toContain(message);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ file: "a.txt" });
  });

  it("refuses a day that is none", () => {
    const { stderr, status } = run("--published", "yesterday", "a.txt");
    expect(stderr).toContain("YYYY-MM-DD");
    expect(status).not.toBe(0);
  });
});
