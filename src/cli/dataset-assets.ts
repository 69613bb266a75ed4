import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedPublicFile } from "wxt";
import { buildDataset, DataProblemsError } from "../../data/tools/build-dataset.ts";
import { readKeys } from "../../data/tools/keys/keys-file.ts";
import { printProblems } from "../../data/tools/print-problems.ts";
import { printDataset } from "../../data/tools/write-dist.ts";
import { spellingsOf, withoutSpellings } from "../core/dataset/split-spellings.ts";
import { isPublicKey } from "../core/package/keys.ts";

/** Names a variable with further keys that a build trusts, base64 and separated by commas: tests sign with keys of their own. */
const keysVariable = "TELECOM_LENS_KEYS";

/**
 * Adds the dataset to a build, made afresh from `data/`, so that a package can never carry an older dataset than its
 * sources: what it is (which a start reads before anything large), facts, index of spellings, the spellings themselves
 * (for who merges a private pack), and the trusted keys (a JSON list of base64 texts).
 *
 * @param root the repository.
 * @param assets the list that WXT is about to write.
 * @throws Error when the records have problems; each is printed before. When a key is none.
 */
export function datasetAssets(root: string, assets: ResolvedPublicFile[]): void {
  const folder = join(root, "data");
  try {
    const { dataset, index } = buildDataset(folder);
    assets.push({ relativeDest: "dataset/info.json", contents: `${JSON.stringify(dataset.info)}\n` });
    assets.push({ relativeDest: "dataset/facts.json", contents: printDataset(withoutSpellings(dataset)) });
    assets.push({ relativeDest: "dataset/index.bin", absoluteSrc: keepForCopying(root, index) });
    assets.push({
      // JSON, under another name: Firefox's store reads every file of that kind, and refuses those above 5 MB.
      relativeDest: "dataset/spellings.txt",
      contents: `${JSON.stringify(spellingsOf(dataset))}\n`,
    });
    assets.push({ relativeDest: "dataset/keys.json", contents: `${JSON.stringify(trustedKeys(folder))}\n` });
  } catch (cause) {
    if (!(cause instanceof DataProblemsError)) throw cause;
    printProblems(folder, cause.problems, console.error);
    throw new Error("The extension cannot be built: the data has the problems above.", { cause });
  }
}

/** WXT writes texts, and copies everything else. */
function keepForCopying(root: string, index: Uint8Array): string {
  const file = join(root, ".wxt", "index.bin");
  mkdirSync(join(root, ".wxt"), { recursive: true });
  writeFileSync(file, index);
  return file;
}

/** Public keys whose signature a build takes, each once. */
export function trustedKeys(dataFolder: string, added = process.env[keysVariable] ?? ""): string[] {
  const own = readKeys(dataFolder).keys.map(({ key }) => key);
  const others = added.split(",").map((key) => key.trim());
  const keys = [...new Set([...own, ...others.filter(Boolean)])];
  const wrong = keys.find((key) => !isPublicKey(key));
  if (wrong === undefined) return keys;
  throw new Error(`${wrong} is no public key. Correct ${keysVariable}, or data/keys.yml.`);
}
