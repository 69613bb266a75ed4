import { describe } from "../core/card/describe.ts";
import { createCatalogue } from "../core/dataset/catalogue.ts";
import { DatasetError } from "../core/dataset/load-dataset.ts";
import type { Dataset } from "../core/dataset/schema.ts";
import { withoutSpellings } from "../core/dataset/split-spellings.ts";
import { buildIndex } from "../core/matching/build-index.ts";
import { mergePack } from "../core/package/private-pack.ts";
import { tryDataset } from "../core/package/try-dataset.ts";
import type { Merged } from "../storage/datasets-database.ts";
import type { Parts } from "../storage/datasets-store.ts";

export interface MergedParts {
  merged: Merged;
  parts: Parts;
}

/**
 * A dataset and a private pack as one, ready to be stored: the index of spellings, which takes long, is made here and not at
 * each start. It is tried, too: the pack's records may speak of others that this dataset does not have.
 *
 * @param base with its spellings.
 * @param installed the pack's own mark.
 * @throws DatasetError when no record of the pack can be used, PackageError when the two do not work together.
 */
export function mergedPack(base: Dataset, pack: Dataset, installed: string): MergedParts {
  const { dataset, ids, leftOut } = mergePack(base, pack);
  if (ids.length === 0) {
    throw new DatasetError(
      "Every record of the pack has an id that the dataset has, too.",
      "Nothing was changed. Give the pack's records ids of their own.",
    );
  }
  const index = buildIndex(dataset);
  tryDataset(dataset, index);
  const facts = withoutSpellings(dataset);
  tryCards(facts, ids);
  return {
    merged: { base: base.info.version, pack: installed, ids, leftOut },
    parts: { facts: new TextEncoder().encode(JSON.stringify(facts)), index },
  };
}

/** @throws DatasetError when the card of one of these cannot be made. */
function tryCards(facts: Dataset, ids: readonly string[]): void {
  const catalogue = createCatalogue(facts);
  for (const id of ids) {
    try {
      const about = catalogue.measure(id)?.issuer ?? id;
      describe(catalogue, {
        id: about,
        articleDate: { day: facts.info.date, origin: "meta" },
        today: facts.info.date,
        mentions: [],
        notes: 0,
      });
    } catch (cause) {
      throw new DatasetError(
        `The pack's record ${id} cannot be shown beside the dataset in use.`,
        "Nothing was changed. Look whether it names records that the dataset does not have.",
        { cause },
      );
    }
  }
}
