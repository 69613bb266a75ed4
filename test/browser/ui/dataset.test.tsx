import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { type DatasetEvent, datasetChannel } from "../../../src/messaging/dataset-channel.ts";
import { openChannel } from "../../../src/platform/channel.ts";
import { sampleDataset, troubledDataset, updatedDataset } from "../../support/dataset-samples.ts";
import type { FakeWorld } from "../../support/interface-samples.ts";
import { forceColours } from "./emulated-media.ts";
import {
  addressed,
  alert,
  asked,
  choose,
  downloading,
  filled,
  found,
  names,
  openDataset,
  press,
  status,
} from "./open-dataset.tsx";
import { axeProblems, clear, lookIn, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  lookIn("light");
  await forceColours(false);
});

describe("the section", () => {
  test.each([
    ["nothing is installed", {}],
    ["all is there", filled],
    ["something runs", downloading],
    ["all is wrong", { dataset: troubledDataset }],
    ["there is no dataset", { dataset: { ...troubledDataset, info: null, problem: "It is missing." } }],
    ["it cannot be asked", { failing: { "ui.dataset": "no database" } }],
  ] as [string, Partial<FakeWorld>][])("has no accessibility problem when %s, and fits", async (_, world) => {
    for (const look of ["light", "dark", "forced"] as const) {
      if (look === "forced") await forceColours(true);
      lookIn(look === "dark" ? "dark" : "light");
      await openDataset(world);
      for (const details of document.querySelectorAll("details")) details.open = true;
      expect(await axeProblems()).toEqual([]);
    }
    await page.viewport(320, 700);
    for (const direction of ["ltr", "rtl"]) {
      document.documentElement.dir = direction;
      await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    }
    document.documentElement.dir = "";
    await page.viewport(1000, 700);
  });

  test("says which version, from where, how old, and when it is too old", async () => {
    await openDataset();
    expect(shownText()).toContain("24 Nov 2026, today");
    expect(shownText()).toContain("part of the extension");
    await openDataset(filled);
    expect(shownText()).toContain("20 Nov 2026, 4 days ago");
    expect(shownText()).toMatch(/an update, installed 23 Nov 2026/);
    expect(shownText()).not.toContain("This data is");
    await openDataset({
      dataset: { ...sampleDataset, info: { ...updatedDataset.info, date: "2026-06-01" } as never },
    });
    expect(shownText()).toContain("This data is 176 days old.");
  });

  test("says what is wrong: a version that was turned back, a database that does not open, a pack without use", async () => {
    await openDataset({ dataset: troubledDataset });
    for (const words of [
      "Version 2026.12.0 could not be used",
      "Its index is damaged. Version 2026.11.0 is in use again.",
      "Installed datasets cannot be read",
      "The pack names countries that the dataset does not have.",
      "it failed. data.example answered 404.",
    ])
      expect(shownText()).toContain(words);
  });

  test("without a dataset says why, and still takes a file", async () => {
    await openDataset({
      dataset: { ...troubledDataset, info: null, problem: "The dataset file is missing." },
    });
    expect(shownText()).toContain("The dataset file is missing.");
    await choose("Install from a file", "good.json", "{}");
    await status("Version 2026.12.1 is in use now.");
  });
});

describe("what changed", () => {
  test("is counted first, and unfolds", async () => {
    await openDataset(filled);
    for (const words of [
      "2 policies have a different answer",
      "1 person holds a different office",
      "60 records are new",
      "2 records were changed",
      "2 records were renamed, merged or split",
      "1 record was removed",
    ])
      expect(shownText()).toContain(words);
    expect(shownText()).not.toContain("no new equipment");
    await page.getByText("2 policies have a different answer").click();
    await status("Vendor A in Northland");
    const sides = [...(document.querySelector(".changes-sides")?.children ?? [])];
    expect(sides.map(({ textContent }) => textContent)).toEqual([
      "Beforedecided, restricts: at most a third of the access network",
      "Nowin force, prohibits: no new equipment from 2027",
    ]);
    await page.getByText("1 person holds a different office").click();
    await status("none on record");
    await page.getByText("2 records were changed").click();
    await status("description, names");
    await page.getByText("2 records were renamed, merged or split").click();
    await status("is now: Vendor A");
    expect(shownText()).toContain("is now several: north-net, south-net");
  });

  test("shows long lists in parts", async () => {
    await openDataset(filled);
    await page.getByText("60 records are new").click();
    await status("Order 49");
    expect(shownText()).not.toContain("Order 50");
    await press("Show more (10 left)");
    await status("Order 59");
    // The button is gone.
    expect(document.activeElement).toBe(document.querySelector(".dataset-list"));
  });
});

describe("a check", () => {
  test("says that nothing is asked where there is no address", async () => {
    const api = await openDataset();
    expect(shownText()).toContain("No address for updates is known, so none is asked.");
    expect(page.getByRole("button", { name: "Check now" }).query()).toBeNull();
    expect(names(api)).toEqual([]);
  });

  test("asks the browser for that address alone, then the address, and offers what it found", async () => {
    const api = await openDataset(found);
    await press("Check now");
    await status("Version 2026.12.0 can be installed");
    expect(shownText()).toContain("Sample data of 3 Dec 2026. 11.3\u00a0MB");
    expect(names(api)).toEqual(["requestOrigins", "ui.checkUpdate"]);
    expect(asked(api, "requestOrigins")).toEqual(["https://data.example/*"]);
    await press("Install version 2026.12.0");
    await status("Version 2026.12.0 is in use now.");
    expect(shownText()).not.toContain("can be installed");
    await expect.element(page.getByRole("button", { name: "Go back to version 2026.11.0" })).toBeVisible();
  });

  test("asks nobody when the reader says no", async () => {
    const api = await openDataset({ ...found, consents: false });
    await press("Check now");
    await expect
      .element(alert())
      .toMatchTextContent(/The check failed.*has not allowed the extension to ask https:\/\/data/);
    expect(names(api)).toEqual(["requestOrigins"]);
  });

  test("says that there is nothing newer, or why it failed", async () => {
    const api = await openDataset({
      ...addressed,
      update: { state: "newest", version: "2026.11.0", date: "2026-11-24" },
    });
    await press("Check now");
    await status("Nothing newer is there. The address has version 2026.11.0 of 24 Nov 2026.");
    api.world.failing = { "ui.checkUpdate": "data.example answered 500. Try again later." };
    await press("Check now");
    await expect.element(alert()).toMatchTextContent(/The check failed.*answered 500/);
    expect(shownText()).not.toContain("Nothing newer");
  });

  test("says why nothing was installed, and keeps the offer", async () => {
    const api = await openDataset({
      ...addressed,
      dataset: {
        ...updatedDataset,
        updates: {
          ...updatedDataset.updates,
          last: { at: "2026-11-24T09:00:00.000Z", state: "found", version: "2026.12.1" },
        },
      },
      failing: { "ui.installUpdate": "The signature is not right. What you have stays in use." },
    });
    await press("Install version 2026.12.1");
    await expect.element(alert()).toMatchTextContent(/Nothing was installed.*The signature is not right/);
    await expect.element(page.getByRole("button", { name: "Install version 2026.12.1" })).toBeVisible();
    expect(api.world.dataset.info?.version).toBe("2026.12.0");
  });
});

describe("an installation that runs", () => {
  test("shows how far it is, says each phase once, and can be stopped", async () => {
    const api = await openDataset(downloading);
    const bar = () => document.querySelector("progress");
    expect(shownText()).toContain("Downloading …");
    expect(shownText()).toContain("4.2\u00a0MB of 11.3\u00a0MB received");
    expect([bar()?.value, bar()?.max]).toEqual([4_200_000, 11_300_000]);
    await expect.element(page.getByRole("button", { name: "Check now" })).toBeDisabled();
    await expect.element(page.getByRole("button", { name: "Go back to version 2026.11.0" })).toBeDisabled();
    const background = openChannel<DatasetEvent>(datasetChannel);
    background.tell({ progress: { phase: "receiving", received: 9_000_000, total: 11_300_000 } });
    await status("9\u00a0MB of 11.3\u00a0MB received");
    background.tell({ progress: { phase: "preparing", received: 11_300_000, total: null } });
    await status("Putting it in use …");
    expect(bar()?.hasAttribute("value")).toBe(false);
    await press("Cancel");
    expect(asked(api, "ui.cancelUpdate")).toEqual({});
    api.world.dataset = updatedDataset;
    background.tell({ progress: null });
    await expect.element(page.getByRole("button", { name: "Check now" })).toBeEnabled();
    expect(bar()).toBeNull();
  });

  test("that was stopped here is no failure; the focus is never lost", async () => {
    const api = await openDataset(found);
    let stop = (_: Error) => {};
    const { call } = api;
    api.call = (name, payload) => {
      if (name === "ui.checkUpdate")
        return new Promise((_, reject) => {
          stop = reject;
        });
      return call(name, payload);
    };
    await press("Check now");
    await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await status("Asking …");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => asked(api, "ui.cancelUpdate")).toEqual({});
    stop(new Error("It was stopped."));
    await status("Cancelled. What was in use stays in use.");
    expect(alert().query()).toBeNull();
    expect(document.activeElement).not.toBe(document.body);
  });

  test("that the background changed by itself is shown", async () => {
    const api = await openDataset();
    api.world.dataset = updatedDataset;
    openChannel<DatasetEvent>(datasetChannel).tell({ changed: true });
    await status("2026.12.0");
  });
});

describe("the way back", () => {
  test("leads to the version before, and forward again", async () => {
    const api = await openDataset(filled);
    await press("Go back to version 2026.11.0");
    await status("Version 2026.11.0 is in use now.");
    await press("Go forward to version 2026.12.0");
    await status("Version 2026.12.0 is in use now.");
    api.world.failing = { "ui.datasetBack": "It is damaged." };
    await press("Go back to version 2026.11.0");
    await expect.element(alert()).toMatchTextContent("It is damaged.");
  });
});
