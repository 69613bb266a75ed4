import { longArticle } from "./long-article.ts";

/** An article of about so many bytes, which no reader reads and every script must survive. */
export function hugeArticle(bytes: number): string {
  const paragraph = longArticle(1).length;
  return longArticle(Math.ceil(bytes / (paragraph - 420)));
}

/** Words of an article, each in an element of its own: so many text nodes. */
export function manyTextNodes(count: number): string {
  const words = (
    "The operators have until the end of the year to say which sites they will rebuild first and Huawei said " +
    "that it would go on serving its customers while Vodafone and the government of the United Kingdom wait ."
  ).split(" ");
  const perParagraph = 80;
  const paragraphs: string[] = [];
  for (let made = 0; made < count; made += perParagraph) {
    const pieces = Array.from({ length: perParagraph }, (_, at) => {
      const word = words[(made + at) % words.length] ?? "";
      // The text node between two elements is the blank.
      return at % 2 === 0 ? `<span>${word}</span>` : ` <i>${word}</i> `;
    });
    paragraphs.push(`<p>${pieces.join("")}</p>`);
  }
  return page(
    "A report in very many pieces",
    `<h1>A report in very many pieces</h1>\n${paragraphs.join("\n")}`,
  );
}

/**
 * A live page: appends `perSecond` nodes a second (paragraphs with their text and an element in it) when `begin()` is
 * called, for the given seconds. `?plain` in the address appends no names.
 */
export function appendingPage(perSecond = 100): string {
  const body = `<h1>Live: the votes on the law are counted</h1>
<p>In January the UK capped the share of high-risk vendors at 35 per cent of the access network. Members of the house vote today on the law that makes of the advice a duty, and we follow the count as it comes in from the lobby.</p>
<p>Huawei said that it would go on serving its customers, and Ericsson that it had begun to hire. A spokesman for Vodafone said that the work in the United Kingdom would take five years, and that nobody had asked for the figures.</p>
<div id="entries"></div>
<script>
"use strict";
const texts = ["The committee heard an expert from Huawei and asked ", "Nothing in the draft touches the cables of ", "Members from Germany asked for the figures of "];
const names = ["Vodafone", "Ericsson", "the operators"];
window.appended = 0;
window.begin = (seconds) => new Promise((resolve) => {
  // A paragraph is three nodes: itself, its text, and the element with the name.
  const paragraphs = Math.round(${perSecond} / 3);
  const end = performance.now() + seconds * 1000;
  const timer = setInterval(() => {
    const paragraph = document.createElement("p");
    const name = document.createElement("b");
    name.textContent = names[window.appended % 3];
    paragraph.append(texts[window.appended % 3], name);
    document.getElementById("entries").append(paragraph);
    window.appended += 1;
    if (performance.now() > end) {
      clearInterval(timer);
      resolve();
    }
  }, 1000 / paragraphs);
});
</script>`;
  return page("Live: the votes on the law are counted", body);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2020-07-15T06:00:00Z">
<link rel="stylesheet" href="/newspaper.css">
</head>
<body><main><article>
${body}
</article></main></body></html>
`;
}
