import { readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { parseHTML } from "linkedom";
import { guessLanguage } from "../../src/core/matching/guess-language.ts";
import type { TextBlock } from "../../src/core/matching/types.ts";
import { readArticle } from "../../src/reading/read-article.ts";
import { collectTextBlocks } from "../../src/reading/text-blocks.ts";

/** A file that cannot be read as an article; the message names it and says what to do. */
export class ArticleFileError extends Error {
  override name = "ArticleFileError";
}

export interface ArticleFile {
  /** What offsets count into (UTF-16 units): the .txt as read, or the blocks of the page joined with line feeds. */
  text: string;
  isHtml: boolean;
  blocks: TextBlock[];
  /** Where each block begins in `text`. */
  offsets: number[];
  lang: string;
  published: string | null;
  /** Why the page does not look like an article, if so. */
  doubt: string | null;
}

/**
 * @param today `YYYY-MM-DD`, for refusing dates in the future
 * @throws ArticleFileError for a missing, unreadable, empty or foreign file
 */
export function readArticleFile(file: string, from: string, today: string): ArticleFile {
  const extension = extname(file).toLowerCase();
  const text = readText(file, resolve(from, file), extension);
  if (extension === ".txt") {
    const { blocks, offsets } = splitText(text);
    return {
      text,
      isHtml: false,
      blocks,
      offsets,
      lang: guessLanguage(blocks),
      published: null,
      doubt: null,
    };
  }
  return readPage(text, today);
}

function readText(file: string, path: string, extension: string): string {
  if (![".txt", ".html", ".htm"].includes(extension)) {
    refuse(
      file,
      isFolder(path)
        ? "is a folder; name the files in it"
        : "is neither .txt nor .html; save it as one of them",
    );
  }
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") refuse(file, "does not exist; check the path");
    if (code === "EISDIR") refuse(file, "is a folder; name the files in it");
    if (code === "EACCES" || code === "EPERM") refuse(file, "may not be read; check its permissions");
    refuse(file, `cannot be read (${code ?? "unknown error"})`);
  }
  let text: string;
  try {
    // The byte order mark stays, so that offsets are those of the file as others read it.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    refuse(file, "is not UTF-8 text; save it with that encoding");
  }
  if (!/[^\s\ufeff]/.test(text)) refuse(file, "is empty; there is nothing to look at");
  return text;
}

function isFolder(path: string): boolean {
  try {
    readFileSync(path);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EISDIR";
  }
}

function refuse(file: string, why: string): never {
  throw new ArticleFileError(`${file} ${why}.`);
}

/** A line is a paragraph, unless it ends in the middle of a sentence: then it was wrapped, and the next belongs to it. */
export function splitText(text: string): { blocks: TextBlock[]; offsets: number[] } {
  const blocks: TextBlock[] = [];
  const offsets: number[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); start < text.length; end = text.indexOf("\n", end + 1)) {
    const stop = end < 0 ? text.length : end;
    const line = text.slice(start, stop).trimEnd();
    const wrapped =
      end >= 0 && !/[.!?…:;"”’»)。！？]$/.test(line) && /^[^\S\n]*\S/.test(text.slice(end + 1, end + 200));
    if (wrapped && line.trim() !== "") continue;
    if (line.trim() !== "") {
      blocks.push({ text: text.slice(start, stop) });
      offsets.push(start);
    }
    start = stop + 1;
    if (end < 0) break;
  }
  return { blocks, offsets };
}

function readPage(html: string, today: string): ArticleFile {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const reading = readArticle(document as unknown as Document, { url: "", today });
  const root = (reading.isArticle && reading.root) || (document.documentElement as unknown as Element);
  const found = collectTextBlocks(root);
  const offsets: number[] = [];
  let text = "";
  for (const block of found) {
    if (offsets.length > 0) text += "\n";
    offsets.push(text.length);
    text += block.text;
  }
  const blocks = found.map(
    (block): TextBlock => ({ text: block.text, ...(block.lang && { lang: block.lang }) }),
  );
  return {
    text,
    isHtml: true,
    blocks,
    offsets,
    lang: reading.lang || guessLanguage(blocks),
    published: reading.published?.day ?? null,
    doubt: reading.isArticle ? null : reading.why,
  };
}
