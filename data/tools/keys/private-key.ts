import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fromBase64, toBase64 } from "../../../src/core/package/base64.ts";
import { CommandFailure } from "../command-failure.ts";
import { git } from "../git.ts";
import { pathOf } from "../user-paths.ts";

/** Holds what a key file holds, where a file is in the way: on a machine that releases by itself. */
export const keyVariable = "TELECOM_LENS_KEY";

/** In front of every private key, so that nobody takes it for a public one, and a search for leaked keys finds it. */
const mark = "telecom-lens-private-key:";

/**
 * Writes a private key for its owner's eyes only.
 *
 * @throws CommandFailure when there is a file already, or git would take it up.
 */
export function writePrivateKey(file: string, secret: Uint8Array): void {
  const path = pathOf(file);
  if (existsSync(path)) {
    throw new CommandFailure(
      `${file} is there already, and a key that is overwritten is lost. Name another file.`,
    );
  }
  if (!existsSync(dirname(path)))
    throw new CommandFailure(`There is no folder ${dirname(path)}. Make it first.`);
  refuseTracked(path, file);
  writeFileSync(path, `${mark}${toBase64(secret)}\n`, { mode: 0o600, flag: "wx" });
}

/**
 * The private key from a file, else from the variable; none where neither is given.
 *
 * @returns 32 bytes.
 * @throws CommandFailure when it is no key, or lies where git would take it up.
 */
export function readPrivateKey(file: string | undefined): Uint8Array | undefined {
  const given = file === undefined ? process.env[keyVariable] : readKeyFile(file);
  if (!given) return undefined;
  const place = file ?? `The variable ${keyVariable}`;
  const text = given.trim();
  const secret = text.startsWith(mark) ? fromBase64(text.slice(mark.length)) : undefined;
  if (secret?.length === 32) return secret;
  throw new CommandFailure(
    `${place} holds no private key of Telecom Lens: it begins with ${mark}. Make one with: npm run -s data -- keygen FILE`,
  );
}

function readKeyFile(file: string): string {
  const path = pathOf(file);
  if (!existsSync(path))
    throw new CommandFailure(`There is no key file ${file}. Give the one that keygen wrote.`);
  refuseTracked(path, file);
  return readFileSync(path, "utf8");
}

/** A key that is committed once is everybody's. */
function refuseTracked(path: string, file: string): void {
  const folder = dirname(path);
  if (git(folder, "rev-parse", "--is-inside-work-tree")?.trim() !== "true") return;
  const isTracked = Boolean(git(folder, "ls-files", "--", basename(path))?.trim());
  if (!isTracked && git(folder, "check-ignore", "-q", "--", basename(path)) !== undefined) return;
  throw new CommandFailure(
    `${file} lies in a git repository that would take it up, and a private key must never be committed. Keep it outside, for instance in your home folder.`,
  );
}
