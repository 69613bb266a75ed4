import type { Plugin } from "vite";

/**
 * Takes out what WXT puts around each script that runs in a page: it starts plugins for scripts, of which we have none,
 * and reports errors to a log that is silent in a package. And what the script is defined with, which is there for scripts
 * with options: ours are a function. Every page that is opened would load both.
 */
export function bareScripts(): Plugin {
  return {
    name: "bare-scripts",
    transform(code, id) {
      // WXT reads the entrypoints once before, without what they do.
      if (definitionImport.test(code) && !code.includes("defineUnlistedScript()")) {
        if (!code.includes(opening)) throw new Error(`${id} does not hold "${opening}"; ${remedy}`);
        return { code: code.replace(definitionImport, "").replace(opening, "export default ("), map: null };
      }
      if (!id.includes("virtual:wxt-unlisted-script-entrypoint")) return;
      const [definition] = /^import definition from .*$/m.exec(code) ?? [];
      if (!definition || !code.includes("definition.main()")) {
        throw new Error(`WXT wraps scripts in another way now: ${remedy}`);
      }
      return { code: `${definition}\nexport default definition();`, map: null };
    },
  };
}

const definitionImport = /^import \{ defineUnlistedScript \} from "wxt\/.*$/m;
const opening = "export default defineUnlistedScript(";
const remedy = "look at its wrapper, and adapt src/cli/bare-scripts.ts.";
