import type { ArticleDate } from "../core/card/card-model.ts";
import { type ArticleReading, noArticle, readArticleInSteps } from "../reading/read-article.ts";
import { type Block, collectTextBlocksInSteps } from "../reading/text-blocks.ts";
import { hostTag } from "./card-port.ts";
import type { Work } from "./in-slices.ts";
import { pageAddress } from "./page-address.ts";
import { createReaderChoices, type ReaderChoices } from "./reader-choices.ts";

/** What the page is, and the blocks of its article. */
export interface PageReader {
  /**
   * Reads it anew; null when nobody wants that any more, and then all is as it was.
   * @throws Error when the page took away what was being read.
   */
  read(isWanted: () => boolean): Promise<ArticleReading | null>;
  /** As it was read last. */
  reading(): ArticleReading;
  articleDate(): ArticleDate;
  /** What the reader decided about this document's articles. */
  choices: ReaderChoices;
  /** The article's blocks; null when there are none, or nobody wants them any more. @throws Error as above. */
  collect(isWanted: () => boolean): Promise<Block[] | null>;
  /** The page is not what was read any more. */
  forget(): void;
}

export function createPageReader(today: () => string, work: Work): PageReader {
  const options = { ignoreSelector: hostTag };
  const choices = createReaderChoices();
  let reading: ArticleReading = noArticle;
  return {
    choices,
    reading: () => reading,
    articleDate: () => choices.articleDate(reading),
    async read(isWanted) {
      const steps = readArticleInSteps(document, { url: pageAddress(), today: today(), ...options });
      const found = await work.run(steps, isWanted);
      if (!found || !isWanted()) return null;
      reading = choices.applyTo(found);
      return reading;
    },
    collect: async (isWanted) =>
      reading.isArticle && reading.root
        ? work.run(collectTextBlocksInSteps(reading.root, options), isWanted)
        : null,
    forget() {
      reading = noArticle;
    },
  };
}
