import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DatasetsDatabase, datasetsOpener, type Slot } from "../../../src/storage/datasets-database.ts";
import {
  createDatasetsStore,
  type DatasetsStore,
  nothingInstalled,
  type Parts,
} from "../../../src/storage/datasets-store.ts";
import { createHandedFiles } from "../../../src/storage/handed-files.ts";

let name: string;
let open: () => Promise<DatasetsDatabase>;
let store: DatasetsStore;

beforeEach(() => {
  name = `datasets-${crypto.randomUUID()}`;
  open = datasetsOpener(name);
  store = createDatasetsStore(open);
});
afterEach(async () => {
  vi.restoreAllMocks();
  (await open()).close();
  await deleteDB(name);
});

const bytes = (text: string) => new TextEncoder().encode(text);
const slotOf = (version: string): Slot => ({
  version,
  date: "2026-12-01",
  origin: "update",
  installed: "2026-12-01T10:00:00.000Z",
  changes: null,
});
const partsOf = (version: string): Parts => ({
  facts: bytes(`facts ${version}`),
  index: bytes(`index ${version}`),
});
const install = (version: string) =>
  store.write((record) => ({ ...record, active: version, previous: record.active }), {
    slot: slotOf(version),
    parts: [{ of: version, parts: partsOf(version) }],
  });

describe("installed datasets", () => {
  test("are none at first, in words that the rest understands", async () => {
    expect(await store.record()).toEqual(nothingInstalled);
    expect([await store.slot("2026.12.0"), await store.part("2026.12.0", "facts")]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("are there with what speaks of them; the one before stays, the one before that goes", async () => {
    for (const version of ["2026.12.0", "2026.12.1", "2026.12.2"]) await install(version);
    expect(await store.record()).toMatchObject({ active: "2026.12.2", previous: "2026.12.1" });
    expect(await store.slot("2026.12.2")).toEqual(slotOf("2026.12.2"));
    expect(await store.part("2026.12.1", "index")).toEqual(bytes("index 2026.12.1"));
    expect([await store.slot("2026.12.0"), await store.part("2026.12.0", "facts")]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await (await open()).count("parts")).toBe(4);
  });

  test("are left as they were where a change is not called for, fails, or cannot be written to its end", async () => {
    await install("2026.12.0");
    const before = await store.record();
    expect(await store.write(() => undefined, { slot: slotOf("2026.12.9") })).toEqual(before);
    const failing = store.write(() => {
      throw new Error("no");
    });
    await expect(failing).rejects.toMatchObject({ problem: "failed" });
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      // The very last thing that is written.
      if (this.name === "state") throw new DOMException("", "QuotaExceededError");
      return put.apply(this, given);
    });
    await expect(install("2026.12.1")).rejects.toMatchObject({ problem: "full" });
    expect(await store.record()).toEqual(before);
    expect([await store.slot("2026.12.1"), await store.part("2026.12.1", "facts")]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await store.part("2026.12.0", "facts")).toEqual(bytes("facts 2026.12.0"));
  });

  test("keep a pack and what was merged as long as the record speaks of them", async () => {
    const pack = { title: "Desk", version: "2026.1.0", signed: false, installed: "now", problem: null };
    const merged = { base: "2026.11.0", pack: "now", ids: ["a"], leftOut: [] };
    await store.write((record) => ({ ...record, pack, merged }), {
      parts: [
        { of: "pack", parts: { facts: bytes("pack") } },
        { of: "merged", parts: partsOf("merged") },
      ],
    });
    await store.write((record) => ({ ...record, merged: null }));
    expect([await store.part("merged", "facts"), await store.part("pack", "facts")]).toEqual([
      undefined,
      bytes("pack"),
    ]);
    await store.write((record) => ({ ...record, pack: null }));
    expect(await (await open()).count("parts")).toBe(0);
  });

  test("are all gone once everything was deleted", async () => {
    await install("2026.12.0");
    await createHandedFiles(open).handOver(bytes("file"));
    await store.deleteEverything();
    expect(await store.record()).toEqual(nothingInstalled);
    const database = await open();
    for (const kept of database.objectStoreNames) expect(await database.count(kept)).toBe(0);
  });
});

describe("a file that is handed over", () => {
  test("is taken once, by who has its id", async () => {
    const files = createHandedFiles(open);
    const id = await files.handOver(bytes("a file"));
    expect(await files.take(crypto.randomUUID())).toBeUndefined();
    expect(await files.take(id)).toEqual(bytes("a file"));
    expect(await files.take(id)).toBeUndefined();
  });

  test("takes the place of one that nobody has taken", async () => {
    const files = createHandedFiles(open);
    const first = await files.handOver(bytes("one"));
    const second = await files.handOver(bytes("two"));
    expect(await files.take(first)).toBeUndefined();
    expect(await files.take(second)).toEqual(bytes("two"));
  });

  test("may have 64 MB", async () => {
    const files = createHandedFiles(open);
    const large = new Uint8Array(64 * 1024 * 1024).fill(7);
    const taken = await files.take(await files.handOver(large));
    expect([taken?.length, taken?.at(-1)]).toEqual([large.length, 7]);
  });
});
