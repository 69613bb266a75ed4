import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export const browserKinds = ["chromium", "firefox"] as const;
/** Chromium stands for everything built on it: Chrome and Edge too. */
export type BrowserKind = (typeof browserKinds)[number];

export interface FoundBrowser {
  kind: BrowserKind;
  path: string;
}

/** CHROMIUM_PATH or FIREFOX_PATH names something that is not there. */
export class WrongPathError extends Error {
  override name = "WrongPathError";
}

interface Machine {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  home: string;
  isProgram(path: string): boolean;
}

/** Commands to look for on the PATH, the likeliest to work with an unpacked extension first. */
const commands: Record<BrowserKind, string[]> = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ],
  firefox: ["firefox", "firefox-esr", "firefox-developer-edition"],
};

const overrides: Record<BrowserKind, string> = { chromium: "CHROMIUM_PATH", firefox: "FIREFOX_PATH" };

/**
 * Finds an installed browser: the one that CHROMIUM_PATH or FIREFOX_PATH names, else on the PATH, else where
 * its installer puts it. Null when there is none.
 *
 * @throws WrongPathError when an override names something that is not there.
 */
export function findBrowser(kind: BrowserKind, machine: Machine = thisMachine()): FoundBrowser | null {
  const { environment, isProgram } = machine;
  const named = environment[overrides[kind]];
  if (named) {
    if (isProgram(named)) return { kind, path: named };
    throw new WrongPathError(
      `${overrides[kind]} is ${named}, which is not a program. Correct it, or unset it to search.`,
    );
  }
  const path = [...onPath(kind, machine), ...wellKnown(kind, machine)].find(isProgram);
  return path ? { kind, path } : null;
}

/** What a person has to do to get a browser, for this platform. */
export function howToInstall(kinds: readonly BrowserKind[], platform = process.platform): string {
  const names = kinds.map((kind) => (kind === "chromium" ? "Chromium, Chrome or Edge" : "Firefox"));
  const links = kinds.map((kind) =>
    kind === "chromium" ? "https://www.google.com/chrome/" : "https://www.mozilla.org/firefox/",
  );
  const debian = kinds.map((kind) => (kind === "chromium" ? "chromium" : "firefox-esr")).join(" ");
  const brew = kinds.map((kind) => (kind === "chromium" ? "google-chrome" : "firefox")).join(" ");
  const winget = kinds.map((kind) => (kind === "chromium" ? "Google.Chrome" : "Mozilla.Firefox")).join(" ");
  const way =
    platform === "darwin"
      ? `brew install --cask ${brew}`
      : platform === "win32"
        ? `winget install ${winget}`
        : `on Debian or Ubuntu: sudo apt-get install ${debian}; elsewhere use your package manager`;
  return (
    `Install ${names.join(" and ")} (${way}; or ${links.join(", ")}).\n` +
    `If it is installed in an unusual place, give its program: ${kinds.map((kind) => `${overrides[kind]}=/path`).join(" ")}`
  );
}

function onPath(kind: BrowserKind, { platform, environment }: Machine): string[] {
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const suffix = platform === "win32" ? ".exe" : "";
  return commands[kind].flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function wellKnown(kind: BrowserKind, { platform, environment, home }: Machine): string[] {
  if (platform === "darwin") {
    const apps =
      kind === "firefox"
        ? ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"]
        : [
            "Chromium.app/Contents/MacOS/Chromium",
            "Google Chrome.app/Contents/MacOS/Google Chrome",
            "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
          ];
    return ["/Applications", join(home, "Applications")].flatMap((folder) =>
      apps.map((app) => join(folder, app)),
    );
  }
  if (platform === "win32") {
    const roots = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap(
      (name) => environment[name] ?? [],
    );
    const programs =
      kind === "firefox"
        ? ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"]
        : [
            "Chromium\\Application\\chrome.exe",
            "Google\\Chrome\\Application\\chrome.exe",
            "Microsoft\\Edge\\Application\\msedge.exe",
          ];
    return roots.flatMap((root) => programs.map((program) => `${root}\\${program}`));
  }
  return kind === "firefox"
    ? ["/usr/lib/firefox/firefox", "/opt/firefox/firefox", "/snap/bin/firefox"]
    : ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    isProgram: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
  };
}
