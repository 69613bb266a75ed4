import { describe, expect, test } from "vitest";
import { readAuthor } from "../../../src/reading/author.ts";
import { page } from "./page.ts";

const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const authorOf = (head: string) => readAuthor(page("", head), "https://news.example/2026/masts-go-up");

describe("the author of an article", () => {
  test.each<[string, string, string | undefined]>([
    ["in JSON-LD", linked({ "@type": "NewsArticle", author: { name: "Ada  Lovelace " } }), "Ada Lovelace"],
    ["in a graph", linked({ "@graph": [{ "@type": "WebSite" }, { author: [{ name: "A" }, "B"] }] }), "A, B"],
    [
      "of this page's article, which comes after that of another",
      linked([
        { "@type": "NewsArticle", url: "https://news.example/2026/another-story", author: "Other" },
        { "@type": "NewsArticle", url: "https://news.example/2026/masts-go-up", author: "A" },
      ]),
      "A",
    ],
    [
      "below what comments and lists of other articles name",
      linked({
        "@type": "WebPage",
        itemListElement: [{ "@type": "NewsArticle", author: "Other" }],
        review: { "@type": "Review", author: "Reader" },
        mainEntity: { "@type": "WebPageElement", about: { "@type": "NewsArticle", author: "A" } },
      }),
      "A",
    ],
    ["named twice", linked({ author: ["A", { name: "A" }] }), "A"],
    ["in metadata", '<meta name="author" content="Ada Lovelace">', "Ada Lovelace"],
    [
      "in metadata, JSON-LD being broken",
      '<script type="application/ld+json">{"author</script><meta name="author" content="A">',
      "A",
    ],
    ["as an address only", '<meta property="article:author" content="https://example.org/ada">', undefined],
    ["nowhere", linked({ "@type": "NewsArticle" }), undefined],
    ["as something else", linked({ author: { name: { deep: 1 } } }), undefined],
    ["as markup, which stays text", '<meta name="author" content="&lt;b&gt;A&lt;/b&gt;">', "<b>A</b>"],
  ])("%s", (_, head, author) => {
    expect(authorOf(head)).toBe(author);
  });

  test("of millions of characters, or of thousands of people, is not kept as such", () => {
    expect(authorOf(`<meta name="author" content="${"x".repeat(5_000_000)}">`)).toBeUndefined();
    const many = Array.from({ length: 5_000 }, (__, number) => `Name ${number}`);
    expect(authorOf(linked({ author: many }))?.split(", ")).toHaveLength(20);
    expect(authorOf(linked({ author: "x".repeat(2_000_000) }))).toBeUndefined();
  });
});
