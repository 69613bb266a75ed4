/** `npm run -s mentions -- [--json] FILE…`: the mentions of articles in .txt or .html files. */
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import pc from "picocolors";
import { DataProblemsError } from "../../data/tools/build-dataset.ts";
import { type ArticleFile, ArticleFileError, readArticleFile } from "../../data/tools/read-article-file.ts";
import { isRealDay } from "../core/dataset/dates.ts";
import { findMentions } from "../core/matching/find-mentions.ts";
import type { Matcher } from "../core/matching/load-index.ts";
import type { Mention } from "../core/matching/types.ts";
import { loadMatcher } from "./mentions/load-matcher.ts";
import { reasonInWords } from "./mentions/reason-in-words.ts";

interface Options {
  json?: boolean;
  why?: boolean;
  lang?: string;
  published?: string;
  data: string;
}

const program = new Command("mentions")
  .description("Find the vendors, operators, countries, officials and policies that articles name.")
  .argument("<files...>", "articles as .txt or .html files, in UTF-8")
  .option("--json", "one line of JSON a file")
  .option("--why", "say why each is marked")
  .option("--lang <code>", "language of the articles (default: as the page says, or guessed)")
  .option("--published <day>", "day of the articles, YYYY-MM-DD (default: as the page says)", requireDay)
  .option("--data <folder>", "data folder", join(import.meta.dirname, "..", "..", "data"))
  .action((files: string[], options: Options) => {
    process.exitCode = run(files, options);
  });
program.parse();

function run(files: string[], options: Options): 0 | 1 {
  // npm runs scripts in the project's folder; paths count from where it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  const today = new Date().toISOString().slice(0, 10);
  const matcher = load(options.data);
  if (!matcher) return 1;
  let code: 0 | 1 = 0;
  for (const file of files) {
    try {
      const read = readArticleFile(file, from, today);
      const article = {
        ...read,
        lang: options.lang ?? read.lang,
        published: options.published ?? read.published,
      };
      const mentions = findMentions(matcher, { ...article, published: article.published ?? undefined });
      console.log(
        options.json
          ? asJson(file, article, mentions, options.why)
          : asTable(file, article, mentions, options.why),
      );
      if (article.doubt) {
        console.error(
          `${file} does not look like an article (${article.doubt}): the extension would mark nothing there.`,
        );
      }
    } catch (error) {
      if (!(error instanceof ArticleFileError)) throw error;
      console.error(error.message);
      code = 1;
    }
  }
  return code;
}

function load(dataFolder: string): Matcher | null {
  try {
    return loadMatcher(dataFolder);
  } catch (error) {
    if (!(error instanceof DataProblemsError)) throw error;
    console.error(`${dataFolder} holds no usable dataset; npm run -s data -- check says why.`);
    return null;
  }
}

function asJson(file: string, article: ArticleFile, mentions: Mention[], why: boolean | undefined): string {
  const { text, isHtml, lang, published, offsets } = article;
  const found = mentions.map((mention) => {
    const base = offsets[mention.block] ?? 0;
    const { surface, kind, id, name, certainty, reason, candidates } = mention;
    const place = { start: base + mention.start, end: base + mention.end };
    const more = { ...(candidates && { candidates }), ...(why && { reason }) };
    return { ...place, surface, kind, id, name, certainty, ...more };
  });
  return JSON.stringify({ file, lang, published, ...(isHtml && { text }), mentions: found });
}

function asTable(file: string, article: ArticleFile, mentions: Mention[], why: boolean | undefined): string {
  const rows = mentions.map((mention) => {
    const start = (article.offsets[mention.block] ?? 0) + mention.start;
    const surface = mention.surface.replace(/\s+/g, " ");
    const mark = mention.certainty === "uncertain" ? "?" : "";
    return [
      String(start),
      surface,
      mention.kind,
      `${mention.name}${mark}`,
      ...(why ? [reasonInWords(mention)] : []),
    ];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  const facts = `language ${article.lang}, published ${article.published ?? "unknown"}, ${mentions.length} mentions`;
  return [pc.bold(file), facts, ...lines, ""].join("\n");
}

function requireDay(value: string): string {
  if (isRealDay(value)) return value;
  throw new InvalidArgumentError("Write it as YYYY-MM-DD, for instance 2020-02-01.");
}
