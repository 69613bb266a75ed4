import { afterEach, describe, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { noticeTime } from "../../../src/page/card/create-card.tsx";
import { operatorCard, shownMention, uncertainCard, vendorCard } from "../../support/card-samples.ts";
import { closeCard, openCard } from "./open-card.ts";

afterEach(() => {
  closeCard();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const names = (calls: unknown[][]) => calls.map(([name]) => name).filter((name) => name !== "focusEntered");

describe("“not this one”", () => {
  test.each([
    ["On this page", "here"],
    ["On this site", "site"],
    ["Everywhere", "everywhere"],
  ])("offers “%s”", async (label, scope) => {
    const { button, events, text } = openCard(vendorCard);
    button("Not this one").click();
    await expect.poll(text).toContain("Do not mark “Vendor A” as Vendor A");
    button(label).click();
    expect(events.calls.at(-1)).toEqual(["notThisOne", scope]);
  });

  test("puts the focus on the first choice, and says when the choice was refused", async () => {
    const { button, events, root, text } = openCard(vendorCard);
    let problem: Error | null = null;
    events.notThisOne = async () => {
      if (problem) throw problem;
      return false;
    };
    button("Not this one").click();
    await expect.poll(() => root.activeElement?.textContent).toBe("On this page");
    await userEvent.keyboard("{Enter}");
    await expect.poll(text).toContain("That did not work: The choice could not be kept.");
    problem = new Error("The disk is full.");
    button("Everywhere").click();
    await expect.poll(text).toContain("That did not work: The disk is full.");
  });
});

describe("what was done", () => {
  test("is told in the card's place and can be taken back", async () => {
    const { card, anchor, text, button, events } = openCard(vendorCard);
    const undone: string[] = [];
    card.notify(
      {
        what: "not-this-one",
        surface: "Acme",
        name: "Acme Radio",
        undo: async () => void undone.push("undone"),
      },
      anchor,
      {
        focus: false,
      },
    );
    await expect.poll(text).toContain("“Acme” is no longer marked as Acme Radio.");
    button("Undo").click();
    await expect.poll(() => names(events.calls).at(-1)).toBe("dismissed");
    expect(undone).toEqual(["undone"]);
  });

  test("is read out: its region is there before its text", async () => {
    const { card, anchor, root } = openCard(vendorCard);
    card.notify({ what: "site-off", host: "news.example" }, anchor, { focus: false });
    const status = root.querySelector("[role=status]");
    expect(status?.textContent).toBe("");
    await expect.poll(() => status?.textContent).toBe("Nothing is marked on news.example any more.");
  });

  test("puts the way back under the fingers of who works by keyboard", async () => {
    const { card, anchor, root } = openCard(vendorCard);
    card.notify({ what: "site-off", host: "news.example", undo: async () => {} }, anchor, { focus: true });
    await expect.poll(() => root.activeElement?.textContent).toBe("Undo");
  });

  test("leaves the focus to who works with the pointer, so that it goes by itself", async () => {
    const { card, anchor, root, button, text } = openCard(vendorCard, { focus: false });
    button("Not this one").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    card.notify({ what: "site-off", host: "news.example", undo: async () => {} }, anchor, { focus: true });
    await expect.poll(text).toContain("Nothing is marked");
    expect(root.activeElement).toBeNull();
  });

  test("says so when it could not be taken back, and stays", async () => {
    const { card, anchor, text, button, events } = openCard(vendorCard);
    const undo = async () => {
      throw new Error("The disk is full.");
    };
    card.notify({ what: "site-off", host: "news.example", undo }, anchor, { focus: false });
    button("Undo").click();
    await expect.poll(text).toContain("That did not work: The disk is full.");
    expect(names(events.calls)).not.toContain("dismissed");
  });

  test("goes by itself after some seconds, and never while the focus is on it", () => {
    vi.useFakeTimers();
    const { card, anchor, events, button } = openCard(vendorCard, { focus: false });
    card.notify({ what: "site-off", host: "news.example", undo: async () => {} }, anchor, { focus: false });
    vi.advanceTimersByTime(noticeTime - 1);
    expect(names(events.calls)).not.toContain("dismissed");
    button("Undo").focus();
    vi.advanceTimersByTime(noticeTime);
    expect(names(events.calls)).not.toContain("dismissed");
    button("Undo").blur();
    vi.advanceTimersByTime(noticeTime);
    expect(names(events.calls)).toContain("dismissed");
  });
});

describe("my notes here", () => {
  test("are shown with their days, and those elsewhere are counted", async () => {
    const { button, text, events } = openCard({ ...vendorCard, notes: 5 });
    expect(text()).not.toContain("Compare the cap");
    button("5 notes").click();
    await expect.poll(text).toContain("Compare the cap with the German draft.");
    expect(text()).toContain("20 Nov 2026");
    expect(text()).toContain("3 more on other pages");
    expect(events.calls).toContainEqual(["notesHere", "vendor-a"]);
    button("All your notes").click();
    expect(events.calls.at(-1)).toEqual(["allNotes"]);
    button("Edit in the list").click();
    expect(events.calls.at(-1)).toEqual(["allNotes", "1"]);
  });

  test("that could not be opened are no empty list", async () => {
    const { button, text, events } = openCard(vendorCard);
    events.notesHere = async () => {
      throw new Error("The database is damaged.");
    };
    button("2 notes").click();
    await expect.poll(text).toContain("Your notes could not be opened: The database is damaged.");
    expect(text()).not.toContain("No note of yours");
  });
});

describe("a note being written", () => {
  test("gives the focus back to its button when it is cancelled, and when it is saved", async () => {
    const { button, root, text } = openCard(vendorCard);
    button("Add note").click();
    await expect.poll(() => root.activeElement?.localName).toBe("textarea");
    button("Cancel").click();
    expect(root.activeElement?.textContent).toBe("Add note");
    await expect.poll(() => root.querySelector("textarea")).toBeNull();
    button("Add note").click();
    await expect.poll(() => root.activeElement?.localName).toBe("textarea");
    await userEvent.keyboard("Kept");
    button("Save note").click();
    await expect.poll(text).toContain("Note saved.");
    expect(root.activeElement?.textContent).toBe("Add note");
    await expect.poll(text).toContain("3 notes");
  });

  test("is still there when the card was closed and opened again", async () => {
    const { card, button, root, anchor } = openCard(vendorCard);
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")).toBeTruthy();
    await userEvent.keyboard("Half a thought");
    card.hide();
    card.show(shownMention(vendorCard), anchor, { focus: true });
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")?.value).toBe("Half a thought");
    button("Cancel").click();
    await expect.poll(() => root.querySelector("textarea")).toBeNull();
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")?.value).toBe("");
  });

  test("on a passage ends with a word that it is saved, and the focus on it", async () => {
    const { card, anchor, root, text, button } = openCard(vendorCard);
    card.writeNote({ quote: "a passage", prefix: "", suffix: "" }, anchor);
    await expect.poll(() => root.activeElement?.localName).toBe("textarea");
    await userEvent.keyboard("Mine");
    button("Save note").click();
    await expect.poll(text).toContain("Note saved.");
    await expect.poll(() => root.activeElement?.getAttribute("aria-label")).toBe("Close");
  });
});

describe("“cite”", () => {
  test("copies the statement with publisher, dates and dataset, and says so", async () => {
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void written.push(text));
    const { button, text } = openCard(vendorCard);
    button("Cite").click();
    await expect.poll(text).toContain("Copied as a citation");
    expect(written[0]).toContain("Vendor A in Country A. On 2020-02-01: Cap on high-risk vendors");
    expect(written[0]).toContain("Example Gazette: “The decision in full” (2020-01-28, checked 2026-11-24)");
    expect(written[0]).toContain("Telecom Lens dataset 2026.11.0 (2026-11-24)");
  });

  test("works without the clipboard API, as on pages without https, and leaves the focus", async () => {
    vi.spyOn(navigator, "clipboard", "get").mockReturnValue(undefined as never);
    const selected: string[] = [];
    vi.spyOn(document, "execCommand").mockImplementation((command) => {
      const field = root.activeElement as HTMLTextAreaElement;
      selected.push(command, field.value.slice(field.selectionStart, field.selectionEnd));
      return true;
    });
    const { button, text, root } = openCard(vendorCard);
    button("More").click();
    await expect.poll(() => button("Cite").checkVisibility()).toBe(true);
    button("Cite").focus();
    button("Cite").click();
    await expect.poll(text).toContain("Copied as a citation");
    expect(selected[0]).toBe("copy");
    expect(selected[1]).toContain("Telecom Lens dataset 2026.11.0");
    expect(root.querySelector("textarea")).toBeNull();
    expect(root.activeElement?.textContent).toBe("Cite");
  });

  test("says when the browser did not allow it", async () => {
    vi.spyOn(navigator, "clipboard", "get").mockReturnValue(undefined as never);
    vi.spyOn(document, "execCommand").mockReturnValue(false);
    const { button, text } = openCard(vendorCard);
    button("Cite").click();
    await expect.poll(text).toContain("The browser did not allow copying.");
  });
});

describe("an uncertain match", () => {
  test("lets the reader choose a candidate, and keeps the focus on it", async () => {
    const { card, button, root, text, events, anchor } = openCard(uncertainCard);
    expect(button("XACountry A").getAttribute("aria-pressed")).toBe("false");
    button("XACountry A").focus();
    button("XACountry A").click();
    expect(events.calls.at(-1)).toEqual(["candidateChosen", "country-a"]);
    const chosen = {
      ...uncertainCard,
      entity: { id: "country-a", name: "Country A", kind: "country" as const, code: "XA" },
    };
    const before = shownMention(uncertainCard, "uncertain");
    card.show(before, anchor, { focus: true });
    button("XACountry A").focus();
    card.show({ ...before, model: chosen }, anchor, { focus: false });
    await expect.poll(() => root.querySelector("h2")?.textContent).toBe("Country A");
    expect(button("XACountry A").getAttribute("aria-pressed")).toBe("true");
    expect(root.activeElement).toBe(button("XACountry A"));
    expect(text()).toContain("Operator A");
  });
});

describe("the keyboard", () => {
  test("goes around inside the card with Tab", async () => {
    const { root, frame, button } = openCard(operatorCard);
    expect(root.activeElement).toBe(frame);
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect(root.activeElement?.textContent).toBe("More");
    await userEvent.keyboard("{Tab}");
    expect(root.activeElement).toBe(button("Previous mention"));
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    expect(root.activeElement?.textContent).toBe("More");
  });
});
