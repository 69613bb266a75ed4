import { describe, expect, test } from "vitest";
import { defaultSettings, settingsChangeSchema } from "../../src/core/settings.ts";
import { createSettingsStore, type SettingsArea, settingsKey } from "../../src/storage/settings-store.ts";
import { StorageError } from "../../src/storage/storage-error.ts";

/** An area in memory that answers as late as a real one. */
function areaWith(stored?: unknown): SettingsArea & { items: Record<string, unknown> } {
  const items: Record<string, unknown> = stored === undefined ? {} : { [settingsKey]: stored };
  return {
    items,
    get: async (key) => {
      await Promise.resolve();
      return key in items ? { [key]: structuredClone(items[key]) } : {};
    },
    set: async (change) => {
      await Promise.resolve();
      Object.assign(items, structuredClone(change));
    },
  };
}

describe("the settings store", () => {
  test("has defaults before anything was saved", async () => {
    expect(await createSettingsStore(areaWith()).load()).toEqual(defaultSettings);
  });

  test.each([
    ["a text", "broken"],
    ["a number", 7],
    ["nothing", null],
    ["a list", []],
    ["fields of the wrong type", { density: 3, kinds: "vendor", delay: "long", sitesOff: [1] }],
    ["fields out of range", { density: "never", kinds: ["planet"], delay: 5 }],
  ])("falls back to the defaults where it finds %s", async (_, stored) => {
    expect(await createSettingsStore(areaWith(stored)).load()).toEqual(defaultSettings);
  });

  test("keeps what is sound beside what is damaged", async () => {
    const store = createSettingsStore(
      areaWith({ density: "article", delay: "long", sitesOff: ["a.example"] }),
    );
    expect(await store.load()).toEqual({ ...defaultSettings, density: "article", sitesOff: ["a.example"] });
  });

  test("changes only what is given", async () => {
    const store = createSettingsStore(areaWith({ density: "article", sitesOff: ["a.example"] }));
    await store.save({ delay: 900, density: undefined });
    expect(await store.load()).toEqual({
      ...defaultSettings,
      density: "article",
      delay: 900,
      sitesOff: ["a.example"],
    });
  });

  test("keeps sites as hosts, each once", async () => {
    const store = createSettingsStore(areaWith());
    const saved = await store.save({
      sitesOff: ["https://www.Example.com/news?x=1", "example.com", "WWW.other.example", ""],
    });
    expect(saved.sitesOff).toEqual(["example.com", "other.example"]);
  });

  test("loses neither of two changes made at once", async () => {
    const store = createSettingsStore(areaWith());
    await Promise.all([store.save({ delay: 900 }), store.save({ density: "paragraph" })]);
    expect(await store.load()).toMatchObject({ delay: 900, density: "paragraph" });
  });

  test("goes on after a save that failed, and says what to do", async () => {
    const area = areaWith();
    const set = area.set;
    area.set = async () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
    const store = createSettingsStore(area);
    await expect(store.save({ delay: 900 })).rejects.toThrow(/no space left/);
    area.set = set;
    expect((await store.save({ delay: 800 })).delay).toBe(800);
  });

  test("does not take an unreadable area for an empty one", async () => {
    const store = createSettingsStore({
      get: () => Promise.reject(new Error("gone")),
      set: () => Promise.resolve(),
    });
    await expect(store.load()).rejects.toThrow(StorageError);
  });
});

describe("a change of settings", () => {
  test("that leaves fields out does not fill them with defaults", () => {
    expect(settingsChangeSchema.parse({ delay: 900 })).toEqual({ delay: 900 });
  });

  test("with a value out of range is refused", () => {
    expect(settingsChangeSchema.safeParse({ delay: 1 }).success).toBe(false);
    expect(settingsChangeSchema.safeParse({ kinds: ["planet"] }).success).toBe(false);
  });
});
