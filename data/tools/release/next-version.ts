import { compareVersions } from "../../../src/core/package/manifest.ts";

/**
 * The version after another one: within a month the number goes up, a new month begins with 0.
 *
 * @param day YYYY-MM-DD, on which the next version appears. A day before the previous version changes nothing: versions only grow.
 */
export function nextVersion(previous: string, day: string): string {
  const [year = "", month = ""] = day.split("-");
  const fresh = `${Number(year)}.${Number(month)}.0`;
  if (compareVersions(fresh, previous) > 0) return fresh;
  const parts = previous.split(".");
  return `${parts[0]}.${parts[1]}.${Number(parts[2]) + 1}`;
}
