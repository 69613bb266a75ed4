import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "svelte/compiler";
import { build, type InlineConfig, type Plugin } from "vite";
import { compileScript, parse } from "vue/compiler-sfc";

const apps = join(import.meta.dirname, "../fixtures/apps");

/** Folder of the app, and how its sources become JavaScript. */
export const hydratedReaders = {
  react: { folder: "react-hydrate-reader", server: "server.jsx", plugins: [] },
  vue: { folder: "vue-reader", server: "server.js", plugins: [vueFiles()] },
  svelte: { folder: "svelte-reader", server: "server.js", plugins: [svelteFiles()] },
} satisfies Record<string, { folder: string; server: string; plugins: Plugin[] }>;

/**
 * Builds the sample articles that a server writes and a framework takes over, with the real frameworks: each under
 * `hydrated/NAME/` of the folder, its markup already in the page.
 */
export async function buildHydratedReaders(site: string): Promise<void> {
  cpSync(join(apps, "hydrated.js"), join(site, "hydrated.js"));
  const scratch = mkdtempSync(join(tmpdir(), "telecom-lens-server-"));
  try {
    for (const [name, { folder, server, plugins }] of Object.entries(hydratedReaders)) {
      const common: InlineConfig = {
        configFile: false,
        root: join(apps, folder),
        base: `/hydrated/${name}/`,
        logLevel: "error",
        plugins,
        define: { "process.env.NODE_ENV": '"production"' },
        // Under a test runner Vite would take the development build.
        mode: "production",
        oxc: { jsx: { runtime: "automatic", importSource: "react", development: false } },
      };
      const outDir = join(site, "hydrated", name);
      await build({ ...common, build: { outDir, emptyOutDir: true, target: "esnext" } });
      await build({
        ...common,
        ssr: { noExternal: true },
        build: {
          ssr: server,
          outDir: join(scratch, name),
          rolldownOptions: { output: { entryFileNames: "server.mjs" } },
        },
      });
      const module = (await import(pathToFileURL(join(scratch, name, "server.mjs")).href)) as {
        render(): Promise<string>;
      };
      const page = join(outDir, "index.html");
      writeFileSync(page, readFileSync(page, "utf8").replace("<!--server-->", await module.render()));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Vue's single-file components, for the page or for its server. */
function vueFiles(): Plugin {
  return {
    name: "vue-files",
    transform(code, id, options) {
      if (!id.endsWith(".vue")) return undefined;
      const { descriptor } = parse(code, { filename: id });
      const ssr = options?.ssr ?? false;
      const { content } = compileScript(descriptor, {
        id: "reader",
        inlineTemplate: true,
        templateOptions: { ssr, ssrCssVars: [] },
      });
      return { code: content, map: null };
    },
  };
}

/** Svelte's components, for the page or for its server. */
function svelteFiles(): Plugin {
  return {
    name: "svelte-files",
    transform(code, id, options) {
      if (!id.endsWith(".svelte")) return undefined;
      const { js } = compile(code, { filename: id, generate: options?.ssr ? "server" : "client" });
      return { code: js.code, map: js.map };
    },
  };
}
