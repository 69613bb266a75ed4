/** Long because the popup has many states, and each is drawn, looked at and pressed. */
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { defaultSettings } from "../../../src/core/settings.ts";
import type { PageSummary } from "../../../src/messaging/protocol.ts";
import css from "../../../src/ui/popup/popup.css?inline";
import { PopupPage } from "../../../src/ui/popup/popup-page.tsx";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { articlePage, otherPages, packPair } from "../../support/popup-samples.ts";
import { forceColours } from "./emulated-media.ts";
import { axeProblems, clear, loneDots, lookIn, show, shownText } from "./show.tsx";

afterEach(clear);

/** Opens whatever can be opened: folded parts, the date's form, the first cell of the table. */
async function unfold(): Promise<void> {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const name of ["Change date", "Set the date"]) {
    const button = page.getByRole("button", { name }).query();
    if (button instanceof HTMLElement) button.click();
  }
  const cell = document.querySelector<HTMLElement>(".cell");
  cell?.click();
  await expect
    .poll(() => (cell ? (document.querySelector(".table-details")?.textContent ?? "Loading") : ""), {
      timeout: 10_000,
    })
    .not.toContain("Loading");
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/** What sticks out of the popup to the side without a part of its own that scrolls. */
function cutOff(): string[] {
  const { right, left } = (document.querySelector(".popup") as Element).getBoundingClientRect();
  return [...document.querySelectorAll(".popup *")]
    .filter((element) => !element.closest(".table-region") && !element.classList.contains("unseen"))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(world);
  await show(<PopupPage />, api, css);
  return api;
}

/** What was done, in order; what is only looked at again and again is left out. */
const looks = new Set(["ui.page", "ui.settings", "ui.table", "ui.backupState"]);
const done = (api: FakeApi) => api.log.filter(({ name }) => !looks.has(name));
const named = (api: FakeApi) => done(api).map(({ name }) => name);

const oldPage: PageSummary = {
  ...articlePage,
  today: "2027-04-01",
  articleDate: { day: "2019-05-03", origin: "chosen" },
  dateChosen: true,
};
const grantedPage: PageSummary = {
  ...articlePage,
  access: "granted",
  granted: ["*://news.example/*", "*://*.news.example/*"],
};

const states: [string, Partial<FakeWorld>][] = [
  ["an article", {}],
  [
    "an article without names or date",
    {
      page: { ...articlePage, entities: [], articleDate: null, foundDate: null, notes: [] },
      table: null,
    },
  ],
  ["an article annotated once", { page: { ...articlePage, access: "once" } }],
  ["an article without a dataset", { page: { ...articlePage, dataset: null, entities: [] } }],
  ["an article with old data and a chosen date", { page: oldPage }],
  ["an article with kinds switched off", { settings: { ...defaultSettings, kinds: ["vendor"] } }],
  ["an article on a site that was granted", { page: grantedPage }],
  ["an article whose notes cannot be opened", { page: { ...articlePage, notes: null } }],
  ["a page that is no article", { page: otherPages.notArticle }],
  ["a site that is off", { page: otherPages.off }],
  ["a site without access", { page: otherPages.noAccess }],
  ["a listed site whose access was taken", { page: otherPages.accessTaken }],
  ["a tab that is older than the extension", { page: otherPages.leftOut }],
  ["a page of the browser", { page: otherPages.notWeb }],
  ["a PDF", { page: otherPages.pdf }],
  ["no tab", { tabId: undefined }],
  ["a background that fails", { failing: { "ui.page": "The dataset is damaged." } }],
];

describe.each(states)("the popup on %s", (_, world) => {
  test.each(["light", "dark"] as const)("has no accessibility problem in %s", async (scheme) => {
    lookIn(scheme);
    await open(world);
    expect(await axeProblems()).toEqual([]);
    await unfold();
    expect(await axeProblems()).toEqual([]);
  });

  test("fits into 320 pixels", async () => {
    await page.viewport(320, 600);
    await open(world);
    await unfold();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(cutOff()).toEqual([]);
    await page.viewport(1000, 700);
  });
});

describe("the popup on an article", () => {
  test("shows the date with where it came from", async () => {
    await open();
    expect(shownText()).toContain("Article of 1 Feb 2020");
    expect(shownText()).toContain("from what the page tells search engines");
    expect(shownText()).not.toContain("07:30");
    expect(shownText()).toContain("Data 2026.11.0 of 24 Nov 2026");
  });

  test("shows how the page writes the date where that may be read otherwise", async () => {
    const foundDate = { day: "2020-02-01", origin: "text", raw: "01.02.2020" } as const;
    await open({ page: { ...articlePage, articleDate: foundDate, foundDate } });
    expect(shownText()).toContain("from a date in the page’s text: 01.02.2020");
  });

  test("says that without a date only today’s policy is shown", async () => {
    await open({ page: { ...articlePage, articleDate: null, foundDate: null } });
    expect(shownText()).toContain("No date found: only today’s policy is shown");
  });

  test("leads from a missing dataset to where its problem is told", async () => {
    const api = await open({ page: { ...articlePage, dataset: null, entities: [] } });
    await page.getByRole("button", { name: "Open the options" }).click();
    await expect.poll(() => done(api).at(-2)).toEqual({ name: "openOptions", payload: "dataset" });
  });

  test("groups what is named by kind, and tells an uncertain match in words", async () => {
    await open();
    const vendors = page.getByRole("region", { name: "Vendors" });
    await expect.element(vendors.getByRole("button", { name: "Vendor A 7 mentions" })).toBeVisible();
    await expect.element(vendors.getByRole("button", { name: "Vendor B 1 mention" })).toBeVisible();
    await expect
      .element(page.getByRole("button", { name: "Carrier (uncertain match) 2 mentions" }))
      .toBeVisible();
  });

  test("jumps to a mention, stays open beside the page, and goes on with the next press", async () => {
    const api = await open();
    const jane = page.getByRole("button", { name: /^Jane Doe/ });
    await jane.click();
    await expect
      .element(page.getByText("The page shows Jane Doe. Press again for the next mention."))
      .toBeVisible();
    await jane.click();
    await expect.poll(() => named(api)).toEqual(["ui.jump", "ui.jump"]);
    expect(done(api)[1]?.payload).toEqual({ tabId: 7, id: "jane-doe" });
    expect(document.activeElement?.textContent).toMatch(/^Jane Doe/);
  });

  test("promises no next mention where there is none, or only the first is marked", async () => {
    const api = await open({ settings: { ...defaultSettings, density: "article" } });
    await page.getByRole("button", { name: /^Jane Doe/ }).click();
    await expect.element(page.getByText("The page shows Jane Doe.", { exact: true })).toBeVisible();
    expect(named(api)).toEqual(["ui.jump"]);
  });

  test("closes after a jump where it hides the page", async () => {
    const api = await open({ coversPage: true });
    await page.getByRole("button", { name: /^Jane Doe/ }).click();
    await expect.poll(() => named(api)).toEqual(["ui.jump", "close"]);
  });

  test("offers no jump to a kind that is switched off, says so, and marks it again", async () => {
    const api = await open({ settings: { ...defaultSettings, kinds: ["vendor"] } });
    const countries = page.getByRole("region", { name: "Countries" });
    await expect.element(countries.getByText(/^Switched off, so not marked\./)).toBeVisible();
    expect(countries.getByRole("button", { name: /^Northland/ }).query()).toBeNull();
    await countries.getByRole("button", { name: "Mark them: Countries" }).click();
    await expect.element(countries.getByRole("button", { name: /^Northland/ })).toBeVisible();
    expect(api.world.settings.kinds).toEqual(["vendor", "country"]);
  });

  test("stays and says so when the mention is gone", async () => {
    const api = await open({ failing: { "ui.jump": "No answer to tab.jump." } });
    await page.getByRole("button", { name: /^Jane Doe/ }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("No answer to tab.jump.");
    expect(named(api)).not.toContain("close");
  });

  test("is used by keyboard alone", async () => {
    const api = await open();
    const names: string[] = [];
    for (let stop = 0; stop < 15; stop++) {
      await userEvent.tab();
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) break;
      names.push(activeElement.getAttribute("aria-label") ?? shownText(activeElement.closest("label")));
      if (activeElement.textContent?.startsWith("Vendor B")) break;
    }
    expect(names[0]).toBe("Options");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => api.log.find(({ name }) => name === "ui.jump")?.payload)
      .toEqual({
        tabId: 7,
        id: "vendor-b",
      });
    (document.querySelector("[role=switch]") as HTMLElement).focus();
    await userEvent.keyboard(" ");
    await expect
      .poll(() => api.log.find(({ name }) => name === "ui.siteSwitch")?.payload)
      .toEqual({
        host: "news.example",
        on: false,
        tabId: 7,
      });
  });

  test("switches the site off and on again", async () => {
    await open();
    const marks = page.getByRole("switch", { name: "Marks on news.example" });
    await marks.click();
    await expect.element(page.getByText("Off on news.example").last()).toBeVisible();
    await expect.element(marks).not.toBeChecked();
    await marks.click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
  });

  test("keeps what was pressed in sight when all that stands above it comes back", async () => {
    await page.viewport(380, 400);
    await open({ page: otherPages.off });
    const marks = page.getByRole("switch", { name: "Marks on news.example" });
    (marks.element() as HTMLElement).focus();
    await userEvent.keyboard(" ");
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeInTheDocument();
    await expect.element(marks).toBeInViewport();
    await page.viewport(1000, 700);
  });

  test("starts a note on the selection, and leads to all notes", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Note on selection" }).click();
    await expect.poll(() => named(api)).toEqual(["ui.noteOnSelection", "close"]);
    await page.getByRole("button", { name: "Notes", exact: true }).click();
    await expect.poll(() => done(api).at(-2)).toEqual({ name: "openOptions", payload: "notes" });
  });

  test("lists the notes of the page, each leading to itself", async () => {
    const api = await open();
    await page.getByText("3 notes on this page").click();
    await expect.element(page.getByRole("button", { name: "Note without text" })).toBeVisible();
    await page.getByRole("button", { name: /^Compare with the wording of/ }).click();
    await expect
      .poll(() => done(api))
      .toEqual([
        { name: "openOptions", payload: "notes/11111111-1111-4111-8111-111111111111" },
        { name: "close", payload: null },
      ]);
  });

  test("says what became of a note's passage, and shows it in the page", async () => {
    const api = await open();
    await page.getByText("3 notes on this page").click();
    for (const words of ["edited since", "Then: at most a third", "Now: no more than 35 per cent"]) {
      expect(shownText()).toContain(words);
    }
    expect(shownText()).toContain("not found on the page");
    await page.getByRole("button", { name: "Show where it may be: Note without text" }).click();
    await expect
      .poll(() => done(api))
      .toEqual([
        { name: "ui.showNote", payload: { tabId: 7, id: "33333333-3333-4333-8333-333333333333" } },
        { name: "close", payload: null },
      ]);
  });

  test("does not show notes that could not be opened as none", async () => {
    await open({ page: { ...articlePage, notes: null } });
    expect(shownText()).toContain("Notes could not be opened");
  });

  test("sets density and kinds", async () => {
    const api = await open();
    await page.getByText(/^Marks Every mention/).click();
    await page.getByRole("radio", { name: "The first mention in the article" }).click();
    await expect.poll(() => api.world.settings.density).toBe("article");
    await page.getByRole("switch", { name: "People" }).click();
    await expect.poll(() => api.world.settings.kinds).not.toContain("official");
    await expect.element(page.getByRole("button", { name: "Mark them: People" })).toBeVisible();
  });

  test("tells that the data is old, from the 121st day on", async () => {
    const api = await open({ page: { ...articlePage, today: "2027-03-24" } });
    expect(shownText()).not.toContain("days old");
    api.world.page = { ...articlePage, today: "2027-03-25" };
    api.changedElsewhere();
    await expect.element(page.getByText("This data is 121 days old.")).toBeVisible();
  });

  test("shows what comes to light later", async () => {
    const api = await open({ page: { ...articlePage, entities: [] } });
    expect(shownText()).toContain("Nothing to explain here");
    api.world.page = articlePage;
    api.changedElsewhere();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
  });
});

describe("the article's date", () => {
  const field = () => page.getByLabelText("The article’s date");

  test("is set, shown as the reader's choice, and taken back to the one found", async () => {
    const api = await open();
    const change = page.getByRole("button", { name: "Change date" });
    await change.click();
    await expect.element(field()).toHaveFocus();
    await expect.element(change).toHaveAttribute("aria-expanded", "true");
    await field().fill("2019-05-03");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("The article’s date is now 3 May 2019.")).toBeVisible();
    await expect.element(page.getByText("chosen by you; the page says 1 Feb 2020")).toBeVisible();
    await expect.element(change).toHaveFocus();
    expect(done(api)).toEqual([{ name: "ui.setDate", payload: { tabId: 7, day: "2019-05-03" } }]);
    await expect.element(page.getByText("On 3 May 2019, this article’s date, and now")).toBeVisible();

    await change.click();
    await page.getByRole("button", { name: "Use the date found, 1 Feb 2020" }).click();
    await expect.element(page.getByText(/^Article of 1 Feb 2020/)).toBeVisible();
    expect(done(api).at(-1)?.payload).toEqual({ tabId: 7, day: "found" });
  });

  test("can be none", async () => {
    const api = await open();
    await page.getByRole("button", { name: "Change date" }).click();
    await page.getByRole("button", { name: "No date" }).click();
    await expect.element(page.getByText("as you chose; the page says 1 Feb 2020")).toBeVisible();
    expect(done(api).at(-1)?.payload).toEqual({ tabId: 7, day: null });
    await expect.element(page.getByRole("button", { name: "Set the date" })).toBeVisible();
  });

  test("that was set where none was found is forgotten rather than called none", async () => {
    const api = await open({
      page: {
        ...articlePage,
        articleDate: { day: "2019-05-03", origin: "chosen" },
        foundDate: null,
        dateChosen: true,
      },
    });
    await page.getByRole("button", { name: "Change date" }).click();
    expect(page.getByRole("button", { name: /^Use the date found/ }).query()).toBeNull();
    await page.getByRole("button", { name: "No date" }).click();
    await expect.poll(() => done(api).at(-1)?.payload).toEqual({ tabId: 7, day: "found" });
  });

  test.each([
    ["", "Write the whole date, a day that exists."],
    ["2026-11-25", "This day has not come yet."],
  ])("is not set to %j, and the reader is told why", async (day, words) => {
    const api = await open();
    await page.getByRole("button", { name: "Change date" }).click();
    await field().fill(day);
    await page.getByRole("button", { name: "Use this date" }).click();
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveAccessibleDescription(words);
    expect(done(api)).toEqual([]);
  });
});

describe("the table of countries and vendors", () => {
  const cell = (row: string, text: RegExp) =>
    page.getByRole("row", { name: new RegExp(`^${row}`) }).getByRole("button", { name: text });

  test("has headers for rows and columns, and says then and now in words", async () => {
    await open();
    await expect.element(page.getByRole("columnheader", { name: "Vendor A", exact: true })).toBeVisible();
    await expect.element(page.getByRole("rowheader", { name: "Northland" })).toBeVisible();
    await expect.element(cell("Northland", /^Then Restricted Now Prohibited$/)).toBeVisible();
    await expect.element(cell("Northland", /^Then and now Restricted$/)).toBeVisible();
    await expect.element(cell("Northland", /^Then No record Now No longer in effect$/)).toBeVisible();
    await expect
      .element(cell("Northland", /^Then Suspended Now No record only an act for a part of the country$/))
      .toBeVisible();
    await expect
      .element(page.getByRole("row", { name: /^Southland Home country Then and now No record/ }))
      .toBeVisible();
  });

  test("says that no record is not no restriction, and only where there is none", async () => {
    const api = await open();
    expect(shownText()).toContain("It does not mean that there is no restriction.");
    const { table } = api.world;
    if (!table) throw new Error("the sample has a table");
    api.world.table = {
      ...table,
      rows: table.rows.slice(0, 1).map((row) => ({ ...row, cells: row.cells.slice(0, 2) })),
    };
    api.changedElsewhere();
    await expect.poll(() => shownText()).not.toContain("It does not mean");
  });

  test("opens a cell to what decided it, its dates and its sources, and closes it again", async () => {
    const api = await open();
    const button = cell("Northland", /^Then Restricted Now Prohibited$/);
    await button.click();
    await expect.element(button).toHaveAttribute("aria-expanded", "true");
    await expect.element(page.getByRole("heading", { name: "Vendor A in Country A" })).toBeVisible();
    expect(done(api).at(-1)).toEqual({
      name: "ui.pair",
      payload: { tabId: 7, place: "northland", subject: "vendor-a" },
    });
    const details = document.getElementById(button.element().getAttribute("aria-controls") ?? "");
    const text = shownText(details);
    expect(text).toContain("Cap on high-risk vendors (Council)");
    expect(text).toContain("Decided 28 Jan 2020 · Government policy, not law");
    expect(loneDots()).toEqual([]);
    expect(text).toContain("Deadline: 31 Dec 2027");
    expect(text).toContain("Vendor A answers:");
    await expect
      .element(page.getByRole("link", { name: "The decision in full (opens in a new tab)" }))
      .toHaveAttribute("href", "https://example.org/decision");
    await button.click();
    await expect.element(button).toHaveAttribute("aria-expanded", "false");
    expect(document.querySelector(".table-details")).toBeNull();
  });

  test("opens a cell that is pressed the moment it is drawn", async () => {
    const drawn = new MutationObserver(() => {
      const first = document.querySelector<HTMLElement>(".cell");
      if (!first) return;
      drawn.disconnect();
      first.click();
    });
    drawn.observe(document, { childList: true, subtree: true });
    await open();
    await expect
      .poll(() => document.querySelector(".table-details")?.textContent)
      .toContain("Cap on high-risk vendors (Council)");
  });

  test("says of a cell what comes from a private pack", async () => {
    await open({ pair: packPair });
    await cell("Northland", /^Then Restricted/).click();
    const partly = "Partly from the pack “Example News: our own”, not checked by Telecom Lens, unsigned";
    await expect.element(page.getByText(partly)).toBeVisible();
    const answers = [...document.querySelectorAll<HTMLElement>(".table-details > .answer")].map(shownText);
    expect(answers.map((text) => text.includes("From the pack “Example News: our own”"))).toEqual(
      answers.map((text) => text.startsWith("Now")),
    );
    expect(await axeProblems()).toEqual([]);
  });

  test("says why when a cell cannot be explained", async () => {
    await open({ failing: { "ui.pair": "The dataset is damaged." } });
    await cell("Northland", /^Then Restricted/).click();
    await expect.element(page.getByText("The dataset is damaged.")).toBeVisible();
  });

  test("shows the first countries, and the others on a press", async () => {
    await open();
    expect(page.getByRole("rowheader").elements()).toHaveLength(6);
    await page.getByRole("button", { name: "Show 2 more countries" }).click();
    await expect.poll(() => page.getByRole("rowheader").elements().length).toBe(8);
    // The button is gone: reading goes on at the first of the others.
    expect(document.activeElement?.closest("tr")).toBe(page.getByRole("row").elements()[7]);
  });

  test("shows the whole of a cell that Tab comes to, beside the countries' names", async () => {
    await page.viewport(380, 600);
    await open();
    const region = document.querySelector(".table-region") as HTMLElement;
    region.focus();
    const seen: string[] = [];
    for (const key of ["", "", "", "{Shift>}", "{Shift>}"]) {
      await userEvent.keyboard(`${key}{Tab}${key ? "{/Shift}" : ""}`);
      const { left, right } = (document.activeElement as Element).getBoundingClientRect();
      const from = (region.querySelector("tbody th") as Element).getBoundingClientRect().right;
      if (left < from - 1 || right > region.getBoundingClientRect().right + 1)
        seen.push(`${left} to ${right}`);
    }
    expect(document.activeElement?.matches("tbody tr:first-child td:nth-of-type(1) .cell")).toBe(true);
    expect(seen).toEqual([]);
    await page.viewport(1000, 700);
  });

  test("scrolls in a region of its own that the keyboard reaches, with its details in sight", async () => {
    await page.viewport(320, 600);
    await open();
    const region = document.querySelector(".table-region") as HTMLElement;
    expect(region.scrollWidth).toBeGreaterThan(region.clientWidth);
    expect(region.tabIndex).toBe(0);
    region.scrollLeft = 60;
    await cell("Northland", /^Then and now Restricted$/).click();
    await expect.element(page.getByRole("heading", { name: "Vendor A in Country A" })).toBeVisible();
    const box = (document.querySelector(".table-details") as Element).getBoundingClientRect();
    const seen = region.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(seen.left - 1);
    expect(box.right).toBeLessThanOrEqual(seen.right + 1);
    await page.viewport(1000, 700);
  });

  test("is not asked for on a page that is no article", async () => {
    const api = await open({ page: otherPages.notArticle });
    expect(api.log.map(({ name }) => name)).not.toContain("ui.table");
  });
});

describe("the popup on a page that is no article", () => {
  test("says why, and marks it all the same", async () => {
    const api = await open({ page: otherPages.notArticle });
    expect(shownText()).toContain("This looks like a front page.");
    await page.getByRole("button", { name: "Mark this page all the same" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(done(api)).toEqual([{ name: "ui.markAnyway", payload: { tabId: 7 } }]);
    // The button is gone: the focus stays in the popup, and what was found is announced.
    expect(document.activeElement).toBe(document.querySelector("main"));
    await expect.element(page.getByRole("status").filter({ hasText: "10 names found" })).toBeInTheDocument();
  });

  test("says something of a reason that it does not know", async () => {
    await open({ page: { ...otherPages.notArticle, why: "something-new" } });
    expect(shownText()).toContain("Marks appear on articles only.");
  });
});

describe("the popup's look", () => {
  test("holds from right to left: nothing is cut off, and a cell's details stay in sight", async () => {
    document.documentElement.dir = "rtl";
    await page.viewport(320, 600);
    try {
      await open();
      await unfold();
      expect(cutOff()).toEqual([]);
      const region = document.querySelector(".table-region") as HTMLElement;
      region.scrollLeft = -60;
      const seen = region.getBoundingClientRect();
      const details = (document.querySelector(".table-details") as Element).getBoundingClientRect();
      const header = (document.querySelector("tbody th") as Element).getBoundingClientRect();
      expect(details.left).toBeGreaterThanOrEqual(seen.left - 1);
      expect(details.right).toBeLessThanOrEqual(seen.right + 1);
      expect(Math.abs(header.right - seen.right)).toBeLessThanOrEqual(2);
    } finally {
      document.documentElement.dir = "ltr";
      await page.viewport(1000, 700);
    }
  });

  test("holds in forced colours: what is open, chosen or uncertain is told by lines", async () => {
    await forceColours(true);
    try {
      await open();
      await expect.poll(() => document.querySelector(".cell")).not.toBeNull();
      await unfold();
      // The colours are the system's own there, and not those that axe computes with.
      const problems = await axeProblems();
      expect(problems.filter((problem) => !problem.startsWith("color-contrast"))).toEqual([]);
      const borderOf = (selector: string) =>
        getComputedStyle(document.querySelector(selector) as Element).borderInlineStartColor;
      expect(borderOf('.cell[aria-expanded="true"]')).not.toBe(borderOf('.cell[aria-expanded="false"]'));
      expect(getComputedStyle(document.querySelector('[data-uncertain="true"]') as Element).borderStyle).toBe(
        "dashed",
      );
    } finally {
      await forceColours(false);
    }
  });

  test("keeps its foot in sight, but not at 400 % zoom, where there is no room for it", async () => {
    const foot = () => getComputedStyle(document.querySelector(".popup-foot") as Element).position;
    await page.viewport(380, 600);
    await open();
    expect(foot()).toBe("sticky");
    await page.viewport(320, 256);
    expect(foot()).toBe("static");
    await page.viewport(1000, 700);
  });
});

describe("the popup's live regions", () => {
  test("are there before they have anything to say, and stay silent at first", async () => {
    await open();
    const regions = [...document.querySelectorAll("[role=status], [role=alert]")];
    expect(regions.map(({ textContent }) => textContent)).toEqual(["", "", ""]);
    // What is not displayed is not in the accessibility tree.
    expect(regions.map((region) => getComputedStyle(region).display)).not.toContain("none");
  });

  test("announce that the site was switched off", async () => {
    await open();
    await page.getByRole("switch", { name: "Marks on news.example" }).click();
    await expect
      .element(page.getByRole("status").filter({ hasText: "Off on news.example" }))
      .toBeInTheDocument();
  });
});

describe("the popup where no extension can run", () => {
  test("knows such a page by the address that the browser keeps to itself", async () => {
    await open({ page: { ...otherPages.noAccess, url: "", host: null } });
    expect(shownText()).toContain("No extension can run here");
    expect(page.getByRole("button", { name: "Mark this page once" }).query()).toBeNull();
  });

  test("takes a saved article for no page of the browser", async () => {
    await open({ page: otherPages.savedFile });
    expect(shownText()).toContain("A file on this device");
  });

  test("does not say of a PDF that a reload would help", async () => {
    await open({ page: otherPages.pdf });
    expect(shownText()).toContain("This looks like a PDF");
    expect(page.getByRole("button", { name: "Reload the page" }).query()).toBeNull();
  });
});

describe("the popup where the extension has no access", () => {
  test("annotates the page once", async () => {
    const api = await open({ page: otherPages.noAccess });
    await page.getByRole("button", { name: "Mark this page once" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(named(api)).not.toContain("requestOrigins");
  });

  test("asks for the site before anything else, then annotates", async () => {
    const api = await open({ page: otherPages.noAccess });
    await page.getByRole("button", { name: "Always on news.example" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(named(api)).toEqual(["requestOrigins", "ui.annotateOnce"]);
    expect(done(api)[0]?.payload).toEqual(["*://news.example/*", "*://*.news.example/*"]);
  });

  test("does nothing when the reader says no, and says so", async () => {
    const api = await open({ page: otherPages.noAccess, consents: false });
    await page.getByRole("button", { name: "Always on news.example" }).click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("nothing has changed");
    expect(named(api)).not.toContain("ui.annotateOnce");
  });
});

describe("access", () => {
  test("to all news pages is asked for with one press, before anything else", async () => {
    const api = await open({ page: otherPages.noAccess });
    await page.getByRole("button", { name: "Allow on all sites" }).click();
    await expect.poll(() => named(api)).toEqual(["requestOrigins", "ui.annotateOnce"]);
    expect(done(api)[0]?.payload).toEqual(["*://*/*"]);
  });

  test("that was granted is taken back, the site's and not that to all", async () => {
    const api = await open({
      page: { ...grantedPage, granted: [...grantedPage.granted, "*://*/*"] },
    });
    await page.getByText(/^Where the extension works/).click();
    await page.getByRole("button", { name: "Take back: news.example" }).click();
    await expect.element(page.getByText("Taken back: news.example")).toBeVisible();
    expect(done(api)).toEqual([{ name: "removeOrigins", payload: grantedPage.granted }]);
    await page.getByRole("button", { name: "Take back: All news pages" }).click();
    await expect.poll(() => done(api)[1]).toEqual({ name: "removeOrigins", payload: ["*://*/*"] });
  });

  test("that the browser keeps is told to be kept", async () => {
    await open({ page: grantedPage, consents: false });
    await page.getByText(/^Where the extension works/).click();
    await page.getByRole("button", { name: "Take back: news.example" }).click();
    await expect
      .element(page.getByRole("alert"))
      .toMatchTextContent("The browser kept the access to news.example.");
  });

  test("keeps the focus on its button when it changes", async () => {
    const api = await open({ page: grantedPage });
    await page.getByText(/^Where the extension works/).click();
    const button = page.getByRole("button", { name: "Take back: news.example" });
    await button.click();
    const pressed = document.activeElement;
    api.world.page = { ...grantedPage, access: "granted", granted: [] };
    api.changedElsewhere();
    await expect.element(page.getByRole("button", { name: "Always on news.example" })).toHaveFocus();
    expect(document.activeElement).toBe(pressed);
  });

  test("that the reader took from a listed site is told as such", async () => {
    await open({ page: otherPages.accessTaken });
    expect(shownText()).toContain(
      "is on the list of news sites, but the browser does not let the extension read it",
    );
    expect(shownText()).not.toContain("This site is not on the list");
  });
});

describe("a tab that was open before the extension was installed", () => {
  test("is not told that its site is not on the list, and is marked with one press", async () => {
    const api = await open({ page: otherPages.leftOut });
    expect(shownText()).toContain("Not active in this tab yet");
    expect(shownText()).not.toContain("not on the list");
    await page.getByRole("button", { name: "Mark this page once" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(named(api)).toEqual(["ui.annotateOnce"]);
  });

  test("is loaded anew with one press", async () => {
    const api = await open({ page: otherPages.leftOut });
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
    expect(done(api)).toEqual([{ name: "reloadTab", payload: 7 }]);
  });
});

test("a popup that could not ask the background offers to try again", async () => {
  const api = await open({ failing: { "ui.page": "The dataset is damaged." } });
  await expect.element(page.getByRole("alert").last()).toMatchTextContent("The dataset is damaged.");
  api.world.failing = {};
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.element(page.getByRole("button", { name: /^Vendor A/ })).toBeVisible();
});
