import { hostOf } from "../core/site-host.ts";

/** Match pattern for every web page, as the manifest offers it. */
export const allPages = "*://*/*";

/** Match patterns for a site with all its subdomains; addresses in numbers and `localhost` have none. */
export function originsOfSite(host: string): string[] {
  const own = `*://${host}/*`;
  return isNumeric(host) || !host.includes(".") ? [own] : [own, `*://*.${host}/*`];
}

/**
 * The host in what a reader typed: `example.com`, `www.example.com/news` or a whole address.
 * null when it is no site that can be added.
 */
export function parseSite(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
    if (!/^https?:$/.test(url.protocol)) return null;
    const host = hostOf(url.origin);
    return host && (host.includes(".") || host === "localhost") && /^[a-z0-9.-]+$/.test(host) ? host : null;
  } catch {
    return null;
  }
}

function isNumeric(host: string): boolean {
  return /^[\d.]+$/.test(host);
}
