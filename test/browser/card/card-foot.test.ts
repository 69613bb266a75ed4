import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { vendorCard } from "../../support/card-samples.ts";
import { closeCard, openCard } from "./open-card.ts";

afterEach(closeCard);

describe("the foot", () => {
  const seen = (root: ShadowRoot) =>
    [...root.querySelectorAll<HTMLElement>(".foot button")]
      .filter((button) => button.checkVisibility())
      .map(({ textContent }) => textContent);
  const first = ["Add note", "2 notes", "Not this one", "Off here", "More"];
  const rest = ["Why marked", "Cite", "Report a mistake"];

  test("shows what readers need most, and unfolds the rest by the keyboard, next to what unfolded it", async () => {
    const { root, button } = openCard(vendorCard);
    expect(seen(root)).toEqual(first);
    const more = button("More");
    more.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => seen(root)).toEqual([...first, ...rest]);
    expect(more.getAttribute("aria-expanded")).toBe("true");
    expect(root.getElementById(more.getAttribute("aria-controls") ?? "")?.textContent).toBe(rest.join(""));
    await userEvent.keyboard("{Tab}");
    expect(root.activeElement?.textContent).toBe("Why marked");
    more.focus();
    await userEvent.keyboard(" ");
    await expect.poll(() => seen(root)).toEqual(first);
    expect(more.getAttribute("aria-expanded")).toBe("false");
  });

  test("folds what was unfolded from the rest together with it", async () => {
    const { root, button } = openCard(vendorCard);
    button("More").click();
    button("Why marked").click();
    await expect.poll(() => root.querySelector(".panel")?.textContent).toBeTruthy();
    button("More").click();
    await expect.poll(() => root.querySelector(".panel")).toBeNull();
    expect(seen(root)).toEqual(first);
  });

  test("has the focus back where a form from the rest was left", async () => {
    const { root, button } = openCard(vendorCard);
    button("More").click();
    button("Report a mistake").click();
    await expect.poll(() => root.querySelector("form")).toBeTruthy();
    [...root.querySelectorAll<HTMLButtonElement>("form button")].at(-1)?.click();
    await expect.poll(() => root.querySelector("form")).toBeNull();
    expect(root.activeElement).toBe(button("Report a mistake"));
    expect(button("Report a mistake").checkVisibility()).toBe(true);
  });
});
