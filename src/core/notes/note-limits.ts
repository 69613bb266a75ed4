/**
 * How much a note holds at most: characters of texts, entries of lists. Beyond it what the reader wrote is refused with a
 * message, never cut silently; of what is copied from the page or the dataset the rest is left out.
 */
export const noteLimits = {
  body: 50_000,
  tag: 80,
  tags: 50,
  address: 4_000,
  title: 2_000,
  /** Of a site, an author, an entity. */
  name: 500,
  path: 2_000,
  cardText: 50_000,
  claim: 10_000,
  claims: 200,
  formerIds: 50,
  past: 50,
};

/** The same of a passage: what a page with notes has to load knows these alone. */
export const passageLimits = {
  quote: 20_000,
  /** On each side of a quote: a sentence or two, by which the place is known when the quote was rewritten. */
  context: 200,
  /** Copies of a quote of which a note keeps what stood around them, and how much of it on each side. */
  copies: 8,
  aroundCopy: 40,
  /** Of the words that stand now where a passage was edited, so that the library can show what changed. */
  wordsNow: 2_000,
};
