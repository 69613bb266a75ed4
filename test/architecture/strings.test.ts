import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { filesIn, isCode, parsed, placeOf, repository, visit } from "./source-files.ts";

const stringsFile = "src/locales/en.yml";
const code = filesIn("src", "entrypoints").filter(
  (file) => isCode(file) && !file.path.startsWith("src/cli/"),
);
const defined = keysOf(parse(readFileSync(join(repository, stringsFile), "utf8")));

/** `card.close`, `kind.vendor` …; plural forms (`1`, `n`) belong to one key. */
function keysOf(value: unknown, path: string[] = []): string[] {
  if (typeof value !== "object" || value === null) return [path.join(".")];
  const entries = Object.entries(value);
  if (entries.every(([key]) => /^(\d+|n)$/.test(key))) return [path.join(".")];
  return entries.flatMap(([key, child]) => keysOf(child, [...path, key]));
}

interface Uses {
  /** Keys in full, with the place. */
  keys: Map<string, string>;
  /** Beginnings of keys that are put together at run time: `kind.`. */
  prefixes: Map<string, string>;
}

/** Keys that code asks for: constants as they stand, templates by their beginning. */
function usedStrings(): Uses {
  const uses: Uses = { keys: new Map(), prefixes: new Map() };
  for (const file of code) {
    visit(parsed(file), (node) => {
      if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return;
      const { property } = node.callee;
      const name = property.type === "Identifier" ? property.name : "";
      const argument = node.arguments[0];
      const i18n = node.callee.object.type === "Identifier" && node.callee.object.name === "i18n";
      if (!argument || !(name === "getMessage" || (name === "t" && i18n))) return;
      visit(argument, (part) => {
        const place = placeOf(file, part.start);
        if (part.type === "Literal" && typeof part.value === "string")
          uses.keys.set(dotted(part.value, name), place);
        if (part.type === "TemplateLiteral") uses.prefixes.set(part.quasis[0]?.value.cooked ?? "", place);
      });
    });
  }
  const manifest = readFileSync(join(repository, "wxt.config.ts"), "utf8");
  const html = filesIn("entrypoints").map(({ text }) => text);
  for (const [, key = ""] of [manifest, ...html].join("\n").matchAll(/__MSG_(\w+)__/g)) {
    uses.keys.set(dotted(key, "getMessage"), "wxt.config.ts");
  }
  return uses;
}

/** The browser's own names for keys have underscores for points. */
function dotted(key: string, asked: string): string {
  return asked === "getMessage" ? key.replaceAll("_", ".") : key;
}

const { keys, prefixes } = usedStrings();

describe("interface strings", () => {
  test("that code asks for exist", () => {
    const missing = [...keys]
      .filter(([key]) => !defined.includes(key))
      .map(([key, place]) => `${place}: ${key} is not in ${stringsFile}; add it.`);
    const unknown = [...prefixes]
      .filter(([prefix]) => !/^\w+\./.test(prefix) || !defined.some((key) => key.startsWith(prefix)))
      .map(([prefix, place]) => `${place}: no key in ${stringsFile} begins with "${prefix}".`);
    expect([...missing, ...unknown]).toEqual([]);
  });

  test("that exist are used", () => {
    const unused = defined
      .filter((key) => !keys.has(key) && ![...prefixes.keys()].some((prefix) => key.startsWith(prefix)))
      .map((key) => `${stringsFile}: ${key} is used nowhere; delete it.`);
    expect(unused).toEqual([]);
  });

  test("have names that every browser takes", () => {
    const wrong = defined
      .filter((key) => !/^[a-zA-Z0-9.]+$/.test(key))
      .map(
        (key) =>
          `${stringsFile}: ${key}: Chromium loads no extension whose strings have other names than letters and digits.`,
      );
    expect(wrong).toEqual([]);
  });

  test("stand in the strings file, not in the markup", () => {
    const spoken = new Set(["alt", "aria-label", "aria-description", "label", "placeholder", "title"]);
    const wrong = code
      .filter(({ path }) => path.endsWith(".tsx"))
      .flatMap((file) => {
        const found: string[] = [];
        visit(parsed(file), (node) => {
          const text =
            node.type === "JSXText"
              ? node.value
              : node.type === "JSXAttribute" &&
                  node.name.type === "JSXIdentifier" &&
                  spoken.has(node.name.name) &&
                  node.value?.type === "Literal"
                ? String(node.value.value)
                : "";
          if (/\p{L}/u.test(text)) {
            found.push(
              `${placeOf(file, node.start)}: "${text.trim()}": put it into ${stringsFile} and ask i18n.t for it.`,
            );
          }
        });
        return found;
      });
    expect(wrong).toEqual([]);
  });
});
