import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { openDatasetChannel } from "../../../src/messaging/dataset-channel.ts";
import { DatasetSection } from "../../../src/ui/options/dataset/dataset-section.tsx";
import css from "../../../src/ui/options/options.css?inline";
import {
  sampleAddress,
  sampleDataset,
  samplePack,
  troubledDataset,
  updatedDataset,
} from "../../support/dataset-samples.ts";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { forceColours } from "./forced-colours.ts";
import { axeProblems, clear, lookIn, show, shownText } from "./show.tsx";

afterEach(async () => {
  clear();
  lookIn("light");
  await forceColours(false);
});

async function open(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
  const api = fakeApi(structuredClone(world));
  await show(
    <main>
      <h1>Dataset</h1>
      <DatasetSection />
    </main>,
    api,
    css,
  );
  return api;
}

const addressed: Partial<FakeWorld> = {
  dataset: {
    ...sampleDataset,
    updates: { ...sampleDataset.updates, address: sampleAddress, ownAddress: sampleAddress },
  },
};
const found: Partial<FakeWorld> = {
  ...addressed,
  update: {
    state: "found",
    version: "2026.12.0",
    date: "2026-12-03",
    title: "Sample data",
    bytes: 11_300_000,
  },
};
const filled: Partial<FakeWorld> = { dataset: { ...updatedDataset, pack: samplePack } };
const downloading: Partial<FakeWorld> = {
  dataset: {
    ...updatedDataset,
    updates: {
      ...updatedDataset.updates,
      progress: { phase: "receiving", received: 4_200_000, total: 11_300_000 },
    },
  },
};
const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
const asked = (api: FakeApi, name: string) => api.log.findLast((entry) => entry.name === name)?.payload;
const names = (api: FakeApi) => api.log.map(({ name }) => name).filter((name) => name !== "ui.dataset");
const status = (words: string | RegExp) => expect.poll(() => shownText()).toMatch(words);
const alert = () => page.getByRole("alert");
/** Gives the file field a file, as a reader does who chooses one. */
const choose = (label: string, name: string, text: string) =>
  userEvent.upload(page.getByLabelText(label), new File([text], name));

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
      await open(world);
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
    await open();
    expect(shownText()).toContain("24 Nov 2026, today");
    expect(shownText()).toContain("part of the extension");
    await open(filled);
    expect(shownText()).toContain("20 Nov 2026, 4 days ago");
    expect(shownText()).toMatch(/an update, installed 23 Nov 2026/);
    expect(shownText()).not.toContain("This data is");
    await open({
      dataset: { ...sampleDataset, info: { ...updatedDataset.info, date: "2026-06-01" } as never },
    });
    expect(shownText()).toContain("This data is 176 days old.");
  });

  test("says what is wrong: a version that was turned back, a database that does not open, a pack without use", async () => {
    await open({ dataset: troubledDataset });
    for (const words of [
      "Version 2026.12.0 could not be used",
      "Its index is damaged. Version 2026.11.0 is in use again.",
      "Installed datasets cannot be looked at",
      "The pack names countries that the dataset does not have.",
      "it failed. data.example answered 404.",
    ])
      expect(shownText()).toContain(words);
  });

  test("without a dataset says why, and still takes a file", async () => {
    await open({ dataset: { ...troubledDataset, info: null, problem: "The dataset file is missing." } });
    expect(shownText()).toContain("The dataset file is missing.");
    await choose("Install from a file", "good.json", "{}");
    await status("Version 2026.12.1 is in use now.");
  });
});

describe("what changed", () => {
  test("is counted first, and unfolds", async () => {
    await open(filled);
    for (const words of [
      "2 policies have another answer",
      "1 person holds another office",
      "60 records are new",
      "2 records were changed",
      "2 records were renamed, merged or split",
      "1 record was removed",
    ])
      expect(shownText()).toContain(words);
    expect(shownText()).not.toContain("no new equipment");
    await page.getByText("2 policies have another answer").click();
    await status("Vendor A in Northland");
    const sides = [...(document.querySelector(".changes-sides")?.children ?? [])];
    expect(sides.map(({ textContent }) => textContent)).toEqual([
      "Beforedecided, restricts: at most a third of the access network",
      "Nowin force, prohibits: no new equipment from 2027",
    ]);
    await page.getByText("1 person holds another office").click();
    await status("none on record");
    await page.getByText("2 records were changed").click();
    await status("description, names");
    await page.getByText("2 records were renamed, merged or split").click();
    await status("is now: Vendor A");
    expect(shownText()).toContain("is now several: north-net, south-net");
  });

  test("shows long lists in parts", async () => {
    await open(filled);
    await page.getByText("60 records are new").click();
    await status("Order 49");
    expect(shownText()).not.toContain("Order 50");
    await press("Show more (10 left)");
    await status("Order 59");
  });
});

describe("a check", () => {
  test("says that nothing is asked where there is no address", async () => {
    const api = await open();
    expect(shownText()).toContain("No address for updates is known, so none is asked.");
    expect(page.getByRole("button", { name: "Check now" }).query()).toBeNull();
    expect(names(api)).toEqual([]);
  });

  test("asks the browser for that address alone, then the address, and offers what it found", async () => {
    const api = await open(found);
    await press("Check now");
    await status("Version 2026.12.0 can be installed");
    expect(shownText()).toContain("Sample data, of 3 Dec 2026. 11.3 MB");
    expect(names(api)).toEqual(["requestOrigins", "ui.checkUpdate"]);
    expect(asked(api, "requestOrigins")).toEqual(["https://data.example/*"]);
    await press("Install version 2026.12.0");
    await status("Version 2026.12.0 is in use now.");
    expect(shownText()).not.toContain("can be installed");
    await expect.element(page.getByRole("button", { name: "Go back to version 2026.11.0" })).toBeVisible();
  });

  test("asks nobody when the reader says no", async () => {
    const api = await open({ ...found, consents: false });
    await press("Check now");
    await expect
      .element(alert())
      .toMatchTextContent(/The check failed.*has not allowed the extension to ask https:\/\/data/);
    expect(names(api)).toEqual(["requestOrigins"]);
  });

  test("says that there is nothing newer, or why it failed", async () => {
    const api = await open({
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
    const api = await open({
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
    const api = await open(downloading);
    const bar = () => document.querySelector("progress");
    expect(shownText()).toContain("Downloading …");
    expect(shownText()).toContain("4.2 MB of 11.3 MB received");
    expect([bar()?.value, bar()?.max]).toEqual([4_200_000, 11_300_000]);
    await expect.element(page.getByRole("button", { name: "Check now" })).toBeDisabled();
    await expect.element(page.getByRole("button", { name: "Go back to version 2026.11.0" })).toBeDisabled();
    const background = openDatasetChannel();
    background.tell({ progress: { phase: "receiving", received: 9_000_000, total: 11_300_000 } });
    await status("9 MB of 11.3 MB received");
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
    const api = await open(found);
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
    const api = await open();
    api.world.dataset = updatedDataset;
    openDatasetChannel().tell({ changed: true });
    await status("2026.12.0");
  });
});

describe("the way back", () => {
  test("leads to the version before, and forward again", async () => {
    const api = await open(filled);
    await press("Go back to version 2026.11.0");
    await status("Version 2026.11.0 is in use now.");
    await press("Go forward to version 2026.12.0");
    await status("Version 2026.12.0 is in use now.");
    api.world.failing = { "ui.datasetBack": "It is damaged." };
    await press("Go back to version 2026.11.0");
    await expect.element(alert()).toMatchTextContent("It is damaged.");
  });
});

describe("the weekly check", () => {
  const theSwitch = () => page.getByRole("switch", { name: "Check once a week and install what is newer" });

  test("is off, says what it sends, and asks the browser before it is on", async () => {
    const api = await open(addressed);
    await expect.element(theSwitch()).not.toBeChecked();
    expect(shownText()).toContain("Nothing about you or what you read is sent");
    await theSwitch().click();
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ automaticUpdate: true });
    expect(asked(api, "requestUpdates")).toEqual(["https://data.example/*"]);
  });

  test("stays off when the reader says no, and without an address", async () => {
    const api = await open({ ...addressed, consents: false });
    await theSwitch().click();
    await expect.element(alert()).toMatchTextContent("nothing has changed");
    expect(asked(api, "ui.saveSettings")).toBeUndefined();
    await open();
    await expect.element(theSwitch()).toBeDisabled();
  });

  test("is switched off without a question", async () => {
    const api = await open(filled);
    await expect.element(theSwitch()).toBeChecked();
    await theSwitch().click();
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ automaticUpdate: false });
    expect(asked(api, "requestUpdates")).toBeUndefined();
  });
});

describe("the address", () => {
  const field = () => page.getByRole("textbox", { name: "Address that is asked" });

  test("is kept when the browser allows it, by keyboard", async () => {
    const api = await open();
    await field().fill("HTTP://localhost:8000/d.json");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => asked(api, "ui.saveSettings"))
      .toEqual({ updateAddress: "http://localhost:8000/d.json" });
    expect(asked(api, "requestOrigins")).toEqual(["http://localhost/*"]);
  });

  test("must be one that nobody on the way can read or replace", async () => {
    const api = await open();
    await field().fill("http://data.example/d.json");
    await press("Save");
    await expect.element(alert()).toMatchTextContent("It must begin with https://");
    await field().fill("dataset");
    await press("Save");
    await expect.element(alert()).toMatchTextContent("That is no address.");
    await expect.element(field()).toHaveAttribute("aria-invalid", "true");
    expect(names(api)).toEqual([]);
  });

  test("stays as it was when the browser does not allow it, or it cannot be kept", async () => {
    const api = await open({ consents: false });
    await field().fill(sampleAddress);
    await press("Save");
    await expect.element(alert()).toMatchTextContent("was not allowed");
    api.world.consents = true;
    api.world.failing = { "ui.saveSettings": "There is no space left." };
    await press("Save");
    await expect.element(alert()).toMatchTextContent("There is no space left.");
  });

  test("goes back to the dataset's own", async () => {
    const { updates } = updatedDataset;
    const api = await open({
      dataset: { ...updatedDataset, updates: { ...updates, address: "https://other.example/d" } },
    });
    await press("Back to the dataset’s own");
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ updateAddress: "" });
  });
});

describe("a file", () => {
  test("is handed to the background and installed", async () => {
    const api = await open();
    await choose("Install from a file", "dataset.json", "the package");
    await status("Version 2026.12.1 is in use now.");
    expect(api.world.handed).toBe("the package");
    expect(asked(api, "ui.installPackage")).toEqual({ file: "ffffffff-ffff-4fff-8fff-ffffffffffff" });
  });

  test("may be dropped", async () => {
    const api = await open();
    const data = new DataTransfer();
    data.items.add(new File(["dropped"], "d.json"));
    document
      .querySelector(".drop")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    await status("Version 2026.12.1 is in use now.");
    expect(api.world.handed).toBe("dropped");
  });

  test("that is refused says why, and what is in use stays", async () => {
    const api = await open({ failing: { "ui.installPackage": "It is older than the one in use." } });
    await choose("Install from a file", "old.json", "old");
    await expect.element(alert()).toMatchTextContent(/Nothing was installed.*It is older/);
    expect(api.world.dataset.info?.version).toBe("2026.11.0");
  });

  test("that is too large is not even read", async () => {
    const api = await open();
    const file = new File(["x"], "huge.json");
    Object.defineProperty(file, "size", { value: 65 * 1024 * 1024 });
    const data = { files: [file] };
    const drop = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), {
      dataTransfer: data,
    });
    document.querySelector(".drop")?.dispatchEvent(drop);
    await expect.element(alert()).toMatchTextContent("huge.json is larger than 67.1 MB");
    expect(api.world.handed).toBeNull();
  });
});

describe("a private pack", () => {
  test("is installed, says what it is, and which records are left out", async () => {
    const api = await open();
    expect(shownText()).toContain("No pack is installed.");
    await choose("Install a pack", "pack.json", "the pack");
    await status("The pack “Example News: our own”, version 2026.11.1, is in use now.");
    expect(asked(api, "ui.installPack")).toEqual({ file: "ffffffff-ffff-4fff-8fff-ffffffffffff" });
    for (const words of ["unsigned", "14", "2 records are left out"]) expect(shownText()).toContain(words);
    await page.getByText("2 records are left out").click();
    await status("northland");
  });

  test("is removed after a second word, by keyboard", async () => {
    const api = await open(filled);
    await press("Remove the pack");
    await expect.element(page.getByRole("button", { name: "Remove it" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("button", { name: "Remove the pack" })).toHaveFocus();
    expect(names(api)).not.toContain("ui.removePack");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: "Remove it" })).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await status("The pack “Example News: our own” is removed.");
    expect(document.activeElement).not.toBe(document.body);
  });

  test("that is refused says why, beside it", async () => {
    await open({ failing: { "ui.installPack": "Its records are not right." } });
    await choose("Install a pack", "pack.json", "bad");
    await expect
      .element(page.getByRole("region", { name: "Private pack" }).getByRole("alert"))
      .toMatchTextContent(/The pack was not installed.*Its records are not right/);
  });
});
