const sentences = [
  "The operators have until the end of the year to say which sites they will rebuild first.",
  "In the capital the masts stand on roofs whose owners ask for higher rents every spring.",
  "Huawei said that it would go on serving its customers, and Ericsson that it had begun to hire.",
  "The committee heard three experts, who did not agree on the cost of a second supplier.",
  "A spokesman for Vodafone said that the work in the United Kingdom would take five years.",
  "Nothing in the draft touches the cables that were laid before the law was written.",
  "Members from the United States and Germany asked for the figures of the last two years.",
];

/** An article as long as a book, with a name every few lines, for scrolling and for speed. */
export function longArticle(paragraphs: number): string {
  const body = Array.from({ length: paragraphs }, (_, number) => {
    const text = [0, 1, 2, 3].map((step) => sentences[(number + step * 2) % sentences.length]).join(" ");
    return `<p id="p${number}">${text}</p>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A very long report</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2020-07-15T06:00:00Z">
<link rel="stylesheet" href="newspaper.css"></head>
<body><main><article><h1>A very long report</h1>
${body.join("\n")}
</article></main></body></html>
`;
}
