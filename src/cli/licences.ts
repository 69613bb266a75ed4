/**
 * `npm run -s licences`: the licences of what ships, as the build writes them into each package. `--review` prints instead what each
 * dependency is for, and what it weighs in what ships.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildExtension, builtFolder, isBuildStale, repository } from "./build-extension.ts";
import { licenceFile } from "./licences/licence-file.ts";
import { reviewDependencies, reviewTable } from "./licences/review-dependencies.ts";

const { values } = parseArgs({ options: { review: { type: "boolean", default: false } } });
if (values.review) console.log(reviewTable(await reviewDependencies(repository)));
else {
  const file = join(builtFolder("chromium"), licenceFile);
  if (!existsSync(file) || isBuildStale("chromium")) buildExtension("chromium");
  process.stdout.write(readFileSync(file, "utf8"));
}
