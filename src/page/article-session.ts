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
  settings(): PageSettings | null;
  setCurrent(mention: PlacedMention | null): void;
  /** Leaves mentions of an entity under one spelling out, or takes that back; at once, without asking anew. */
  setDropped(id: string, surface: string, dropped: boolean): void;
  state(): PageState;
  clear(): void;
}

/** Limits of one request (the protocol's own are wider); what lies beyond is left unmarked. */
const mostBlocks = 5_000;
const longestBlock = 50_000;

export function createArticleSession(today: () => string): ArticleSession {
  const marks = createMarks();
  let reading = read(today());
  let blocks: Block[] = [];
  let text = "";
  let answer: FindAnswer | null = null;
  let placed: PlacedMention[] = [];
  let drawn: PlacedMention[] = [];
  let lookup = createMentionLookup([]);
  let newest = 0;
  const dropped = new Set<string>();

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
    const wanted = found.mentions.filter(({ id, surface }) => !dropped.has(`${id} ${surface}`));
    placed = placeMentions(blocks, wanted, placed);
    draw();
  };

  return {
    async refresh() {
      const ticket = ++newest;
      reading = read(today());
      if (!reading.isArticle || !reading.root) return reset();
      blocks = collectTextBlocks(reading.root, { ignoreSelector: hostTag }).slice(0, mostBlocks);
      const sent = blocks.map((block) => ({ text: block.text.slice(0, longestBlock), lang: block.lang }));
      const now = `${location.href}\n${reading.published?.day}\n${sent.map((block) => block.text).join("\n")}`;
      // Same words, perhaps on new nodes (a framework that re-rendered): no need to ask again.
      if (now === text && answer) return place(answer);
      const found = await askBackground("page.find", {
        url: location.href,
        lang: reading.lang || undefined,
        published: reading.published?.day,
        blocks: sent,
      });
      if (ticket !== newest) return;
      text = now;
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
    articleDate: () => dateOf(reading),
    settings: () => answer?.settings ?? null,
    setCurrent: (mention) => marks.setCurrent(mention),
    setDropped(id, surface, isDropped) {
      if (isDropped) dropped.add(`${id} ${surface}`);
      else dropped.delete(`${id} ${surface}`);
      if (answer) place(answer);
    },
    state: () => ({
      url: location.href,
      title: reading.title,
      isArticle: reading.isArticle,
      off: answer?.state === "off",
      articleDate: dateOf(reading),
      lang: reading.lang,
      mentions: placed.map(({ mention: { id, block, sentence, certainty } }) => ({
        id,
        block,
        sentence,
        certainty,
      })),
      spans: answer && spansOf(reading, blocks, placed),
    }),
    clear: reset,
  };
}

function read(today: string): ArticleReading {
  return readArticle(document, { url: location.href, today });
}

function dateOf({ published }: ArticleReading): ArticleDate {
  return published && { day: published.day, origin: published.origin };
}

function spansOf(reading: ArticleReading, blocks: Block[], placed: PlacedMention[]): PageMentions {
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.text.length + 1;
  }
  return {
    url: location.href,
    lang: reading.lang,
    published: dateOf(reading),
    text: blocks.map((block) => block.text).join("\n"),
    mentions: placed.map(({ mention }) => {
      const base = starts[mention.block] ?? 0;
      const { surface, kind, id, name, certainty } = mention;
      return { start: base + mention.start, end: base + mention.end, surface, kind, id, name, certainty };
    }),
  };
}
