import { oneOf } from "./one-of.ts";

// By lists of words, hyphens left out, and not by one expression for each: every page would first compile those, which takes
// longer than to look a few words up.
const isSearch = oneOf("search suche recherche kerko pretraga");
const searchQuery = /[?&](q|s|query|search)=/;
const frontPath = /^\/([a-z]{2}([-_][a-z]{2})?\/?)?((index|home|default)\.\w+)?$/i;
const isService = oneOf(
  "connexion signin signup register registration registro account accounts myaccount myaccounts createaccount createmyaccount " +
    "contact contacts contacto contactus kontakt contatti password passwordreset forgotpassword forgotpasswordreset checkout " +
    "cart basket",
);
const otherService = /^((\w+-)?log-?[io]n\w*|\w+_connexion|contact-\d+)$/i;
const isSide = oneOf(
  "forum forums thread threads discussion discussions questions qa shop store product products product_info about aboutus " +
    "impressum privacy privacypolicy terms termsofuse termsofservice careers jobs faq help feedback newsletter newsletters " +
    "subscribe event events support",
);
/** One or two plain words: an article's address has a number, or words joined by hyphens. */
const sectionPath = /\/(tags?|categor(y|ies)|topics?|authors?|page)\/[^/]+\/?$|^(\/[a-z]{2,20}){1,2}\/?$/i;

/**
 * What the address alone says that a page is; `null` where it may be an article.
 * @param isSure the page declares an article, with its day: then only those addresses count that never are one's.
 */
export function kindOfAddress(
  url: string,
  isSure: boolean,
): "search-page" | "front-page" | "service-page" | "list-page" | null {
  const { host, path, query } = partsOf(url);
  // `/my-account/login.php` is of two parts, and their endings tell nothing.
  const parts = `${host}${path}`.split("/").flatMap((part) => part.split(".", 1));
  const has = (isOne: (word: string) => boolean) => parts.some((part) => isOne(part.replaceAll("-", "")));
  if (has(isSearch) || (query && searchQuery.test(query))) return "search-page";
  if (!query && path.length < 20 && frontPath.test(path)) return "front-page";
  if (has(isService) || parts.some((part) => otherService.test(part))) return "service-page";
  if (isSure) return null;
  if (has(isSide)) return "service-page";
  return sectionPath.test(path) ? "list-page" : null;
}

/** Host, path and query (with its `?`) of a web address; empty for others: a saved page tells nothing by its place on the disk. */
export function partsOf(url: string): { host: string; path: string; query: string } {
  const [, host = "", path = "", query = ""] = /^http[^/]*\/\/([^/?#]*)([^?#]*)([^#]*)/.exec(url) ?? [];
  return { host, path, query };
}
