import { beforeAll, describe, expect, test, vi } from "vitest";
import { packageCalls } from "../../../src/background/package-calls.ts";
import type { Services } from "../../../src/background/services.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import { StorageError } from "../../../src/storage/storage-error.ts";
import { type DeskOptions, openDesk } from "../../support/datasets-desk.ts";
import { datasetOf, officialInput, sampleDataset, vendorInput } from "../../support/sample-dataset.ts";
import { samplePackage } from "../../support/sample-package.ts";

beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const sample = sampleDataset();
const december = samplePackage({ version: "2026.12.0", previous: sample }).bytes;

function open(options: DeskOptions = {}) {
  const desk = openDesk(options);
  const services = {
    dataset: desk.desk.service,
    datasets: desk.desk,
    settings: { load: async () => ({ ...defaultSettings, ...options.settings }) },
  } as unknown as Services;
  const calls = packageCalls(services);
  const state = async () => calls["ui.dataset"]({}, {});
  return { ...desk, calls, state };
}

describe("the state of the dataset", () => {
  test("with nothing installed is that of the bundled one", async () => {
    expect(await open().state()).toEqual({
      info: sample.info,
      problem: null,
      counts: expect.objectContaining({ vendor: 2, measure: 7 }),
      bundled: { version: "2026.11.0", date: "2026-11-24" },
      active: "bundled",
      origin: null,
      installed: null,
      previous: null,
      changes: null,
      rolledBack: null,
      unreadable: null,
      pack: null,
      updates: { address: "", ownAddress: "", automatic: false, last: null, progress: null },
    });
  });

  test("tells what is installed, what it changed and where back leads, and then where forward leads", async () => {
    const { calls, hand, state } = open();
    expect(await calls["ui.installPackage"]({ file: hand(december) }, {})).toMatchObject({
      info: { version: "2026.12.0" },
      bundled: { version: "2026.11.0" },
      active: "installed",
      origin: "file",
      installed: "2026-12-01T10:00:00.000Z",
      previous: { version: "2026.11.0", bundled: true, newer: false },
      changes: { before: { version: "2026.11.0" }, after: { version: "2026.12.0" } },
    });
    expect(await calls["ui.datasetBack"]({}, {})).toMatchObject({
      active: "bundled",
      origin: null,
      changes: null,
      previous: { version: "2026.12.0", bundled: false, newer: true },
    });
    expect(await state()).toMatchObject({ info: { version: "2026.11.0" } });
  });

  test("tells of a version that was taken out of use, until another is installed", async () => {
    const first = open();
    await first.calls["ui.installPackage"]({ file: first.hand(december) }, {});
    first.store.now.parts.delete("2026.12.0/facts");
    const next = open({ store: first.store });
    expect(await next.state()).toMatchObject({
      active: "bundled",
      rolledBack: { version: "2026.12.0", at: "2026-12-01T10:00:00.000Z" },
      problem: null,
    });
    await next.calls["ui.installPackage"]({ file: next.hand(december) }, {});
    expect((await next.state()).rolledBack).toBeNull();
  });

  test("tells that installed datasets cannot be read", async () => {
    const { store, state } = open();
    store.broken = new StorageError("unavailable");
    expect(await state()).toMatchObject({
      info: { version: "2026.11.0" },
      unreadable: expect.stringContaining("does not let the extension open its database"),
    });
  });

  test("tells that what is installed is not in use, where it could not be read at the start", async () => {
    const first = open();
    await first.calls["ui.installPackage"]({ file: first.hand(december) }, {});
    const next = open({ store: first.store });
    first.store.broken = new StorageError("failed");
    await next.desk.service.load();
    first.store.broken = null;
    expect(await next.state()).toMatchObject({
      active: "bundled",
      origin: null,
      unreadable: expect.any(String),
    });
  });

  test("tells the pack: its title, its records and those that were left out, or why it is not in use", async () => {
    const own = datasetOf([vendorInput("zeta-masts", "eastland"), officialInput("jane-doe")], []);
    const titled = { ...own, redirects: {}, info: { ...own.info, title: "Desk notes" } };
    const pack = samplePackage({ version: "2026.11.1", dataset: titled, kind: "pack", key: null }).bytes;
    const { calls, hand, store, state } = open();
    expect((await calls["ui.installPack"]({ file: hand(pack) }, {})).pack).toEqual({
      title: "Desk notes",
      version: "2026.11.1",
      signed: false,
      installed: "2026-12-01T10:00:00.000Z",
      records: 1,
      leftOut: ["jane-doe"],
      problem: null,
    });
    expect((await state()).counts.vendor).toBe(3);
    // While it is merged with what an update of the extension brought, none of it is in use, and nothing is wrong.
    const bundled = { ...sample, info: { ...sample.info, version: "2026.12.0" } };
    const merging = open({ bundled, store: { ...store, part: () => new Promise(() => {}) } });
    await merging.desk.service.load();
    await vi.waitFor(() => expect(merging.desk.progress()).not.toBeNull());
    expect((await merging.state()).pack).toMatchObject({ records: 0, leftOut: [], problem: null });
    store.now.parts.delete("merged/index");
    const next = open({ store });
    expect((await next.state()).pack).toMatchObject({
      records: 0,
      leftOut: [],
      problem: expect.stringContaining("missing"),
    });
    expect((await next.calls["ui.removePack"]({}, {})).pack).toBeNull();
  });

  test("tells which address is asked, and whether it is asked by itself", async () => {
    const bundled = { ...sample, info: { ...sample.info, updates: "https://data.example/a.json" } };
    const alarms = { get: async () => undefined, create: () => {}, clear: async () => true };
    const own = "https://other.example/b.json";
    const settings = { automaticUpdate: true, updateAddress: own };
    expect((await open({ bundled, settings, alarms }).state()).updates).toMatchObject({
      address: own,
      ownAddress: "https://data.example/a.json",
      automatic: true,
    });
    // Switched on, but the browser was not asked for alarms, or they were taken back.
    expect((await open({ bundled, settings }).state()).updates.automatic).toBe(false);
    expect((await open({ bundled }).state()).updates.address).toBe("https://data.example/a.json");
  });
});

test("a stop answers whether anything ran", async () => {
  expect(await open().calls["ui.cancelUpdate"]({}, {})).toBe(false);
});
