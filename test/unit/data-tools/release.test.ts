import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataProblemsError } from "../../../data/tools/build-dataset.ts";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { fix } from "../../../data/tools/commands/fix.ts";
import { keygen } from "../../../data/tools/commands/keygen.ts";
import { release } from "../../../data/tools/commands/release.ts";
import { lastRelease, loadVersion } from "../../../data/tools/diff/load-version.ts";
import { readKeys } from "../../../data/tools/keys/keys-file.ts";
import { changesBetween } from "../../../data/tools/release/data-changes.ts";
import { nextVersion } from "../../../data/tools/release/next-version.ts";
import { addToChangelog } from "../../../data/tools/release/write-changelog.ts";
import { readPackage } from "../../../src/core/package/read-package.ts";
import { datasetOf } from "../package/sample-package.ts";
import { openWorkshop, printed, type ReleaseWorkshop } from "./release-workshop.ts";

const ban = "measures/xa-2020-07-14-mast-ban.yml";
const on = "2024-07-03";

function liftBan({ replace }: ReleaseWorkshop): void {
  replace(ban, "deadline, on: 2027-12-31, text: The last mast is down.", "lifted, on: 2024-06-02");
}

describe("release", () => {
  it("says what it would do, and changes nothing", () => {
    const shop = openWorkshop();
    liftBan(shop);
    const before = shop.snapshot();
    const text = printed(() => release(shop.data, { on }));
    expect(text).toContain(
      "The last release is 2024.6.0 (2024-06-30); the next one would be 2024.7.0 (2024-07-03).",
    );
    expect(text).toContain("Readers see another answer in 1 case; records: 0 added, 1 changed, 0 gone.");
    expect(text).toMatch(/Acme Radio in Northland: was "in force, prohibits: .*", is "ended, none: /);
    expect(text).toContain("Nothing is written yet");
    expect(shop.snapshot()).toEqual(before);
  });

  it("writes version, changelog, dataset, package and checksums, and says what to do next", () => {
    const shop = openWorkshop();
    shop.write(
      "CHANGELOG.md",
      "# Changes\n\nSaid by hand.\n\n## Next\n\nNo masts any more.\n\n## 2024.6.0\n\nOld.\n",
    );
    shop.replace("dataset.yml", "version: 2024.6.0", "# Moved by release.\nversion: 2024.6.0");
    shop.write("README.md", "<!-- counts -->\n<!-- /counts -->\n\n<!-- licence -->\n<!-- /licence -->\n");
    printed(() => fix(shop.data));
    printed(() => keygen(shop.data, shop.outside("key"), { name: "Editors" }));
    shop.commit("Keys");
    liftBan(shop);
    const text = printed(() =>
      release(shop.data, { on, write: true, key: shop.outside("key"), notable: "And more." }),
    );
    expect(text).toMatch(/Dataset 2024\.7\.0 \(2024-07-03\) is written and was read back/);
    expect(text).toMatch(/signed by Editors/);
    expect(text).toMatch(
      /1\. Read .*CHANGELOG\.md[\s\S]*2\. Commit and tag[\s\S]*3\. Try the package[\s\S]*4\. Upload it/,
    );
    expect(shop.read("dataset.yml")).toMatch(
      /^# Moved by release\.\nversion: 2024\.7\.0\ndate: 2024-07-03\n/,
    );
    expect(shop.read("CHANGELOG.md")).toMatch(
      /^# Changes\n\nSaid by hand\.\n\n## 2024\.7\.0\n\nNo masts any more\.\n\nAnd more\.\n\nOf 2024-07-03[\s\S]*\*\*Readers see another answer\*\* \(1\)[\s\S]*\*\*Changed\*\* \(1\)\n\n- measure Order on masts \(`xa-2020-07-14-mast-ban`\): steps\n\n## 2024\.6\.0\n\nOld\.\n$/,
    );
    expect(shop.read("README.md")).toContain("_A small invented dataset, version 2024.7.0, CC BY 4.0_");
    expect(checkFolder(shop.data)).toEqual([]);

    const bytes = readFileSync(join(shop.data, "dist/telecom-lens-2024.7.0.json"));
    const trusted = readKeys(shop.data).keys.map(({ key }) => key);
    const read = readPackage(bytes, {
      trusted,
      extension: "0.1.0",
      kind: "dataset",
      newerThan: ["2024.6.0"],
    });
    expect(read.key).toBe(trusted[0]);
    expect(read.diff).toMatchObject({
      before: { version: "2024.6.0", date: "2024-06-30" },
      after: { version: "2024.7.0", date: "2024-07-03" },
      policies: [{ country: "Northland", subject: "Acme Radio" }],
    });
    expect(JSON.parse(read.facts)).toEqual(JSON.parse(shop.read("dist/dataset.json")));
    expect(Buffer.from(read.index)).toEqual(readFileSync(join(shop.data, "dist/index.bin")));
    const sums = shop.read("dist/SHA256SUMS").trim().split("\n");
    expect(sums.map((line) => line.slice(66))).toEqual([
      "dataset.json",
      "index.bin",
      "telecom-lens-2024.7.0.json",
    ]);
    expect(sums[2]).toBe(`${createHash("sha256").update(bytes).digest("hex")}  telecom-lens-2024.7.0.json`);

    // Written and not committed is not released: the next one would skip a version.
    expect(() => release(shop.data, { on })).toThrow(
      /2024\.7\.0, and the last release is 2024\.6\.0\..*commit it/,
    );
    shop.commit("Release");
    const before = shop.snapshot();
    expect(printed(() => release(shop.data, { on, write: true }))).toBe(
      "Nothing has changed for readers since 2024.7.0: there is nothing to release.",
    );
    expect(shop.snapshot()).toEqual(before);

    shop.replace("vendors/acme-radio.yml", "Network equipment vendor", "Maker of masts");
    expect(printed(() => release(shop.data, { on: "2024-07-31" }))).toContain(
      "would be 2024.7.1 (2024-07-31)",
    );
  });

  it("does nothing while check finds anything", () => {
    const shop = openWorkshop();
    shop.replace(ban, "stance: prohibits", "stance: prohibit");
    expect(() => release(shop.data, { on, write: true })).toThrow(DataProblemsError);
    expect(existsSync(join(shop.data, "dist"))).toBe(false);
  });

  it("leaves all files as they were when it fails half way", () => {
    const shop = openWorkshop();
    liftBan(shop);
    mkdirSync(join(shop.data, "dist"));
    shop.write("dist/dataset.json", "of an earlier build");
    // No manifest holds it, which is noticed when the package is read back.
    shop.replace("dataset.yml", "title: A small invented dataset", `title: ${"A".repeat(300)}`);
    const before = shop.snapshot();
    expect(() => release(shop.data, { on, write: true })).toThrow(/manifest .*title/);
    expect(shop.snapshot()).toEqual(before);
  });

  it("says that a package without a key is not signed, and how to sign it", () => {
    const shop = openWorkshop();
    liftBan(shop);
    const text = printed(() => release(shop.data, { on, write: true }));
    expect(text).toMatch(/not signed[\s\S]*sign PACKAGE --key FILE/);
    expect(JSON.parse(shop.read("dist/telecom-lens-2024.7.0.json")).signature).toBeNull();
  });

  it("refuses a key that no extension would trust", () => {
    const [shop, other] = [openWorkshop(), openWorkshop()];
    printed(() => keygen(other.data, other.outside("key"), {}));
    liftBan(shop);
    expect(() => release(shop.data, { on, write: true, key: other.outside("key") })).toThrow(
      /does not stand in .*keys\.yml/,
    );
    expect(existsSync(join(shop.data, "dist"))).toBe(false);
  });

  it("can be told what was released last, where git cannot", () => {
    const [shop, bare] = [openWorkshop(), openWorkshop({ withGit: false })];
    liftBan(bare);
    expect(() => release(bare.data, { on })).toThrow(/git has no history of .*--previous FILE/);
    expect(printed(() => release(bare.data, { on, previous: shop.data }))).toContain("2024.7.0");
    liftBan(shop);
    printed(() => release(shop.data, { on, write: true }));
    bare.replace("dataset.yml", "2024.6.0", "2024.7.0");
    for (const file of ["dataset.json", "telecom-lens-2024.7.0.json"]) {
      const previous = join(shop.data, "dist", file);
      expect(printed(() => release(bare.data, { on, previous }))).toContain("Nothing has changed");
    }
  });

  it("looks for the revision that changed the version, not for the newest one", () => {
    const shop = openWorkshop();
    liftBan(shop);
    shop.commit("Lift the ban");
    shop.replace("dataset.yml", "title: A small", "title: A very small");
    shop.commit("Another title");
    expect(loadVersion(shop.data, lastRelease(shop.data).commit).info.title).toBe("A small invented dataset");
    expect(printed(() => release(shop.data, { on }))).toMatch(
      /1 changed[\s\S]*The title of the dataset is A very small invented dataset/,
    );
  });

  it("takes no day that does not exist", () => {
    expect(() => release(openWorkshop().data, { on: "2024-02-30" })).toThrow("is not a day");
  });
});

describe("the next version", () => {
  it.each([
    ["2026.11.3", "2026-11-29", "2026.11.4"],
    ["2026.11.3", "2026-12-01", "2026.12.0"],
    ["2026.11.9", "2026-11-30", "2026.11.10"],
    ["2026.12.4", "2027-01-01", "2027.1.0"],
    // A clock that is behind.
    ["2026.12.0", "2026-11-30", "2026.12.1"],
  ])("after %s on %s is %s", (previous, day, next) => {
    expect(nextVersion(previous, day)).toBe(next);
  });
});

describe("the changelog", () => {
  const changes = changesBetween(
    datasetOf("2026.11.0", ["Acme"]),
    datasetOf(
      "2026.11.1",
      Array.from({ length: 60 }, (_, at) => `Firm${at}`),
    ),
  );

  it("cuts long lists and says how much is left", () => {
    const text = addToChangelog("# Changes\n", "2026.11.1", "2026-11-29", changes);
    expect(text).toMatch(/\*\*Added\*\* \(60\)/);
    expect(text.match(/^- vendor Firm/gm)).toHaveLength(20);
    expect(text).toContain("- … and 40 more");
    expect(text).toMatch(/\*\*Removed\*\* \(1\)\n\n- vendor Acme \(`acme`\)\n$/);
  });

  it("tells what went from what another record took over", () => {
    const now = { ...datasetOf("2026.11.1", ["Zeta"]), redirects: { acme: ["zeta"] } };
    const text = addToChangelog("", "2026.11.1", "2026-11-29", changesBetween(datasetOf("2026.11.0"), now));
    expect(text).toMatch(/\*\*Redirected\*\* \(1\)\n\n- vendor Acme \(`acme`\): now `zeta`/);
    expect(text).toMatch(/\*\*Besides\*\* \(1\)\n\n- Old ids: 1 added/);
    expect(text).not.toContain("Removed");
  });

  it("has no version twice", () => {
    expect(() => addToChangelog("## 2026.11.1\n", "2026.11.1", "2026-11-29", changes)).toThrow(
      'Rename it to "## Next"',
    );
  });

  it("knows of changes to what is no record", () => {
    const before = datasetOf("2026.11.0");
    expect(changesBetween(before, { ...before, info: { ...before.info, date: "2026-11-29" } }).isEmpty).toBe(
      true,
    );
    const after = { ...before, containers: [{ text: "Acme Bank", why: "bank" as const }] };
    expect(changesBetween(before, after)).toMatchObject({
      isEmpty: false,
      others: ["Names that silence others: 1 added, 1 removed"],
    });
  });
});
