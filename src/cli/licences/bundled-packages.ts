import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** A package of others of which something ships. */
export interface BundledPackage {
  name: string;
  version: string;
  /** SPDX, as the package says it. */
  licence: string;
  /** Where its sources are, as an address; null where it does not say. */
  home: string | null;
  author: string | null;
  /** Its folder on this machine. */
  folder: string;
}

interface PackageJson {
  name?: string;
  version?: string;
  license?: string;
  author?: string | { name?: string };
  homepage?: string;
  repository?: string | { url?: string };
}

/** Collects what is really in the files of a build, and not what is merely installed. */
export interface Bundled {
  /** Looks at each file that the builder writes; one for all files of a build. */
  plugin(): Plugin;
  /** All packages of which code is in a file, by name. */
  packages(): BundledPackage[];
}

/** @param root the repository. */
export function bundledPackages(root: string): Bundled {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: "bundled-packages",
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== "chunk") continue;
          for (const [id, { renderedLength }] of Object.entries(file.modules)) {
            // A module of which nothing is used leaves nothing behind.
            const folder = renderedLength > 0 ? packageFolder(id, root) : null;
            if (folder) folders.add(folder);
          }
        }
      },
    }),
    packages: () => {
      // One folder may be reached by two paths, where a checkout links to what another one has installed.
      const found = new Map([...folders].map(readPackage).map((one) => [`${one.name} ${one.version}`, one]));
      return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  };
}

/** The folder of the package that a module is of; null for the project's own. */
export function packageFolder(module: string, root: string): string | null {
  const [, maker] = /^\0?(?:virtual:)?(vite|rolldown|wxt)[/-]/.exec(module) ?? [];
  // What the builders add themselves.
  if (maker) return resolve(root, "node_modules", maker);
  const path = module.replace(/^\0/, "").replace(/\?.*$/, "").replaceAll("\\", "/");
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder ?? null;
}

/** What a package's own file says of it. @throws Error without a name, a version or a licence. */
export function readPackage(folder: string): BundledPackage {
  const file = join(folder, "package.json");
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(file, "utf8"),
  ) as PackageJson;
  if (!name || !version || !license) throw new Error(`${file} does not say its name, version and licence.`);
  const source = (typeof repository === "string" ? repository : repository?.url) ?? homepage;
  return {
    name,
    version,
    licence: license,
    home: source ? asAddress(source) : null,
    author: (typeof author === "string" ? author.replace(/\s*[<(].*$/, "") : author?.name) ?? null,
    folder,
  };
}

function asAddress(source: string): string {
  return source
    .replace(/^git\+/, "")
    .replace(/^(git|ssh):\/\/(git@)?/, "https://")
    .replace(/^([\w-]+\/[\w.-]+)$/, "https://github.com/$1")
    .replace(/\.git$/, "");
}
