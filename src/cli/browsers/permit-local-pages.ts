import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Manifest {
  host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
}

const local = ["http://127.0.0.1/*", "http://localhost/*"];

/**
 * Copies a built extension and lets the copy run on this machine's own pages as it does on news sites. The
 * package that ships never has these permissions: only `npm start` and the tests use copies.
 *
 * @param folder the built extension.
 * @param extra further match patterns, for an address that the caller was asked to open.
 * @param hosts this machine's names on which it may run; a caller that compares pages with and without the extension
 * leaves one out.
 * @returns the copy's folder, and what removes it.
 */
export function permitLocalPages(
  folder: string,
  extra: string[] = [],
  hosts: string[] = local,
): { folder: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), "telecom-lens-extension-"));
  cpSync(folder, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
  const added = [...hosts, ...extra];
  manifest.host_permissions = [...new Set([...(manifest.host_permissions ?? []), ...added])];
  for (const script of manifest.content_scripts ?? []) {
    script.matches = [...new Set([...(script.matches ?? []), ...added])];
  }
  writeFileSync(path, JSON.stringify(manifest, null, 2));
  return { folder: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}

/** The match pattern for an address's origin; ports have no place in one. */
export function originPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
