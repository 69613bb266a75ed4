import { type Catalogue, createCatalogue } from "../../src/core/dataset/catalogue.ts";
import { isRealDay } from "../../src/core/dataset/dates.ts";
import { draftDataset } from "./build-dataset.ts";
import { CommandFailure } from "./command-failure.ts";
import { nearMatches } from "./nearest.ts";

/**
 * The data folder as the questions see it: from the files themselves, so that an edit is seen at once.
 * Records with problems are left out, and a line on stderr says which.
 *
 * @throws DataProblemsError when the folder holds no dataset.
 */
export function loadCatalogue(dataFolder: string): Catalogue {
  const { dataset, leftOut } = draftDataset(dataFolder);
  if (leftOut.length > 0) {
    const names = leftOut.length > 3 ? `${leftOut.length} files` : leftOut.join(", ");
    console.error(`Left out because of problems (see check): ${names}`);
  }
  return createCatalogue(dataset);
}

/** @throws CommandFailure when the text is not a day that exists. */
export function requireDay(text: string): string {
  if (isRealDay(text)) return text;
  throw new CommandFailure(`${text} is not a day; write it as YYYY-MM-DD, for instance 2020-02-01`, 2);
}

/** "There is no …", with what was probably meant. */
export function unknownName(kind: string, text: string, known: string[]): CommandFailure {
  const near = nearMatches(text, known);
  return new CommandFailure(
    `There is no ${kind} ${text}.${near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : ""}`,
  );
}
