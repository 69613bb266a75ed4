import { parseMessagesFile } from "@wxt-dev/i18n/build";
import type { Plugin } from "vite";

const stringsModule = "\0telecom-lens-english";
const i18nModule = "\0telecom-lens-i18n";

/**
 * Gives tests in a bare browser page the real English strings: `#i18n` is what the extension uses, and
 * `chrome.i18n.getMessage` under it, which only extensions have, answers from the file.
 *
 * @param file `src/locales/en.yml`.
 */
export function englishStrings(file: string): Plugin {
  return {
    name: "telecom-lens-english-strings",
    enforce: "pre",
    resolveId(id) {
      if (id === "#i18n") return i18nModule;
      return id === stringsModule ? id : undefined;
    },
    async load(id) {
      if (id === i18nModule) {
        return (
          `import ${JSON.stringify(stringsModule)};\nimport { createI18n } from "@wxt-dev/i18n";\n` +
          "export const i18n = createI18n();"
        );
      }
      if (id !== stringsModule) return undefined;
      this.addWatchFile(file);
      const parsed = await parseMessagesFile(file);
      const messages = Object.fromEntries(
        parsed.map((entry) => [entry.key.join("_"), "message" in entry ? entry.message : plural(entry)]),
      );
      return `const messages = ${JSON.stringify(messages)};\n${getMessageSource}`;
    },
  };
}

/** Plural forms travel in one string, as in a built extension. */
function plural(entry: object): string {
  return "plurals" in entry ? Object.values(entry.plurals as Record<string, string>).join(" | ") : "";
}

/** As browsers do it: `$1` … `$9` are replaced, `$$` is a dollar sign. */
const getMessageSource = `
const scope = globalThis;
scope.chrome ??= {};
scope.chrome.i18n ??= {
  getUILanguage: () => "en",
  getMessage: (key, substitutions = []) => {
    const values = [substitutions].flat();
    return (messages[key] ?? "").replace(/\\$(\\$|[1-9])/g, (_, sign) => sign === "$" ? "$" : (values[sign - 1] ?? ""));
  },
};
`;
