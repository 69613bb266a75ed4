import type { Plugin } from "vite";

/**
 * Takes code out of two libraries that an extension page's policy forbids anyway and that we never call:
 * zod compiles validators with `Function` where it may, preact sets `innerHTML` for
 * `dangerouslySetInnerHTML`. Without them nothing that ships can turn text into code or markup, and the
 * stores' linter has nothing to warn of. See decision 0006.
 */
export function withoutUnsafeCode(): Plugin {
  return {
    name: "without-unsafe-code",
    transform(code, id) {
      const rule = rules.find(({ file }) => file.test(id));
      if (!rule?.unsafe.test(code)) return;
      return { code: code.replace(rule.unsafe, rule.instead), map: null };
    },
  };
}

const rules = [
  // Calling undefined throws, which is what zod's own probe takes for "not allowed here".
  { file: /\/zod\/v4\/core\/\w+\.js/, unsafe: /const F = Function;/, instead: "const F = undefined;" },
  { file: /\/preact\/dist\/preact\.mjs/, unsafe: /\((\w+)\.innerHTML=(\w+)\.__html\)/, instead: "void 0" },
];
