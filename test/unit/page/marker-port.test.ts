import { afterEach, expect, test } from "vitest";
import { createWork } from "../../../src/page/in-slices.ts";
import { offeredMarker, offerMarker, type StartMarker } from "../../../src/page/marker-port.ts";
import { setRunningPage } from "../../../src/page/notes-port.ts";

const marker: StartMarker = () => {
  throw new Error("not started here");
};
afterEach(() => setRunningPage(undefined));

test("the page script is told as soon as the marker is there", () => {
  const told: unknown[] = [];
  setRunningPage({
    ask: () => Promise.reject(new Error("nothing is asked here")),
    work: createWork(),
    read: async () => undefined,
    answers: () => true,
    markerCame: () => told.push(offeredMarker()),
  });
  offerMarker(marker);
  expect(told).toEqual([marker]);
});

test("a marker that nobody waits for is there all the same", () => {
  offerMarker(marker);
  expect(offeredMarker()).toBe(marker);
});
