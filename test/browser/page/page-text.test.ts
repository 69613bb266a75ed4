import { expect, test } from "vitest";
import { pageText } from "../../../src/page/page-text.ts";

const long = "which is long enough to be a sentence of an article.";

function read(html: string, prepare: (body: HTMLElement) => void = () => {}): string[] {
  document.body.innerHTML = html;
  prepare(document.body);
  const steps = pageText(document.body);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.map(({ text }) => text.trim().replace(/\s+/g, " "));
  }
}

test("is one stretch across inline elements, and ends at others", () => {
  expect(read(`<p>The <b>Hua</b><i>wei</i> case, ${long}</p><p>Another, ${long}</p>`)).toEqual([
    `The Huawei case, ${long}`,
    `Another, ${long}`,
  ]);
});

test("leaves out menus, code, drawings, fields and labels", () => {
  const html = `<nav>Menu, ${long}</nav><script>1; // ${long}</script><p>Text, ${long}</p><footer><p>Foot, ${long}</p></footer>
    <svg><text>Drawn, ${long}</text></svg><textarea>Field, ${long}</textarea><ul><li><a href="#">Facebook</a></li></ul><p>More, ${long}</p>`;
  expect(read(html)).toEqual([`Text, ${long}`, `More, ${long}`]);
});

test("goes into open shadow trees", () => {
  const found = read("<section></section>", (body) => {
    const outer = body.querySelector("section")?.attachShadow({ mode: "open" }) as ShadowRoot;
    outer.innerHTML = "<article></article>";
    const inner = outer.querySelector("article")?.attachShadow({ mode: "open" }) as ShadowRoot;
    inner.innerHTML = `<p>Deep, ${long}</p>`;
  });
  expect(found).toEqual([`Deep, ${long}`]);
});

test("comes in steps", () => {
  document.body.innerHTML = `<p>Text, ${long}</p>`.repeat(2_000);
  let steps = 0;
  for (const work = pageText(document.body); !work.next().done; ) steps++;
  expect(steps).toBeGreaterThan(15);
});
