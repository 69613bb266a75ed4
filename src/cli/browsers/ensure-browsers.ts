import { spawnSync } from "node:child_process";
import { type BrowserKind, browserKinds, findBrowser, howToInstall } from "./find-browser.ts";

const aptPackages: Record<BrowserKind, string[]> = { chromium: ["chromium"], firefox: ["firefox-esr"] };
/** A bare system has no fonts at all; this family covers nearly every alphabet, so that pages look right. */
const fontPackage = "fonts-noto-core";

/** A browser is missing and could not be installed; the message says which, and what to do. */
export class MissingBrowserError extends Error {
  override name = "MissingBrowserError";
}

/**
 * Makes sure that the browsers are there, and installs them with apt where that needs nobody's password: as
 * root on Debian and its relatives.
 *
 * @throws MissingBrowserError
 */
export function ensureBrowsers(kinds: readonly BrowserKind[]): void {
  const missing = () => kinds.filter((kind) => findBrowser(kind) === null);
  const before = missing();
  if (before.length === 0) return;
  const names = before.map((kind) => (kind === "firefox" ? "Firefox" : "Chromium, Chrome or Edge"));
  const problem = `Not found on this computer: ${names.join(" and ")}.`;
  if (!canUseApt()) throw new MissingBrowserError(`${problem}\n${howToInstall(before)}`);
  const packages = [...before.flatMap((kind) => aptPackages[kind]), fontPackage];
  console.error(`${problem} Installing ${packages.join(", ")} with apt-get (a minute or two) …`);
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const { status, stdout, stderr } = spawnSync("apt-get", ["-q", ...args], {
      encoding: "utf8",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      maxBuffer: 64 * 1024 * 1024,
    });
    // A stale mirror in the list fails an update that may still suffice; the installation decides.
    if (status !== 0 && args[0] === "install") {
      const last = `${stdout}${stderr}`.trim().split("\n").slice(-8).join("\n");
      throw new MissingBrowserError(
        `apt-get install failed. Is there a network connection? It said:\n${last}\n${howToInstall(before)}`,
      );
    }
  }
  const after = missing();
  if (after.length > 0) {
    throw new MissingBrowserError(`apt-get installed no usable browser.\n${howToInstall(after)}`);
  }
}

function canUseApt(): boolean {
  return (
    process.platform === "linux" &&
    process.getuid?.() === 0 &&
    spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0
  );
}

if (import.meta.main) {
  try {
    ensureBrowsers(browserKinds.filter((kind) => process.argv.includes(kind)));
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
