/**
 * The text of an article as blocks: a paragraph's text across its inline elements is one string, with a map
 * back to the text nodes. Text stands exactly as in the nodes (nothing trimmed or collapsed), so that an offset
 * into a block is an offset into one of its nodes. Ships in the page script: tiny, no dependency, no layout.
 */

export interface Block {
  /** The nearest element that starts a block. */
  element: Element;
  text: string;
  /** Language where an element inside the root declares one. */
  lang?: string;
  /** Text nodes in order; `start` is where each begins in `text`. */
  nodes: { node: Text; start: number }[];
}

export interface CollectOptions {
  /** Tells hidden elements where the caller can (layout is not asked here). */
  isHidden?: (element: Element) => boolean;
  /** Elements to leave out, such as our own card. */
  ignoreSelector?: string;
}

const words = (text: string) => new Set(text.split(" "));

const skippedTags = words(
  "SCRIPT STYLE NOSCRIPT TEMPLATE CODE PRE KBD SAMP TEXTAREA INPUT SELECT OPTION BUTTON FORM NAV ASIDE FOOTER " +
    "SVG MATH CANVAS IFRAME OBJECT VIDEO AUDIO HEAD TITLE RP RT",
);
const blockTags = words(
  "P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE FIGURE FIGCAPTION TABLE " +
    "CAPTION THEAD TBODY TFOOT TR TD TH HR ADDRESS DETAILS SUMMARY HGROUP BODY",
);
const skippedRoles = words(
  "navigation complementary contentinfo search menu menubar toolbar button textbox dialog",
);

/** Parts that sites do not give an element of their own: other articles, sharing, comments, notices. */
const furniture =
  /(^|[-_\s])(related|recommend(ed|ations)?|read-?(more|next|also)|also-?read|most-?read|trending|sidebar|share|sharing|social|newsletter|subscribe|comments?|breadcrumbs?|cookie|consent|promo|advert\w*|ad-slot|tags|tag-?(list|links)|author-?bio|lang(uage)?-?switch\w*|menu|navbar)($|[-_\s])/i;
/** Furniture this long holds the article itself, by an unlucky name. */
const longestFurniture = 3_000;

/** Blocks with text in them, in document order. */
export function collectTextBlocks(root: Element, options: CollectOptions = {}): Block[] {
  const blocks: Block[] = [];
  const skipped = new Map<Element, boolean>();
  const isSkipped = (element: Element | null): boolean => {
    if (!element || element === root.parentElement) return false;
    let answer = skipped.get(element);
    if (answer === undefined) {
      answer = (element !== root && isLeftOut(element, options)) || isSkipped(element.parentElement);
      skipped.set(element, answer);
    }
    return answer;
  };

  let block: Block | undefined;
  let broken = false;
  // 5: elements and text nodes. Elements are visited for <br> and for block ends only.
  const walker = root.ownerDocument.createTreeWalker(root, 5);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 1) {
      const tag = (node as Element).tagName.toUpperCase();
      if (tag === "BR" && block?.element.contains(node)) block.text += "\n";
      else if (blockTags.has(tag)) broken = true;
      continue;
    }
    const text = node as Text;
    const parent = text.parentElement;
    if (!parent || isSkipped(parent)) continue;
    const element = blockOf(parent, root);
    if (!block || broken || block.element !== element) {
      block = { element, text: "", lang: langOf(parent, root), nodes: [] };
      blocks.push(block);
      broken = false;
    }
    block.nodes.push({ node: text, start: block.text.length });
    block.text += text.data;
  }
  return blocks.filter(({ text }) => /\S/.test(text));
}

/** The two ends of a stretch of a block, for a range; `null` where the stretch is not in a node. */
export function locate(
  block: Block,
  start: number,
  end: number,
): [{ node: Text; offset: number }, { node: Text; offset: number }] | null {
  const first = block.nodes.findLast(
    (part) => part.start <= start && start < part.start + part.node.data.length,
  );
  const last = block.nodes.findLast((part) => part.start < end && end <= part.start + part.node.data.length);
  if (!first || !last) return null;
  return [
    { node: first.node, offset: start - first.start },
    { node: last.node, offset: end - last.start },
  ];
}

function isLeftOut(element: Element, { isHidden, ignoreSelector }: CollectOptions): boolean {
  const editable = element.getAttribute("contenteditable");
  return (
    skippedTags.has(element.tagName.toUpperCase()) ||
    element.hasAttribute("hidden") ||
    element.getAttribute("aria-hidden") === "true" ||
    (editable !== null && editable !== "false") ||
    skippedRoles.has(element.getAttribute("role") ?? "") ||
    (ignoreSelector !== undefined && element.matches(ignoreSelector)) ||
    (isHidden?.(element) ?? false) ||
    isFurniture(element)
  );
}

function isFurniture(element: Element): boolean {
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  const tag = element.tagName.toUpperCase();
  if (tag === "ARTICLE" || tag === "MAIN" || !blockTags.has(tag) || !furniture.test(names)) return false;
  return !element.querySelector("article, h1") && (element.textContent ?? "").length < longestFurniture;
}

function blockOf(element: Element, root: Element): Element {
  for (let current = element; ; ) {
    const { parentElement } = current;
    if (current === root || blockTags.has(current.tagName.toUpperCase()) || !parentElement) return current;
    current = parentElement;
  }
}

/** Above the root the language is the article's own. */
function langOf(element: Element, root: Element): string | undefined {
  for (let current: Element | null = element; current && current !== root; current = current.parentElement) {
    const lang = current.getAttribute("lang");
    if (lang) return lang;
  }
  return undefined;
}
