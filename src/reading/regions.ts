import { oneOf } from "./one-of.ts";
import { parentOf } from "./page-walk.ts";
import { createHiddenCheck, isClipped } from "./visible-text.ts";

export interface CollectOptions {
  /** Elements of this name are left out: our own card. */
  ignoredTag?: string;
}

/** What an element's own text belongs to. */
export interface Region {
  /** Not read: interface, code, editors, furniture, text for screen readers. */
  leftOut: boolean;
  /** The nearest element that starts a block. */
  block: Element;
  /** Within a link. */
  linked: boolean;
  /** Declared by an element below the root. */
  lang: string | undefined;
}

export interface Regions {
  of(element: Element): Region;
  /**
   * Whether the element's own text cannot be seen. Asks the layout: for elements with text of interest only.
   * @param child what stands in it, or at the top of its open shadow tree.
   */
  hides(element: Element, child: Node): boolean;
}

const isSkippedTag = oneOf(
  "script style noscript template code pre kbd samp textarea input select option button nav aside footer " +
    "svg math canvas iframe object video audio head title rp rt",
);
export const isBlockTag = oneOf(
  "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote figure figcaption table " +
    "caption thead tbody tfoot tr td th hr address details summary hgroup body form",
);
const isSkippedRole = oneOf(
  "navigation complementary contentinfo search menu menubar toolbar button textbox dialog code",
);

/** Parts that sites do not give an element of their own: other articles, sharing, comments, notices. */
const isFurnitureWord = oneOf(
  "related recommend recommended recommendations readmore readnext readalso alsoread mostread trending sidebar share " +
    "sharing social newsletter subscribe comment comments breadcrumb breadcrumbs cookie consent promo adslot tags taglist " +
    "taglinks authorbio langswitch langswitcher languageswitch languageswitcher menu navbar",
);
/** Names of the text itself, whatever else the element is called: `entry-content entry-content-read-more`. */
const ownText = /^(entry|article|post|story)-(content|body|text)$/;
/** Furniture, or a form, this long holds the article itself. */
const longestFurniture = 3_000;

/** Looks at each element once. */
export function createRegions(root: Element, options: CollectOptions = {}): Regions {
  const regions = new Map<Element, Region>();
  const hidden = new Map<Element, boolean>();
  const hasNoBox = createHiddenCheck(root);

  const of = (element: Element): Region => {
    const known = regions.get(element);
    if (known) return known;
    const region = element === root ? top : within(element, of(parentOf(element) ?? root));
    regions.set(element, region);
    return region;
  };
  const top: Region = { leftOut: isEdited(root), block: root, linked: false, lang: undefined };
  const within = (element: Element, above: Region): Region => {
    if (above.leftOut) return above;
    const tag = element.localName;
    const isBlock = isBlockTag(tag);
    const isSkipped = isSkippedTag(tag) || tag === options.ignoredTag;
    // One question tells which need not be asked: in Firefox each costs as much as all else that is done with an element.
    const names = element.getAttributeNames();
    // Most elements inside a paragraph change nothing.
    if (!isBlock && !isSkipped && tag !== "a" && !names[0]) return above;
    const value = (name: string) => (names.includes(name) ? element.getAttribute(name) : null);
    const isLeftOut = (): boolean => {
      // Written in one way, for classes are named as one likes.
      const written = `${value("class")} ${value("id")}`.toLowerCase();
      const own = written.replaceAll("_", "-").replaceAll("\n", " ").split(" ");
      return (
        names.includes("hidden") ||
        // Where there is a layout it tells better: icons' letters aside, much that is kept from screen readers can be read.
        (!hasNoBox && value("aria-hidden") === "true") ||
        isEditable(value("contenteditable")) ||
        isSkippedRole(value("role") ?? "") ||
        own.some((name) => isClipped(name.replaceAll("-", ""))) ||
        (isBlock && isFurniture(element, tag, own))
      );
    };
    return {
      leftOut: isSkipped || isLeftOut(),
      block: isBlock ? element : above.block,
      linked: above.linked || tag === "a",
      lang: value("lang") || above.lang,
    };
  };

  return {
    of,
    hides(element, child) {
      if (!hasNoBox) return false;
      let answer = hidden.get(element);
      if (answer === undefined) {
        // An element without attributes is shown as the block is that it stands in.
        const { block } = of(element);
        const asked = element.hasAttributes() || element.shadowRoot ? element : block;
        answer = hidden.get(asked) ?? (hasNoBox(asked) || showsNoChildren(asked));
        hidden.set(asked, answer).set(element, answer);
      }
      // Instead of its children a host shows its shadow tree.
      return answer && (child.parentNode === element || hasNoBox(element));
    },
  };
}

/** A host shows its own text in a slot only. */
function showsNoChildren({ shadowRoot }: Element): boolean {
  return shadowRoot !== null && !shadowRoot.querySelector("slot");
}

function isEditable(contentEditable: string | null): boolean {
  return contentEditable !== null && contentEditable !== "false";
}

/** The root stands in an editor. */
function isEdited(root: Element): boolean {
  if (root.ownerDocument.designMode === "on") return true;
  const nearest = root.closest("[contenteditable]");
  return nearest !== null && isEditable(nearest.getAttribute("contenteditable"));
}

function isFurniture(element: Element, tag: string, names: string[]): boolean {
  if (tag === "article" || tag === "main") return false;
  if (tag !== "form" && (!names.some(namesFurniture) || names.some((name) => ownText.test(name))))
    return false;
  return !isLong(element) && !element.querySelector("article, h1");
}

/** By a word of a name, or two: `article__comments`, `read-more`, `readmore`. */
function namesFurniture(name: string): boolean {
  const words = name.split("-");
  return words.some(
    (word, at) =>
      isFurnitureWord(word) || isFurnitureWord(word + (words[at + 1] ?? "")) || word.startsWith("advert"),
  );
}

/** Stops where it is long enough: whole pages can stand in an element with such a name. */
function isLong(element: Element): boolean {
  let length = 0;
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    length += (node as Text).length;
    if (length >= longestFurniture) return true;
  }
  return false;
}
