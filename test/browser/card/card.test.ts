import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Card } from "../../../src/page/card/card-face.ts";
import { createCard } from "../../../src/page/card/create-card.tsx";
import {
  noRecordCard,
  officialCard,
  policyCard,
  recordingEvents,
  shownMention,
  vendorCard,
} from "../../support/card-samples.ts";

let card: Card | undefined;

function open(model = vendorCard, certainty: "certain" | "uncertain" = "certain") {
  document.body.innerHTML = "<main><h1>Article</h1><p id=line>Vendor A in Country A</p></main>";
  const events = recordingEvents();
  card = createCard(events, "open");
  const range = new Range();
  range.selectNodeContents(document.getElementById("line") as HTMLElement);
  card.show(shownMention(model, certainty), { range }, { focus: true });
  const root = card.host.shadowRoot as ShadowRoot;
  const text = () => root.querySelector(".card")?.textContent ?? "";
  const button = (name: string) =>
    [...root.querySelectorAll("button")].find(
      (element) => element.getAttribute("aria-label") === name || element.textContent.startsWith(name),
    ) as HTMLButtonElement;
  return { events, root, text, button, range };
}

afterEach(() => {
  card?.destroy();
  card = undefined;
});

describe("the card", () => {
  test("puts the policy on the article's day beside the policy now", () => {
    const { text } = open();
    expect(text()).toContain("On 1 Feb 2020, this article");
    expect(text()).toContain("Restricted");
    expect(text()).toContain("Decided 28 Jan 2020");
    expect(text()).toContain("Government policy, not law");
    expect(text()).toContain("Prohibited");
    expect(text()).toContain("In force since 13 Oct 2022");
    expect(text()).toContain("Article date 1 Feb 2020, from what the page tells search engines");
  });

  test("gives both sides of what is contested", () => {
    const { text } = open();
    expect(text()).toContain("The vendor is a risk that can be managed.");
    expect(text()).toContain("Vendor A answers:");
  });

  test("says an order that a court stopped is suspended, and never in force", () => {
    const { text } = open(policyCard);
    expect(text()).toContain("Suspended");
    expect(text()).not.toContain("Prohibited");
    expect(text()).toContain("No article date was found");
  });

  test("says no record as exactly that", () => {
    const { text } = open(noRecordCard);
    expect(text()).toContain("No record");
    expect(text()).toContain("does not mean that there is no restriction");
    expect(text()).toContain("Searched 22 Nov 2026");
  });

  test("gives a person's office then and now", () => {
    const { text } = open(officialCard);
    expect(text()).toContain("Foreign Minister");
    expect(text()).toContain("No office on record");
  });

  test("says that an uncertain match is one", () => {
    const { text } = open(
      { ...vendorCard, candidates: [{ id: "other", name: "Other", kind: "company" }] },
      "uncertain",
    );
    expect(text()).toContain("Uncertain match. It may mean one of these.");
    expect(text()).toContain("Other Company");
  });

  test("takes focus as a dialog, and stays off the marked line", async () => {
    const { root, range } = open();
    const dialog = root.querySelector("[role=dialog]");
    expect(root.activeElement).toBe(dialog);
    await expect
      .poll(() => card?.host.getBoundingClientRect().top)
      .toBeGreaterThanOrEqual(range.getBoundingClientRect().bottom);
  });

  test("is not scrolled sideways for a source with a long name", async () => {
    await page.viewport(320, 256);
    const publisher = "The Northern Gazette and Mail, with the Southern Telegraph";
    const { root } = open({
      ...vendorCard,
      sources: vendorCard.sources.map((one) => ({ ...one, publisher })),
    });
    const frame = root.querySelector(".card") as HTMLElement;
    await expect.poll(() => frame.dataset.low).toBe("");
    const chip = root.querySelector(".chip") as HTMLElement;
    expect(chip.scrollWidth).toBeGreaterThan(chip.clientWidth);
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
    await page.viewport(900, 700);
  });

  test("stays inside a small viewport and above the last line", async () => {
    await page.viewport(320, 256);
    const { range, root } = open();
    await expect
      .poll(() => {
        const box = (root.querySelector(".card") as HTMLElement).getBoundingClientRect();
        return (
          box.left >= 0 &&
          box.right <= innerWidth &&
          box.bottom <= innerHeight &&
          box.top >= range.getBoundingClientRect().bottom
        );
      })
      .toBe(true);
    await page.viewport(900, 700);
  });

  test.each([
    ["a card of which a part scrolls", 460],
    ["a card all of which scrolls", 256],
  ])("shows the whole of what Tab comes to, in %s", async (_, height) => {
    await page.viewport(420, height);
    const { root } = open();
    const frame = root.querySelector(".card") as HTMLElement;
    await expect.poll(() => frame.dataset.low !== undefined).toBe(height < 400);
    const scroller = height < 400 ? frame : (root.querySelector(".scroll") as HTMLElement);
    const controls = [...scroller.querySelectorAll<HTMLElement>("a[href], summary, button")].filter((one) =>
      one.checkVisibility(),
    );
    const middleOf = (one: Element) => {
      const { top, bottom } = one.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const cut: string[] = [];
    for (const [before, control] of controls.slice(1).entries()) {
      controls[before]?.focus({ preventScroll: true });
      scroller.scrollTop += middleOf(control) - scroller.getBoundingClientRect().bottom;
      await userEvent.tab();
      const box = control.getBoundingClientRect();
      const seen = scroller.getBoundingClientRect();
      if (root.activeElement !== control || box.top < seen.top || box.bottom > seen.bottom)
        cut.push(control.outerHTML.slice(0, 80));
    }
    expect(controls.length).toBeGreaterThan(10);
    expect(cut).toEqual([]);
    await page.viewport(900, 700);
  });

  test("steps, closes and switches the site off by its buttons", () => {
    const { events, button } = open();
    button("Next mention").click();
    button("Close").click();
    button("Off here").click();
    expect(events.calls.map(([name]) => name).filter((name) => name !== "focusEntered")).toEqual([
      "stepped",
      "dismissed",
      "siteSwitchedOff",
    ]);
  });

  test("tells why a name is marked", async () => {
    const { button, text } = open();
    button("Why marked").click();
    await expect.poll(text).toContain("a spelling of this name");
  });

  test("writes a note on the entity with what the card said", async () => {
    const { button, root, events, text } = open();
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")).toBeTruthy();
    const field = root.querySelector("textarea") as HTMLTextAreaElement;
    expect(root.activeElement).toBe(field);
    await userEvent.keyboard("Compare with 2022");
    button("Save note").click();
    await expect.poll(text).toContain("Note saved");
    expect(events.calls.find(([name]) => name === "noteWritten")).toMatchObject([
      "noteWritten",
      { body: "Compare with 2022", entity: { id: "vendor-a" } },
    ]);
  });

  test("keeps the text of a note that could not be stored", async () => {
    const { button, root, events, text } = open();
    events.noteWritten = async () => {
      throw new Error("The disk is full.");
    };
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")).toBeTruthy();
    await userEvent.keyboard("Precious");
    button("Save note").click();
    await expect.poll(text).toContain("Not saved: The disk is full.");
    expect((root.querySelector("textarea") as HTMLTextAreaElement).value).toBe("Precious");
  });

  test("keeps typing from the page's shortcuts", async () => {
    const { button, root } = open();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener("keydown", listen);
    button("Add note").click();
    await expect.poll(() => root.querySelector("textarea")).toBeTruthy();
    await userEvent.keyboard("jk");
    document.removeEventListener("keydown", listen);
    expect(heard).toEqual([]);
  });
});
