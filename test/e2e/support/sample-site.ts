import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildReactReader } from "../../support/build-react-reader.ts";
import { longArticle } from "../../support/long-article.ts";

const articles = join(import.meta.dirname, "../../fixtures/articles");

/**
 * A folder with the sample articles, and with what is made for a run: the single-page application under `spa/`, a
 * long page, and an article whose date stands in its address only.
 */
export async function makeSampleSite(): Promise<{ folder: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-site-"));
  cpSync(articles, folder, { recursive: true });
  await buildReactReader(join(folder, "spa"));
  writeFileSync(join(folder, "long-page.html"), longArticle(1_500));
  mkdirSync(join(folder, "2018/12/06"), { recursive: true });
  cpSync(join(articles, "no-date.html"), join(folder, "2018/12/06/no-date.html"));
  cpSync(join(articles, "newspaper.css"), join(folder, "2018/12/06/newspaper.css"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
