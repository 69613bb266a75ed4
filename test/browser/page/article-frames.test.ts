import { afterEach, expect, test, vi } from "vitest";
import { holdArticle } from "../../../src/page/article-frames.ts";
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
