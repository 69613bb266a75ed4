/** What a page says about its article in JSON-LD. Fields are as written, unchecked. */
export interface LinkedData {
  isArticle: boolean;
  /** What else the page is about, where it is no article. */
  other: "shop" | "list-page" | null;
  datePublished?: string;
  language?: string;
}

const articleTypes =
  /^(NewsArticle|Article|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|ReviewNewsArticle|BlogPosting|LiveBlogPosting|TechArticle|Report|ScholarlyArticle)$/;
const shopTypes = /^(Product|ProductGroup|Offer|AggregateOffer)$/;
const listTypes = /^(CollectionPage|SearchResultsPage|ItemList)$/;
/** Articles below these are other articles. */
const elsewhere = new Set([
  "itemListElement",
  "relatedLink",
  "citation",
  "comment",
  "isPartOf",
  "hasPart",
  "mentions",
]);

export function readLinkedData(document: Document): LinkedData {
  const found: LinkedData = { isArticle: false, other: null };
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
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
    if (types.some((type) => articleTypes.test(type))) {
      found.isArticle = true;
      found.datePublished ??= textOf(node.datePublished) ?? textOf(node.dateCreated);
      found.language ??= textOf(node.inLanguage);
    } else if (types.some((type) => shopTypes.test(type))) found.other = "shop";
    else if (types.some((type) => listTypes.test(type))) found.other ??= "list-page";
    for (const [key, child] of Object.entries(node)) if (!elsewhere.has(key)) visit(child, depth + 1);
  }

  /** Unescaped quotes and line feeds are common; the two facts that matter can be read all the same. */
  function readBroken(text: string) {
    const type = /"@type"\s*:\s*\[?\s*"(\w+)"/.exec(text)?.[1] ?? "";
    if (!articleTypes.test(type)) return;
    found.isArticle = true;
    found.datePublished ??= /"datePublished"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  }
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" || typeof first === "number" ? String(first) : undefined;
}
