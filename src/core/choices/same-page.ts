/** Where a page is: its address as it was opened, and the one that it names as its own. */
export interface PagePlace {
  url: string;
  canonicalUrl?: string | null;
}

/** Parameters that only tell a site where a reader came from. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ns_\w+|at_\w+|ref_src|smid|xtor)$/i;

/**
 * Whether two addresses are the same article: the same but for fragment and tracking parameters, or of the
 * same canonical address. That counts only where one of the two lies at it: a site that names its front page
 * on every article would otherwise make one article of them all.
 */
export function isSamePage(one: PagePlace, other: PagePlace): boolean {
  const [first, second] = [pageKey(one.url), pageKey(other.url)];
  if (first === second) return true;
  const canonical = one.canonicalUrl && pageKey(one.canonicalUrl);
  if (!canonical || !other.canonicalUrl || canonical !== pageKey(other.canonicalUrl)) return false;
  return first === canonical || second === canonical;
}

/** An address without what does not tell pages apart: scheme, `www.`, a slash at the end, tracking, fragment. */
export function pageKey(url: string): string {
  // Some applications keep their route in the fragment: `#/article/7`.
  const [, address = "", route = ""] = /^([^#]*)(#[/!].*)?/s.exec(url) ?? [];
  const [path = "", ...queries] = address.split("?");
  const query = queries
    .join("?")
    .split("&")
    .filter((part) => part !== "" && !tracking.test(part.split("=")[0] ?? ""))
    .join("&");
  const place = path
    .replace(/^https?:\/\/(www\.)?([^/]*)/i, (_, __, host: string) => `//${host.toLowerCase()}`)
    .replace(/\/$/, "");
  return `${place}${query && `?${query}`}${route}`;
}
