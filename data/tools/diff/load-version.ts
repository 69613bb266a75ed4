import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { loadDataset } from "../../../src/core/dataset/load-dataset.ts";
import type { Dataset } from "../../../src/core/dataset/schema.ts";
import { draftDataset } from "../build-dataset.ts";
import { CommandFailure } from "../command-failure.ts";

/**
 * A dataset by what a maintainer calls it: a built `dataset.json`, a data folder, a version (`2026.11.0`), or a git
 * revision (`HEAD~1`, `main`, a tag).
 *
 * @throws CommandFailure when it leads nowhere; DataProblemsError, DatasetError when what it leads to is not usable.
 */
export function loadVersion(dataFolder: string, text: string): Dataset {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), text);
  if (existsSync(path)) {
    return statSync(path).isDirectory()
      ? draftDataset(path).dataset
      : loadDataset(readFileSync(path, "utf8"));
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

/** The last revision in which dataset.yml has this version. */
function revisionOfVersion(dataFolder: string, version: string): string {
  const changes = git(dataFolder, "log", "--format=%H", "--", "dataset.yml")?.trim().split("\n") ?? [];
  let newer: string | undefined;
  for (const commit of changes.filter(Boolean)) {
    const text = git(dataFolder, "show", `${commit}:./dataset.yml`) ?? "";
    if (new RegExp(`^version: ["']?${RegExp.escape(version)}["']?\\s*$`, "m").test(text)) {
      return newer ? `${newer}^` : "HEAD";
    }
    newer = commit;
  }
  throw new CommandFailure(`No revision holds the dataset version ${version}.`);
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

/** What git prints, or undefined where it fails or is not there. */
function git(dataFolder: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: dataFolder, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}
