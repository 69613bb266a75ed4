/**
 * Whether an address is another name of the page's: the same path but for its case, its ending and a part for
 * phones, or another path with the same number or last part. Addresses of pages that have neither differ.
 */
export function isSamePage(address: string, url: string): boolean {
  const [one, other] = [partsOf(address, url), partsOf(url)];
  if (!one || !other) return false;
  if (one.path === other.path) {
    for (const [name, value] of one.query) {
      const here = other.query.get(name);
      if (here !== null && here !== value) return false;
    }
    return true;
  }
  const [last, otherLast] = [lastPart(one.path), lastPart(other.path)];
  if (last.length > 8 && last === otherLast) return true;
  const numbers = numbersIn(one.path + one.query);
  return numbersIn(other.path + other.query).some((number) => numbers.includes(number));
}

/** The same host, but for a part for phones. */
export function isSameSite(address: string, url: string): boolean {
  const [one, other] = [partsOf(address, url), partsOf(url)];
  return one !== null && other !== null && one.host === other.host;
}

function partsOf(address: string, base?: string): { host: string; path: string; query: URLSearchParams } | null {
  try {
    const { hostname, pathname, searchParams, protocol } = new URL(address, base);
    if (!/^https?:$/.test(protocol)) return null;
    const path = decodeURI(pathname)
      .toLowerCase()
      .replace(/\/(amp|m|mobile)(?=\/|$)/g, "")
      .replace(/(\/index)?(\.(s?html?|amp|php|aspx?))*\/*$/, "");
    return { host: hostname.replace(/^(www|m|mobile|amp)\./, ""), path, query: searchParams };
  } catch {
    return null;
  }
}

const lastPart = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Long enough to be an article's own; years, months and days are not. */
const numbersIn = (text: string): string[] => text.match(/\d{5,}/g) ?? [];
