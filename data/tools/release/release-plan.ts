import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { compareVersions } from "../../../src/core/package/manifest.ts";
import { CommandFailure } from "../command-failure.ts";
import { lastRelease, loadVersion } from "../diff/load-version.ts";
import { changesBetween, type DataChanges } from "./data-changes.ts";
import { nextVersion } from "./next-version.ts";

export interface ReleasePlan {
  previous: Dataset;
  version: string;
  date: string;
  changes: DataChanges;
}

/**
 * What the next release is: compared with which version, under which name, of which day.
 *
 * @param now the dataset of the folder as it is.
 * @param given what the maintainer says was released last, where git cannot tell.
 * @param today YYYY-MM-DD.
 * @throws CommandFailure when the last release is not known, or one was begun and not finished.
 */
export function planRelease(
  dataFolder: string,
  now: Dataset,
  given: string | undefined,
  today: string,
): ReleasePlan {
  const previous = loadVersion(dataFolder, given ?? lastRelease(dataFolder).commit);
  const last = previous.info.version;
  if (compareVersions(now.info.version, last) !== 0) {
    throw new CommandFailure(
      `dataset.yml says version ${now.info.version}, and the last release is ${last}. If a release was written and not committed, commit it; else set the version back to ${last}: this command writes the next one.`,
    );
  }
  const date = today > now.info.date ? today : now.info.date;
  const version = nextVersion(last, date);
  // Answers are compared on the day of the release.
  const next = { ...now, info: { ...now.info, version, date } };
  return { previous, date, version, changes: changesBetween(previous, next) };
}

/**
 * `dataset.yml` with another version and date; the rest of it, comments included, as it was.
 *
 * @throws CommandFailure when it has no such lines.
 */
export function withVersion(dataFolder: string, version: string, date: string): string {
  const replaced = (text: string, field: string, value: string) => {
    const line = new RegExp(`^${field}:[^\\S\\n]*["']?[\\d.-]+["']?`, "m");
    if (!line.test(text))
      throw new CommandFailure(`dataset.yml has no line ${field}: that could be moved on.`);
    return text.replace(line, `${field}: ${value}`);
  };
  const text = readFileSync(join(dataFolder, "dataset.yml"), "utf8");
  return replaced(replaced(text, "version", version), "date", date);
}
