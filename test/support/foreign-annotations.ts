/** A W3C annotation of somebody else. */
export const theirs = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  id: "https://elsewhere.example/annotations/7",
  type: "Annotation",
  creator: "https://elsewhere.example/ann",
  created: "2020-02-02T10:00:00+02:00",
  body: [
    { type: "TextualBody", value: "their text", purpose: "commenting" },
    { type: "TextualBody", value: " their tag ", purpose: "tagging" },
    "https://elsewhere.example/more",
  ],
  target: {
    source: "https://www.news.example/a",
    selector: [
      { type: "TextPositionSelector", start: 1, end: 5 },
      { type: "TextQuoteSelector", exact: "their quote", prefix: `${"far ".repeat(50)}${"near".repeat(50)}` },
    ],
  },
};

/** An annotation as the API of Hypothesis gives it, and its client exports it. */
export const row = {
  id: "kXk3bGFzRe6AAAAAAAAAAA",
  created: "2023-05-04T07:17:52.334539+00:00",
  updated: "2023-05-05T07:17:52.334539+00:00",
  user: "acct:somebody@hypothes.is",
  group: "__world__",
  hidden: false,
  flagged: false,
  permissions: { read: ["group:__world__"], update: [], delete: [] },
  links: { html: "https://hypothes.is/a/kXk3bGFzRe6AAAAAAAAAAA" },
  uri: "https://www.news.example/masts",
  text: "What does **this** rest on?",
  tags: ["5G", " 5G ", ""],
  document: { title: ["Masts in the capital"] },
  target: [
    {
      source: "https://www.news.example/masts",
      selector: [
        {
          type: "RangeSelector",
          startContainer: "/div[1]/p[2]",
          startOffset: 3,
          endContainer: "/div[1]/p[2]",
          endOffset: 20,
        },
        { type: "TextPositionSelector", start: 1903, end: 1920 },
        {
          type: "TextQuoteSelector",
          exact: "a third of the network",
          prefix: "limits it to ",
          suffix: " and",
        },
      ],
    },
  ],
};
