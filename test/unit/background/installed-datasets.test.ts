/** Long because a dataset is followed from its file over starts, crashes and damage to where it is gone again. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { datasetFiles } from "../../../src/background/dataset-source.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import { createKeyPair } from "../../../src/core/package/keys.ts";
import { StorageError } from "../../../src/storage/storage-error.ts";
import { openDesk } from "../../support/datasets-desk.ts";
import { countryInput, datasetOf, sampleDataset, vendorInput } from "../../support/sample-dataset.ts";
import { samplePackage } from "../../support/sample-package.ts";

beforeAll(() => {
  // What is told to the console is not what is asked here.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const bundled = sampleDataset();
/** A newer dataset, with a vendor that the bundled one does not have. */
const newer = (name = "Zeta Masts"): Dataset => {
  const [vendor] = datasetOf(
    [
      countryInput("eastland", "XE"),
      vendorInput("zeta-masts", "eastland", { name, spellings: [{ text: name }] }),
    ],
    [],
  ).entities.slice(1);
  return { ...bundled, entities: [...bundled.entities, ...(vendor ? [vendor] : [])] };
};
const december = samplePackage({ version: "2026.12.0", dataset: newer(), previous: bundled }).bytes;
const january = samplePackage({ version: "2027.1.0", dataset: newer("Zeta Towers") }).bytes;

type Desk = ReturnType<typeof openDesk>;
const install = ({ desk, hand }: Desk, bytes: Uint8Array<ArrayBuffer>) => desk.installFile(hand(bytes));
const versionOf = async ({ desk }: Desk) => (await desk.service.load()).catalogue.info.version;

/** What a page is told of a sentence: the ids that it names. */
async function named({ desk }: Desk, text: string): Promise<string[]> {
  const matcher = await desk.service.matcher();
  return findMentions(matcher, { lang: "en", blocks: [{ text }] }).map(({ id }) => id);
}

/** Lets no part come from the store until what it gives back is called. */
function holdParts({ store }: Desk): () => void {
  const { part } = store;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  store.part = (of, name) => held.then(() => part(of, name));
  return release;
}

describe("a dataset from a file", () => {
  test("is in use at once, and after the next start", async () => {
    const first = openDesk();
    expect(await named(first, "On Monday Zeta Masts had no comment.")).toEqual([]);
    await install(first, december);
    expect(await named(first, "On Monday Zeta Masts had no comment.")).toEqual(["zeta-masts"]);
    expect([await versionOf(first), await first.desk.service.active(), first.switches()]).toEqual([
      "2026.12.0",
      "2026.12.0",
      1,
    ]);
    const next = openDesk({ store: first.store });
    expect(await named(next, "On Monday Zeta Masts had no comment.")).toEqual(["zeta-masts"]);
    expect((await next.desk.service.load()).catalogue.entity("zeta-masts")?.name).toBe("Zeta Masts");
    expect(await first.desk.store.slot("2026.12.0")).toMatchObject({
      origin: "file",
      changes: { added: [{ id: "zeta-masts" }] },
    });
  });

  test("leaves what was in use where it is until it is loaded", async () => {
    const desk = openDesk();
    await versionOf(desk);
    const release = holdParts(desk);
    const installing = install(desk, december);
    await vi.waitFor(() => expect(desk.store.now.record.starting).toBe("2026.12.0"));
    expect([await versionOf(desk), await desk.desk.service.active()]).toEqual(["2026.11.0", "bundled"]);
    release();
    await installing;
    expect(await versionOf(desk)).toBe("2026.12.0");
  });

  test("keeps the one before it, one step back and one step forward, and none before that", async () => {
    const desk = openDesk();
    await install(desk, december);
    await install(desk, january);
    expect(desk.store.now.record).toMatchObject({ active: "2027.1.0", previous: "2026.12.0" });
    await desk.desk.back();
    expect([await versionOf(desk), desk.store.now.record.previous]).toEqual(["2026.12.0", "2027.1.0"]);
    await desk.desk.back();
    expect([await versionOf(desk), desk.store.now.record.declined]).toEqual(["2027.1.0", null]);
    await install(desk, samplePackage({ version: "2027.2.0", dataset: newer() }).bytes);
    expect([...desk.store.now.slots.keys()].sort()).toEqual(["2027.1.0", "2027.2.0"]);
    expect([...desk.store.now.parts.keys()].some((key) => key.startsWith("2026.12.0"))).toBe(false);
  });

  test("goes back to the bundled one, where there is none else", async () => {
    const desk = openDesk();
    await expect(desk.desk.back()).rejects.toThrow("no version to go back to");
    await install(desk, december);
    await desk.desk.back();
    expect([await versionOf(desk), await desk.desk.service.active()]).toEqual(["2026.11.0", "bundled"]);
    await desk.desk.back();
    expect(await versionOf(desk)).toBe("2026.12.0");
  });

  const stranger = createKeyPair();
  test.each([
    ["is older than the bundled one", samplePackage({ version: "2026.10.0" }).bytes, "not-newer"],
    ["is as old as the bundled one", samplePackage({ version: "2026.11.0" }).bytes, "not-newer"],
    ["nobody signed", samplePackage({ version: "2026.12.0", key: null }).bytes, "unsigned"],
    ["a stranger signed", samplePackage({ version: "2026.12.0", key: stranger }).bytes, "unknown-key"],
    [
      "needs a newer extension",
      samplePackage({ version: "2026.12.0", minExtension: "9.0.0" }).bytes,
      "needs-newer-extension",
    ],
    ["is a pack", samplePackage({ version: "2026.12.0", kind: "pack" }).bytes, "wrong-kind"],
    ["was cut", december.slice(0, -100), "malformed"],
  ] as const)("that %s is not taken", async (_, bytes, code) => {
    const desk = openDesk();
    await expect(install(desk, bytes)).rejects.toMatchObject({ code });
    expect([await versionOf(desk), desk.switches(), desk.store.now.slots.size]).toEqual(["2026.11.0", 0, 0]);
    expect(desk.events.at(-1)).toEqual({ progress: null });
  });

  test("that is older than the installed one is not taken either", async () => {
    const desk = openDesk();
    await install(desk, january);
    await expect(install(desk, december)).rejects.toMatchObject({ code: "not-newer" });
    await expect(install(desk, january)).rejects.toMatchObject({ code: "not-newer" });
    expect(await versionOf(desk)).toBe("2027.1.0");
  });

  test("that cannot be stored is not in use", async () => {
    const desk = openDesk();
    await versionOf(desk);
    const { write } = desk.store;
    desk.store.write = async () => {
      throw new StorageError("full");
    };
    await expect(install(desk, december)).rejects.toMatchObject({ problem: "full" });
    desk.store.write = write;
    expect([await versionOf(desk), desk.switches()]).toEqual(["2026.11.0", 0]);
    await install(desk, december);
    expect(await versionOf(desk)).toBe("2026.12.0");
  });

  test("that did not arrive is told of; so is a second one at the same time", async () => {
    const desk = openDesk();
    await expect(desk.desk.installFile(crypto.randomUUID())).rejects.toThrow("Choose it again");
    const first = install(desk, december);
    await expect(install(desk, january)).rejects.toThrow("still running");
    await first;
    expect(await versionOf(desk)).toBe("2026.12.0");
  });

  test("tells how far it is, and that nothing runs any more", async () => {
    const desk = openDesk();
    await install(desk, december);
    const phases = desk.events.map((event) =>
      "progress" in event ? (event.progress?.phase ?? null) : "changed",
    );
    expect(phases).toEqual(["checking", "preparing", null]);
    expect(desk.desk.progress()).toBeNull();
  });

  test("can be stopped before it is stored", async () => {
    const desk = openDesk();
    const pressed: boolean[] = [];
    // As soon as anything is told, somebody presses the button.
    desk.events.push = () => pressed.push(desk.desk.cancel());
    const installing = install(desk, december);
    await expect(installing).rejects.toThrow("cancelled");
    expect([pressed[0], desk.desk.cancel(), desk.store.now.slots.size]).toEqual([true, false, 0]);
  });
});

test("a step back can be stopped, too, before it is kept", async () => {
  const desk = openDesk();
  await install(desk, december);
  desk.events.push = () => Number(desk.desk.cancel());
  await expect(desk.desk.back()).rejects.toThrow("cancelled");
  expect([await versionOf(desk), desk.store.now.record.active]).toEqual(["2026.12.0", "2026.12.0"]);
});

describe("a start", () => {
  test("with nothing installed reads what it read before, and only asks the database which", async () => {
    const desk = openDesk();
    await desk.desk.service.matcher();
    expect(desk.read).toEqual([datasetFiles.index]);
    await desk.desk.service.load();
    expect(desk.read).toEqual([datasetFiles.index, datasetFiles.facts]);
  });

  test("asks for the bundled files without waiting for the database", async () => {
    const desk = openDesk();
    desk.store.record = () => new Promise(() => {});
    void desk.desk.service.matcher();
    await vi.waitFor(() => expect(desk.read).toContain(datasetFiles.index));
  });

  test("has the bundled one where the database cannot be opened, or never answers", async () => {
    const first = openDesk();
    await install(first, december);
    first.store.broken = new StorageError("unavailable");
    expect(await versionOf(openDesk({ store: first.store }))).toBe("2026.11.0");
    first.store.broken = null;
    const silent = openDesk({ store: { ...first.store, record: () => new Promise(() => {}) } });
    vi.useFakeTimers();
    const loading = versionOf(silent);
    await vi.advanceTimersByTimeAsync(3_100);
    vi.useRealTimers();
    expect(await loading).toBe("2026.11.0");
    // Nothing was thrown away for it.
    expect(await versionOf(openDesk({ store: first.store }))).toBe("2026.12.0");
  });

  test("after an update of the extension that brings newer data uses those", async () => {
    const first = openDesk();
    await install(first, december);
    for (const version of ["2026.12.0", "2027.1.0"]) {
      const updated = { ...newer(), info: { ...bundled.info, version } };
      const next = openDesk({ store: first.store, bundled: updated, extension: "0.8.0" });
      expect([await versionOf(next), await next.desk.service.active()]).toEqual([version, "bundled"]);
    }
    expect(first.store.now).toMatchObject({
      record: { active: "bundled", previous: null, rolledBack: null },
    });
    expect(first.store.now.parts.size).toBe(0);
  });

  test.each(["facts", "index"] as const)("with damaged %s goes back by itself, and says so", async (part) => {
    const first = openDesk();
    await install(first, december);
    await install(first, january);
    first.store.now.parts.set(`2027.1.0/${part}`, new TextEncoder().encode('{"info": {'));
    const next = openDesk({ store: first.store });
    expect(await versionOf(next)).toBe("2026.12.0");
    expect(await named(next, "On Monday Zeta Masts had no comment.")).toEqual(["zeta-masts"]);
    expect(next.switches()).toBe(1);
    const { rolledBack, declined } = first.store.now.record;
    expect([rolledBack?.version, declined]).toEqual(["2027.1.0", "2027.1.0"]);
    expect(rolledBack?.text).toMatch(
      /^Version 2027\.1\.0 could not be used\. .*(is damaged|is not).*in use again\.$/,
    );
    expect(rolledBack?.text).not.toContain("Reinstall");
    expect(await versionOf(openDesk({ store: first.store }))).toBe("2026.12.0");
  });

  test("where all that is installed is damaged ends at the bundled one", async () => {
    const first = openDesk();
    await install(first, december);
    await install(first, january);
    first.store.now.parts.clear();
    expect(await versionOf(openDesk({ store: first.store }))).toBe("2026.11.0");
    expect(first.store.now.record).toMatchObject({ active: "bundled", previous: null });
  });

  test("finds the marker of a crash and goes back; without one it tries", async () => {
    const first = openDesk();
    await install(first, december);
    expect(first.store.now.record).toMatchObject({ proven: "0.7.0", starting: null });
    // The extension was updated, and its first load of the dataset killed it.
    const killed = openDesk({
      store: { ...first.store, part: () => new Promise(() => {}) },
      extension: "0.8.0",
    });
    void killed.desk.service.load();
    await vi.waitFor(() => expect(first.store.now.record.starting).toBe("2026.12.0"));
    const next = openDesk({ store: first.store, extension: "0.8.0" });
    expect(await versionOf(next)).toBe("2026.11.0");
    expect(first.store.now.record.rolledBack?.text).toContain("stopped while it was loading it");
  });

  test("does not take its own first load for a crash", async () => {
    const first = openDesk();
    await install(first, december);
    const next = openDesk({ store: first.store, extension: "0.8.0" });
    const release = holdParts(next);
    void next.desk.service.matcher();
    await vi.waitFor(() => expect(first.store.now.record.starting).toBe("2026.12.0"));
    const again = next.desk.removePack();
    release();
    await again;
    expect([await versionOf(next), first.store.now.record.rolledBack]).toEqual(["2026.12.0", null]);
  });

  test("goes back by itself when a page is the first to ask, too", async () => {
    const first = openDesk();
    await install(first, december);
    first.store.now.parts.delete("2026.12.0/index");
    const next = openDesk({ store: first.store });
    expect(await named(next, "On Monday Acme Radio had no comment.")).toEqual(["acme-radio"]);
    expect(first.store.now.record.rolledBack?.version).toBe("2026.12.0");
  });

  test("proves a dataset once for each version of the extension", async () => {
    const first = openDesk();
    await install(first, december);
    const next = openDesk({ store: first.store, extension: "0.8.0" });
    await next.desk.service.matcher();
    await vi.waitFor(() => expect(first.store.now.record).toMatchObject({ proven: "0.8.0", starting: null }));
    const { write } = first.store;
    const writing = vi.fn(write);
    const again = openDesk({ store: { ...first.store, write: writing }, extension: "0.8.0" });
    expect(await versionOf(again)).toBe("2026.12.0");
    expect(writing).not.toHaveBeenCalled();
  });

  test("blames no dataset for a database that fails after it was opened", async () => {
    const first = openDesk();
    await install(first, december);
    const part = async () => {
      throw new StorageError("failed");
    };
    const next = openDesk({ store: { ...first.store, part } });
    expect([await versionOf(next), await next.desk.service.active()]).toEqual(["2026.11.0", "bundled"]);
    expect(first.store.now.record).toMatchObject({ active: "2026.12.0", rolledBack: null });
  });
});

test("a dataset that works nowhere but in its trial is taken back at once", async () => {
  const desk = openDesk();
  const { part } = desk.store;
  desk.store.part = async (of, name) => (name === "facts" ? undefined : part(of, name));
  await expect(install(desk, december)).rejects.toThrow(/missing.*in use again/);
  expect([await versionOf(desk), desk.store.now.record.active]).toEqual(["2026.11.0", "bundled"]);
});

test("deleting everything leaves the bundled dataset", async () => {
  const desk = openDesk();
  await install(desk, december);
  await desk.desk.deleteEverything();
  expect([await versionOf(desk), desk.store.now.parts.size, desk.switches()]).toEqual(["2026.11.0", 0, 2]);
});
