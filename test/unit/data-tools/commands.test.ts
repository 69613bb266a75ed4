import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runData } from "./command-workshop.ts";
import { copyDataFolder, validFolder } from "./data-folder.ts";

const run = (args: string[], folder = validFolder) => runData(folder, ...args);

function runJson(args: string[]) {
  const { code, stdout } = run([...args, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("check", () => {
  it("says that all is well, and exits with 0", () => {
    expect(run(["check"])).toEqual({ code: 0, stdout: "The data is in order.\n", stderr: "" });
    expect(runJson(["check"])).toEqual([]);
  });

  it("prints file:line:column  rule  what  to do, and exits with 1", () => {
    const { folder, remove } = copyDataFolder([{ file: "dataset.yml", replace: ["schema: 1", "schema: 7"] }]);
    const text = run(["check"], folder);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/dataset\.yml:3:9 {2}schema {2}schema cannot be 7 {2}write one of: 1\n/);
    expect(text.stdout).toMatch(/^1 problem in 1 file$/m);
    const json = run(["check", "--json"], folder);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toEqual([
      {
        file: "dataset.yml",
        line: 3,
        column: 9,
        rule: "schema",
        what: "schema cannot be 7",
        todo: "write one of: 1",
      },
    ]);
    remove();
  });

  it("names a folder that is not there", () => {
    const { code, stdout, stderr } = run(["check"], join(validFolder, "nowhere"));
    expect(code).toBe(1);
    expect(stdout).toMatch(/there is no folder/);
    expect(stderr).toBe("");
  });
});

describe("release, verify and pack", () => {
  it("end with a code and a sentence that says what to do", () => {
    const { folder, remove } = copyDataFolder();
    expect(run(["release"], folder)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/--previous FILE/),
    });
    const noPackage = run(["verify", join(folder, "dataset.yml")], folder);
    expect(noPackage).toMatchObject({ code: 1, stdout: "" });
    expect(noPackage.stderr).toMatch(
      /dataset\.yml: The file is not a Telecom Lens dataset package\. Choose a file/,
    );
    expect(run(["pack", folder], folder)).toMatchObject({ code: 2, stderr: expect.stringMatching(/--out/) });
    remove();
  });
});

describe("build", () => {
  it("writes the dataset, its index and the schemas", () => {
    const { folder, remove } = copyDataFolder();
    const { code, stdout } = run(["build"], folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Dataset 2024\.6\.0: 8 entities, 2 measures, 2 news sites\./);
    for (const file of ["dist/dataset.json", "dist/index.bin", "schemas/measure.json"]) {
      expect(existsSync(join(folder, file))).toBe(true);
    }
    expect(run(["check"], folder).code).toBe(0);
    remove();
  });

  it("refuses wrong data, says why, and leaves dist alone", () => {
    const { folder, remove } = copyDataFolder([{ file: "dataset.yml", replace: ["schema: 1", "schema: 7"] }]);
    const { code, stderr } = run(["build"], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/schema cannot be 7/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(folder, "dist"))).toBe(false);
    remove();
  });
});

describe("status", () => {
  const ask = (on: string, country = "XA", vendor = "acme-radio") =>
    runJson(["status", "--country", country, "--vendor", vendor, "--on", on]);

  it("answers with the policy of the day, its sources and what came later", () => {
    const answer = ask("2020-08-01");
    expect(answer).toMatchObject({
      status: "decided",
      stance: "prohibits",
      scope: "All masts; those that stand go by the end of 2027",
      since: "2020-07-14",
    });
    expect(answer.measures.map(({ id }: { id: string }) => id)).toEqual(["xa-2020-07-14-mast-ban"]);
    expect(answer.sources.map(({ url }: { url: string }) => url)).toEqual([
      "https://example.org/mast-ban",
      "https://example.org/gazette/2020",
    ]);
    expect(answer.later.map(({ on, step }: { on: string; step: string }) => `${on} ${step}`)).toEqual([
      "2020-10 in-force",
      "2027-12-31 deadline",
    ]);
  });

  it("takes a code, an id or a name, and an old id", () => {
    const byCode = ask("2021-01-01");
    expect(ask("2021-01-01", "northland", "Acme Radio")).toEqual(byCode);
    expect(ask("2021-01-01", "Northland", "older-acme")).toEqual(byCode);
    expect(ask("2021-01-01", "IU")).toMatchObject({ country: "inland-union", status: "no-record" });
  });

  it("says that there is no record, and that this is not 'no restriction'", () => {
    expect(ask("2021-01-01", "XB")).toMatchObject({
      status: "no-record",
      stance: "none",
      scope: null,
      since: null,
      measures: [],
      sources: [],
      later: [],
    });
    const { stdout } = run(["status", "--country", "XB", "--vendor", "acme-radio", "--on", "2021-01-01"]);
    expect(stdout).toMatch(/not the same as no restriction/);
    expect(stdout).toMatch(/Searched on 2024-05-02/);
  });

  it("names what was probably meant", () => {
    const { code, stderr } = run([
      "status",
      "--country",
      "nortland",
      "--vendor",
      "acme-radio",
      "--on",
      "2021-01-01",
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe("There is no country nortland. Did you mean Northland or northland?\n");
  });
});

describe("role", () => {
  it("answers with the offices of the day", () => {
    expect(runJson(["role", "jane-doe", "--on", "2020-01-30"])).toMatchObject({
      id: "jane-doe",
      name: "Jane Doe",
      roles: [
        {
          title: "Minister of Masts",
          organisation: "Government of Northland",
          country: "northland",
          from: "2018-03",
          until: "2021-09-30",
        },
      ],
    });
    expect(runJson(["role", "jane-doe", "--on", "2010-01-01"]).roles).toEqual([]);
  });

  it("knows only people", () => {
    const { code, stderr } = run(["role", "northtel", "--on", "2020-01-30"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no official northtel/);
  });
});

describe("show", () => {
  it("shows a record with the names of what it refers to", () => {
    const { code, stdout } = run(["show", "xa-2020-07-14-mast-ban"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Aims at: Acme Radio \(named\)$/m);
    expect(runJson(["show", "xa-2020-07-14-mast-ban"])).toMatchObject({
      kind: "measure",
      file: "measures/xa-2020-07-14-mast-ban.yml",
      record: { id: "xa-2020-07-14-mast-ban", kind: "ban" },
      names: { northland: "Northland", "acme-radio": "Acme Radio" },
    });
    expect(runJson(["show", "old-acme"])).toMatchObject({ kind: "vendor", record: { id: "acme-radio" } });
  });

  it("works while other records have problems, and says so", () => {
    const { folder, remove } = copyDataFolder([
      { file: "officials/jane-doe.yml", replace: ["reason:", "raeson:"] },
    ]);
    const { code, stderr } = run(["show", "northtel"], folder);
    expect(code).toBe(0);
    expect(stderr).toBe("Left out because of problems (see check): officials/jane-doe.yml\n");
    remove();
  });
});

describe("what nobody can answer", () => {
  it.each([
    [["show", "acme-radoi"], 1, /There is no record acme-radoi\. Did you mean acme-radio\?/],
    [["show", "two-in-one"], 1, /was split: show chatterbox or show northtel/],
    [["chekc"], 1, /unknown command 'chekc'[\s\S]*check/],
    [["check", "--jsno"], 2, /unknown option/],
    [["show"], 2, /missing required argument/],
    [["status", "--country", "XA"], 2, /required option/],
    [["role", "jane-doe", "--on", "2020-02-30"], 2, /2020-02-30 is not a day; write it as YYYY-MM-DD/],
  ])("%j exits with %i and says what is wrong", (args, code, message) => {
    const result = run(args);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });
});
