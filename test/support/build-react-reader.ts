import { join } from "node:path";
import { build } from "vite";

/** Builds the sample single-page application with the real React into a folder. */
export async function buildReactReader(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, "../fixtures/apps/react-reader"),
    base: "/spa/",
    logLevel: "error",
    build: { outDir: folder, emptyOutDir: true },
    oxc: { jsx: { runtime: "automatic", importSource: "react" } },
  });
}
