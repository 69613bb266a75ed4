import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/**
 * Takes code out of libraries that an extension page's policy forbids anyway and that we never call:
 * zod compiles validators with `Function` where it may, preact sets `innerHTML` for
 * `dangerouslySetInnerHTML`, the reader of Markdown looks up `&eacute;` by `innerHTML` in browsers. Without them nothing
 * that ships can turn text into code or markup, and the stores' linter has nothing to warn of. See decision 0006.
 */
export function withoutUnsafeCode(): Plugin {
  return {
    name: "without-unsafe-code",
    // It has a table of character names for where there is no document.
    config: () => ({
      resolve: { alias: { [characterNames]: fileURLToPath(import.meta.resolve(characterNames)) } },
    }),
    transform(code, id) {
      const rule = rules.find(({ file }) => file.test(id));
      if (!rule) return;
      // A library that was updated may say it otherwise, and then it would ship.
      if (!rule.unsafe.test(code))
        this.error(`${id} no longer holds ${rule.unsafe}: look what took its place.`);
      return { code: code.replace(rule.unsafe, rule.instead), map: null };
    },
  };
}

/** Its browser part is passed by: Node resolves it to the other. */
const characterNames = "decode-named-character-reference";

const rules = [
  // Calling undefined throws, which is what zod's own probe takes for "not allowed here".
  {
    file: /\/zod\/v4\/core\/(?:compile|doc|util)\.js/,
    unsafe: /const F = Function;/,
    instead: "const F = undefined;",
  },
  { file: /\/preact\/dist\/preact\.mjs/, unsafe: /\((\w+)\.innerHTML=(\w+)\.__html\)/, instead: "void 0" },
  // No page's document is written to: it is the tokenizer of a whole text, under a name that the linter takes for one.
  {
    file: /\/micromark\/lib\/parse\.js/,
    unsafe: /document: create\(document\)/,
    instead: "whole: create(document)",
  },
  {
    file: /\/mdast-util-from-markdown\/lib\/index\.js/,
    unsafe: /parse\(options\)\.document\(\)/,
    instead: "parse(options).whole()",
  },
];
