import { describe, expect, it } from "vitest";
import { openNote } from "../../../src/background/open-note.ts";
import type { Services } from "../../../src/background/services.ts";
import { sampleNotes } from "../../support/interface-samples.ts";

const note = sampleNotes.find(({ passage }) => passage) ?? sampleNotes[0];
if (!note) throw new Error("there are no samples");
const { id, page } = note;

function tabsOf(open: { url?: string; inPrivate?: boolean; answers?: boolean }[]) {
  const shown: number[] = [];
  const asked: number[] = [];
  const services = {
    notes: { get: async (wanted: string) => (wanted === id ? note : undefined) },
    tabs: {
      all: async () => open.map((_, tabId) => tabId),
      about: async (tabId: number) => open[tabId] ?? {},
      call: async (tabId: number) => {
        asked.push(tabId);
        if (open[tabId]?.answers === undefined) throw new Error("nobody is there");
        return open[tabId]?.answers;
      },
      showWithWindow: async (tabId: number) => void shown.push(tabId),
    },
  } as unknown as Pick<Services, "notes" | "tabs">;
  return { services, shown, asked };
}

describe("a note is shown", () => {
  it("in the tab that has its article open, which comes to the front", async () => {
    const { services, shown, asked } = tabsOf([
      { url: "https://other.example/" },
      {},
      { url: `${page.url}#part`, answers: true },
    ]);
    expect(await openNote(services, id)).toBe(true);
    expect({ shown, asked }).toEqual({ shown: [2], asked: [2] });
  });

  it("in the first that can show it", async () => {
    const { services, shown } = tabsOf([
      { url: page.url },
      { url: page.url, answers: false },
      { url: page.url, answers: true },
    ]);
    expect(await openNote(services, id)).toBe(true);
    expect(shown).toEqual([2]);
  });

  it("not in a private window, and not where no tab has it", async () => {
    const { services, shown, asked } = tabsOf([{ url: page.url, inPrivate: true, answers: true }]);
    expect(await openNote(services, id)).toBe(false);
    expect(await openNote(services, crypto.randomUUID())).toBe(false);
    expect({ shown, asked }).toEqual({ shown: [], asked: [] });
  });
});
