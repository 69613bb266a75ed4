import type { Plugin } from "vite";

/**
 * Takes out what WXT puts around each script that runs in a page: it starts plugins for scripts, of which we have none,
 * and reports errors to a log that is silent in a package. Every page that is opened would load it.
 */
export function bareScripts(): Plugin {
  return {
    name: "bare-scripts",
    transform(code, id) {
      if (!id.includes("virtual:wxt-unlisted-script-entrypoint")) return;
      const [definition] = /^import definition from .*$/m.exec(code) ?? [];
      if (!definition || !code.includes("definition.main()")) {
        throw new Error(
          "WXT wraps scripts in another way now: look at its wrapper, and adapt src/cli/bare-scripts.ts.",
        );
      }
      return { code: `${definition}\nexport default definition.main();`, map: null };
    },
  };
}
