import { describe, expect, it } from "vitest";
import { collectTextBlocks, collectTextBlocksInSteps, locate } from "../../../src/reading/text-blocks.ts";
import { page } from "./page.ts";

function blocksOf(body: string, options: Parameters<typeof collectTextBlocks>[1] = {}) {
  return collectTextBlocks(page(body).body, options);
}
const texts = (body: string, options = {}) => blocksOf(body, options).map(({ text }) => text);

describe("text blocks", () => {
  it.each<[string, string, string[]]>([
    [
      "join a paragraph across inline elements",
      "<p>Hua<b>wei</b> <a href=x>and</a> ZTE</p>",
      ["Huawei and ZTE"],
    ],
    [
      "keep paragraphs, headings, items, quotes, captions and cells apart",
      "<h1>A</h1><ul><li>B</li><li>C</li></ul><blockquote>D</blockquote><figure><figcaption>E</figcaption></figure><table><tr><td>F</td><th>G</th></tr></table>",
      ["A", "B", "C", "D", "E", "F", "G"],
    ],
    ["part text before, inside and after a nested block", "<div>A<p>B</p>C</div>", ["A", "B", "C"]],
    ["turn <br> into a line feed", "<p>China<br>Mobile</p>", ["China\nMobile"]],
    ["keep white space as it stands", "<p> A\n  B\u00a0C </p>", [" A\n  B\u00a0C "]],
    [
      "leave out code, forms, navigation and asides",
      "<p>A</p><pre>B</pre><p>C <code>D</code></p><nav><p>E</p></nav><aside>F</aside><footer>G</footer><form><p>H</p></form><button>I</button><script>J</script><style>K</style><textarea>L</textarea><select><option>M</option></select>",
      ["A", "C "],
    ],
    [
      "leave out what is hidden or edited",
      "<p hidden>A</p><p aria-hidden=true>B</p><div contenteditable=true><p>C</p></div><p>D</p><div contenteditable=false><p>E</p></div>",
      ["D", "E"],
    ],
    [
      "leave out page furniture by its class",
      "<div class='related-articles'><p>A</p></div><div id='comments'><p>B</p></div><p class='share'>C</p><p>D</p>",
      ["D"],
    ],
    [
      "keep what is named the article's own text, whatever else it is called",
      "<div class='entry-content entry-content-read-more'><p>A</p></div><div class='article-read-more'><p>B</p></div>",
      ["A"],
    ],
    [
      "leave out text for screen readers alone, by its class",
      "<p>A<span class='visually-hidden'>B</span></p><div class='x sr-only'><p>C</p></div><p class='sr-only-not'>D</p>",
      ["A", "D"],
    ],
    ["read a form that holds the whole page", "<form><article><p>A</p></article></form>", ["A"]],
    ["part text around a block that is empty", "<div>Hua<div></div>wei</div>", ["Hua", "wei"]],
    ["leave out an editor's lines", "<div role=code><p>A</p></div><p>B</p>", ["B"]],
    [
      "do not mistake a tagged article for furniture",
      "<article class='post tag-huawei comments'><p>A</p></article>",
      ["A"],
    ],
  ])("%s", (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it("leave out what the caller names", () => {
    expect(texts("<x-card><p>A</p></x-card><p>B</p>", { ignoredTag: "x-card" })).toEqual(["B"]);
  });

  it("tell the language of a part that declares one", () => {
    expect(blocksOf("<p>A</p><blockquote lang=sq>B</blockquote>").map(({ lang }) => lang)).toEqual([
      undefined,
      "sq",
    ]);
  });

  it("map every character back to its node", () => {
    const [block] = blocksOf("<p>Bank of <i>China</i><br>Mo<b>bile</b></p>");
    if (!block) throw new Error("no block");
    for (const { node, start } of block.nodes) {
      expect(block.text.slice(start, start + node.data.length)).toBe(node.data);
    }
    const start = block.text.indexOf("China");
    const ends = locate(block, start, block.text.length);
    expect(ends?.map(({ node, offset }) => [node.data, offset])).toEqual([
      ["China", 0],
      ["bile", 4],
    ]);
  });

  it("have no place for a stretch outside their nodes", () => {
    const [block] = blocksOf("<p>A<br>B</p>");
    if (!block) throw new Error("no block");
    expect(locate(block, 1, 2)).toBeNull();
    expect(locate(block, 2, 9)).toBeNull();
  });

  it("read nothing inside an editor, wherever it begins", () => {
    const edited = page("<div contenteditable><div id=r><p>A</p></div></div>").getElementById("r");
    if (!edited) throw new Error("no root");
    expect(collectTextBlocks(edited)).toEqual([]);
    const island = page(
      "<div contenteditable><div contenteditable=false><p id=r>A</p></div></div>",
    ).getElementById("r");
    if (!island) throw new Error("no root");
    expect(collectTextBlocks(island)).toHaveLength(1);
  });
});

describe("text blocks in steps", () => {
  const body = page(`<p>China <b>Mob</b>ile</p><div>A<br>B</div>`.repeat(400)).body;

  it("come to the same", () => {
    const steps = collectTextBlocksInSteps(body);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(step.value).toEqual(collectTextBlocks(body));
  });

  it("rest after at most 100 text nodes", () => {
    const nodes = 5 * 400;
    let rests = 0;
    for (const _ of collectTextBlocksInSteps(body)) rests++;
    expect(rests).toBeGreaterThanOrEqual(nodes / 100);
  });

  it("rest in text that is left out, too", () => {
    const { body: unread } = page(`<nav>${"<a>A</a>".repeat(1000)}</nav>`);
    let rests = 0;
    for (const _ of collectTextBlocksInSteps(unread)) rests++;
    expect(rests).toBeGreaterThanOrEqual(10);
  });
});
