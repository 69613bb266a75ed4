import { parentOf, walkPage } from "./page-walk.ts";
import { type CollectOptions, createRegions, type Regions } from "./regions.ts";

/** Where a page's running text is. */
export interface RunningText {
  /** Element that holds the article: its paragraphs, and its headline where they share a parent of moderate size. */
  root: Element;
  paragraphs: number;
  /** Characters of text in them, weighed: see `weigh`. */
  length: number;
}

export interface PageText {
  /** `null` when the page has no paragraphs. */
  running: RunningText | null;
  /** The article's headline: the one that the title begins with, the first in the root, the page's first. */
  headline: Element | null;
  /** The title begins with the headline. */
  isTitled: boolean;
  /** Characters of all text that is not left out. */
  length: number;
  /** The document and its open shadow trees: what a selector has to be asked of, one by one. */
  trees: ParentNode[];
  /** Several texts of their own stand in the document, each with a headline. */
  stories: number;
  regions: Regions;
}

/** Tells which of several texts the page's address belongs to. */
export interface StoryClues {
  /** Whether an address, as written in an attribute, is this page's. */
  isHere(address: string): boolean | null;
  /** The document's title. */
  title: string;
}

interface Sum {
  length: number;
  paragraphs: number;
}

/** Shorter blocks are labels, captions and teasers. */
const shortestParagraph = 60;
/** Shorter nodes are not worth a look: words in bold, links, labels. */
const shortestNode = 8;
/** A paragraph may consist of links up to this share. */
const mostLinks = 0.4;
/** A text of this length that has a headline stands for itself. */
const shortestStory = 500;
/** A shorter beginning of the title may be a section's or the site's name. */
const shortestHeadline = 20;
const titleSelector = 'h2, h3, [class*="title" i], [class*="headline" i]';
/** Levels above the paragraphs that are asked for the most text, and what each counts for against the one below. */
const [levels, decay] = [4, 0.6];

/** Nodes, blocks or holders that are looked at between two rests. */
const stepSize = 100;

/**
 * One walk over the whole page, in steps. Work is in proportion to its nodes, and to the holders of its paragraphs times
 * their depth.
 */
export function* surveyText(
  document: Document,
  options: CollectOptions,
  clues: StoryClues,
): Generator<void, PageText> {
  // Not the body: in Node what is badly nested can end up beside it. The head is left out by its tags.
  const top = document.documentElement;
  const regions = createRegions(top, options);
  const trees: ParentNode[] = [document];
  const blocks = new Map<Element, { length: number; linked: number }>();
  let length = 0;
  /** Sites that have no <h1> still begin the document's title with the headline. */
  const isTitle = ({ textContent }: Element) => {
    const headline = textContent?.trim() ?? "";
    return weigh(headline) >= shortestHeadline && clues.title.trim().startsWith(headline);
  };
  const walk = walkPage(top);
  let looked = 0;
  for (let node = walk.next(); node; node = walk.next()) {
    if (++looked % stepSize === 0) yield;
    if (walk.shadowRoot) trees.push(walk.shadowRoot);
    if (walk.isElement) continue;
    if ((node as Text).length < shortestNode) continue;
    const parent = parentOf(node);
    if (!parent) continue;
    const { leftOut, block, linked } = regions.of(parent);
    if (leftOut) continue;
    const weight = weigh((node as Text).data);
    if (weight === 0) continue;
    length += weight;
    let sum = blocks.get(block);
    if (!sum) {
      sum = { length: 0, linked: 0 };
      blocks.set(block, sum);
    }
    sum.length += weight;
    if (linked) sum.linked += weight;
  }
  yield;

  const held = new Map<Element, Sum>();
  for (const [block, sum] of blocks) {
    if (++looked % stepSize === 0) yield;
    if (sum.length < shortestParagraph) continue;
    const holder = block.localName === "body" ? block : (parentOf(block) ?? top);
    // A dialog that is not open can hold more text than the article.
    if (regions.hides(holder, block)) length -= sum.length;
    else if (sum.linked <= sum.length * mostLinks) add(held, holder, sum.length, 1);
  }
  const inside = new Map<Element, Sum>();
  const scores = new Map<Element, number>();
  for (const [holder, sum] of held) {
    if (++looked % stepSize === 0) yield;
    let share = sum.length;
    let level = 0;
    for (let above: Element | null = holder; above; above = parentOf(above)) {
      add(inside, above, sum.length, sum.paragraphs);
      // The parent holds the paragraphs of one text; each level above could as well hold a whole page.
      if (level++ < levels) scores.set(above, (scores.get(above) ?? 0) + share);
      share *= decay;
    }
  }
  yield;
  const headlines = ask(trees, "h1").filter((one) => one.textContent?.trim());
  let titled = headlines.find(isTitle);
  if (!titled) {
    titled = ask(trees, titleSelector).find(isTitle);
    if (titled) headlines.push(titled);
    yield;
  }
  const headed = countHeadlines(headlines);
  let [best, most] = [null as Element | null, 0];
  for (const [holder, score] of scores) if (score > most) [best, most] = [holder, score];
  const stories = storiesIn(trees, inside, headed);
  yield;
  let root: Element | null = null;
  if (best) {
    const story = stories.length > 1 ? chosen(stories, clues) : null;
    root = story ?? withHeadline(best, inside, headed);
  }
  const sum = root && inside.get(root);
  const inRoot = headlines.find((one) => root?.contains(one));
  return {
    running: root && sum ? { root, paragraphs: sum.paragraphs, length: sum.length } : null,
    headline: stories.length > 1 || !titled ? (inRoot ?? headlines[0] ?? null) : titled,
    isTitled: titled !== undefined && stories.length < 2,
    length,
    trees,
    stories: stories.length,
    regions,
  };
}

/** All that fit a selector, in each tree in turn. */
export function ask(trees: ParentNode[], selector: string): Element[] {
  return trees.flatMap((tree) => [...tree.querySelectorAll(selector)]);
}

/** Characters, blanks around them left out. Chinese, Japanese and Korean say as much in far fewer. */
function weigh(text: string): number {
  const { length } = text.trim();
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text.slice(0, 200)) ? length * 2.5 : length;
}

function add(sums: Map<Element, Sum>, element: Element, length: number, paragraphs: number): void {
  const sum = sums.get(element);
  if (sum) {
    sum.length += length;
    sum.paragraphs += paragraphs;
  } else sums.set(element, { length, paragraphs });
}

/** The nearest <article>, or an ancestor that adds the headline but hardly any other paragraphs. */
function withHeadline(best: Element, inside: Map<Element, Sum>, headed: Map<Element, number>): Element {
  // Long articles come in sections, each with a holder of its own.
  let root = whole(best, inside) ?? best;
  const own = inside.get(root)?.length ?? 0;
  for (let holder: Element | null = root; holder && holder.localName !== "body"; holder = parentOf(holder)) {
    if ((inside.get(holder)?.length ?? 0) > own * 1.5 + 200) break;
    const holdsHeadline = headed.has(holder);
    if (holder.localName === "article" || holder.localName === "main" || holdsHeadline) root = holder;
    if (holdsHeadline) break;
  }
  return root;
}

/** The <article> around an element, where it has a headline or most of the page's paragraphs. */
function whole(element: Element, inside: Map<Element, Sum>): Element | null {
  const article = element.closest("article");
  if (!article) return null;
  const all = inside.get(article.ownerDocument.documentElement)?.length ?? 0;
  const own = inside.get(article)?.length ?? 0;
  return own > all / 2 || article.querySelector("h1, h2") ? article : null;
}

/** How many headlines each element holds. */
function countHeadlines(headlines: Element[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const headline of headlines)
    for (let one: Element | null = headline; one; one = parentOf(one))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Attributes by which pages that hold several articles say each one's address. */
const addressNames = [
  "itemid",
  "data-url",
  "data-href",
  "data-permalink",
  "data-share-url",
  "data-canonical-url",
];
const ownDateOrAddress = `time, [itemprop="datePublished" i], ${addressNames.map((name) => `[${name}]`).join(", ")}`;

/**
 * Texts of their own, as a page has them that adds the next article below the last, in document order: an <article>
 * with a headline, or what a headline has to itself, with a date or an address. Not the chapters of one text.
 */
function storiesIn(trees: ParentNode[], inside: Map<Element, Sum>, headed: Map<Element, number>): Element[] {
  const isLong = (element: Element) => (inside.get(element)?.length ?? 0) >= shortestStory;
  const found = new Set<Element>();
  for (const element of ask(trees, "article, h1")) {
    if (element.localName === "article") {
      if (isLong(element) && element.querySelector("h1, h2")) found.add(element);
    } else if (!element.closest("article")) {
      let territory = element;
      for (let one: Element | null = element; one && headed.get(one) === 1; one = parentOf(one))
        territory = one;
      if (isLong(territory) && territory.querySelector(ownDateOrAddress)) found.add(territory);
    }
  }
  return [...found].filter((story) => {
    for (let one = parentOf(story); one; one = parentOf(one)) if (found.has(one)) return false;
    return true;
  });
}

/** The one that names this page's address, else the one whose headline is the page's title, else the first. */
function chosen(stories: Element[], { isHere, title }: StoryClues): Element | null {
  const named = stories.filter((story) => {
    const own = addressNames.map((name) => story.getAttribute(name));
    const links = [...story.querySelectorAll("h1 a[href], h2 a[href], a[rel~=bookmark]")].slice(0, 3);
    return [...own, ...links.map((link) => link.getAttribute("href"))].some(
      (address) => address && isHere(address),
    );
  });
  const titled = stories.filter((story) => {
    const headline = story.querySelector("h1, h2")?.textContent?.trim().replace(/\s+/g, " ") ?? "";
    return headline.length > 10 && title.includes(headline);
  });
  return named[0] ?? titled[0] ?? stories[0] ?? null;
}
