import type { ArticleDate } from "../core/card/card-model.ts";
import { type ArticleReading, noArticle, readArticleInSteps } from "../reading/read-article.ts";
import type { Regions } from "../reading/regions.ts";
import { type Block, collectTextBlocksInSteps } from "../reading/text-blocks.ts";
import { hostTag } from "./card-port.ts";
import type { MarkerPage } from "./marker-port.ts";
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
  /** All that can be read on the page, in steps. @throws Error as above. */
  wholePage(): Generator<void, Block[]>;
  /** The page is not what was read any more. */
  forget(): void;
}

export function createPageReader({
  work,
  pageAddress,
  articleAddress,
}: Pick<MarkerPage, "work" | "pageAddress" | "articleAddress">): PageReader {
  const options = { ignoredTag: hostTag };
  const choices = createReaderChoices(articleAddress);
  let reading: ArticleReading = noArticle;
  /** What was seen of the page while it was read, until its text is collected, which follows at once. */
  let seen: Regions | undefined;
  return {
    choices,
    reading: () => reading,
    articleDate: () => choices.articleDate(reading),
    async read(isWanted) {
      const surveyed = (regions: Regions) => {
        seen = regions;
      };
      const steps = readArticleInSteps(document, {
        url: pageAddress(),
        today: today(),
        surveyed,
        ...options,
      });
      const found = await work.run(steps, isWanted);
      if (!found || !isWanted()) return null;
      reading = choices.applyTo(found);
      // It is of no use for a part of the page that the reader wants marked although it is no article.
      if (reading !== found) seen = undefined;
      return reading;
    },
    async collect(isWanted) {
      const { isArticle, root } = reading;
      const regions = seen;
      seen = undefined;
      return isArticle && root ? work.run(collectTextBlocksInSteps(root, options, regions), isWanted) : null;
    },
    wholePage: () => collectTextBlocksInSteps(document.body, options),
    forget() {
      reading = noArticle;
      seen = undefined;
    },
  };
}

/** In universal time: for the day where the reader is, Firefox would first read its time zones, in every page. */
const today = () => new Date().toISOString().slice(0, 10);
