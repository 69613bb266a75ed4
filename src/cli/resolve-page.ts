import { readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { originPattern } from "./browsers/permit-local-pages.ts";
import { servePages } from "./serve-pages.ts";

export interface ResolvedPage {
  url: string;
  /** Match patterns that the extension needs to run there, beyond this machine's own pages. */
  permissions: string[];
  close(): Promise<void>;
}

/** The page that was asked for cannot be shown; the message says why and what to do. */
export class PageFailure extends Error {
  override name = "PageFailure";
}

/**
 * Turns what stands after `npm start --` into an address: a web address stays one, a file is served locally.
 *
 * @param from the folder that a relative path counts from.
 * @throws PageFailure for a file that is missing, unreadable or no page.
 */
export async function resolvePage(argument: string, from = process.cwd()): Promise<ResolvedPage> {
  if (/^https?:\/\//i.test(argument)) {
    const url = URL.parse(argument)?.href;
    if (!url)
      throw new PageFailure(`${argument} is not a web address. One looks like https://example.com/news.`);
    return { url, permissions: [originPattern(url)], close: async () => undefined };
  }
  if (/^[a-z]{2,}:\/\//i.test(argument)) {
    throw new PageFailure(
      `${argument} cannot be opened: give an address with http:// or https://, or a file.`,
    );
  }
  const path = resolve(from, argument);
  checkFile(argument, path);
  const server = await servePages(dirname(path));
  const name = pathToFileURL(basename(path)).href.split("/").at(-1) ?? "";
  return { url: server.url(name), permissions: [], close: server.close };
}

function checkFile(argument: string, path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    throw new PageFailure(
      `There is no file ${argument}. Give the path of an .html file, or an address with http:// or https://.`,
    );
  }
  if (stats.isDirectory()) throw new PageFailure(`${argument} is a folder. Give an .html file in it.`);
  if (!/^\.x?html?$/i.test(extname(path))) {
    throw new PageFailure(
      `${argument} is not an .html file. For plain text there is: npm run -s mentions -- ${argument}`,
    );
  }
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new PageFailure(
      `${argument} cannot be read (${code}). Check that you may read it: ls -l ${argument}`,
      { cause },
    );
  }
  if (content.length === 0) throw new PageFailure(`${argument} is empty. Save the page again.`);
  // UTF-16 has a mark in front and is full of zero bytes; anything else with them is no text.
  const utf16 = content[0] === 0xff || content[0] === 0xfe;
  if (!utf16 && content.includes(0)) {
    throw new PageFailure(`${argument} is not a text file. Save the page as "HTML only".`);
  }
}
