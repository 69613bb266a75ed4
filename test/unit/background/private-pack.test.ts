import { beforeAll, describe, expect, test, vi } from "vitest";
import { datasetFiles } from "../../../src/background/dataset-source.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import { StorageError } from "../../../src/storage/storage-error.ts";
import { type DeskOptions, openDesk } from "../../support/datasets-desk.ts";
import {
  countryInput,
  datasetOf,
  measureInput,
  officialInput,
  sampleDataset,
  vendorInput,
} from "../../support/sample-dataset.ts";
import { samplePackage } from "../../support/sample-package.ts";

beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** A newsroom's own records: a vendor and a measure on it, and one that the dataset has, too. */
const desk = datasetOf(
  [vendorInput("zeta-masts", "eastland"), officialInput("jane-doe")],
  [measureInput("xn-2026-01-01-desk", { targets: [{ entity: "zeta-masts", basis: "named" }] })],
);
const pack = packOf(desk);
const sentence = "On Monday Zeta Masts had no comment.";

function packOf(dataset: Dataset, signed = false) {
  const titled = { ...dataset, newsSites: [], redirects: {}, info: { ...dataset.info, title: "Desk notes" } };
  const options = { version: "2026.11.1", dataset: titled, kind: "pack" } as const;
  return samplePackage(signed ? options : { ...options, key: null }).bytes;
}

type Desk = ReturnType<typeof openDesk>;
const start = (options: DeskOptions = {}) => openDesk(options);
const install = ({ desk: own, hand }: Desk, bytes = pack) => own.installPack(hand(bytes));

async function named({ desk: own }: Desk): Promise<string[]> {
  const matcher = await own.service.matcher();
  return findMentions(matcher, { lang: "en", blocks: [{ text: sentence }] }).map(({ id }) => id);
}
const catalogueOf = async ({ desk: own }: Desk) => (await own.service.load()).catalogue;

describe("a private pack", () => {
  test("is merged with the dataset at once, and told of by the catalogue", async () => {
    const first = start();
    expect(await named(first)).toEqual([]);
    await install(first);
    expect(await named(first)).toEqual(["zeta-masts"]);
    const catalogue = await catalogueOf(first);
    expect(catalogue.pack).toEqual({
      title: "Desk notes",
      version: "2026.11.1",
      signed: false,
      ids: new Set(["zeta-masts", "xn-2026-01-01-desk"]),
    });
    // What the dataset has, too, is the dataset's.
    expect(first.store.now.record.merged?.leftOut).toEqual(["jane-doe"]);
    expect(catalogue.entityOf("official", "jane-doe")?.roles).toHaveLength(2);
    expect([catalogue.info.version, first.switches()]).toEqual(["2026.11.0", 1]);
  });

  test("costs a start neither the spellings nor the index anew", async () => {
    const first = start();
    await install(first);
    const next = start({ store: first.store });
    expect(await named(next)).toEqual(["zeta-masts"]);
    expect((await catalogueOf(next)).pack?.title).toBe("Desk notes");
    expect(next.read).not.toContain(datasetFiles.spellings);
    expect(next.switches()).toBe(0);
  });

  test("is signed where a key that the extension trusts has signed it", async () => {
    const first = start();
    await install(first, packOf(desk, true));
    expect((await catalogueOf(first)).pack?.signed).toBe(true);
  });

  test("goes along with each version of the dataset, back and forward", async () => {
    const first = start();
    await install(first);
    const december = samplePackage({ version: "2026.12.0" }).bytes;
    await first.desk.installFile(first.hand(december));
    expect([await named(first), (await catalogueOf(first)).info.version]).toEqual([
      ["zeta-masts"],
      "2026.12.0",
    ]);
    await first.desk.back();
    expect([await named(first), (await catalogueOf(first)).info.version]).toEqual([
      ["zeta-masts"],
      "2026.11.0",
    ]);
    await first.desk.back();
    expect(await named(start({ store: first.store }))).toEqual(["zeta-masts"]);
    expect(first.store.now.record.merged?.base).toBe("2026.12.0");
  });

  test("is merged anew beside what is in use, where the extension brought other data", async () => {
    const first = start();
    await install(first);
    const bundled = { ...sampleDataset(), info: { ...sampleDataset().info, version: "2026.12.0" } };
    const next = start({ store: first.store, bundled });
    // Nobody waits for it.
    expect(await named(next)).toEqual([]);
    await vi.waitFor(async () => expect(await named(next)).toEqual(["zeta-masts"]));
    expect(next.switches()).toBe(1);
    expect(first.store.now.record).toMatchObject({ merged: { base: "2026.12.0" }, pack: { problem: null } });
  });

  test("that stops the extension while it is merged is not tried at every start", async () => {
    const first = start();
    await install(first);
    const bundled = { ...sampleDataset(), info: { ...sampleDataset().info, version: "2026.12.0" } };
    // The parts never come: as if it were stopped there.
    const part = () => new Promise<never>(() => {});
    const killed = start({ store: { ...first.store, part }, bundled });
    await named(killed);
    await vi.waitFor(() => expect(first.store.now.record.pack?.problem).toContain("stopped"));
    const next = start({ store: first.store, bundled });
    expect(await named(next)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([next.desk.progress(), await named(next)]).toEqual([null, []]);
    await install(next);
    expect(await named(next)).toEqual(["zeta-masts"]);
  });

  test("that cannot be merged says why in words for people", async () => {
    const first = start();
    await install(first);
    const bundled = { ...sampleDataset(), info: { ...sampleDataset().info, version: "2026.12.0" } };
    const part = async () => {
      throw new StorageError("failed");
    };
    await named(start({ store: { ...first.store, part }, bundled }));
    await vi.waitFor(() => expect(first.store.now.record.pack?.problem).toMatch(/^The browser could not/));
  });

  test("whose merged data are damaged leaves the dataset without it, and says so", async () => {
    const first = start();
    await install(first);
    first.store.now.parts.set("merged/facts", new TextEncoder().encode("{"));
    const next = start({ store: first.store });
    expect((await catalogueOf(next)).pack).toBeUndefined();
    expect(await named(next)).toEqual([]);
    expect(first.store.now.record.pack?.problem).toContain("not complete JSON");
  });

  test("is merged with the version before, where the one it was merged with cannot be used", async () => {
    const first = start();
    await install(first);
    await first.desk.installFile(first.hand(samplePackage({ version: "2026.12.0" }).bytes));
    for (const owner of ["merged", "2026.12.0"]) first.store.now.parts.delete(`${owner}/facts`);
    const next = start({ store: first.store });
    expect((await catalogueOf(next)).info.version).toBe("2026.11.0");
    await vi.waitFor(async () => expect(await named(next)).toEqual(["zeta-masts"]));
    expect(first.store.now.record).toMatchObject({ merged: { base: "2026.11.0" }, pack: { problem: null } });
  });

  test("can be removed, and leaves nothing behind", async () => {
    const first = start();
    await install(first);
    await first.desk.removePack();
    expect([await named(first), first.store.now.parts.size, first.store.now.record.pack]).toEqual([
      [],
      0,
      null,
    ]);
  });

  const others = datasetOf([officialInput("jane-doe")], []);
  const lost = datasetOf(
    [countryInput("farland", "XF")],
    [
      measureInput("xf-2026-01-01-lost", {
        issuer: "farland",
        appliesIn: ["farland"],
        targets: [{ entity: "nobody", basis: "named" }],
      }),
    ],
  );
  test.each([
    ["whose records the dataset has", packOf(others), /every record of the pack/i],
    ["that is a dataset", samplePackage({ version: "2026.12.0" }).bytes, /not a pack/],
    ["that was cut", pack.slice(0, -50), /not whole/],
  ])("%s is refused", async (_, bytes, words) => {
    const first = start();
    await expect(install(first, bytes)).rejects.toThrow(words);
    expect([first.store.now.record.pack, first.switches()]).toEqual([null, 0]);
  });

  test("that names records which nobody has is in use all the same", async () => {
    const first = start();
    await install(first, packOf(lost));
    expect((await catalogueOf(first)).entity("farland")?.name).toBe("Farland");
  });
});
