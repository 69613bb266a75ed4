/** Host without its part for phones, path without ending and case, and its search. */
type Parts = [string, string, URLSearchParams];

function partsOf(address: string, base?: string): Parts | null {
  try {
    const { hostname, pathname, searchParams } = new URL(address, base);
    const path = decodeURI(pathname)
      .toLowerCase()
      .replace(/\/(amp|m)(?=\/)|(\/amp|\/index)?(\.\w{3,5})?\/*$/g, "");
    return [hostname.replace(/^(www|m|mobile|amp)\./, ""), path, searchParams];
  } catch {
    return null;
  }
}

/**
 * Tells whether an address is another name of the page's: the same path, or another with the same long number or last part.
 * `null` for an address of another site.
 */
export function samePageAs(url: string): (address: string) => boolean | null {
  let own: Parts | null | undefined;
  return (address) => {
    const one = partsOf(address, url);
    if (own === undefined) own = partsOf(url);
    if (!one || !own || one[0] !== own[0]) return null;
    const [, path, query] = one;
    const [, here, hereQuery] = own;
    if (path === here) return [...query].every(([name, value]) => (hereQuery.get(name) ?? value) === value);
    const last = /[^/]{9,}$/.exec(path)?.[0];
    // Long enough to be an article's own; years, months and days are not.
    const numbers = `${path}?${query}`.match(/\d{5,}/g) ?? [];
    return (
      (last !== undefined && here.endsWith(`/${last}`)) || numbers.some((number) => url.includes(number))
    );
  };
}
