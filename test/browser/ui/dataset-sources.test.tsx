import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { sampleAddress, updatedDataset } from "../../support/dataset-samples.ts";
import {
  addressed,
  alert,
  asked,
  choose,
  filled,
  names,
  openDataset,
  press,
  status,
} from "./open-dataset.tsx";
import { clear, shownText } from "./show.tsx";

afterEach(clear);

describe("the weekly check", () => {
  const theSwitch = () => page.getByRole("switch", { name: "Check once a week and install what is newer" });

  test("is off, says what it sends, and asks the browser before it is on", async () => {
    const api = await openDataset(addressed);
    await expect.element(theSwitch()).not.toBeChecked();
    expect(shownText()).toContain("Nothing about you or what you read is sent");
    await theSwitch().click();
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ automaticUpdate: true });
    expect(asked(api, "requestUpdates")).toEqual(["https://data.example/*"]);
  });

  test("stays off when the reader says no, and without an address", async () => {
    const api = await openDataset({ ...addressed, consents: false });
    await theSwitch().click();
    await expect.element(alert()).toMatchTextContent("nothing has changed");
    expect(asked(api, "ui.saveSettings")).toBeUndefined();
    await openDataset();
    await expect.element(theSwitch()).toBeDisabled();
  });

  test("is switched off without a question", async () => {
    const api = await openDataset(filled);
    await expect.element(theSwitch()).toBeChecked();
    await theSwitch().click();
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ automaticUpdate: false });
    expect(asked(api, "requestUpdates")).toBeUndefined();
  });
});

describe("the address", () => {
  const field = () => page.getByRole("textbox", { name: "Address for updates" });

  test("is kept when the browser allows it, by keyboard", async () => {
    const api = await openDataset();
    await field().fill("HTTP://localhost:8000/d.json");
    await userEvent.keyboard("{Enter}");
    await expect
      .poll(() => asked(api, "ui.saveSettings"))
      .toEqual({ updateAddress: "http://localhost:8000/d.json" });
    expect(asked(api, "requestOrigins")).toEqual(["http://localhost/*"]);
    await status("Saved. It is asked from now on.");
    await expect.element(field()).toHaveFocus();
  });

  test("must be one that nobody on the way can read or replace", async () => {
    const api = await openDataset();
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
    const api = await openDataset({ consents: false });
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
    const api = await openDataset({
      dataset: { ...updatedDataset, updates: { ...updates, address: "https://other.example/d" } },
    });
    await field().fill("dataset");
    await press("Save");
    await expect.element(alert()).toMatchTextContent("That is no address.");
    await press("Back to the dataset’s own");
    await expect.poll(() => asked(api, "ui.saveSettings")).toEqual({ updateAddress: "" });
    await status("The dataset’s own address holds");
    await expect.element(page.getByRole("button", { name: "Save" })).toHaveFocus();
    expect(alert().query()).toBeNull();
  });

  test("is shown as it is kept: the dataset's own where none was written, and without a fragment", async () => {
    const api = await openDataset(addressed);
    await field().fill("");
    await press("Save");
    await status("The dataset’s own address holds");
    await expect.element(field()).toHaveValue(sampleAddress);
    await field().fill("HTTPS://other.example/d.json#part");
    await press("Save");
    await expect.element(field()).toHaveValue("https://other.example/d.json");
    expect(asked(api, "ui.saveSettings")).toEqual({ updateAddress: "https://other.example/d.json" });
  });
});

describe("a file", () => {
  test("is handed to the background and installed", async () => {
    const api = await openDataset();
    await choose("Install from a file", "dataset.json", "the package");
    await status("Version 2026.12.1 is in use now.");
    expect(api.world.handed).toBe("the package");
    expect(asked(api, "ui.installPackage")).toEqual({ file: "ffffffff-ffff-4fff-8fff-ffffffffffff" });
  });

  test("may be dropped", async () => {
    const api = await openDataset();
    const data = new DataTransfer();
    data.items.add(new File(["dropped"], "d.json"));
    document
      .querySelector(".drop")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
    await status("Version 2026.12.1 is in use now.");
    expect(api.world.handed).toBe("dropped");
  });

  test("that is refused says why, and what is in use stays", async () => {
    const api = await openDataset({ failing: { "ui.installPackage": "It is older than the one in use." } });
    await choose("Install from a file", "old.json", "old");
    await expect.element(alert()).toMatchTextContent(/Nothing was installed.*It is older/);
    expect(api.world.dataset.info?.version).toBe("2026.11.0");
  });

  test("that is too large is not even read", async () => {
    const api = await openDataset();
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
    const api = await openDataset();
    expect(shownText()).toContain("No pack is installed.");
    await choose("Install a pack", "pack.json", "the pack");
    await status("The pack “Example News: our own”, version 2026.11.1, is in use now.");
    expect(asked(api, "ui.installPack")).toEqual({ file: "ffffffff-ffff-4fff-8fff-ffffffffffff" });
    for (const words of ["unsigned", "14", "2 records are left out"]) expect(shownText()).toContain(words);
    await page.getByText("2 records are left out").click();
    await status("northland");
  });

  test("is removed after a second word, by keyboard", async () => {
    const api = await openDataset(filled);
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
    await openDataset({ failing: { "ui.installPack": "Its records are not right." } });
    await choose("Install a pack", "pack.json", "bad");
    await expect
      .element(page.getByRole("region", { name: "Private pack" }).getByRole("alert"))
      .toMatchTextContent(/The pack was not installed.*Its records are not right/);
  });
});
