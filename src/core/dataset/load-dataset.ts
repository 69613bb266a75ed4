import { type Dataset, schemaVersion } from "./schema.ts";

/** A dataset that cannot be used; the message says why and what to do, for people. */
export class DatasetError extends Error {
  override name = "DatasetError";
  /** Why, without what to do: of an installed dataset the bundled one takes the place by itself. */
  readonly what: string;

  /** @param what one sentence. */
  constructor(what: string, remedy = "Reinstall the extension.", options?: ErrorOptions) {
    super(`${what} ${remedy}`, options);
    this.what = what;
  }
}

/**
 * Reads a built dataset. `build` has checked every record against the full schema; here only what a
 * truncated, foreign or newer file would get wrong is looked at, since this runs at every start.
 * @throws DatasetError when the text is not a usable dataset.
 */
export function loadDataset(text: string): Dataset {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw new DatasetError("The dataset file is damaged: it is not complete JSON.", undefined, { cause });
  }
  const dataset = parsed as Partial<Dataset> | null;
  if (
    typeof dataset !== "object" ||
    dataset === null ||
    typeof dataset.info !== "object" ||
    dataset.info === null
  ) {
    throw new DatasetError("The dataset file is not a Telecom Lens dataset.");
  }
  if (dataset.info.schema !== schemaVersion) {
    throw new DatasetError(
      `The dataset has schema ${dataset.info.schema}; this version of the extension reads ${schemaVersion}.`,
      "Update the extension.",
    );
  }
  if (!Array.isArray(dataset.entities) || !Array.isArray(dataset.measures) || dataset.entities.length === 0) {
    throw new DatasetError("The dataset file holds no records.");
  }
  return {
    ...(dataset as Dataset),
    newsSites: dataset.newsSites ?? [],
    containers: dataset.containers ?? [],
    titles: dataset.titles ?? [],
    givenNames: dataset.givenNames ?? [],
    redirects: dataset.redirects ?? {},
  };
}
