import { describe, expect, test } from "vitest";
import { findBrowser, howToInstall, WrongPathError } from "../../../src/cli/browsers/find-browser.ts";

function machine(platform: NodeJS.Platform, programs: string[], environment: NodeJS.ProcessEnv = {}) {
  return {
    platform,
    environment,
    home: "/home/reader",
    isProgram: (path: string) => programs.includes(path),
  };
}

describe("a browser is found", () => {
  test("on the PATH", () => {
    const linux = machine("linux", ["/usr/bin/chromium", "/usr/bin/firefox-esr"], { PATH: "/bin:/usr/bin" });
    expect(findBrowser("chromium", linux)?.path).toBe("/usr/bin/chromium");
    expect(findBrowser("firefox", linux)?.path).toBe("/usr/bin/firefox-esr");
  });

  test("where its installer puts it", () => {
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(findBrowser("chromium", machine("darwin", [chrome]))?.path).toBe(chrome);
    const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
    const windows = machine("win32", [edge], { "ProgramFiles(x86)": "C:\\Program Files (x86)" });
    expect(findBrowser("chromium", windows)?.path).toBe(edge);
  });

  test("where the environment says, before anywhere else", () => {
    const programs = ["/usr/bin/firefox", "/opt/nightly/firefox"];
    const environment = { PATH: "/usr/bin", FIREFOX_PATH: "/opt/nightly/firefox" };
    expect(findBrowser("firefox", machine("linux", programs, environment))?.path).toBe(
      "/opt/nightly/firefox",
    );
  });
});

describe("where there is none", () => {
  test("the answer is null, and the advice fits the platform", () => {
    expect(findBrowser("chromium", machine("linux", []))).toBeNull();
    expect(howToInstall(["chromium", "firefox"], "linux")).toContain("apt-get install chromium firefox-esr");
    expect(howToInstall(["firefox"], "darwin")).toContain("brew install --cask firefox");
    expect(howToInstall(["chromium"], "win32")).toContain("winget install Google.Chrome");
  });

  test("a wrong path in the environment is said to be wrong", () => {
    const wrong = machine("linux", [], { CHROMIUM_PATH: "/nowhere/chromium" });
    expect(() => findBrowser("chromium", wrong)).toThrow(WrongPathError);
    expect(() => findBrowser("chromium", wrong)).toThrow("/nowhere/chromium, which is not a program");
  });
});
