import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { loadDataset } from "../../../src/core/dataset/load-dataset.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { draftDataset } from "../build-dataset.ts";
import { CommandFailure } from "../command-failure.ts";
import { git } from "../git.ts";
import { pathOf } from "../user-paths.ts";

/**
 * A dataset by what a maintainer calls it: a built `dataset.json`, a dataset package, a data folder, a version
 * (`2026.11.0`), or a git revision (`HEAD~1`, `main`, a tag).
 *
 * @throws CommandFailure when it leads nowhere; DataProblemsError, DatasetError when what it leads to is not usable.
 */
export function loadVersion(dataFolder: string, text: string): Dataset {
  const path = pathOf(text);
  if (existsSync(path)) {
    return statSync(path).isDirectory()
      ? draftDataset(path).dataset
      : loadDataset(factsIn(readFileSync(path, "utf8")));
  }
  const revision = /^\d{4}\.\d{1,2}\.\d+$/.test(text) ? revisionOfVersion(dataFolder, text) : text;
  const commit = git(dataFolder, "rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  if (!commit) {
    throw new CommandFailure(
      `${text} is no file, no folder, no version and no git revision here. Give for instance HEAD~1, or a dataset.json.`,
    );
  }
  return datasetAt(dataFolder, commit.trim());
}

/** The facts of a package, whose own reader would ask for more than a comparison needs; any other text as it is. */
function factsIn(text: string): string {
  if (!text.startsWith('{"telecomLens":')) return text;
  try {
    return JSON.stringify((JSON.parse(text) as { facts?: unknown }).facts ?? null);
  } catch {
    return text;
  }
}

/** The last revision in which dataset.yml has this version. */
function revisionOfVersion(dataFolder: string, version: string): string {
  let newer: string | undefined;
  for (const { commit, version: found } of versionsInHistory(dataFolder)) {
    if (found === version) return newer ? `${newer}^` : "HEAD";
    newer = commit;
  }
  throw new CommandFailure(`No revision holds the dataset version ${version}.`);
}

/**
 * The version that was released last: that of the last revision which changed it.
 *
 * @throws CommandFailure where there is no history to tell it.
 */
export function lastRelease(dataFolder: string): { version: string; commit: string } {
  const byHand = "name the dataset that was released last with --previous FILE (a dataset.json or a package)";
  let last: { version: string; commit: string } | undefined;
  for (const { commit, version } of versionsInHistory(dataFolder)) {
    if (version === undefined) continue;
    if (last && version !== last.version) return last;
    last = { version, commit };
  }
  if (!last) {
    throw new CommandFailure(
      `What was released last is not known: git has no history of ${join(dataFolder, "dataset.yml")}. Work in a clone of the repository, or ${byHand}.`,
    );
  }
  if (git(dataFolder, "rev-parse", "--is-shallow-repository")?.trim() === "true") {
    throw new CommandFailure(
      `What was released last is not known: this clone has only a part of the history. Run git fetch --unshallow, or ${byHand}.`,
    );
  }
  return last;
}

/** Revisions that changed dataset.yml, the newest first, with the version that it had. */
function* versionsInHistory(dataFolder: string): Generator<{ commit: string; version: string | undefined }> {
  const changes = git(dataFolder, "log", "--format=%H", "--", "dataset.yml")?.trim().split("\n") ?? [];
  for (const commit of changes.filter(Boolean)) {
    const text = git(dataFolder, "show", `${commit}:./dataset.yml`) ?? "";
    yield { commit, version: /^version: ["']?([\d.]+)["']?\s*$/m.exec(text)?.[1] };
  }
}

function datasetAt(dataFolder: string, commit: string): Dataset {
  const folder = mkdtempSync(join(tmpdir(), "telecom-lens-data-"));
  try {
    const archive = spawnSync("git", ["archive", "--format=tar", commit, "--", basename(dataFolder)], {
      cwd: dirname(dataFolder),
      maxBuffer: 1 << 30,
    });
    const unpacked = spawnSync("tar", ["-x", "-C", folder], { input: archive.stdout });
    if (archive.status !== 0 || unpacked.status !== 0) {
      const why = [archive.error?.message, String(archive.stderr), unpacked.error?.message]
        .filter(Boolean)
        .join(" ");
      throw new CommandFailure(`The data of ${commit.slice(0, 10)} cannot be read: ${why.trim()}`);
    }
    return draftDataset(join(folder, basename(dataFolder))).dataset;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
