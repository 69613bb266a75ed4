import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { workshop } from "./command-workshop.ts";
import type { Edit } from "./data-folder.ts";

describe("diff", () => {
  function diff(...edits: Edit[]) {
    const before = workshop();
    const after = workshop(...edits);
    const args = ["diff", before.folder, after.folder];
    return { text: after.run(...args).stdout, json: JSON.parse(after.run(...args, "--json").stdout) };
  }

  it("finds nothing between equal folders", () => {
    expect(diff().text).toContain("Nothing differs.");
  });

  it("says what a reader sees differently", () => {
    const { text, json } = diff({
      file: "measures/xa-2020-07-14-mast-ban.yml",
      replace: [
        ", sources: [page]}\nsupersedes",
        ", sources: [page]}\n  - {step: lifted, on: 2024-06-02, sources: [page]}\nsupersedes",
      ],
    });
    expect(json.policies).toEqual([
      {
        country: "Northland",
        subject: "Acme Radio",
        before: expect.stringMatching(/^in force, prohibits/),
        after: expect.stringMatching(/^ended, none/),
      },
    ]);
    expect(json.changed).toEqual([
      expect.objectContaining({ id: "xa-2020-07-14-mast-ban", fields: ["steps"] }),
    ]);
    expect(text).toMatch(/Acme Radio in Northland\n {6}was {2}in force, prohibits.*\n {6}now {2}ended, none/);
  });

  it("tells added, renamed and removed records, and changed offices", () => {
    const { json } = diff(
      { file: "companies/chatterbox.yml", remove: true },
      {
        file: "redirects.yml",
        append: "chatterbox: [acme-radio]\n",
        replace: ["[chatterbox, northtel]", "[northtel]"],
      },
      { file: "officials/jane-doe.yml", replace: ["end: held", "until: 2024-01-01"] },
    );
    expect(json.removed).toEqual([expect.objectContaining({ id: "chatterbox", now: ["acme-radio"] })]);
    expect(json.offices).toEqual([expect.objectContaining({ id: "jane-doe", after: [] })]);
  });

  it("passes over a day on which something was looked at again", () => {
    const { json } = diff({
      file: "vendors/acme-radio.yml",
      replace: ["\nchecked: 2024-06-01", "\nchecked: 2024-06-02"],
    });
    expect(json.changed).toEqual([]);
  });

  it("reads git revisions and versions of the data folder", () => {
    const { folder: valid, run } = workshop();
    const folder = mkdtempSync(join(tmpdir(), "data-history-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const data = join(folder, "data");
    cpSync(valid, data, { recursive: true });
    const git = (...args: string[]) => {
      const asNobody = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
      const { status, stderr } = spawnSync("git", [...asNobody, ...args], { cwd: folder, encoding: "utf8" });
      expect(stderr.includes("fatal") ? stderr : status).toBe(0);
    };
    git("init", "-q");
    git("add", "data");
    git("commit", "-q", "-m", "First");
    writeFileSync(
      join(data, "dataset.yml"),
      readFileSync(join(data, "dataset.yml"), "utf8").replace("2024.6.0", "2024.6.1"),
    );
    rmSync(join(data, "measures/xa-2020-07-14-mast-ban.yml"));
    git("commit", "-q", "-a", "-m", "Second");
    for (const before of ["HEAD~1", "2024.6.0"]) {
      const json = JSON.parse(run("--data", data, "diff", before, "HEAD", "--json").stdout);
      expect(json).toMatchObject({ before: { version: "2024.6.0" }, after: { version: "2024.6.1" } });
      expect(json.removed.map(({ id }: { id: string }) => id)).toContain("xa-2020-07-14-mast-ban");
    }
    expect(run("--data", data, "diff", "2031.1.0", "HEAD").stderr).toContain(
      "No revision holds the dataset version",
    );
    expect(run("--data", data, "diff", "nowhere", "HEAD").stderr).toContain("no file, no folder, no version");
  });
});
