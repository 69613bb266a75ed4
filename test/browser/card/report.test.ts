import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { packCard, packEntityCard, shownMention, vendorCard } from "../../support/card-samples.ts";
import { closeCard, emulate, openCard } from "./open-card.ts";

afterEach(async () => {
  closeCard();
  vi.restoreAllMocks();
  await emulate();
  await page.viewport(1000, 700);
});

/** A card with the form of a report in it. */
async function openReport(model = vendorCard) {
  const opened = openCard(model);
  opened.button("Report a mistake").click();
  await expect.poll(() => opened.root.activeElement?.localName).toBe("textarea");
  const one = <T extends Element>(selector: string) => opened.root.querySelector<T>(selector) as T;
  const links = () => [...opened.root.querySelectorAll<HTMLAnchorElement>(".panel .buttons a")];
  return { ...opened, one, links, preview: () => one("pre").textContent ?? "" };
}

const bodyOf = (link: HTMLAnchorElement | undefined) =>
  new URL(link?.href ?? "").searchParams.get("body") ?? "";

describe("a report of a mistake", () => {
  test("is prefilled with the measure led with, and what is chosen and written goes into the text", async () => {
    const { one, preview } = await openReport();
    expect(one<HTMLSelectElement>("select").selectedOptions[0]?.textContent).toBe("Direction");
    await userEvent.keyboard("It ended in 2025.");
    await expect
      .poll(preview)
      .toMatch(/Record: xa-2022-direction\n.*Dataset: 2026\.11\.0\n\nIt ended in 2025\./s);
    const select = one<HTMLSelectElement>("select");
    select.selectedIndex = select.options.length - 1;
    select.dispatchEvent(new Event("change"));
    await expect.poll(preview).toContain("“Vendor A” does not mean Vendor A");
  });

  test("names the page only when that is ticked", async () => {
    const { one, preview, links } = await openReport();
    expect(preview()).not.toContain("news.example");
    expect(one("form").textContent).toContain("https://news.example/2020/02/01/masts");
    one<HTMLInputElement>("[type=checkbox]").click();
    await expect.poll(preview).toContain("Page: https://news.example/2020/02/01/masts");
    expect(bodyOf(links()[0])).toContain("Page: https://news.example/2020/02/01/masts");
  });

  test("is copied as a whole, which is said, by keyboard", async () => {
    const written: string[] = [];
    vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => void written.push(text));
    const { text, preview, button } = await openReport();
    await userEvent.keyboard("Wrong day.");
    button("Copy text").focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(text).toContain("Copied. Paste it into a mail");
    expect(written).toEqual([preview()]);
    expect(written[0]).toContain("Wrong day.");
  });

  test("says when the browser did not let it be copied", async () => {
    vi.spyOn(navigator, "clipboard", "get").mockReturnValue(undefined as never);
    vi.spyOn(document, "execCommand").mockReturnValue(false);
    const { text, button } = await openReport();
    button("Copy text").click();
    await expect.poll(text).toContain("The browser did not allow copying.");
  });

  test("opens as a mail without an address, and as no issue, where the data names neither", async () => {
    const { links } = await openReport();
    expect(links().map(({ textContent }) => textContent)).toEqual(["Open as mail"]);
    const [mail] = links();
    expect(mail?.href).toMatch(/^mailto:\?subject=Telecom%20Lens/);
    expect([mail?.target, mail?.rel]).toEqual(["_blank", "noopener noreferrer"]);
  });

  test("opens as mail and issue to those whom the data names, except about a private pack", async () => {
    const { links, one } = await openReport({ ...packCard, pack: undefined });
    expect(links().map(({ textContent }) => textContent)).toEqual([
      "Open as mail",
      "Open as issue (opens in a new tab)",
    ]);
    expect(links()[0]?.href).toMatch(/^mailto:data@maintainers\.example\?/);
    expect(bodyOf(links()[1])).toContain("Record: xa-2022-direction");
    expect(one("form").textContent).not.toContain("A draft holds less");
    const pack = await openReport(packCard);
    expect(pack.links().map(({ textContent }) => textContent)).toEqual(["Open as mail"]);
    expect(pack.links()[0]?.href).toMatch(/^mailto:\?/);
    expect(pack.preview()).toContain("Private pack: Example News: our own 2026.11.1");
  });

  test("that is too long for a draft says so, and is still copied as a whole", async () => {
    const { one, text, preview, links } = await openReport();
    const field = one<HTMLTextAreaElement>("textarea");
    field.value = "é".repeat(3_000);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.poll(text).toContain("A draft holds less than you wrote.");
    expect(links()[0]?.href.length).toBeLessThanOrEqual(1_900);
    expect(preview()).toContain("é".repeat(3_000));
  });

  test("outlives a card that closes, and gives the focus back to its button", async () => {
    const { card, anchor, root, one, button } = await openReport();
    await userEvent.keyboard("Half a thought");
    one<HTMLInputElement>("[type=checkbox]").click();
    card.hide();
    card.show(shownMention(vendorCard), anchor, { focus: true });
    button("Report a mistake").click();
    await expect.poll(() => root.querySelector("textarea")?.value).toBe("Half a thought");
    expect(one<HTMLInputElement>("[type=checkbox]").checked).toBe(false);
    button("Close").blur();
    [...one("form").querySelectorAll("button")].at(-1)?.click();
    expect(root.activeElement?.textContent).toBe("Report a mistake");
    await expect.poll(() => root.querySelector("form")).toBeNull();
  });

  test("keeps what it is about when the card says other things by then", async () => {
    const { card, anchor, root, one, button } = await openReport();
    const chosen = () => one<HTMLSelectElement>("select").selectedOptions[0]?.textContent;
    const select = one<HTMLSelectElement>("select");
    select.selectedIndex = select.options.length - 1;
    select.dispatchEvent(new Event("change"));
    const before = chosen();
    card.hide();
    card.show(shownMention({ ...vendorCard, pairs: [] }), anchor, { focus: true });
    button("Report a mistake").click();
    await expect.poll(() => root.querySelectorAll("option").length).toBeLessThan(select.options.length);
    expect(chosen()).toBe(before);
    expect(before).toContain("does not mean Vendor A");
  });

  test("puts nothing of page or data into the card as markup", async () => {
    const { root, preview } = await openReport({
      ...vendorCard,
      entity: { ...vendorCard.entity, name: "<img src=x onerror=alert(1)>" },
    });
    expect(preview()).toContain("<img src=x onerror=alert(1)>");
    expect(root.querySelector("img")).toBeNull();
  });

  test("fits into a card of 320 × 256, and its button stays", async () => {
    await page.viewport(320, 256);
    const { frame, button, root } = await openReport(packCard);
    for (const details of root.querySelectorAll("details")) details.open = true;
    await expect.poll(() => frame.scrollWidth - frame.clientWidth).toBeLessThanOrEqual(0);
    button("Report a mistake").scrollIntoView({ block: "nearest" });
    expect(button("Report a mistake").getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight);
  });
});

describe("a private pack", () => {
  const marks = (root: ShadowRoot) =>
    [...root.querySelectorAll(".pack-mark")].map((mark) => [
      mark.closest("header, .column, .others, .acts")?.className,
      mark.textContent,
    ]);
  const short = "From the pack “Example News: our own”";

  test("is named over the card, at each of its measures, and not where the dataset speaks", () => {
    const { root } = openCard(packCard);
    expect(marks(root)).toEqual([
      ["head", "Partly from the pack “Example News: our own”, not checked by Telecom Lens, unsigned"],
      ["column", short],
      ["others", short],
    ]);
    expect(root.querySelector(".column .pack-mark")?.closest(".column")?.textContent).toContain("Now");
  });

  test("is named as what the entity is from where it is its own", () => {
    expect(marks(openCard(packEntityCard).root)).toEqual([
      ["head", "From the pack “Example News: our own”, not checked by Telecom Lens"],
      ["pair acts", short],
    ]);
    expect(marks(openCard(vendorCard).root)).toEqual([]);
  });
});
