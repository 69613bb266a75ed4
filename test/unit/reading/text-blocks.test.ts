import { describe, expect, it } from "vitest";
import { collectTextBlocks, locate } from "../../../src/reading/text-blocks.ts";
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
      "do not mistake a tagged article for furniture",
      "<article class='post tag-huawei comments'><p>A</p></article>",
      ["A"],
    ],
  ])("%s", (_, body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it("leave out what the caller names", () => {
    expect(
      texts("<x-card><p>A</p></x-card><p>B</p><p class=c>C</p>", {
        ignoreSelector: "x-card",
        isHidden: (element: Element) => element.className === "c",
      }),
    ).toEqual(["B"]);
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
});
