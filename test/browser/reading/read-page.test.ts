import { expect, it } from "vitest";
import { finishSteps } from "../../../src/reading/finish-steps.ts";
import { readArticle, readArticleInSteps } from "../../../src/reading/read-article.ts";
import { collectTextBlocks, collectTextBlocksInSteps, locate } from "../../../src/reading/text-blocks.ts";

const filler =
  "Officials said on Tuesday that the network would be built without the vendor's equipment. ".repeat(3);
const html = `<!doctype html><html lang="en-GB"><head><title>T</title>
  <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-02-01T09:00:00Z"}</script></head>
  <body><nav><a href="/">Huawei</a></nav><main><h1>Headline</h1><p>Bank of <b>Chi</b>na<br>grew.</p><p>${filler}</p>
  <svg><text>ZTE</text></svg><div class="related">Nokia</div></main></body></html>`;

function open(): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

it("reads an article in a browser as it does elsewhere", () => {
  const reading = readArticle(open(), { url: "https://news.example/story", today: "2026-11-24" });
  expect(reading).toMatchObject({ isArticle: true, why: "json-ld", lang: "en-GB", title: "Headline" });
  expect(reading.published).toMatchObject({ day: "2020-02-01", origin: "json-ld" });
  expect(reading.root?.tagName).toBe("MAIN");
});

it("collects blocks that ranges can be built from", () => {
  const document = open();
  const blocks = collectTextBlocks(document.body);
  expect(blocks.map(({ text }) => text)).toEqual(["Headline", "Bank of China\ngrew.", filler]);
  const [first, second] = (blocks[1] && locate(blocks[1], 8, 13)) ?? [];
  if (!first || !second) throw new Error("not located");
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(second.node, second.offset);
  expect(range.toString()).toBe("China");
});

it("does not touch the page", () => {
  const document = open();
  const before = document.documentElement.outerHTML;
  readArticle(document, { url: "https://news.example/story", today: "2026-11-24" });
  collectTextBlocks(document.body);
  expect(document.documentElement.outerHTML).toBe(before);
});

it("says so where the page takes away what is being read", () => {
  const document = open();
  const main = document.querySelector("main") as Element;
  main.insertAdjacentHTML("beforeend", `<p>${filler}</p>`.repeat(200));
  const steps = [
    readArticleInSteps(document, { url: "https://news.example/story", today: "2026-11-24" }),
    collectTextBlocksInSteps(document.body),
  ];
  for (const each of steps) each.next();
  main.replaceWith(main.cloneNode(true));
  for (const each of steps) expect(() => finishSteps<unknown>(each)).toThrow("changed");
});
