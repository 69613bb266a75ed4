import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { newsSiteSchema } from "../core/dataset/schema.ts";

const file = join(import.meta.dirname, "../../data/news-sites.yml");

/**
 * Match patterns for the bundled news sites, the domain itself and all below it, sorted.
 *
 * @throws Error when `data/news-sites.yml` is missing or malformed.
 */
export function newsSiteMatches(path = file): string[] {
  let sites: z.output<typeof newsSiteSchema>[];
  try {
    sites = z.array(newsSiteSchema).parse(parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path} cannot be read; npm run -s data -- check says why.`, { cause });
  }
  return sites
    .map(({ domain }) => domain)
    .sort()
    .flatMap((domain) => [`*://${domain}/*`, `*://*.${domain}/*`]);
}
