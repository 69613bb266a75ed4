import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, isCode, placeOf, repository, type SourceFile } from "./source-files.ts";

/** Code that ships; the commands run on the maintainer's machine and follow other rules. */
const shipped = filesIn("src", "entrypoints").filter(
  (file) => isCode(file) && !file.path.startsWith("src/cli/"),
);

function findings(files: SourceFile[], pattern: RegExp, remedy: string): string[] {
  return files.flatMap((file) =>
    [...withoutComments(file.text).matchAll(pattern)].map(
      (match) => `${placeOf(file, match.index)}: ${match[0]}: ${remedy}`,
    ),
  );
}

/** Comments blanked out, so that offsets stay. A `//` inside an address does not begin one. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
}

const markup =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|document\.write)\b/g;
const execution = /\beval\s*\(|\bnew\s+Function\b|\bsetTimeout\s*\(\s*["'`]/g;
const network =
  /\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection)\b|\bfetch\s*\(/g;
/** A class of characters whose backslash was forgotten: it is a letter p, and a bracket. */
const classWithoutBackslash = /(?<![\w\\])p\{[A-Z]\w*\}/g;
/** With a host in it: `https://${site}` names none. */
const address = /["'`](?:https?|wss?):\/\/[\w.-]+[^"'`]*/g;

describe("code that ships", () => {
  test("never inserts strings as markup", () => {
    expect(findings(shipped, markup, "set textContent, or render with preact.")).toEqual([]);
  });

  test("names classes of characters with their backslash", () => {
    const all = filesIn("src", "entrypoints", "data", "test").filter(isCode);
    expect(findings(all, classWithoutBackslash, "write \\p{…}, with the flag u.")).toEqual([]);
  });

  test("never runs strings as code", () => {
    expect(findings(shipped, execution, "write the code itself.")).toEqual([]);
  });

  test("asks the network for nothing but a dataset package; the other fetch reads our own bundled files", () => {
    const found = findings(shipped, network, "nothing may leave the browser (P1).");
    const fetches: [path: string, fetch: string][] = [
      ["src/background/download-package.ts", "fetch(url, {"],
      ["src/background/start-background.ts", "fetch(browser.runtime.getURL(path)"],
    ];
    const isOurs = (line: string) => fetches.some(([path]) => line.startsWith(`${path}:`));
    expect(found.filter((line) => !isOurs(line))).toEqual([]);
    for (const [path, text] of fetches) {
      const file = shipped.find((one) => one.path === path);
      expect(withoutComments(file?.text ?? "").match(/fetch\((\w+, \{|[^)]*\))/g)).toEqual([text]);
    }
  });

  test("tells nobody who asks for a dataset package, and only the updates of the dataset ask", () => {
    const download = shipped.find(({ path }) => path === "src/background/download-package.ts");
    for (const guard of [
      'credentials: "omit"',
      'referrerPolicy: "no-referrer"',
      'cache: "no-store"',
      'redirect: "manual"',
    ])
      expect(download?.text).toContain(guard);
    const asking = shipped.filter(({ text }) => text.includes("downloadPackage("));
    expect(asking.map(({ path }) => path)).toEqual([
      "src/background/dataset-updates.ts",
      "src/background/download-package.ts",
    ]);
  });

  test("holds no network address outside of the data", () => {
    const namespaces = /http:\/\/www\.w3\.org\//;
    const found = findings(shipped, address, "addresses belong into data/, with the record they support.");
    expect(found.filter((line) => !namespaces.test(line))).toEqual([]);
  });

  test("would be caught doing any of this", () => {
    const text = 'a.innerHTML = b; eval(c); fetch("https://example.org/x"); // innerHTML';
    const bad = [{ path: "src/page/bad.ts", text }];
    expect(findings(bad, markup, "")).toHaveLength(1);
    expect(findings(bad, execution, "")).toHaveLength(1);
    expect(findings(bad, network, "")).toHaveLength(1);
    expect(findings(bad, address, "")).toHaveLength(1);
  });
});

describe("core", () => {
  test("is compiled without the DOM, the browser and Node", () => {
    const { compilerOptions } = JSON.parse(
      readFileSync(join(repository, "src/core/tsconfig.json"), "utf8"),
    ) as { compilerOptions: { lib: string[]; types: string[] } };
    expect(compilerOptions.lib, "core may know no DOM: keep its lib to the language").toEqual(["ESNext"]);
    expect(compilerOptions.types, "core may know no browser API and no Node").toEqual([]);
  });

  test("asks no clock", () => {
    const core = shipped.filter(({ path }) => path.startsWith("src/core/"));
    const clock = /\bDate\.now\s*\(|\bnew\s+Date\s*\(\s*\)|\bperformance\.now\b|\bMath\.random\b/g;
    expect(findings(core, clock, "take the day as an argument; the background knows it.")).toEqual([]);
  });
});
