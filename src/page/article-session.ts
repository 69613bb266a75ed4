import type { ArticleDate } from "../core/card/card-model.ts";
import type { FindAnswer, PageMentions, PageState } from "../messaging/protocol.ts";
import { type ArticleReading, readArticle } from "../reading/read-article.ts";
import { type Block, collectTextBlocks } from "../reading/text-blocks.ts";
import { askBackground } from "./ask-background.ts";
import { hostTag } from "./card-port.ts";
import { isDark } from "./is-dark.ts";
import { createMarks } from "./marks.ts";
import { createMentionLookup } from "./mention-at.ts";
import { type PlacedMention, placeMentions } from "./placed-mention.ts";
import { createReaderChoices, type ReaderChoices } from "./reader-choices.ts";

type PageSettings = FindAnswer["settings"];

/**
 * The article as this page shows it now: read, searched for mentions, marked. `refresh` brings all three
 * up to date after a change; an answer that a newer refresh has overtaken is dropped.
 */
export interface ArticleSession {
  refresh(): Promise<void>;
  /** Applies settings without asking anew. */
  apply(settings: PageSettings, off: boolean): void;
  drawn(): readonly PlacedMention[];
  mentions(): readonly PlacedMention[];
  blocks(): Block[];
  mentionAt(x: number, y: number): PlacedMention | null;
  reading(): ArticleReading;
  articleDate(): ArticleDate;
  choices: Pick<ReaderChoices, "setDate" | "markAnyway">;
  settings(): PageSettings | null;
  setCurrent(mention: PlacedMention | null): void;
  state(): PageState;
  clear(): void;
}

/** Limits of one request (the protocol's own are wider); what lies beyond is left unmarked. */
const mostBlocks = 5_000;
const longestBlock = 50_000;

export function createArticleSession(today: () => string): ArticleSession {
  const marks = createMarks();
  const choices = createReaderChoices();
  const read = () => choices.applyTo(readArticle(document, { url: location.href, today: today() }));
  const articleDate = () => choices.articleDate(reading);
  let reading = read();
  let blocks: Block[] = [];
  let text = "";
  let answer: FindAnswer | null = null;
  let placed: PlacedMention[] = [];
  let drawn: PlacedMention[] = [];
  let lookup = createMentionLookup([]);
  let newest = 0;

  const reset = () => {
    marks.clear();
    answer = null;
    text = "";
    blocks = [];
    placed = [];
    drawn = [];
    lookup = createMentionLookup([]);
  };
  const draw = () => {
    if (!answer) return;
    const dark = isDark(blocks[0]?.element ?? reading.root);
    drawn = marks.draw(placed, { ...answer.settings, dark });
    lookup = createMentionLookup(drawn);
  };
  const place = (found: FindAnswer) => {
    placed = placeMentions(blocks, found.mentions, placed);
    draw();
  };

  return {
    async refresh() {
      const ticket = ++newest;
      reading = read();
      if (!reading.isArticle || !reading.root) return reset();
      blocks = collectTextBlocks(reading.root, { ignoreSelector: hostTag }).slice(0, mostBlocks);
      const sent = blocks.map((block) => ({ text: block.text.slice(0, longestBlock), lang: block.lang }));
      const words = sent.map((block) => block.text).join("\n");
      const now = () => `${location.href}\n${articleDate()?.day}\n${words}`;
      // Same words, perhaps on new nodes (a framework that re-rendered): no need to ask again.
      if (now() === text && answer) return place(answer);
      const found = await askBackground("page.find", {
        url: location.href,
        lang: reading.lang || undefined,
        published: articleDate()?.day,
        blocks: sent,
      });
      if (ticket !== newest) return;
      choices.restoreDate(found.chosenDay);
      text = now();
      answer = found;
      place(found);
    },
    apply(settings, off) {
      if (!answer) return;
      answer = off
        ? { state: "off", mentions: [], settings }
        : { ...answer, settings, state: answer.state === "off" ? "found" : answer.state };
      if (off) text = "";
      place(answer);
    },
    drawn: () => drawn,
    mentions: () => placed,
    blocks: () => blocks,
    mentionAt: (x, y) => lookup(x, y),
    reading: () => reading,
    articleDate,
    choices,
    settings: () => answer?.settings ?? null,
    setCurrent: (mention) => marks.setCurrent(mention),
    state: () => ({
      url: location.href,
      title: reading.title,
      canonicalUrl: reading.canonicalUrl,
      isArticle: reading.isArticle,
      why: reading.why,
      off: answer?.state === "off",
      ...choices.state(reading),
      lang: reading.lang,
      mentions: placed.map(({ mention: { id, block, sentence, certainty } }) => ({
        id,
        block,
        sentence,
        certainty,
      })),
      spans: answer && spansOf(reading, articleDate(), blocks, placed),
    }),
    clear: reset,
  };
}

function spansOf(
  reading: ArticleReading,
  published: ArticleDate,
  blocks: Block[],
  placed: PlacedMention[],
): PageMentions {
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.text.length + 1;
  }
  return {
    url: location.href,
    lang: reading.lang,
    published,
    text: blocks.map((block) => block.text).join("\n"),
    mentions: placed.map(({ mention }) => {
      const base = starts[mention.block] ?? 0;
      const { surface, kind, id, name, certainty } = mention;
      return { start: base + mention.start, end: base + mention.end, surface, kind, id, name, certainty };
    }),
  };
}
