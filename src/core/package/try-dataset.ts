import { createCatalogue } from "../dataset/catalogue.ts";
import type { Dataset } from "../dataset/schema.ts";
import { findMentions } from "../matching/find-mentions.ts";
import { loadIndex } from "../matching/load-index.ts";
import { PackageError } from "./package-error.ts";

/** Names that the trial looks for. */
const sampleSize = 20;

/**
 * Uses a dataset and its index as a page would, before anything depends on them.
 *
 * @throws PackageError "index" when the index cannot be read or belongs to other records, "trial" when no name is found.
 */
export function tryDataset(dataset: Dataset, index: Uint8Array<ArrayBuffer>): void {
  const catalogue = createCatalogue(dataset);
  const matcher = orRefuse("index", "The index of spellings in the package cannot be read.", () =>
    loadIndex(index),
  );
  if (matcher.dataset !== dataset.info.version || matcher.entityCount !== dataset.entities.length) {
    throw new PackageError("index", "The index of spellings in the package belongs to another dataset.");
  }
  const failure = "The dataset in the package does not work: no names are found with it.";
  orRefuse("trial", failure, () => {
    for (let number = 0; number < matcher.entityCount; number++) {
      const { id = "", kind } = matcher.entity(number) ?? {};
      const entity = catalogue.entity(id);
      if (entity?.kind !== kind) throw new Error(`the index names ${id}, which is no record of its kind`);
    }
    const names = sampleNames(dataset);
    const blocks = names.map((name) => ({ text: `On Monday ${name} had no comment.` }));
    const mentions = findMentions(matcher, { lang: "en", published: dataset.info.date, blocks });
    if (names.length > 0 && mentions.length === 0) throw new Error("no name was found");
  });
}

/** Names that count without a context, from all over the dataset. */
function sampleNames({ entities }: Dataset): string[] {
  const plain = entities.flatMap(({ spellings }) => {
    const spelling = spellings.find(
      ({ form, when, uncertain, lang, from, until }) =>
        form === "name" && !when && !uncertain && !lang && !from && !until,
    );
    return spelling ? [spelling.text] : [];
  });
  const step = Math.max(1, Math.floor(plain.length / sampleSize));
  return plain.filter((_, at) => at % step === 0).slice(0, sampleSize);
}

function orRefuse<Result>(code: "index" | "trial", what: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw new PackageError(code, what, { cause });
  }
}
