import { afterEach, describe, expect, it } from "vitest";
import { readArticle } from "../../../src/reading/read-article.ts";
import { collectTextBlocks, collectTextBlocksInSteps } from "../../../src/reading/text-blocks.ts";

const sentence = "Officials said on Tuesday that the network would be built without the vendor's equipment. ";
const frames: HTMLIFrameElement[] = [];

/** A document of its own, with a layout. */
function open(body: string, style = ""): Document {
  const frame = document.createElement("iframe");
  frame.style.cssText = "width: 600px; height: 400px";
  document.body.append(frame);
  frames.push(frame);
  const { contentDocument } = frame;
  if (!contentDocument) throw new Error("no document");
  contentDocument.head.innerHTML = `<style>${style}</style>`;
  contentDocument.body.innerHTML = body;
  return contentDocument;
}
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

const texts = (page: Document, root: Element = page.body) =>
  collectTextBlocks(root).map(({ text }) => text.trim());

function shadow(page: Document, host: string, html: string, mode: ShadowRootMode = "open"): ShadowRoot {
  const element = page.querySelector(host);
  if (!element) throw new Error(`no ${host}`);
  const root = element.attachShadow({ mode });
  root.innerHTML = html;
  return root;
}

describe("text that cannot be seen is left alone", () => {
  it.each([
    ["without a box", "<p class=x>A</p><div class=x><p>A</p></div><p>B</p>", ".x { display: none }"],
    ["without a box, in a paragraph", "<p>B<b class=x>A</b></p>", ".x { display: none }"],
    ["invisible", "<div class=x>A<p>A</p></div><p>B</p>", ".x { visibility: hidden }"],
    ["in a closed <details>", "<details><summary>B</summary><p>A</p></details>", ""],
    ["skipped", "<div class=x><p>A</p></div><p>B</p>", ".x { content-visibility: hidden }"],
    ["hidden until found", "<div hidden=until-found><p>A</p></div><p>B</p>", ""],
  ])("%s", (_, body, style) => {
    expect(texts(open(body, style))).toEqual(["B"]);
  });
});

describe("text that can be seen is read", () => {
  it.each([
    ["though it is kept from screen readers", "<p aria-hidden=true>B</p>", ""],
    ["in an element that has no box of its own", "<p><span class=x>B</span></p>", ".x { display: contents }"],
    [
      "in an invisible element",
      "<div class=x><p class=y>B</p></div>",
      ".x { visibility: hidden } .y { visibility: visible }",
    ],
    ["in an open <details>", "<details open><p>B</p></details>", ""],
    [
      "far below the window",
      "<div style='height: 9000px'></div><div class=x><p>B</p></div>",
      ".x { content-visibility: auto }",
    ],
    ["while it fades in", "<p class=x>B</p>", ".x { opacity: 0 }"],
  ])("%s", (_, body, style) => {
    expect(texts(open(body, style))).toEqual(["B"]);
  });
  it("when the whole page shows itself later", () => {
    const page = open("<main><p>A</p><p>B</p></main>", "body { visibility: hidden }");
    expect(texts(page)).toEqual(["A", "B"]);
    const long = open(
      `<main><h1>A</h1>${`<p>${sentence.repeat(3)}</p>`.repeat(6)}</main>`,
      "body { visibility: hidden }",
    );
    const reading = readArticle(long, { url: "https://news.example/story-1", today: "2026-11-24" });
    expect(reading.isArticle).toBe(true);
  });
});

describe("open shadow trees", () => {
  it("are read in place, one inside another", () => {
    const page = open("<p>A</p><x-one></x-one><p>D</p>");
    const outer = shadow(page, "x-one", "<style>p {}</style><p>B</p><x-two></x-two>");
    const inner = outer.querySelector("x-two")?.attachShadow({ mode: "open" });
    if (inner) inner.innerHTML = "<p>C</p>";
    expect(texts(page)).toEqual(["A", "B", "C", "D"]);
  });

  it("are read where the root is a host", () => {
    const page = open("<x-one></x-one>");
    shadow(page, "x-one", "<p>A</p>");
    const host = page.querySelector("x-one");
    expect(texts(page, host ?? page.body)).toEqual(["A"]);
  });

  it("stay closed where they are", () => {
    const page = open("<p>A</p><x-one></x-one>");
    shadow(page, "x-one", "<p>B</p>", "closed");
    expect(texts(page)).toEqual(["A"]);
  });

  it("show what they have a slot for", () => {
    const page = open("<x-one><p>A</p></x-one><x-two>B</x-two><x-three><p>C</p></x-three>");
    shadow(page, "x-one", "<slot></slot>");
    shadow(page, "x-two", "<i></i>");
    shadow(page, "x-three", "<i></i>");
    expect(texts(page)).toEqual(["A"]);
  });

  it("show what stands at their top, without a slot, unless the host is not shown", () => {
    const page = open(
      "<x-one><p>A</p></x-one><x-two></x-two><x-three></x-three>",
      "x-three { display: none }",
    );
    shadow(page, "x-one", "<p>B</p>C");
    shadow(page, "x-two", "D");
    shadow(page, "x-three", "E<p>F</p>");
    expect(texts(page)).toEqual(["B", "C", "D"]);
  });

  it("do not cut the name around a host, nor share a block with it", () => {
    const page = open("<p>Bank of <x-link>China</x-link> grew.</p>");
    shadow(page, "x-link", "<a><slot></slot></a><small>opens here</small>");
    const blocks = collectTextBlocks(page.body);
    expect(blocks.map(({ text }) => text)).toEqual(["Bank of China grew.", "opens here"]);
    for (const { nodes } of blocks) {
      const trees = new Set(nodes.map(({ node }) => node.getRootNode()));
      expect(trees.size).toBe(1);
    }
  });

  it("can hold the article's paragraphs at their top", () => {
    const page = open("<article><h1>A headline</h1><x-text></x-text></article>");
    shadow(page, "x-text", `<p>${sentence.repeat(3)}</p>`.repeat(6));
    const reading = readArticle(page, { url: "https://news.example/story-1", today: "2026-11-24" });
    expect(reading).toMatchObject({ isArticle: true, title: "A headline" });
    expect(collectTextBlocks(reading.root ?? page.body)).toHaveLength(7);
  });

  it("can hold the article, its headline and its date", () => {
    const page = open("<x-app></x-app><footer>The News</footer>");
    const text = `<p>${sentence.repeat(3)}</p>`.repeat(6);
    shadow(page, "x-app", `<main><h1>A headline</h1><time datetime="2020-02-04">4 Feb</time>${text}</main>`);
    const reading = readArticle(page, { url: "https://news.example/story-1", today: "2026-11-24" });
    expect(reading).toMatchObject({ isArticle: true, title: "A headline", published: { day: "2020-02-04" } });
    expect(reading.root?.localName).toBe("main");
    expect(collectTextBlocks(reading.root ?? page.body)).toHaveLength(8);
  });
});

describe("a head with another address", () => {
  it("is believed until the application goes on within the document", () => {
    const { href } = location;
    const link = Object.assign(document.createElement("link"), {
      rel: "canonical",
      href: "/world/a-first-story",
    });
    const meta = document.createElement("meta");
    meta.setAttribute("property", "article:published_time");
    meta.content = "2020-02-04";
    document.head.append(link, meta);
    const dayAt = () => readArticle(document, { url: location.href, today: "2026-11-24" }).published?.day;
    try {
      expect(dayAt()).toBe("2020-02-04");
      history.replaceState(null, "", "#comments");
      expect(dayAt()).toBe("2020-02-04");
      history.replaceState(null, "", "/world/a-first-story?x=1");
      expect(dayAt()).toBe("2020-02-04");
      history.replaceState(null, "", "/world/another-story-of-ours");
      expect(dayAt()).toBeUndefined();
    } finally {
      history.replaceState(null, "", href);
      link.remove();
      meta.remove();
    }
  });
});

describe("the article's root", () => {
  it("is not a hidden dialog with more text", () => {
    const text = (count: number) => `<p>${sentence.repeat(3)}</p>`.repeat(count);
    const page = open(
      `<main><h1>A headline</h1>${text(5)}</main><div id=d style="display: none"><div>${text(9)}</div></div>`,
    );
    const { root } = readArticle(page, { url: "https://news.example/story-1", today: "2026-11-24" });
    expect(root?.localName).toBe("main");
  });
});

describe("a page of 100,000 text nodes", () => {
  it("is collected in short steps, at a cost in proportion", () => {
    const run = (count: number) => {
      const page = open(`${`<p>${sentence}<b class=x>A</b></p>`.repeat(count / 2)}`);
      void page.body.offsetTop;
      const start = performance.now();
      let rests = 0;
      const steps = collectTextBlocksInSteps(page.body);
      let step = steps.next();
      for (; !step.done; step = steps.next()) rests++;
      expect(step.value).toHaveLength(count / 2);
      expect(rests).toBeGreaterThanOrEqual(count / 100);
      return performance.now() - start;
    };
    run(10_000);
    const small = Math.min(run(10_000), run(10_000));
    expect(run(100_000)).toBeLessThan(40 * small);
  });
});
