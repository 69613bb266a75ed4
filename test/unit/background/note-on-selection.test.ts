import { describe, expect, test } from "vitest";
import { noteOnSelection } from "../../../src/background/annotate-once.ts";
import type { Tabs } from "../../../src/background/services.ts";

/** A tab in whose frames our script may run or not, and where something is selected in one of them. */
function tab({ runs = false, mayRun = true, selectedIn = 0 as number | null } = {}) {
  const running = new Set(runs ? [0] : []);
  const done: string[] = [];
  const tabs = {
    call: async (_: number, name: string, __: object, frameId = 0) => {
      if (!running.has(frameId)) throw new Error("nobody there");
      done.push(`${name} ${frameId}`);
      return name !== "tab.noteOnSelection" || frameId === selectedIn;
    },
    insertStyle: async () => mayRun,
    runScript: async (_: number, frameId: number, file: string) => {
      done.push(`${file} ${frameId}`);
      if (mayRun) running.add(frameId);
      return mayRun;
    },
  } as unknown as Tabs;
  return { tabs, done };
}

describe("a note on the selection", () => {
  test("is opened by the script that runs, and nothing else is run", async () => {
    const { tabs, done } = tab({ runs: true });
    expect(await noteOnSelection(tabs, 7)).toBe(true);
    expect(done).toEqual(["tab.noteOnSelection 0"]);
  });

  test("has the script run first where it does not: the menu and the shortcut give access", async () => {
    const { tabs, done } = tab();
    expect(await noteOnSelection(tabs, 7)).toBe(true);
    expect(done).toEqual(["/page.js 0", "tab.noteOnSelection 0"]);
  });

  test("is not opened where the browser forbids it, or nothing is selected", async () => {
    expect(await noteOnSelection(tab({ mayRun: false }).tabs, 7)).toBe(false);
    expect(await noteOnSelection(tab({ runs: true, selectedIn: null }).tabs, 7)).toBe(false);
  });

  test("made in a frame of the page is opened there", async () => {
    const { tabs, done } = tab({ runs: true, selectedIn: 4 });
    expect(await noteOnSelection(tabs, 7, 4)).toBe(true);
    expect(done).toEqual(["tab.noteOnSelection 0", "/page.js 4", "tab.noteOnSelection 4"]);
  });
});
