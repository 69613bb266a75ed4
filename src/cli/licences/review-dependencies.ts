import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "wxt";
import { readPackage } from "./bundled-packages.ts";
import { dependencyReasons } from "./dependency-reasons.ts";
import { weighPackages } from "./weigh-packages.ts";

/** A runtime dependency, or a builder of which code ships. */
export interface ReviewedDependency {
  name: string;
  version: string;
  licence: string;
  why: string;
  /** Bytes, compressed; its own dependencies included. */
  gzipped: number;
  /** Its dependencies of which something ships. */
  brings: string[];
  /** The files that hold some of it. */
  files: string[];
}

/** Builds Chrome's package once more, beside the real one, and weighs in it what is not ours. Heaviest first. */
export async function reviewDependencies(root: string): Promise<ReviewedDependency[]> {
  const { plugin, weights } = weighPackages(root);
  const folder = "review";
  const { write } = process.stdout;
  // The builder's progress is not the answer.
  process.stdout.write = () => true;
  try {
    await build({
      root,
      browser: "chrome",
      outDirTemplate: folder,
      logger: silent,
      vite: () => ({ build: { sourcemap: "hidden" }, plugins: [plugin()] }),
    });
  } finally {
    process.stdout.write = write;
    rmSync(join(root, ".output", folder), { recursive: true, force: true });
  }
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const direct = Object.keys(dependencies);
  const shipped = [...weights].map(([path, weight]) => ({ ...readPackage(path), ...weight }));
  const owner = ownersOf(root, direct);
  const rows = new Map<string, ReviewedDependency>();
  for (const name of [...direct, ...shipped.map((one) => owner.get(one.name) ?? one.name)]) {
    const { version, licence } = readPackage(join(root, "node_modules", name));
    const why = dependencyReasons[name] ?? "what a builder adds to the code that it writes";
    rows.set(name, { name, version, licence, why, gzipped: 0, brings: [], files: [] });
  }
  for (const { name, gzipped, files } of shipped) {
    const row = rows.get(owner.get(name) ?? name);
    if (!row) continue;
    row.gzipped += gzipped;
    row.files = [...new Set([...row.files, ...files])].sort();
    if (name !== row.name) row.brings.push(name);
  }
  return [...rows.values()].sort((a, b) => b.gzipped - a.gzipped);
}

/** The review as a table in Markdown. */
export function reviewTable(rows: readonly ReviewedDependency[]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(["dependency", "why", "gzip in what ships", "licence", "in"]),
    line(["---", "---", "--:", "---", "---"]),
    ...rows.map(({ name, version, why, gzipped, licence, brings, files }) =>
      line([
        `${name} ${version}${brings.length > 0 ? `, with ${brings.length} of its own` : ""}`,
        why,
        files.length > 0 ? `${(gzipped / 1_000).toFixed(1)} kB` : "nothing yet",
        licence,
        files.map((file) => file.replace(/^chunks\/|-[\w-]{8}(?=\.js$)/g, "")).join(", "),
      ]),
    ),
  ].join("\n");
}

/** To which direct dependency an indirect one belongs: the first that needs it. */
function ownersOf(root: string, direct: string[]): Map<string, string> {
  const owner = new Map(direct.map((name) => [name, name]));
  for (const name of direct) {
    const open = [name];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { dependencies = {} } = JSON.parse(
        readFileSync(join(root, "node_modules", next, "package.json"), "utf8"),
      ) as { dependencies?: Record<string, string> };
      for (const needed of Object.keys(dependencies)) {
        if (owner.has(needed)) continue;
        owner.set(needed, name);
        open.push(needed);
      }
    }
  }
  return owner;
}

const nothing = () => {};
const silent = {
  level: 0,
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: console.error,
  fatal: console.error,
  success: nothing,
};
