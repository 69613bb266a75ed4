import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { draftDataset } from "../../../data/tools/build-dataset.ts";
import { parseFile } from "../../../data/tools/parse-file.ts";
import { completeReadme } from "../../../data/tools/readme-parts.ts";
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

  it("has its counts and its table of rules from the data and the rules themselves (data -- fix)", () => {
    expect(completeReadme(draftDataset(dataFolder).dataset, readme)).toBe(readme);
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
