/** The host of an address without `www.`, or null for addresses that have none. */
export function hostOf(url: string): string | null {
  const match = /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url);
  return match?.[1] ? match[1].toLowerCase().replace(/^www\./, "") : null;
}

/** Whether marking is switched off for the page's host. */
export function isSiteOff(settings: { sitesOff: readonly string[] }, url: string): boolean {
  const host = hostOf(url);
  return host !== null && settings.sitesOff.includes(host);
}
