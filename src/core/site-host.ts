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
