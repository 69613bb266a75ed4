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

const articleTypes = /Article$|(Blog|Media)Posting$|^Report$/;
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
      visit(JSON.parse(text), 0);
    } catch {
      readBroken(text);
    }
  }
  return found;

  function visit(value: unknown, depth: number) {
    if (typeof value !== "object" || value === null || depth > 6) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 200)) visit(item, depth + 1);
      return;
    }
    const node = value as Record<string, unknown>;
    const types = [node["@type"]].flat().filter((type) => typeof type === "string");
    if (types.some((type) => articleTypes.test(type))) takeArticle(node);
    else if (types.some((type) => shopTypes.test(type))) found.other = "shop";
    else if (types.some((type) => listTypes.test(type))) found.other ??= "list-page";
    for (const [key, child] of Object.entries(node)) if (!elsewhere.test(key)) visit(child, depth + 1);
  }

  function takeArticle(node: Record<string, unknown>) {
    found.isArticle = true;
    const own = [node.url, node["@id"], node.mainEntityOfPage, idOf(node.mainEntityOfPage)]
      .flatMap((address) => textOf(address) ?? [])
      .filter((address) => /^(https?:)?\//.test(address));
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

function idOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)["@id"] : undefined;
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" || typeof first === "number" ? String(first) : undefined;
}
