/**
 * The host of a web address without `www.` and port, or null: the browser's own pages and files have none
 * that could be switched off.
 */
export function hostOf(url: string): string | null {
  const match = /^https?:\/\/(?:[^/?#]*@)?(\[[^\]/?#]+\]|[^/?#:]+)/i.exec(url);
  return match?.[1]
    ? match[1]
        .toLowerCase()
        .replace(/^www\./, "")
        .replace(/\.$/, "")
    : null;
}

/** Whether marking is switched off for the page's host. */
export function isSiteOff(settings: { sitesOff: readonly string[] }, url: string): boolean {
  const host = hostOf(url);
  return host !== null && settings.sitesOff.includes(host);
}

/** The host that a match pattern is for (`*://*.example.com/*` → `example.com`); `*` for all sites. */
export function siteOfOrigin(origin: string): string {
  if (origin === "<all_urls>") return "*";
  const host = /^[^:]+:\/\/([^/]*)/.exec(origin)?.[1] ?? origin;
  return host
    .replace(/^\*\./, "")
    .replace(/^www\./, "")
    .replace(/:\d+$/, "");
}

/** Whether a granted match pattern covers a host; `*` covers all. */
export function coversHost(origin: string, host: string): boolean {
  const site = siteOfOrigin(origin);
  return site === "*" || site === host || (origin.includes("://*.") && host.endsWith(`.${site}`));
}
