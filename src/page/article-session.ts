import type { ArticleDate } from "../core/card/card-model.ts";
import type { FindAnswer, FoundMention, PageState, Received } from "../messaging/protocol.ts";
import type { ArticleReading } from "../reading/read-article.ts";
import type { Block } from "../reading/text-blocks.ts";
import { mostPortions } from "./ask-mentions.ts";
import { carryOver, type Entry, stepSize, takeMentions } from "./block-store.ts";
import { findPortions, isOnePortion, withContext } from "./find-portions.ts";
import { highlightName } from "./mark-palette.ts";
import type { MarkerPage } from "./marker-port.ts";
import { chooseMentions, createMarks, type Marks } from "./marks.ts";
import type { PageReader } from "./page-reader.ts";
import type { PlacedMention } from "./placed-mention.ts";
import type { ReaderChoices } from "./reader-choices.ts";
import type { Extent } from "./watch-page.ts";

type PageSettings = FindAnswer["settings"];

/**
 * The article as this page shows it now: read, searched for mentions, marked. `update` brings all three up
 * to date after a change; whatever a newer navigation has overtaken is dropped.
 */
export interface ArticleSession {
  /** Reads what has changed, asks about the blocks that are new, and draws the difference. */
  update(extent: Extent): Promise<void>;
  /** Everything is to be asked about anew with the next update: settings or data may have changed. */
  expire(): void;
  /** Most of the marks have lost their text since they were drawn. */
  isUndone(): boolean;
  /** Applies settings without asking anew. */
  apply(told: Received<"tab.refresh">): void;
  /** The marks that the page is to show, in the order of the text; only those near the viewport are registered. */
  drawn(): readonly PlacedMention[];
  mentions(): readonly PlacedMention[];
  blocks(): Block[];
  /** All that can be read on the page, in steps. @throws Error when the page took away what was being read. */
  wholePage: PageReader["wholePage"];
  marks: Pick<Marks, "segmentsAt" | "recheck" | "repaint" | "narrow">;
  reading(): ArticleReading;
  articleDate(): ArticleDate;
  /** Shadow trees that hold parts of the article. */
  trees(): readonly ShadowRoot[];
  choices: Pick<ReaderChoices, "setDate" | "markAnyway">;
  settings(): PageSettings | null;
  /** Leaves mentions of an entity under one spelling out, or takes that back; at once, without asking anew. */
  setDropped(id: string, surface: string, dropped: boolean): void;
  /** What the popup shows; with the article's text only on demand. */
  state(withText: boolean): PageState;
  /** The address has changed: all about its article is forgotten at once, and its text not read under the new one. */
  leave(): void;
  /** Until when (ms since 1970) the page is believed to show the text of the address before; null: it shows its own. */
  waitsUntil(): number | null;
  clear(): void;
}

/** Quiet time (ms) after which a long article that was asked about in parts is asked about as a whole. */
const calm = 5_000;
/** How long (ms) text that stays after a change of the address is taken for the old article's. */
const oldTextLeaves = 3_000;

export function createArticleSession(
  reader: PageReader,
  {
    work,
    askMentions,
    endOfPortion,
    pageAddress,
    articleAddress,
  }: Omit<MarkerPage, "ask" | "siteSwitchedOff" | "isAlive">,
): ArticleSession {
  const marks = createMarks(work);
  let entries: Entry[] = [];
  let answer: Pick<FindAnswer, "state" | "settings"> | null = null;
  let placed: PlacedMention[] = [];
  let drawn: PlacedMention[] = [];
  /** What the mentions depend on beside the text. */
  let basis = "";
  /** Some blocks were asked about without the rest of the article. */
  let partly = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  let trees: ShadowRoot[] = [];
  let lastKey = 0;
  let ticket = 0;
  let drawing = 0;
  /** The texts of the article that the page showed before its address changed, and until when they are believed old. */
  let old: { texts: Set<string>; until: number } | null = null;
  let readAt = "";
  /** What the reader has just refused: left out at once, before the background says so. */
  const dropped = new Set<string>();

  const withoutQuery = (address: string) => articleAddress(address).replace(/\?[^#]*/, "");
  const forget = () => {
    clearTimeout(later);
    drawing++;
    marks.clear();
    entries = [];
    placed = [];
    drawn = [];
    trees = [];
    partly = false;
  };
  const draw = async () => {
    const steps = work.count(() => {
      placed = entries
        .flatMap(({ mentions }) => mentions)
        .filter(({ mention: { id, surface } }) => !dropped.has(`${id} ${surface}`));
      const shown = trees.length > 0 ? placed.filter(isVisible) : placed;
      drawn = answer?.state === "found" ? chooseMentions(shown, answer.settings) : [];
      return marks.draw(drawn);
    });
    const current = ++drawing;
    await work.run(steps, () => current === drawing);
  };

  const ask = async (isWanted: () => boolean) => {
    for (const [count, portion] of work.count(() => findPortions(entries, endOfPortion)).entries()) {
      if (count >= mostPortions) break;
      const numbers = work.count(() => withContext(entries, portion));
      const blocks = numbers.map((number) => (entries[number] as Entry).block);
      const { lang, canonicalUrl } = reader.reading();
      const published = reader.articleDate()?.day;
      const found = await work.start(() => askMentions(blocks, { lang, canonicalUrl, published }));
      if (!isWanted()) return;
      reader.choices.restoreDate(found.chosenDay);
      answer = { state: found.state, settings: found.settings };
      if (found.state === "off") return forget();
      await work.run(take(found.mentions, numbers, portion), isWanted);
      if (!isWanted()) return;
      await draw();
      partly ||= numbers.length < entries.length;
    }
    askAgainAsWhole();
  };
  function* take(
    found: FoundMention[],
    numbers: readonly number[],
    portion: readonly number[],
  ): Generator<void, void> {
    const byBlock = new Map<number, FoundMention[]>(portion.map((number) => [number, []]));
    for (const mention of found) {
      const block = numbers[mention.block] ?? -1;
      byBlock.get(block)?.push({ ...mention, block });
    }
    for (const [number, mentions] of byBlock) {
      if (number % stepSize === 0) yield;
      const entry = entries[number];
      if (entry) takeMentions(entry, mentions, () => ++lastKey);
    }
  }
  const askAgainAsWhole = () => {
    if (!partly || !isOnePortion(entries, endOfPortion)) return;
    later = setTimeout(() => {
      partly = false;
      for (const entry of entries) entry.asked = false;
      const current = ticket;
      // Where it fails, what was found in parts stays.
      void ask(() => current === ticket).catch(() => undefined);
    }, calm);
  };
  /** Takes over the blocks that are there now. */
  const accept = (carried: Entry[]) => {
    old = null;
    readAt = pageAddress();
    entries = carried;
    const now = `${pageAddress()} ${reader.reading().lang} ${reader.articleDate()?.day}`;
    if (now !== basis) for (const entry of entries) entry.asked = false;
    basis = now;
    const all = new Set(entries.map(({ block }) => block.tree));
    trees = [...all].filter((tree) => tree?.nodeType === 11) as ShadowRoot[];
  };

  const update = async (extent: Extent) => {
    clearTimeout(later);
    const current = ++ticket;
    const isWanted = () => current === ticket;
    if (answer?.state === "off") return;
    const { isArticle, root } = reader.reading();
    const isStale = extent === "page" || !isArticle || !root?.isConnected;
    if (isStale && !(await reader.read(isWanted))) return;
    const blocks = await reader.collect(isWanted);
    if (!isWanted()) return;
    if (!blocks) return forget();
    if (old && isOld(blocks, old)) return reader.forget();
    const carried = await work.run(carryOver(entries, blocks), isWanted);
    if (!carried || !isWanted()) return;
    work.count(() => accept(carried));
    // What is known is drawn before the answer: a framework that re-renders costs no mark its place for long.
    if (entries.some(({ mentions }) => mentions.length > 0)) await draw();
    if (isWanted()) await ask(isWanted);
  };

  return {
    update,
    expire() {
      answer = answer && { ...answer, state: "found" };
      basis = "";
    },
    isUndone: () => drawn.filter(isLost).length > drawn.length / 2,
    apply({ settings, isOff }) {
      if (!answer) return;
      answer = { state: isOff ? "off" : answer.state, settings };
      if (isOff) forget();
      else void draw();
    },
    drawn: () => drawn,
    mentions: () => placed,
    blocks: () => entries.map(({ block }) => block),
    wholePage: reader.wholePage,
    marks,
    reading: reader.reading,
    articleDate: reader.articleDate,
    choices: reader.choices,
    trees: () => trees,
    settings: () => answer?.settings ?? null,
    setDropped(id, surface, isDropped) {
      if (isDropped) dropped.add(`${id} ${surface}`);
      else dropped.delete(`${id} ${surface}`);
      void draw();
    },
    state(withText) {
      const { title, canonicalUrl, isArticle, why, lang } = reader.reading();
      const dates = reader.choices.state(reader.reading());
      return {
        url: pageAddress(),
        lang,
        title: title || document.title,
        canonicalUrl,
        isArticle,
        why,
        off: answer?.state === "off",
        ...dates,
        mentions: placed.map(({ mention }) => mention),
        blocks: withText && isArticle ? entries.map(({ block }) => block.text) : null,
      };
    },
    leave() {
      ticket++;
      // Another query is most often the same article, counted or opened at another place.
      if (entries.length > 0 && withoutQuery(pageAddress()) !== withoutQuery(readAt)) {
        const texts = new Set(entries.map(({ block }) => block.text));
        old = { texts, until: Date.now() + oldTextLeaves };
      }
      forget();
      reader.forget();
      answer = null;
    },
    waitsUntil: () => (old && !reader.reading().isArticle && Date.now() < old.until ? old.until : null),
    clear() {
      ticket++;
      old = null;
      forget();
      answer = null;
    },
  };
}

/** Most of what is there now stood there before the address changed: the application has not come round to it yet. */
function isOld(blocks: readonly Block[], { texts, until }: { texts: Set<string>; until: number }): boolean {
  if (Date.now() > until) return false;
  let [same, all] = [0, 0];
  for (const { text } of blocks) {
    all += text.length;
    if (texts.has(text)) same += text.length;
  }
  return same > all / 2;
}

function isLost({ segments }: PlacedMention): boolean {
  return !segments[0]?.node.isConnected;
}

/**
 * Where a browser lays our styles into the page as the page's own, they may not reach into shadow trees: a mark that nobody
 * can see is none (src/decisions/0014-marks-in-shadow-trees.md).
 */
function isVisible({ element }: PlacedMention): boolean {
  if (!(element.getRootNode() instanceof ShadowRoot)) return true;
  return (
    getComputedStyle(element, `::highlight(${highlightName("vendor", false, "")})`).textDecorationLine !==
    "none"
  );
}
