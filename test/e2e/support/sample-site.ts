import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildHydratedReaders } from "../../support/build-hydrated-readers.ts";
import { buildReactReader } from "../../support/build-react-reader.ts";
import { longArticle } from "../../support/long-article.ts";

const articles = join(import.meta.dirname, "../../fixtures/articles");
const hostile = join(import.meta.dirname, "../../fixtures/hostile");

/**
 * A folder with the sample articles, the hostile pages under `hostile/`, and what is made for a run: the single-page
 * application under `spa/`, the pages that frameworks take over under `hydrated/`, a long page, and an article whose date
 * stands in its address only.
 */
export async function makeSampleSite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-site-"));
  cpSync(articles, folder, { recursive: true });
  cpSync(hostile, join(folder, "hostile"), { recursive: true });
  await buildReactReader(join(folder, "spa"));
  await buildHydratedReaders(folder);
  writeFileSync(join(folder, "long-page.html"), longArticle(1_500));
  mkdirSync(join(folder, "2018/12/06"), { recursive: true });
  cpSync(join(articles, "no-date.html"), join(folder, "2018/12/06/no-date.html"));
  cpSync(join(articles, "newspaper.css"), join(folder, "2018/12/06/newspaper.css"));
  return folder;
}
