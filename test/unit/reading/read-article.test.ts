import { describe, expect, it } from "vitest";
import { readArticle, readArticleInSteps } from "../../../src/reading/read-article.ts";
import { page, paragraphs, sentence } from "./page.ts";

const today = "2026-11-24";
const url = "https://news.example/world/story-about-networks";
const read = (document: Document, at = url) => readArticle(document, { url: at, today });
const linkedData = (json: string) => `<script type="application/ld+json">${json}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe("a page is an article", () => {
  it.each<[string, Document, string]>([
    ["when JSON-LD says so", page(paragraphs(2), linkedData('{"@type":"NewsArticle"}')), "json-ld"],
    [
      "when JSON-LD says so in a graph",
      page(paragraphs(2), linkedData('{"@graph":[{"@type":["Article","X"]}]}')),
      "json-ld",
    ],
    [
      "when broken JSON-LD says so",
      page(paragraphs(2), linkedData('{"@type":"NewsArticle","headline":"A "b" c",}')),
      "json-ld",
    ],
    ["when its meta data says so", page(paragraphs(2), meta("og:type", "article")), "meta"],
    [
      "when it stands in an article element",
      page(`<article><h1>A</h1>${paragraphs(3)}</article>`),
      "article-element",
    ],
    [
      "when it has many paragraphs under a headline",
      page(`<h1>A</h1><div>${paragraphs(6)}</div>`),
      "paragraphs",
    ],
    ["when it is a plain text without a headline", page(paragraphs(6)), "paragraphs"],
    [
      "when its whole text is one long paragraph",
      page(`<h1>A</h1><p>${sentence.repeat(20)}</p>`),
      "paragraphs",
    ],
  ])("%s", (_, document, why) => {
    expect(read(document)).toMatchObject({ isArticle: true, why });
  });
});

describe("reading in steps", () => {
  it("comes to the same, and rests often", () => {
    const document = page(`<article><h1>A</h1>${paragraphs(400)}</article>`);
    const steps = readArticleInSteps(document, { url, today });
    let [rests, step] = [0, steps.next()];
    for (; !step.done; rests++) step = steps.next();
    expect(rests).toBeGreaterThan(10);
    expect(step.value).toEqual(read(document));
    expect(step.value.root?.localName).toBe("article");
  });
});

describe("a page is no article", () => {
  const teaser =
    "<article><h2><a href=x>A headline of some length that links</a></h2><p>Short.</p></article>";
  it.each<[string, Document, string, string?]>([
    [
      "at the front of a site",
      page(paragraphs(9), meta("og:type", "article")),
      "front-page",
      "https://news.example/",
    ],
    ["at the front in a language", page(paragraphs(9)), "front-page", "https://news.example/en/"],
    [
      "as a list of search results",
      page(paragraphs(9)),
      "search-page",
      "https://news.example/search?q=huawei",
    ],
    ["in a shop", page(paragraphs(9), linkedData('{"@type":"Product"}')), "shop"],
    ["in a shop without JSON-LD", page(paragraphs(9), meta("og:type", "product")), "shop"],
    ["as a section's list", page(teaser.repeat(8)), "list-page"],
    [
      "as a list with a long introduction",
      page(`<h1>A</h1><div>${paragraphs(5)}</div>${teaser.repeat(8)}`),
      "list-page",
    ],
    [
      "with hardly any text",
      page("<h1>A</h1><p>Short.</p>", linkedData('{"@type":"NewsArticle"}')),
      "too-little-text",
    ],
    [
      "when its text is links",
      page(
        `<h1>A</h1>${'<p><a href="x">A headline that is long enough to look like a paragraph of text</a></p>'.repeat(30)}`,
      ),
      "too-little-text",
    ],
    [
      "without a headline, when there is much beside the text",
      page(`${paragraphs(6)}<ul>${"<li>Sports and weather</li>".repeat(60)}</ul>`),
      "too-little-text",
    ],
    ["when it is empty", page(""), "too-little-text"],
  ])("%s", (_, document, why, at) => {
    expect(read(document, at)).toMatchObject({ isArticle: false, why });
  });
});

describe("the article's root", () => {
  it("holds the headline and the text, not the list beside it", () => {
    const list = `<div><ul>${'<li><a href="x">Another story</a></li>'.repeat(5)}</ul></div>`;
    const { root } = read(page(`<main id=m><h1>A</h1><div id=text>${paragraphs(6)}</div></main>${list}`));
    expect(root?.id).toBe("m");
  });
});

describe("the date of publication", () => {
  const article = `<article><h1>A</h1><time datetime="2020-02-04T10:00">4 Feb</time>${paragraphs(3)}</article>`;
  const datedUrl = "https://news.example/2020/02/05/story";
  it.each<[string, Document, string, unknown]>([
    [
      "comes from JSON-LD first",
      page(
        article,
        linkedData('[{"@type":"NewsArticle","datePublished":"2020-02-01T23:00:00-08:00"}]') +
          meta("article:published_time", "2020-02-03"),
      ),
      datedUrl,
      { day: "2020-02-01", origin: "json-ld", raw: "2020-02-01T23:00:00-08:00" },
    ],
    [
      "comes from broken JSON-LD",
      page(article, linkedData('{"@type":"NewsArticle","datePublished":"2020-02-01","x":"a"b"}')),
      datedUrl,
      { day: "2020-02-01", origin: "json-ld", raw: "2020-02-01" },
    ],
    [
      "is not that of a listed article",
      page(
        article,
        linkedData(
          '{"@type":"WebPage","itemListElement":[{"@type":"NewsArticle","datePublished":"2019-01-01"}]}',
        ),
      ),
      datedUrl,
      { day: "2020-02-04", origin: "time", raw: "2020-02-04T10:00" },
    ],
    [
      "comes from meta elements next",
      page(article, meta("article:published_time", "2020-02-03T09:00:00+01:00")),
      datedUrl,
      { day: "2020-02-03", origin: "meta", raw: "2020-02-03T09:00:00+01:00" },
    ],
    [
      "comes from a meta name in any case",
      page(article, '<meta name="DC.date.issued" content="3 February 2020">'),
      datedUrl,
      { day: "2020-02-03", origin: "meta", raw: "3 February 2020" },
    ],
    [
      "comes from a time element by the headline",
      page(article),
      datedUrl,
      { day: "2020-02-04", origin: "time", raw: "2020-02-04T10:00" },
    ],
    [
      "comes from the address last",
      page(paragraphs(6)),
      datedUrl,
      { day: "2020-02-05", origin: "url", raw: "2020-02-05" },
    ],
    [
      "comes from an address with hyphens",
      page(paragraphs(6)),
      "https://news.example/a/2020-02-01-story.html",
      { day: "2020-02-01", origin: "url", raw: "2020-02-01" },
    ],
    [
      "passes over absurd dates",
      page(article, meta("article:published_time", "1970-01-01") + meta("date", "2099-01-01")),
      datedUrl,
      { day: "2020-02-04", origin: "time", raw: "2020-02-04T10:00" },
    ],
  ])("%s", (_, document, at, published) => {
    expect(read(document, at).published).toEqual(published);
  });
  it("may be unknown", () => {
    expect(read(page(paragraphs(6))).published).toBeNull();
  });
});

describe("what else a page says", () => {
  it("is its language, title and canonical address", () => {
    const head = '<link rel="canonical" href="/story">';
    expect(read(page(`<h1> A  headline </h1>${paragraphs(6)}`, head, 'lang="en-GB"'))).toMatchObject({
      lang: "en-GB",
      title: "A headline",
      canonicalUrl: "https://news.example/story",
    });
  });
  it("may be nothing", () => {
    expect(read(page("<p>A</p>"), "not an address")).toMatchObject({
      lang: "",
      canonicalUrl: null,
      title: "Title",
    });
  });
});
