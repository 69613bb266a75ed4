import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { folderKinds, folders } from "../../../data/tools/record-kinds.ts";
import { stubOf } from "../../../data/tools/record-stubs.ts";
import { command, workshop } from "./command-workshop.ts";

const scruffy = "name: Acme Radio\nid: acme-radio\n";

it("a folder is looked for where the command was typed, and not where npm runs it", () => {
  const { folder } = workshop();
  const env = { ...process.env, NO_COLOR: "1", INIT_CWD: dirname(folder) };
  const args = [command, "--data", basename(folder), "check"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "The data is in order.\n", stderr: "" });
});

describe("fix", () => {
  it("puts files in form, keeps what they say, and leaves a clean check", () => {
    const { run, read, path } = workshop();
    const tidy = read("vendors/acme-radio.yml");
    writeFileSync(
      path("vendors/acme-radio.yml"),
      tidy.replace("id: acme-radio\nname: Acme Radio\n", scruffy),
    );
    expect(run("check").stdout).toContain("format");
    const { code, stdout } = run("fix");
    expect(code).toBe(0);
    expect(stdout).toMatch(/mended {2}vendors\/acme-radio\.yml\n/);
    expect(stdout).toMatch(/1 file mended; the data is in order\.\n$/);
    expect(read("vendors/acme-radio.yml")).toBe(tidy);
    expect(run("fix").stdout).toMatch(/^0 files mended/);
  });

  it("writes the generated parts of the README, and leaves the rest of it alone", () => {
    const { run, read, path } = workshop();
    writeFileSync(path("README.md"), "# Ours\n\n<!-- counts -->\n<!-- /counts -->\n\n<!-- other -->\n");
    expect(run("fix").stdout).toMatch(/^mended {2}README\.md\n1 file mended; the data is in order/);
    expect(read("README.md")).toMatch(
      /^# Ours\n\n<!-- counts -->\n\| version 2024\.6\.0 [\s\S]*\n<!-- \/counts -->\n\n<!-- other -->\n$/,
    );
  });

  it("enters new ids, and never takes one out", () => {
    const { run, read, path } = workshop();
    const ids = read("ids.txt");
    writeFileSync(path("ids.txt"), `operator gone-mobile\n${ids.replace("vendor acme-radio\n", "")}`);
    run("fix");
    expect(read("ids.txt")).toBe(
      `${[...ids.trim().split("\n"), "operator gone-mobile"].sort().join("\n")}\n`,
    );
  });

  it("leaves a file alone that it cannot read, and says how much is left", () => {
    const { run, read, path } = workshop();
    writeFileSync(path("vendors/acme-radio.yml"), 'name: "open\n');
    expect(run("fix").stdout).toMatch(/check finds \d+ more for you/);
    expect(read("vendors/acme-radio.yml")).toBe('name: "open\n');
  });
});

describe("new", () => {
  it.each(folderKinds)(
    "writes a stub of a %s that is valid YAML and whose blanks the check names",
    (kind) => {
      const { run, read } = workshop();
      const { code, stdout } = run("new", kind, "xa-new-thing");
      expect(code).toBe(0);
      expect(stdout).toContain(`${folders[kind]}/xa-new-thing.yml`);
      const text = read(`${folders[kind]}/xa-new-thing.yml`);
      expect(text).toContain("id: xa-new-thing");
      const problems = JSON.parse(run("check", "--json").stdout) as { file: string; rule: string }[];
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.map(({ rule }) => rule)).not.toContain("parse");
      expect(new Set(problems.map(({ file }) => file))).toEqual(
        new Set([`${folders[kind]}/xa-new-thing.yml`]),
      );
    },
  );

  it("gives a stub that passes once its blanks are filled", () => {
    const { run, path } = workshop();
    const filled = stubOf("measure", "xa-2024-01-02-cable-rule", "2024-06-01")
      .replace("<neutral and short>", "Rule on cables")
      .replace(/<ban \|[^>]*>/, "restriction")
      .replace("<id of the country or organisation whose act it is>", "northland")
      .replace("<the body that acted>", "Ministry of Masts")
      .replace("<id of the country>", "northland")
      .replace("<id of the vendor>", "acme-radio")
      .replace("<named | understood>", "named")
      .replace(/\[<networks[^>]*>\]/, "[cables]")
      .replace("<what exactly is covered, in one line>", "Cables on land")
      .replace(/<prohibits[^>]*>/, "restricts")
      .replace(/<binding[^>]*>/, "binding")
      .replace("<one or two sentences, who did what>", "The ministry limited cables.")
      .replace(/<proposed[^>]*>/, "in-force")
      .replace("<YYYY-MM-DD, YYYY-MM or YYYY>", "2024-01-02")
      .replace("<what happened, in a few words>", "In force")
      .replace("<address of the source itself>", "https://example.org/cables")
      .replace("<who published it>", "Ministry of Masts")
      .replace("<its title, as published>", "Cables")
      .replace(/<YYYY-MM-DD, YYYY-MM or YYYY; [^>]*>/, "2024-01-02")
      .replace("<primary | press | research>", "primary")
      .replace("<true | false>", "true");
    expect(filled).not.toMatch(/[<>]/);
    writeFileSync(path("measures/xa-2024-01-02-cable-rule.yml"), filled);
    expect(run("fix").stdout).toContain("the data is in order");
  });

  it("refuses an id that is taken, was taken, or is none", () => {
    const { run } = workshop();
    expect(run("new", "vendor", "acme-radio")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is taken"),
    });
    expect(run("new", "vendor", "old-acme").stderr).toContain("redirects.yml");
    expect(run("new", "vendor", "Old Acme").stderr).toContain("lower-case words");
    expect(run("new", "vendr", "x").stderr).toContain("Did you mean vendor?");
  });
});

describe("stale", () => {
  it("lists what was not checked for a year, oldest first", () => {
    const { run } = workshop({
      file: "vendors/acme-radio.yml",
      replace: ["\nchecked: 2024-06-01", "\nchecked: 2023-05-01"],
    });
    const { code, stdout } = run("stale");
    expect(code).toBe(0);
    expect(stdout).toBe(
      "2023-05-01  vendors/acme-radio.yml  not checked for a year\n1 records are due on 2024-06-30.\n",
    );
  });

  it("lists a measure whose deadline has passed since it was checked", () => {
    const { run } = workshop();
    const list = JSON.parse(run("stale", "--on", "2028-01-01", "--json").stdout) as {
      id: string;
      reason: string;
    }[];
    expect(list.find(({ id }) => id === "xa-2020-07-14-mast-ban")?.reason).toContain("2027-12-31");
  });

  it("says so when nothing is due", () => {
    expect(workshop().run("stale").stdout).toBe("Nothing is due on 2024-06-30.\n");
  });
});

describe("collisions", () => {
  it("shows what tells shared spellings and everyday words apart", () => {
    const { run } = workshop({
      file: "companies/chatterbox.yml",
      replace: [
        "  - {text: Chatterbox}",
        "  - {text: Chatterbox}\n  - {text: Acme, when: {near: [app]}}\n  - {text: Orange, uncertain: true}",
      ],
    });
    const found = JSON.parse(run("collisions", "--json").stdout);
    expect(found).toEqual([
      {
        spelling: "Acme",
        entities: [
          { id: "acme-radio", file: "vendors/acme-radio.yml", rule: "none: the usual meaning" },
          { id: "chatterbox", file: "companies/chatterbox.yml", rule: '{"near":["app"]}' },
        ],
      },
      {
        spelling: "Orange",
        entities: [{ id: "chatterbox", file: "companies/chatterbox.yml", rule: "uncertain" }],
        word: "en",
      },
    ]);
    expect(run("collisions").stdout).toMatch(/1 spellings are shared, 1 are everyday words\.\n$/);
  });
});

describe("counts", () => {
  it("counts by kind and by kind of source", () => {
    const counted = JSON.parse(workshop().run("counts", "--json").stdout);
    expect(counted.records).toMatchObject({ vendor: 1, official: 1, measure: 2 });
    expect(counted.measures).toEqual({
      seen: 2,
      unconfirmed: 0,
      byForce: { advisory: 1, binding: 1 },
      bySource: { primary: 2 },
    });
  });

  it("counts a measure as unconfirmed when nobody read a source of its summary", () => {
    const { run } = workshop({
      file: "measures/xa-2019-05-01-mast-advice.yml",
      replace: ["seen: true", "seen: false"],
    });
    expect(JSON.parse(run("counts", "--json").stdout).measures).toMatchObject({ seen: 1, unconfirmed: 1 });
  });
});
