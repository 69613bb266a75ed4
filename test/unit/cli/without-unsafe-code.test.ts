import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withoutUnsafeCode } from "../../../src/cli/without-unsafe-code.ts";

const { transform } = withoutUnsafeCode() as unknown as {
  transform(this: { error(message: string): never }, code: string, id: string): { code: string } | undefined;
};
const context = {
  error(message: string): never {
    throw new Error(message);
  },
};
const installed = (name: string) => new URL(`../../../node_modules/${name}`, import.meta.url).pathname;

test.each([
  "zod/v4/core/compile.js",
  "zod/v4/core/doc.js",
  "zod/v4/core/util.js",
  "preact/dist/preact.mjs",
  "micromark/lib/parse.js",
  "mdast-util-from-markdown/lib/index.js",
])("what an extension page forbids is taken out of %s as it is installed", (name) => {
  const file = installed(name);
  const code = readFileSync(file, "utf8");
  const changed = transform.call(context, code, file)?.code;
  expect(changed).toBeDefined();
  expect(changed).not.toBe(code);
});

test("a library that says it otherwise now stops the build, and other files are left alone", () => {
  expect(() => transform.call(context, "const Make = Function;", installed("zod/v4/core/doc.js"))).toThrow(
    "no longer holds",
  );
  expect(transform.call(context, "const F = Function;", "/src/ours.ts")).toBeUndefined();
});
