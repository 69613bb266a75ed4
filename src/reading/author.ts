/** More names than this are a list of something else. */
const mostNames = 20;
/** Longest script (characters) that is read: no article describes itself at greater length. */
const longestScript = 1_000_000;

/**
 * Who wrote the article, as the page names them, several joined by commas: from its JSON-LD, else from its metadata.
 * Undefined where it names nobody. For citing only: nothing is made of it.
 */
export function readAuthor(document: Document): string | undefined {
  const names = linkedNames(document);
  const named = names.length > 0 ? names : metaNames(document);
  const unlike = [...new Set(named.map((name) => name.trim().replace(/\s+/g, " ")))].filter(isName);
  return unlike.slice(0, mostNames).join(", ") || undefined;
}

function metaNames(document: Document): string[] {
  const metas = document.querySelectorAll(
    'meta[name="author" i], meta[property="article:author"], meta[name="citation_author"], meta[name="dc.creator" i]',
  );
  return [...metas].map((meta) => meta.getAttribute("content") ?? "");
}

/** `article:author` is meant to be the address of a profile. */
function isName(name: string): boolean {
  return name !== "" && name.length <= 300 && !/^(https?:)?\/\//i.test(name);
}

function linkedNames(document: Document): string[] {
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = script.textContent ?? "";
    if (text.length > longestScript || !text.includes("author")) continue;
    try {
      const names = authorsIn(JSON.parse(text), 0);
      if (names.length > 0) return names;
    } catch {
      // Not JSON: the metadata may still name somebody.
    }
  }
  return [];
}

/** The first article's, other things that have authors (comments, related articles) lying deeper. */
function authorsIn(value: unknown, depth: number): string[] {
  if (typeof value !== "object" || value === null || depth > 4) return [];
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 200)) {
      const names = authorsIn(item, depth + 1);
      if (names.length > 0) return names;
    }
    return [];
  }
  const { author, "@graph": graph, mainEntity } = value as Record<string, unknown>;
  const own = [author].flat().flatMap(nameOf);
  return own.length > 0 ? own : [...authorsIn(graph, depth + 1), ...authorsIn(mainEntity, depth + 1)];
}

function nameOf(author: unknown): string[] {
  if (typeof author === "string") return [author];
  if (typeof author !== "object" || author === null) return [];
  const { name } = author as { name?: unknown };
  return [name].flat().filter((one) => typeof one === "string");
}
