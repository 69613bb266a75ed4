import { DatasetError } from "../core/dataset/load-dataset.ts";
import { PackageError } from "../core/package/package-error.ts";
import { problemWords } from "../core/problem-words.ts";

/** Why a dataset or pack could not be used, without the error's own remedy: what comes of it is told apart. */
export function whatWentWrong(cause: unknown): string {
  return cause instanceof DatasetError || cause instanceof PackageError ? cause.what : problemWords(cause);
}
