/** What a page says about its article in JSON-LD. Fields are as written, unchecked. */
export interface LinkedData {
  isArticle: boolean;
  /** What else the page is about, where it is no article. */
  other: "shop" | "list-page" | null;
  datePublished?: string;
  language?: string;
  /** Addresses that the article says are its own. */
  addresses: string[];
}

export type LinkedNode = Record<string, unknown>;

export const articleTypes = /Article$|(Blog|Media)Posting$|^Report$/;
const shopTypes = /^Product|Offer$/;
const listTypes = /^(CollectionPage|SearchResultsPage|ItemList)$/;
/** Articles below these are other articles. */
const elsewhere = /^(itemListElement|relatedLink|citation|comment|isPartOf|hasPart|mentions)$/;

/** @param isHere whether an address is the page's: of several articles, the one that says so counts */
export function readLinkedData(scripts: Element[], isHere: (address: string) => boolean | null): LinkedData {
  const found: LinkedData = { isArticle: false, other: null, addresses: [] };
  let isSure = false;
  for (const script of scripts) {
    const text = script.textContent ?? "";
    try {
      visitNodes(JSON.parse(text), visit);
    } catch {
      readBroken(text);
    }
  }
  return found;

  function visit(node: LinkedNode, is: (types: RegExp) => boolean) {
    if (is(articleTypes)) takeArticle(node);
    else if (is(shopTypes)) found.other = "shop";
    else if (is(listTypes)) found.other ??= "list-page";
  }

  function takeArticle(node: LinkedNode) {
    found.isArticle = true;
    const own = addressesOf(node);
    found.addresses.push(...own);
    const date = textOf(node.datePublished) ?? textOf(node.dateCreated);
    const language = textOf(node.inLanguage);
    if (!isSure && own.some(isHere)) {
      isSure = true;
      found.datePublished = date ?? found.datePublished;
      found.language = language ?? found.language;
    }
    found.datePublished ??= date;
    found.language ??= language;
  }

  /** Unescaped quotes and line feeds are common; the two facts that matter can be read all the same. */
  function readBroken(text: string) {
    for (const { 1: type = "", index } of text.matchAll(/"@type"\s*:\s*\[?\s*"(\w+)"/g)) {
      if (!articleTypes.test(type)) continue;
      found.isArticle = true;
      const date = /"datePublished"\s*:\s*"([^"]+)"/;
      found.datePublished ??= (date.exec(text.slice(index)) ?? date.exec(text))?.[1];
    }
  }
}

/** Visits what JSON-LD says about this page, the outer before the inner. @param visit asks by `is` for types. */
export function visitNodes(
  value: unknown,
  visit: (node: LinkedNode, is: (types: RegExp) => boolean) => void,
  depth = 0,
): void {
  if (typeof value !== "object" || value === null || depth > 6) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) visitNodes(item, visit, depth + 1);
    return;
  }
  const node = value as LinkedNode;
  const own = [node["@type"]].flat().filter((type) => typeof type === "string");
  visit(node, (types) => own.some((type) => types.test(type)));
  for (const [key, child] of Object.entries(node))
    if (!elsewhere.test(key)) visitNodes(child, visit, depth + 1);
}

/** Addresses that an article says are its own. */
export function addressesOf({ url, "@id": id, mainEntityOfPage: page }: LinkedNode): string[] {
  return [url, id, page, idOf(page)]
    .flatMap((address) => textOf(address) ?? [])
    .filter((address) => /^(https?:)?\//.test(address));
}

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)["@id"] : undefined;
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" || typeof first === "number" ? String(first) : undefined;
}
