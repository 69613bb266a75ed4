/**
 * `npm run -s judge -- FOLDER… [--labels FILE] [--list]`: how well saved pages are told from articles, and dated.
 *
 * Reads every .html, .htm and .html.gz below the folders. A page is known by the end of its path: it belongs to the label whose
 * path within its repository ends the same. Prints what was decided rightly and wrongly, and lists every wrong page. `--list`
 * prints what is decided of each page instead, with or without a label. Labels: test/fixtures/real-pages/README.md.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { type ArticleReading, readArticle } from "../../src/reading/read-article.ts";

interface Label {
  page: string;
  isArticle: boolean;
  /** The day of publication; empty where it is not known. */
  day: string;
  /** Where the page came from; empty where it is not known. */
  address: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: {
      type: "string",
      default: join(import.meta.dirname, "../fixtures/real-pages/labels.tsv"),
    },
    list: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) {
  console.error("Name a folder of saved pages: npm run -s judge -- FOLDER");
  process.exit(2);
}
const from = process.env.INIT_CWD ?? process.cwd();
const today = new Date().toISOString().slice(0, 10);
const labels = readLabels(resolve(from, values.labels));

const counts = { pages: 0, articles: 0, others: 0, marked: 0, silent: 0, dated: 0, rightDay: 0 };
const wrong: string[] = [];
const unlabelled: string[] = [];
for (const file of positionals.flatMap((folder) => pagesIn(resolve(from, folder)))) {
  const label = labelOf(file);
  if (!label && !values.list) {
    unlabelled.push(file);
    continue;
  }
  const reading = read(file, label?.address ?? "");
  if (values.list) console.log(line(file, label, reading));
  if (label) count(label, reading);
}
if (!values.list || counts.pages > 0) report();

function readLabels(file: string): Map<string, Label> {
  const byPath = new Map<string, Label>();
  for (const row of readFileSync(file, "utf8").split("\n")) {
    if (row.trim() === "" || row.startsWith("#")) continue;
    const [page = "", verdict = "", day = "", address = ""] = row.split("\t");
    if (verdict !== "article" && verdict !== "other") throw new Error(`${file}: "${row}" has no verdict.`);
    // Owner and name of the repository come first.
    const path = page.split("/").slice(2).join("/");
    byPath.set(path, { page, isArticle: verdict === "article", day, address });
  }
  return byPath;
}

function labelOf(file: string): Label | undefined {
  const parts = file.split("/");
  for (let first = 0; first < parts.length; first++) {
    const label = labels.get(parts.slice(first).join("/"));
    if (label) return label;
  }
  return undefined;
}

function pagesIn(folder: string): string[] {
  if (!statSync(folder).isDirectory()) return [folder];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.html?(\.gz)?$/.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

function read(file: string, address: string): ArticleReading {
  const bytes = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file);
  const html = decode(bytes);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const url = address || document.querySelector('link[rel="canonical"]')?.getAttribute("href") || "";
  return readArticle(document as unknown as Document, { url: /^https?:/.test(url) ? url : "", today });
}

/** Many pages were saved as UTF-8 and still declare what they were served in; else by what is declared, as browsers do. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const declared = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? "utf-8";
  for (const encoding of ["utf-8", declared]) {
    try {
      return new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  return new TextDecoder().decode(bytes);
}

function count(label: Label, reading: ArticleReading): void {
  counts.pages++;
  counts[label.isArticle ? "articles" : "others"]++;
  if (reading.isArticle && !label.isArticle) counts.marked++;
  if (!reading.isArticle && label.isArticle) counts.silent++;
  const right = reading.isArticle === label.isArticle;
  if (!right)
    wrong.push(
      `${label.isArticle ? "not marked" : "MARKED"}  ${label.page}  ${reading.why}  ${label.address}`,
    );
  if (label.day === "") return;
  counts.dated++;
  const { day = "none", origin = "" } = reading.published ?? {};
  if (day === label.day) counts.rightDay++;
  else wrong.push(`day ${day} ${origin}, is ${label.day}  ${label.page}  ${label.address}`);
}

function line(
  file: string,
  label: Label | undefined,
  { why, published, title, root }: ArticleReading,
): string {
  const verdict = label ? (label.isArticle ? "article" : "other") : "?";
  const where = root ? `${root.tagName.toLowerCase()}.${root.className.trim().replace(/\s+/g, ".")}` : "-";
  return [verdict, why, published?.day ?? "-", published?.origin ?? "-", file, where, title].join("\t");
}

function report(): void {
  const { pages, articles, others, marked, silent, dated, rightDay } = counts;
  const share = (part: number, whole: number) =>
    `${part} of ${whole}${whole > 0 ? `, ${((100 * part) / whole).toFixed(1)} %` : ""}`;
  if (wrong.length > 0) console.log(`${wrong.sort().join("\n")}\n`);
  console.log(`decision right        ${share(pages - marked - silent, pages)}`);
  console.log(`articles not marked   ${share(silent, articles)}`);
  console.log(`other pages marked    ${share(marked, others)}`);
  console.log(`day right             ${share(rightDay, dated)}`);
  if (unlabelled.length > 0) console.log(`without a label       ${unlabelled.length}`);
}
