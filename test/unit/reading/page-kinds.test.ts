import { describe, expect, it } from "vitest";
import { readArticle } from "../../../src/reading/read-article.ts";
import { cpuMilliseconds } from "../../support/cpu-time.ts";
import { page, paragraphs, sentence } from "./page.ts";

const today = "2026-11-24";
const address = "https://news.example/world/story-about-networks";
const read = (document: Document, url = address) => readArticle(document, { url, today });
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const article = meta("og:type", "article");
const much = `<ul>${"<li>Sports and weather today</li>".repeat(90)}</ul>`;

describe("a page is no article, whatever it declares,", () => {
  it.each([
    ["where readers sign in", "https://news.example/login"],
    ["where they ask for a password", "https://news.example/user/forgot-password.php"],
    ["where they find whom to write to", "https://news.example/en/contact-us/"],
    ["in a forum", "https://forum.news.example/huawei-in-europe-1"],
    ["in a discussion", "https://news.example/discussion/868/open-chat"],
  ])("%s", (_, url) => {
    expect(read(page(`<h1>A</h1>${paragraphs(9)}`, article), url)).toMatchObject({ why: "service-page" });
  });
  it.each([
    ["that one word names", "https://news.example/world/"],
    ["that two words name", "https://news.example/world/europe"],
    ["of a tag", "https://news.example/en/tag/huawei-ban"],
    ["of older entries", "https://news.example/blog-of-ours/page/3/"],
  ])("in a section %s", (_, url) => {
    expect(read(page(`<h1>A</h1>${paragraphs(9)}`, article), url)).toMatchObject({ why: "list-page" });
  });
  it("but for one with such an address and a day of its own", () => {
    const head = meta("article:published_time", "2020-02-01");
    const newsletter = "https://news.example/newsletters/2020/02/01/story-1";
    expect(read(page(`<h1>A</h1>${paragraphs(9)}`, head), newsletter).why).toBe("meta");
    expect(read(page(`<h1>A</h1>${paragraphs(9)}`, head), "https://news.example/login").why).toBe(
      "service-page",
    );
    expect(read(page(`<h1>A</h1>${paragraphs(9)}`, head), "https://news.example/news/lean").why).toBe("meta");
  });
});

describe("a page that declares an article without a day is none", () => {
  it.each([
    [
      "when its headline stands elsewhere",
      `<header><h1>A site</h1></header><div>${paragraphs(3)}</div>${much}`,
    ],
    ["when it is short", `<main><h1>A</h1><p>${sentence.repeat(3)}</p></main>${much}`],
    ["when it asks for a password", `<h1>A</h1>${paragraphs(3)}<form><input type=password></form>`],
  ])("%s", (_, body) => {
    expect(read(page(body, article)).isArticle).toBe(false);
  });
  it("unless the title begins with its headline, and it is long", () => {
    const titled = (count: number) => {
      const body = `<header><h1>Operators drop the vendor</h1></header><div>${paragraphs(count)}</div>${much}`;
      const document = page(body, article);
      document.title = "Operators drop the vendor | The News";
      return read(document).why;
    };
    expect(titled(9)).toBe("meta");
    expect(titled(3)).toBe("too-little-text");
  });
  it("else it is one", () => {
    expect(read(page(`<main><h1>A</h1>${paragraphs(3)}</main>${much}`, article)).why).toBe("meta");
  });
});

describe("a page that declares nothing", () => {
  const body = (day: string) =>
    `<main><h1>A headline</h1><p>${day}</p><div>${paragraphs(6)}</div></main>${much}`;
  it("is an article by the day under its headline", () => {
    expect(read(page(body("4 February 2020")))).toMatchObject({
      why: "paragraphs",
      published: { day: "2020-02-04", origin: "text" },
    });
  });
  it("is none without a day, when there is much beside its text", () => {
    expect(read(page(body("")))).toMatchObject({ isArticle: false });
  });
  it("is an article without a day, when the title begins with the headline of a text that is half of the page", () => {
    const titled = (title: string, beside: string, more = "") => {
      const document = page(
        `<main><h1>Operators drop the vendor</h1>${paragraphs(10)}</main>${beside}${more}`,
      );
      document.title = title;
      return read(document).why;
    };
    const title = "Operators drop the vendor | The News";
    expect(titled(title, much)).toBe("paragraphs");
    expect(titled("The News", much)).toBe("too-little-text");
    expect(titled(title, much.repeat(2))).toBe("too-little-text");
    expect(titled(title, much, "<form><input type=password></form>")).toBe("too-little-text");
  });
  it("is none when one can buy there", () => {
    const cart = '<button class="btn add-to-cart">Buy</button>';
    expect(read(page(body("4 February 2020") + cart)).why).toBe("shop");
    expect(read(page(body("4 February 2020"), meta("og:type", "product.item"))).why).toBe("shop");
  });
  it("may be written in Chinese, which says as much in fewer characters", () => {
    const chinese = `<p>${"官员周二表示，该网络将在没有该供应商设备的情况下建设。".repeat(3)}</p>`.repeat(5);
    expect(read(page(`<h1>标题</h1><p>2020年2月4日</p><div>${chinese}</div>`))).toMatchObject({
      why: "paragraphs",
      published: { day: "2020-02-04" },
    });
  });
});

describe("the headline", () => {
  it("is what the title begins with, where there is no <h1>", () => {
    const document = page(
      `<div><p class="news-title">Operators drop the vendor</p>${paragraphs(6)}</div>`,
      "",
    );
    document.title = "Operators drop the vendor - News";
    expect(read(document).title).toBe("Operators drop the vendor");
  });
  it("is not the site's name", () => {
    const document = page(
      `<header><h1>The News</h1></header><main><h1>Operators drop the vendor</h1>${paragraphs(6)}</main>`,
    );
    document.title = "Operators drop the vendor";
    expect(read(document).title).toBe("Operators drop the vendor");
  });
});

describe("the article's root", () => {
  it("holds all sections of a long article", () => {
    const sections = `<section><div><div><div>${paragraphs(3)}</div></div></div></section>`.repeat(6);
    const last = `<section><div><div><div>${paragraphs(5)}</div></div></div></section>`;
    const { root } = read(page(`<h1>A</h1><article>${sections}${last}</article>${much}`, article));
    expect(root?.localName).toBe("article");
  });
});

describe("of several articles below each other", () => {
  const one = (n: number, attributes = "") =>
    `<article id=a${n} ${attributes}><h1>Operators drop vendor number ${n}</h1>${paragraphs(2 + n)}</article>`;
  const url = "https://news.example/world/story-2020301";
  const rootOf = (body: string, title = "", at = url) => {
    const document = page(body, article + meta("article:published_time", "2020-02-01"));
    document.title = title;
    return read(document, at).root?.id;
  };
  it("the first is read", () => {
    expect(rootOf(one(1))).toBe("a1");
    expect(rootOf(one(1) + one(2))).toBe("a1");
    expect(rootOf(one(1) + one(2) + one(9))).toBe("a1");
  });
  it("the one that names the address is read", () => {
    const second = one(2, 'data-url="/world/story-2020302"');
    const body = one(1, `data-url="${url}"`) + second + one(9);
    expect(rootOf(body)).toBe("a1");
    expect(rootOf(body, "", "https://news.example/world/story-2020302")).toBe("a2");
  });
  it("the one whose headline is the title is read", () => {
    expect(rootOf(one(1) + one(2) + one(9), "Operators drop vendor number 2 | News")).toBe("a2");
  });
  it("what stands in no <article> counts, too, if it has a day of its own", () => {
    const div = (n: number, day: string) =>
      `<div id=d${n}>${day}<h1>Operators drop vendor number ${n}</h1><div>${paragraphs(2 + n)}</div></div>`;
    const time = "<time>Today</time>";
    expect(rootOf(`<main>${div(1, time)}${div(9, time)}</main>`)).toBe("d1");
    expect(rootOf(`<main>${div(1, "")}${div(9, "")}</main>`)).toBe("d9");
  });
});

describe("a head that speaks of another page", () => {
  const body = `<main><h1>A headline</h1><time datetime="2020-02-04">4 Feb</time>${paragraphs(6)}</main>`;
  const old = "https://news.example/world/an-older-story";
  const published = meta("article:published_time", "2019-01-01T09:00:00+01:00") + article;
  it.each([
    ["its canonical link", `<link rel="canonical" href="${old}">${published}`],
    ["og:url", meta("og:url", old) + published],
    [
      "JSON-LD",
      `<script type="application/ld+json">{"@type":"NewsArticle","url":"${old}","datePublished":"2019-01-01"}</script>`,
    ],
  ])("by %s is not believed", (_, head) => {
    expect(read(page(body, head)).published).toMatchObject({ day: "2020-02-04", origin: "time" });
  });
  it("does not make a section an article", () => {
    const head = `<link rel="canonical" href="${old}">${published}`;
    expect(read(page(`<h1>A</h1>${paragraphs(2)}${much}`, head)).isArticle).toBe(false);
  });
  it("is believed where one of its addresses is the page's", () => {
    const head = `<link rel="canonical" href="${address}?ref=1">${meta("og:url", old)}${published}`;
    expect(read(page(body, head)).published).toMatchObject({ day: "2019-01-01" });
  });
  it("is believed where its addresses are another site's", () => {
    const head = `<link rel="canonical" href="https://agency.example/x">${published}`;
    expect(read(page(body, head)).published).toMatchObject({ day: "2019-01-01" });
  });
  it("may list other articles before its own", () => {
    const head = `<script type="application/ld+json">[{"@type":"NewsArticle","url":"${old}","datePublished":"2019-01-01"},
      {"@type":"NewsArticle","mainEntityOfPage":{"@id":"${address}"},"datePublished":"2020-02-03"}]</script>`;
    expect(read(page(body, head)).published).toMatchObject({ day: "2020-02-03", origin: "json-ld" });
  });
});

describe("the date of publication", () => {
  const dated = (day: string, head = "", attributes = "") =>
    page(`<article><h1>A headline</h1>${day}${paragraphs(3)}</article>`, head, attributes);
  const universal = meta("article:published_time", "2020-02-05T01:30:00Z");
  it.each<[string, Document, string, string | undefined]>([
    ["in the page's language", dated("<p>4. februar 2020</p>", "", "lang=da"), address, "2020-02-04"],
    [
      "in the language of the site's country",
      dated("<p>4 Maggio 2020</p>"),
      "https://news.it/a-story-1",
      "2020-05-04",
    ],
    ["above the headline", page(`<p>4 February 2020</p><h1>A</h1>${paragraphs(6)}`), address, "2020-02-04"],
    [
      "of publication, not of a change",
      dated("<p>Updated 6 February 2020</p><p>4 February 2020</p>"),
      address,
      "2020-02-04",
    ],
    [
      "not of a tweet",
      dated("<blockquote><p>6 February 2020</p></blockquote><p>4 February 2020</p>"),
      address,
      "2020-02-04",
    ],
    ["not in a long text", dated(`<p>On 6 February 2020 ${sentence}</p>`), address, undefined],
    ["in universal time alone", dated("", universal), address, "2020-02-05"],
    [
      "as the page shows it, when universal time has the next",
      dated("<p>4 February 2020</p>", universal),
      address,
      "2020-02-04",
    ],
    ["as the address has it, likewise", dated("", universal), `${address}/2020/02/04/a`, "2020-02-04"],
    [
      "in universal time, when another that is shown cannot be meant",
      dated("<p>6 February 2020</p>", universal),
      address,
      "2020-02-05",
    ],
    [
      "as it is shown, when the address has the one before",
      dated("<p>5 February 2020</p>"),
      `${address}/2020/02/04/a`,
      "2020-02-05",
    ],
    [
      "in broken JSON-LD behind other things",
      dated(
        "",
        '<script type="application/ld+json">{"@type":"VideoObject","datePublished":"2019-01-01","name":"A "b" c"},{"@type":"NewsArticle","datePublished":"2020-02-04"}</script>',
      ),
      address,
      "2020-02-04",
    ],
  ])("is the day %s", (_, document, url, day) => {
    expect(read(document, url).published?.day).toBe(day);
  });
});

describe("reading", () => {
  it("stands a document without any element", () => {
    const document = page("");
    document.documentElement.remove();
    expect(read(document)).toMatchObject({ isArticle: false, root: null });
  });

  it("costs in proportion to the text: 100,000 text nodes", () => {
    const time = (count: number) => {
      const document = page(`<h1>A</h1><article>${`<p>${sentence}<b>A</b></p>`.repeat(count / 2)}</article>`);
      return cpuMilliseconds(() => expect(read(document).root?.localName).toBe("article"));
    };
    time(10_000);
    const small = Math.min(time(10_000), time(10_000), time(10_000));
    // Ten times the nodes; anything quadratic would take a hundred times as long.
    expect(Math.min(time(100_000), time(100_000))).toBeLessThan(40 * small);
  });
});
