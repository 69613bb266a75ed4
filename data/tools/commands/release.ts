import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { isRealDay } from "../../../src/core/dataset/dates.ts";
import { publicKeyOf } from "../../../src/core/package/keys.ts";
import { assemble, buildDataset, DataProblemsError } from "../build-dataset.ts";
import { checkRecords } from "../check-records.ts";
import { CommandFailure } from "../command-failure.ts";
import { readKeys } from "../keys/keys-file.ts";
import { keyVariable, readPrivateKey } from "../keys/private-key.ts";
import { parseFile } from "../parse-file.ts";
import { readIfThere } from "../read-if-there.ts";
import { readRecords } from "../read-records.ts";
import { readmeFile, readReadme } from "../readme-parts.ts";
import { createRecordSet } from "../record-set.ts";
import { allOrNothing } from "../release/all-or-nothing.ts";
import { makePackage, nameOfKey, readAnyPackage, requireKnownKey } from "../release/make-package.ts";
import { planRelease, type ReleasePlan, withVersion } from "../release/release-plan.ts";
import { addToChangelog, changelogFile } from "../release/write-changelog.ts";
import { rules } from "../rules/rules.ts";
import { shownPath } from "../user-paths.ts";
import { sumsFile, writeDist, writeSums } from "../write-dist.ts";

export interface ReleaseOptions {
  write?: boolean;
  key?: string;
  previous?: string;
  notable?: string;
  on?: string;
}

/**
 * `release`: the next version of the dataset, as a package. Says what it would do, and does it with `--write`: all of it,
 * or nothing.
 *
 * @throws CommandFailure, DataProblemsError, PackageError
 */
export function release(dataFolder: string, options: ReleaseOptions): void {
  const today = options.on ?? new Date().toISOString().slice(0, 10);
  if (!isRealDay(today)) throw new CommandFailure(`${today} is not a day; write it as YYYY-MM-DD.`, 2);
  const read = readRecords(dataFolder);
  const problems = checkRecords(dataFolder, read);
  if (problems.length > 0) throw new DataProblemsError(problems);
  const secret = readPrivateKey(options.key);
  if (secret) requireKnownKey(dataFolder, secret);
  const now = assemble(createRecordSet(dataFolder, read.records));
  const plan = planRelease(dataFolder, now, options.previous, today);
  if (plan.changes.isEmpty) {
    console.log(
      `Nothing has changed for readers since ${plan.previous.info.version}: there is nothing to release.`,
    );
    return;
  }
  const changelog = addToChangelog(
    readIfThere(join(dataFolder, changelogFile)) ?? "# Changes of the dataset\n",
    plan.version,
    plan.date,
    plan.changes,
    options.notable,
  );
  if (!options.write) {
    sayPlan(plan, changelog, secret !== undefined);
    return;
  }
  const paths = [
    ...["dataset.yml", changelogFile, readmeFile].map((file) => join(dataFolder, file)),
    ...["dataset.json", "index.bin", sumsFile, packageName(plan.version)].map((file) =>
      join(dataFolder, "dist", file),
    ),
  ];
  const bytes = allOrNothing(paths, () => writeRelease(dataFolder, plan, changelog, secret));
  sayDone(dataFolder, plan, bytes, secret);
}

function packageName(version: string): string {
  return `telecom-lens-${version}.json`;
}

function writeRelease(
  dataFolder: string,
  plan: ReleasePlan,
  changelog: string,
  secret: Uint8Array | undefined,
): Uint8Array {
  writeFileSync(join(dataFolder, "dataset.yml"), withVersion(dataFolder, plan.version, plan.date));
  writeFileSync(join(dataFolder, changelogFile), changelog);
  const readme = readReadme(createRecordSet(dataFolder, readRecords(dataFolder).records), rules);
  if (readme) writeFileSync(join(dataFolder, readmeFile), readme.wanted);
  // Once more from the files, and with the checks: what is released is what stands there.
  const { dataset, index } = buildDataset(dataFolder);
  const { diff } = plan.changes;
  const bytes = makePackage({ kind: "dataset", facts: dataset, index, diff }, readKeys(dataFolder), secret);
  const folder = join(dataFolder, "dist");
  mkdirSync(folder, { recursive: true });
  writeDist(dataFolder, dataset, index);
  const path = join(folder, packageName(plan.version));
  writeFileSync(path, bytes);
  writeSums(folder);
  const written = readFileSync(path);
  if (!written.equals(bytes)) throw new CommandFailure(`${path} does not hold what was written to it.`);
  if (secret) readAnyPackage(written, [publicKeyOf(secret)]);
  return bytes;
}

function sayPlan(
  { previous, version, date, changes }: ReleasePlan,
  changelog: string,
  signed: boolean,
): void {
  const { added, changed, removed, policies, offices } = changes.diff;
  const answers = policies.length + offices.length;
  const section = changelog.slice(changelog.indexOf(`## ${version}\n`));
  const end = section.indexOf("\n## ", 1);
  const lines = [
    `The last release is ${previous.info.version} (${previous.info.date}); the next one would be ${version} (${date}).`,
    `Readers see another answer in ${answers === 1 ? "1 case" : `${answers} cases`}; records: ${added.length} added, ${changed.length} changed, ${removed.length} gone.`,
    "",
    `${changelogFile} would say:`,
    "",
    (end < 0 ? section : section.slice(0, end)).trim().replace(/^(?=.)/gm, "  "),
    "",
    signed ? "The package would be signed." : unsignedAdvice,
    `Nothing is written yet. To write it: npm run -s data -- release --write`,
  ];
  for (const line of lines) console.log(line);
}

const unsignedAdvice = `No key is given (--key FILE, or the variable ${keyVariable}): the package will not be signed, and no extension takes it until it is: npm run -s data -- sign PACKAGE --key FILE.`;

function sayDone(
  dataFolder: string,
  { version, date }: ReleasePlan,
  bytes: Uint8Array,
  secret: Uint8Array | undefined,
): void {
  const shown = (file: string) => shownPath(join(dataFolder, file));
  const megabytes = (size: number) => `${(size / 1e6).toFixed(1)} MB`;
  const file = shown(join("dist", packageName(version)));
  const address = updateAddress(dataFolder);
  const signer = secret ? `signed by ${nameOfKey(readKeys(dataFolder), publicKeyOf(secret))}` : "not signed";
  const lines = [
    `Dataset ${version} (${date}) is written and was read back:`,
    `  ${file}  ${megabytes(bytes.length)} (${megabytes(gzipSync(bytes).length)} compressed), ${signer}`,
    `  ${shown("dataset.yml")}, ${shown(changelogFile)}, ${shown(join("dist", sumsFile))}`,
    "What to do next:",
    ...(secret ? [] : [`  0. ${unsignedAdvice}`]),
    `  1. Read ${shown(changelogFile)}, and mend its words.`,
    `  2. Commit and tag: git add data && git commit -m "Release dataset ${version}" && git tag dataset-${version}`,
    `  3. Try the package: options page, Dataset, install from file.`,
    address
      ? `  4. Upload it to ${address}, from where installed extensions take it.`
      : "  4. Upload it to where readers get it from. dataset.yml names no address (updates) at which extensions would look.",
  ];
  for (const line of lines) console.log(line);
}

function updateAddress(dataFolder: string): string | undefined {
  const { value } = parseFile(readFileSync(join(dataFolder, "dataset.yml"), "utf8"));
  return z.object({ updates: z.string().optional() }).safeParse(value).data?.updates;
}
