import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { createKeyPair, introduce, publicKeyOf } from "../../../src/core/package/keys.ts";
import { CommandFailure } from "../command-failure.ts";
import { keysFile, readKeys } from "../keys/keys-file.ts";
import { readPrivateKey, writePrivateKey } from "../keys/private-key.ts";
import { printRecord } from "../print-record.ts";
import { allOrNothing } from "../release/all-or-nothing.ts";
import { requireKnownKey } from "../release/make-package.ts";

const emptyFile = "# Public keys that sign the dataset package. Never write a private key here.\nkeys: []\n";

/**
 * `keygen FILE`: a new key. The private half goes to the file, the public one to `keys.yml`; an old key can introduce it.
 *
 * @throws CommandFailure
 */
export function keygen(
  dataFolder: string,
  file: string,
  options: { name?: string; introducedBy?: string },
): void {
  const path = join(dataFolder, keysFile);
  const known = readKeys(dataFolder);
  const oldSecret = options.introducedBy === undefined ? undefined : readPrivateKey(options.introducedBy);
  if (oldSecret) requireKnownKey(dataFolder, oldSecret);
  const name = options.name?.trim() || `Key ${known.keys.length + 1}`;
  const { key, secret } = createKeyPair();
  const entry = { key, name, since: new Date().toISOString().slice(0, 10) };
  allOrNothing([path], () => {
    const text = existsSync(path) ? readFileSync(path, "utf8") : emptyFile;
    const document = parseDocument(text);
    document.addIn(["keys"], document.createNode(entry));
    if (oldSecret) {
      if (!document.has("introductions")) document.set("introductions", document.createNode([]));
      document.addIn(["introductions"], document.createNode(introduce(key, oldSecret)));
    }
    writeFileSync(path, printRecord("keys", document as Parameters<typeof printRecord>[1], text));
    if (!readKeys(dataFolder).keys.some((added) => added.key === key)) {
      throw new CommandFailure(`The key could not be added to ${path}.`);
    }
    // At last, so that no private key is left behind when something fails.
    writePrivateKey(file, secret);
  });
  const lines = [
    `Written: ${file}, the private key. Keep it secret, and a copy of it in a safe place: who has it can change what every reader sees, and without it no update can be signed.`,
    `Added to ${keysFile}: ${key} (${name}).`,
    ...(oldSecret
      ? [
          `It is introduced by ${publicKeyOf(oldSecret)}: extensions that know only that key take what the new one signs.`,
          "What to do next: commit keys.yml, sign the next release with the new key, and let the old one rest. When extensions that trust the old one are no longer in use, or at once if somebody else may have it, take it out of keys.yml and release the extension.",
        ]
      : [
          "What to do next: commit keys.yml and release the extension. Extensions built from then on take what this key signs:",
          `  npm run -s data -- release --write --key ${file}`,
        ]),
  ];
  for (const line of lines) console.log(line);
}
