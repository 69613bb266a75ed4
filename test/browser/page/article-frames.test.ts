import { afterEach, expect, test, vi } from "vitest";
import { holdArticle, nextLayout, watchFrames } from "../../../src/page/article-frames.ts";
import { finishSteps } from "../../../src/reading/finish-steps.ts";

afterEach(() => document.body.replaceChildren());

function frame(size: string, text = "A sentence of an article. ".repeat(60)): HTMLIFrameElement {
  const element = document.createElement("iframe");
  element.style.cssText = `border:0;${size}`;
  document.body.append(element);
  element.contentDocument?.body.append(text);
  return element;
}
const large = "width:100%;height:400px";
const holds = () => finishSteps(holdArticle(document.querySelectorAll("iframe")));

test("a large frame with much text may hold the article", () => {
  frame(large);
  expect(holds()).toBe(true);
});

test("a frame with little text holds none", () => {
  frame(large, "A map.");
  expect(holds()).toBe(false);
});

test("a small frame is not even looked into", () => {
  const small = frame("width:100%;height:120px");
  const looked = vi.fn(() => null);
  Object.defineProperty(small, "contentDocument", { get: looked });
  expect(holds()).toBe(false);
  expect(looked).not.toHaveBeenCalled();
});

test("frames are told of when something has come into them, and all of them when the page is complete", async () => {
  const stop = new AbortController();
  const told: number[] = [];
  watchFrames(
    () => false,
    (frames) => told.push([...frames].length),
    stop.signal,
  );
  const later = frame(large);
  later.srcdoc = "<p>A sentence of an article.</p>";
  await new Promise((loaded) => later.addEventListener("load", loaded));
  frame(large);
  told.length = 0;
  dispatchEvent(new Event("load"));
  expect(told).toEqual([2]);
  later.srcdoc = "<p>Another.</p>";
  await new Promise((loaded) => later.addEventListener("load", loaded));
  expect(told).toEqual([2, 1]);
  stop.abort();
  dispatchEvent(new Event("load"));
  expect(told).toHaveLength(2);
});

test("sizes are asked for when the frame's own layout is over", async () => {
  const order: string[] = [];
  requestAnimationFrame(() => order.push("frame"));
  const observer = new ResizeObserver(() => order.push("layout"));
  observer.observe(frame(large));
  await nextLayout();
  observer.disconnect();
  expect(order).toEqual(["frame", "layout"]);
});
