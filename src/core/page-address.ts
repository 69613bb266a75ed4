/** What stands in an address for counting readers and leads to no other page. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|mkt_tok|cmpid|ns_\w+|_ga|_hs(enc|mi)|ref_?src|at_(medium|campaign|link\w*|custom\d|bbc\w*))$/i;

/**
 * An address as the identity of a page: without its fragment and without what only counts readers. A fragment
 * that an application uses as a route stays. What is no address is given back as it is.
 */
export function pageAddress(url: string): string {
  const [, base = url, query = "", fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? [];
  const kept = query
    .split("&")
    .filter((part) => part !== "" && !tracking.test(part.split("=")[0] ?? ""))
    .join("&");
  return base + (kept && `?${kept}`) + (/^[!/]/.test(fragment) ? `#${fragment}` : "");
}

/** A page by the address that it was read at and the one that it calls its own. */
export interface PageIdentity {
  url: string;
  canonicalUrl?: string | null;
}

/**
 * Whether two pages are one: they share an address, or one calls the other's its own, or both the same. A page
 * deep in a site that calls the site's front page its own is mistaken; that joins no pages.
 */
export function isSamePage(one: PageIdentity, other: PageIdentity): boolean {
  const known = addressesOf(one);
  return addressesOf(other).some((address) => known.includes(address));
}

function addressesOf({ url, canonicalUrl }: PageIdentity): string[] {
  const own = pageAddress(url);
  if (!canonicalUrl || !isWebAddress(canonicalUrl)) return [own];
  const canonical = pageAddress(canonicalUrl);
  return isFrontPage(canonical) && !isFrontPage(own) ? [own] : [own, canonical];
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(url);
}

/** Nothing after the host by which pages could be told apart. */
function isFrontPage(address: string): boolean {
  return /^https?:\/\/[^/?#]+\/?$/i.test(address);
}
