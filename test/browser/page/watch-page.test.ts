import { afterEach, expect, test } from "vitest";
import { type PageChange, watchPage } from "../../../src/page/watch-page.ts";

let stop = () => {};
const home = location.href;

afterEach(() => {
  stop();
  history.replaceState(null, "", home);
  document.querySelector("telecom-lens-card")?.remove();
});

function watch(): PageChange[] {
  const changes: PageChange[] = [];
  stop = watchPage((change) => changes.push(change));
  return changes;
}
const later = () => new Promise((resolve) => setTimeout(resolve, 700));

test("a burst of changes is reported once", async () => {
  const changes = watch();
  for (let count = 0; count < 20; count++) document.body.append(`text ${count} `);
  await later();
  expect(changes).toEqual([{ navigated: false }]);
});

test("our own host element is no change", async () => {
  const changes = watch();
  document.documentElement.append(document.createElement("telecom-lens-card"));
  await later();
  expect(changes).toEqual([]);
});

test("a new address in the same document is a navigation", async () => {
  const changes = watch();
  history.pushState(null, "", "?article=2");
  document.body.append("another article");
  await later();
  expect(changes).toEqual([{ navigated: true }]);
});

test("an anchor within the page is none, a route after the hash is one", async () => {
  const changes = watch();
  location.hash = "section-2";
  await later();
  expect(changes.some(({ navigated }) => navigated)).toBe(false);
  location.hash = "/article/3";
  await later();
  expect(changes.at(-1)).toEqual({ navigated: true });
});
