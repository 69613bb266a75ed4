import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { type ESTree, parseSync } from "vite";

export const repository = join(import.meta.dirname, "../..");

export interface SourceFile {
  /** From the repository, with forward slashes. */
  path: string;
  text: string;
}

export interface Import {
  /** A path from the repository for our own files, else the name as written. */
  from: string;
  /** Only types are taken: nothing of it is left at run time. */
  typeOnly: boolean;
}

const generated = new Set(["node_modules", "dist", "schemas"]);

/** All files below the folders, generated ones left out, in a fixed order. */
export function filesIn(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(repository.length + 1)
          .replaceAll("\\", "/"),
      )
      .filter((path) => !path.split("/").some((part) => generated.has(part)))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(repository, path), "utf8") })),
  );
}

export function isCode({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mjs|js|jsx)$/.test(path);
}

export function parsed({ path, text }: SourceFile): ESTree.Program {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  return program;
}

/** What a file imports and re-exports, dynamic imports of constant names included. */
export function importsOf(file: SourceFile): Import[] {
  const { module, program } = parseSync(file.path, file.text);
  const found: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ from: resolved(file.path, moduleRequest.value), typeOnly });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ from: resolved(file.path, moduleRequest.value), typeOnly: isType });
    }
  }
  visit(program, (node) => {
    if (node.type === "ImportExpression" && node.source.type === "Literal") {
      found.push({ from: resolved(file.path, String(node.source.value)), typeOnly: false });
    }
  });
  return found;
}

function resolved(path: string, name: string): string {
  // `?inline` and the like tell the bundler what to make of a file.
  return name.startsWith(".") ? posix.join(dirname(path), name.replace(/\?.*$/, "")) : name;
}

/** Calls back for every node of a syntax tree, parents first. */
export function visit(node: unknown, seen: (node: ESTree.Node) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, seen);
  } else if (typeof node === "object" && node !== null) {
    if ("type" in node && typeof node.type === "string") seen(node as ESTree.Node);
    for (const value of Object.values(node)) {
      if (typeof value === "object") visit(value, seen);
    }
  }
}

/** `path:line`, for messages that a terminal makes links of. */
export function placeOf({ path, text }: SourceFile, offset: number): string {
  return `${path}:${text.slice(0, offset).split("\n").length}`;
}
