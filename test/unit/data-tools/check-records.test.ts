import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { rules } from "../../../data/tools/rules/rules.ts";
import { copyDataFolder, type Edit, validFolder } from "./data-folder.ts";
import { type WrongRecord, wrongRecords } from "./wrong-records.ts";

function check(edits: Edit[]) {
  const { folder, remove } = copyDataFolder(edits);
  try {
    return checkFolder(folder);
  } finally {
    remove();
  }
}

/** The 1-based line in which the problem must be found. */
function expectedLine(wrong: WrongRecord): number {
  if (wrong.at === undefined) return 1;
  const { folder, remove } = copyDataFolder([wrong]);
  const text = readFileSync(join(folder, wrong.in ?? wrong.file), "utf8");
  remove();
  const offset = text.lastIndexOf(wrong.at);
  if (offset < 0) throw new Error(`the edited file does not hold ${wrong.at}`);
  const lead = wrong.at.length - wrong.at.trimStart().length;
  return text.slice(0, offset + lead).split("\n").length;
}

describe("the valid data folder", () => {
  it("has no problem", () => {
    expect(checkFolder(validFolder)).toEqual([]);
  });
});

describe("one mistake gives one problem, in its line", () => {
  for (const wrong of wrongRecords) {
    it(`${wrong.rule}: ${wrong.mistake}`, () => {
      const problems = check([wrong]);
      expect(problems.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
        { rule: wrong.rule, file: wrong.in ?? wrong.file, line: expectedLine(wrong) },
      ]);
      expect(`${problems[0]?.what}  ${problems[0]?.todo}`).toMatch(wrong.says);
    });
  }

  it("every rule is among them", () => {
    const fired = new Set(wrongRecords.map((wrong) => wrong.rule));
    expect(["folder", "parse", ...rules.map((rule) => rule.name)].filter((name) => !fired.has(name))).toEqual(
      [],
    );
  });
});

describe("what looks alike and is no mistake", () => {
  const fine: [string, Edit][] = [
    [
      "a spelling shared with an entity that has a condition",
      {
        file: "companies/chatterbox.yml",
        replace: ["  - {text: Chatterbox}", "  - {text: Chatterbox}\n  - {text: Acme, when: {near: [app]}}"],
      },
    ],
    [
      "a spelling shared with an entity of another language",
      {
        file: "companies/chatterbox.yml",
        replace: [
          "  - {text: Chatterbox}",
          "  - {text: Chatterbox}\n  - {text: Northtel, lang: [sq], uncertain: true}",
        ],
      },
    ],
    [
      "a step in a month after a step on a day of that month",
      { file: "measures/xa-2020-07-14-mast-ban.yml", replace: ["on: 2020-10,", "on: 2020-07,"] },
    ],
    ["a year without quotes", { file: "officials/jane-doe.yml", replace: ["from: 2018-03", "from: 2018"] }],
    [
      "a reference through a redirect of a redirect",
      { file: "companies/chatterbox.yml", replace: ["parent: old-acme", "parent: older-acme"] },
    ],
    [
      "Windows line ends",
      {
        file: "dataset.yml",
        write: 'version: "2024.6.0"\r\ndate: 2024-06-30\r\nschema: 1\r\ntitle: T\r\nlicence: L\r\n',
      },
    ],
  ];
  for (const [name, edit] of fine) it(name, () => expect(check([edit])).toEqual([]));
});

describe("several mistakes", () => {
  it("are all reported in one run, by file and line", () => {
    const problems = check([
      { file: "vendors/acme-radio.yml", replace: ["name: Acme Radio", "nam: Acme Radio"] },
      { file: "vendors/acme-radio.yml", replace: ["country: southland", "country: nowhere"] },
      { file: "dataset.yml", replace: ["schema: 1", "schema: 7"] },
    ]);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ["dataset.yml", "schema"],
      ["vendors/acme-radio.yml", "references"],
      ["vendors/acme-radio.yml", "schema"],
    ]);
  });

  it("a folder that is not there is one problem", () => {
    expect(checkFolder(join(validFolder, "nowhere")).map(({ rule }) => rule)).toEqual(["folder"]);
  });
});
