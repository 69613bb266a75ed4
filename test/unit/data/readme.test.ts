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

  it("holds the parts that the rule readme keeps up to date", () => {
    expect(readme).toMatch(/<!-- counts -->\n\| version /);
    expect(readme).toContain(`| \`${rules[0]?.name}\` | ${rules[0]?.about} |`);
  });

  it("tells of every command", () => {
    const commands = readFileSync(join(dataFolder, "tools", "data.ts"), "utf8").matchAll(
      /\.command\("(\w+)/g,
    );
    const untold = [...commands].map(([, name]) => name).filter((name) => !readme.includes(`| \`${name}`));
    expect(untold).toEqual([]);
  });

  it("names every folder and file that records stand in", () => {
    for (const name of [
      "measures/",
      "officials/",
      "news-sites.yml",
      "redirects.yml",
      "dataset.yml",
      "ids.txt",
      "vocabulary/",
    ]) {
      expect(readme).toContain(`\`${name}\``);
    }
  });
});
