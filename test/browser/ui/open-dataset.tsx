import { expect } from "vitest";
import { page, userEvent } from "vitest/browser";
import { DatasetSection } from "../../../src/ui/options/dataset/dataset-section.tsx";
import css from "../../../src/ui/options/options.css?inline";
import { sampleAddress, sampleDataset, samplePack, updatedDataset } from "../../support/dataset-samples.ts";
import { type FakeApi, type FakeWorld, fakeApi } from "../../support/interface-samples.ts";
import { show, shownText } from "./show.tsx";

/** The dataset's section of the options. */
export async function openDataset(world: Partial<FakeWorld> = {}): Promise<FakeApi> {
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

export const addressed: Partial<FakeWorld> = {
  dataset: {
    ...sampleDataset,
    updates: { ...sampleDataset.updates, address: sampleAddress, ownAddress: sampleAddress },
  },
};
export const found: Partial<FakeWorld> = {
  ...addressed,
  update: {
    state: "found",
    version: "2026.12.0",
    date: "2026-12-03",
    title: "Sample data",
    bytes: 11_300_000,
  },
};
export const filled: Partial<FakeWorld> = { dataset: { ...updatedDataset, pack: samplePack } };
export const downloading: Partial<FakeWorld> = {
  dataset: {
    ...updatedDataset,
    updates: {
      ...updatedDataset.updates,
      progress: { phase: "receiving", received: 4_200_000, total: 11_300_000 },
    },
  },
};
export const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
/** What a call was asked with last. */
export const asked = (api: FakeApi, name: string) =>
  api.log.findLast((entry) => entry.name === name)?.payload;
/** What was asked, in order, besides the state. */
export const names = (api: FakeApi) =>
  api.log.map(({ name }) => name).filter((name) => name !== "ui.dataset");
/** Waits until this is read on the page. */
export const status = (words: string | RegExp) => expect.poll(() => shownText()).toMatch(words);
export const alert = () => page.getByRole("alert");
/** Gives the file field a file, as a reader does who chooses one. */
export const choose = (label: string, name: string, text: string) =>
  userEvent.upload(page.getByLabelText(label), new File([text], name));
