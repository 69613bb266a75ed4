/** What stands in an address for counting readers and leads to no other page. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|cmpid|ns_\w+|_ga|_hs(enc|mi)|ref_?src|smid|xtor|at_(medium|campaign|link\w*|custom\d|bbc\w*))$/i;

/** A page by the address that it was read at and the one that it calls its own. */
export interface PageIdentity {
  url: string;
  canonicalUrl?: string | null;
}

/**
 * Whether two pages are one: they lie at the same address, or one calls its own the address at which the other lies.
 * That both call a third address their own proves nothing: a site that names its front page or a section on every
 * article would make one of them all (S8).
 */
export function isSamePage(one: PageIdentity, other: PageIdentity): boolean {
  const [first, second] = [pageKey(one.url), pageKey(other.url)];
  return first === second || canonicalKey(one) === second || canonicalKey(other) === first;
}

/** The keys under which a page is looked up: pages of which `isSamePage` holds have one in common. */
export function pageKeys(page: PageIdentity): string[] {
  const keys = [pageKey(page.url), canonicalKey(page)];
  return [...new Set(keys)].filter((key) => key !== null);
}

/** Null where the page names no address, none of the web, or its site's front page. */
function canonicalKey({ canonicalUrl }: PageIdentity): string | null {
  if (!canonicalUrl || !/^https?:\/\/[^/?#]/i.test(canonicalUrl)) return null;
  const key = pageKey(canonicalUrl);
  return /^\/\/[^/?#]+$/.test(key) ? null : key;
}

/**
 * An address without what does not tell pages apart: scheme, `www.`, a slash at the end, what counts readers, the
 * fragment unless an application uses it as a route (`#/article/7`). What is no address is given back as it is.
 */
export function pageKey(url: string): string {
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
