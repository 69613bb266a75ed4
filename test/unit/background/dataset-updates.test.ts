import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Alarms, keepUpdateAlarm, updateAlarm } from "../../../src/background/update-alarm.ts";
import { type DeskOptions, openDesk } from "../../support/datasets-desk.ts";
import { sampleDataset } from "../../support/sample-dataset.ts";
import { samplePackage } from "../../support/sample-package.ts";

const december = samplePackage({ version: "2026.12.0" }).bytes;
const january = samplePackage({ version: "2027.1.0" }).bytes;
const current = samplePackage({ version: "2026.11.0" }).bytes;

let server: Server;
let offered: Uint8Array | ((response: ServerResponse) => void);
let asked = 0;
let address: string;

beforeAll(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  server = createServer((_, response) => {
    asked += 1;
    if (typeof offered === "function") offered(response);
    else response.writeHead(200, { "content-length": offered.length }).end(offered);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dataset.json`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = 0;
  offered = december;
});

const open = (options: DeskOptions = {}) =>
  openDesk({ ...options, settings: { updateAddress: address, ...options.settings } });
const versionOf = async ({ desk }: ReturnType<typeof openDesk>) =>
  (await desk.service.load()).catalogue.info.version;
const last = ({ store }: ReturnType<typeof openDesk>) => store.now.record.last;

describe("a look for updates", () => {
  test("finds what is newer, and installs nothing", async () => {
    const desk = open();
    expect(await desk.desk.updates.check()).toEqual({
      state: "found",
      version: "2026.12.0",
      date: "2026-11-24",
      title: "Sample",
      bytes: december.length,
    });
    expect([await versionOf(desk), asked, last(desk)]).toEqual([
      "2026.11.0",
      1,
      { at: "2026-12-01T10:00:00.000Z", version: "2026.12.0", state: "found" },
    ]);
  });

  test("reads no more than the first lines", async () => {
    offered = (response) => {
      response.writeHead(200);
      response.write(december.subarray(0, 4_000));
    };
    expect(await open().desk.updates.check()).toMatchObject({ state: "found", bytes: december.length });
  });

  test("finds nothing newer than the bundled one, or than the installed one", async () => {
    offered = current;
    const desk = open();
    expect(await desk.desk.updates.check()).toMatchObject({ state: "newest", version: "2026.11.0" });
    offered = december;
    await desk.desk.updates.install();
    expect(await desk.desk.updates.check()).toMatchObject({ state: "newest", version: "2026.12.0" });
    expect(last(desk)).toMatchObject({ state: "newest", version: "2026.12.0" });
    await expect(desk.desk.updates.install()).rejects.toThrow("no newer version");
    // That is no failure of the address.
    expect(last(desk)?.state).toBe("newest");
  });

  test("asks nobody where there is no address, or where it was not allowed", async () => {
    const without = openDesk();
    expect(await without.desk.updates.check()).toEqual({ state: "no-address" });
    await expect(without.desk.updates.install()).rejects.toThrow("no address");
    const refused = open({ mayAsk: false });
    expect(await refused.desk.updates.check()).toEqual({ state: "no-access" });
    await expect(refused.desk.updates.install()).rejects.toThrow("Allow it");
    expect(asked).toBe(0);
  });

  test("asks the dataset's own address where the reader has none", async () => {
    const bundled = { ...sampleDataset(), info: { ...sampleDataset().info, updates: address } };
    const desk = openDesk({ bundled });
    expect(await desk.desk.updates.address()).toBe(address);
    expect(await desk.desk.updates.check()).toMatchObject({ state: "found" });
    expect(
      await openDesk({
        bundled,
        settings: { updateAddress: "https://other.example/" },
      }).desk.updates.address(),
    ).toBe("https://other.example/");
  });

  test("tells and keeps why it failed, and that the reader stopped it", async () => {
    offered = (response) => response.writeHead(500).end();
    const desk = open();
    await expect(desk.desk.updates.check()).rejects.toThrow("has a fault (500)");
    expect(last(desk)).toMatchObject({ state: "failed", text: expect.stringContaining("500") });
    offered = (response) => {
      response.writeHead(200);
      response.write(december.subarray(0, 2_000));
    };
    const installing = desk.desk.updates.install();
    await vi.waitFor(() =>
      expect(desk.events).toContainEqual({ progress: expect.objectContaining({ phase: "receiving" }) }),
    );
    expect(desk.desk.progress()).toMatchObject({ total: december.length, received: 2_000 });
    desk.desk.cancel();
    await expect(installing).rejects.toThrow("cancelled");
    expect([last(desk)?.state, await versionOf(desk)]).toEqual(["cancelled", "2026.11.0"]);
  });
});

test("deleting everything stops what runs, and leaves no trace of it", async () => {
  offered = (response) => {
    response.writeHead(200);
    response.write(december.subarray(0, 2_000));
  };
  const desk = open();
  const installing = desk.desk.updates.install();
  await vi.waitFor(() => expect(desk.desk.progress()?.received).toBe(2_000));
  const stopped = expect(installing).rejects.toThrow("cancelled");
  await desk.desk.deleteEverything();
  await stopped;
  expect([last(desk), desk.store.now.slots.size, await versionOf(desk)]).toEqual([null, 0, "2026.11.0"]);
});

test("an installation downloads once, checks, and is told of on the way", async () => {
  const desk = open();
  await desk.desk.updates.install();
  expect([asked, await versionOf(desk), last(desk)?.state]).toEqual([1, "2026.12.0", "installed"]);
  expect(await desk.desk.store.slot("2026.12.0")).toMatchObject({ origin: "update" });
  const phases = desk.events.flatMap((event) => ("progress" in event ? [event.progress?.phase] : []));
  expect([...new Set(phases)]).toEqual(["asking", "receiving", "checking", "preparing", undefined]);
});

test("a package that is bad to the last byte is refused, and the good data stays", async () => {
  const bad = december.slice();
  bad[bad.length - 20] = 64;
  offered = bad;
  const desk = open();
  await expect(desk.desk.updates.install()).rejects.toThrow(/The data in use stays/);
  expect([await versionOf(desk), last(desk)?.state]).toEqual(["2026.11.0", "failed"]);
});

describe("the automatic look", () => {
  const automatic = { settings: { automaticUpdate: true } };
  const at = (desk: ReturnType<typeof openDesk>, day: string) => {
    desk.clock.now = `${day}T10:00:00.000Z`;
    return desk.desk.onAlarm();
  };

  test("asks nobody unless it is switched on", async () => {
    const desk = open();
    await desk.desk.onAlarm();
    expect([asked, await versionOf(desk)]).toEqual([0, "2026.11.0"]);
  });

  test("installs what is newer by one request, and asks again a week later", async () => {
    const desk = open(automatic);
    await desk.desk.onAlarm();
    expect([asked, await versionOf(desk)]).toEqual([1, "2026.12.0"]);
    offered = january;
    await at(desk, "2026-12-07");
    expect(asked).toBe(1);
    await at(desk, "2026-12-08");
    expect([asked, await versionOf(desk)]).toEqual([2, "2027.1.0"]);
  });

  test("tries again a day after it failed", async () => {
    offered = (response) => response.writeHead(404).end();
    const desk = open(automatic);
    await desk.desk.onAlarm();
    expect(last(desk)?.state).toBe("failed");
    offered = december;
    await at(desk, "2026-12-01");
    expect(asked).toBe(1);
    await at(desk, "2026-12-02");
    expect(await versionOf(desk)).toBe("2026.12.0");
  });

  test("does not bring back what the reader turned away from, but what follows it", async () => {
    const desk = open(automatic);
    await desk.desk.onAlarm();
    await desk.desk.back();
    await at(desk, "2026-12-08");
    expect([await versionOf(desk), last(desk)]).toMatchObject([
      "2026.11.0",
      { state: "found", version: "2026.12.0" },
    ]);
    offered = january;
    await at(desk, "2026-12-15");
    expect(await versionOf(desk)).toBe("2027.1.0");
  });

  test("does not bring back what was rolled back, until the reader asks for it", async () => {
    const desk = open(automatic);
    await desk.desk.onAlarm();
    desk.store.now.parts.delete("2026.12.0/index");
    const next = open({ ...automatic, store: desk.store });
    expect(await versionOf(next)).toBe("2026.11.0");
    await at(next, "2026-12-08");
    expect(await versionOf(next)).toBe("2026.11.0");
    await next.desk.updates.install();
    expect([await versionOf(next), next.store.now.record.rolledBack]).toEqual(["2026.12.0", null]);
  });

  test("keeps for the options page that it may not ask any more", async () => {
    const desk = open({ ...automatic, mayAsk: false });
    await desk.desk.onAlarm();
    expect(last(desk)).toMatchObject({ state: "failed", text: expect.stringContaining("Allow it") });
    expect(asked).toBe(0);
  });

  test("never rejects", async () => {
    const alarms = { get: async () => undefined, create: () => {}, clear: async () => true };
    const desk = open({ ...automatic, alarms });
    desk.store.broken = new Error("gone");
    await expect(desk.desk.onAlarm()).resolves.toBeUndefined();
    await expect(desk.desk.keepAlarm()).resolves.toBeUndefined();
  });
});

describe("the alarm", () => {
  const now = Date.parse("2026-12-01T10:00:00.000Z");
  const hour = 3_600_000;

  function fakeAlarms(scheduledTime?: number) {
    const set: number[] = [];
    let kept = scheduledTime;
    const alarms: Alarms = {
      get: async () => (kept === undefined ? undefined : { scheduledTime: kept }),
      create: (name, { when, periodInMinutes }) => {
        expect([name, periodInMinutes]).toEqual([updateAlarm, 24 * 60]);
        kept = when;
        set.push(when);
      },
      clear: async () => {
        kept = undefined;
        return true;
      },
    };
    return { alarms, set, kept: () => kept };
  }

  test("is set for when a look is due, soon where there was none", async () => {
    const { alarms, set } = fakeAlarms();
    await keepUpdateAlarm(alarms, true, null, now);
    expect(set).toEqual([now + 60_000]);
    const later = fakeAlarms();
    await keepUpdateAlarm(later.alarms, true, { at: "2026-11-30T10:00:00.000Z", state: "newest" }, now);
    expect(later.set).toEqual([now + 6 * 24 * hour]);
  });

  test("that will come in time is left as it is; one that will not is set anew", async () => {
    const { alarms, set } = fakeAlarms(now + 30_000);
    await keepUpdateAlarm(alarms, true, null, now);
    expect(set).toEqual([]);
    const late = fakeAlarms(now + hour);
    await keepUpdateAlarm(late.alarms, true, null, now);
    expect(late.set).toEqual([now + 60_000]);
  });

  test("goes when it is switched off", async () => {
    const { alarms, kept } = fakeAlarms(now + hour);
    await keepUpdateAlarm(alarms, false, null, now);
    expect(kept()).toBeUndefined();
  });

  test("is kept by the settings, as soon as the browser has alarms", async () => {
    const { alarms, set } = fakeAlarms();
    const desk = open({ settings: { automaticUpdate: true }, alarms });
    await desk.desk.keepAlarm();
    expect([set.length, desk.desk.hasAlarms(), open().desk.hasAlarms()]).toEqual([1, true, false]);
    await open({ settings: { automaticUpdate: true } }).desk.keepAlarm();
  });
});
