import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../../data/tools/parse-file.ts";
import { rules } from "../../../data/tools/rules/rules.ts";
import { measureSchema } from "../../../src/core/dataset/schema.ts";

const dataFolder = resolve(import.meta.dirname, "../../../data");
const readme = readFileSync(join(dataFolder, "README.md"), "utf8");

describe("data/README.md", () => {
  it("shows a measure that the schema accepts and that exists", () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const measure = measureSchema.parse(parseFile(example).value);
    expect(existsSync(join(dataFolder, "measures", `${measure.id}.yml`))).toBe(true);
  });

  it("tells of every rule in the rule's own words", () => {
    const untold = rules.filter(({ name, about }) => !readme.includes(`| \`${name}\` | ${about} |`));
    expect(untold.map(({ name }) => name)).toEqual([]);
  });

  it("names every folder and file that records stand in", () => {
    for (const name of [
      "measures/",
      "officials/",
      "news-sites.yml",
      "redirects.yml",
      "dataset.yml",
      "vocabulary/",
    ]) {
      expect(readme).toContain(`\`${name}\``);
    }
  });
});
