import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BundledPackage } from "./bundled-packages.ts";

/** Where the file stands in a package; the options page links to it. */
export const licenceFile = "licences.txt";

/**
 * The licences of all that ships: the extension's own, the dataset's, and those of the packages of which code is in its
 * files. Packages under the same words share them.
 *
 * @param root the repository.
 * @throws Error for a package whose licence's words are not to be had.
 */
export function writeLicences(root: string, packages: readonly BundledPackage[]): string {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
    license: string;
  };
  const byWords = new Map<string, BundledPackage[]>();
  for (const one of packages) {
    const words = licenceWords(one);
    byWords.set(words, [...(byWords.get(words) ?? []), one]);
  }
  return [
    `Telecom Lens ${own.version}: the licences of what is in this package`,
    section([`Telecom Lens (${own.license})`], readFileSync(join(root, "LICENSE"), "utf8")),
    section(["The dataset (CC-BY-4.0)"], readFileSync(join(root, "data/LICENSE"), "utf8")),
    ...[...byWords].map(([words, group]) => section(group.map(titleOf), words)),
  ].join("\n\n");
}

/** A package as a heading of the file names it. */
export function titleOf({ name, version, licence, home }: BundledPackage): string {
  return `${name} ${version} (${licence})${home ? `, ${home}` : ""}`;
}

function section(titles: string[], words: string): string {
  const line = "-".repeat(80);
  return `${line}\n${titles.join("\n")}\n${line}\n\n${words.trim()}\n`;
}

/** @throws Error for a licence that the package neither holds nor is under MIT with a known author. */
function licenceWords({ name, licence, author, folder }: BundledPackage): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file) {
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    // A builder's file goes on with what is in the builder; only its own few lines ship.
    return text.split(/^#+ Licenses of bundled dependencies/m)[0]?.trim() ?? "";
  }
  if (licence === "MIT" && author) return mit(author);
  throw new Error(
    `${name} is under ${licence}, and has no file with its words. Add them in src/cli/licences/licence-file.ts, or ` +
      "take the package out.",
  );
}

/** The MIT licence, for a package that names it and its author and leaves the words out. */
function mit(holder: string): string {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
}
