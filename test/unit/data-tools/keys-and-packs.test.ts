import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DataProblemsError } from "../../../data/tools/build-dataset.ts";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { keygen } from "../../../data/tools/commands/keygen.ts";
import { pack } from "../../../data/tools/commands/pack.ts";
import { release } from "../../../data/tools/commands/release.ts";
import { sign } from "../../../data/tools/commands/sign.ts";
import { verify } from "../../../data/tools/commands/verify.ts";
import { readKeys } from "../../../data/tools/keys/keys-file.ts";
import { keyVariable } from "../../../data/tools/keys/private-key.ts";
import { trustedKeys } from "../../../src/cli/dataset-assets.ts";
import { readPackage } from "../../../src/core/package/read-package.ts";
import { key as strangersKey } from "../package/sample-package.ts";
import { openWorkshop, printed, type ReleaseWorkshop } from "./release-workshop.ts";

const vendor = "vendors/acme-radio.yml";
const on = "2024-07-03";
const released = (shop: ReleaseWorkshop, version = "2024.7.0") =>
  join(shop.data, "dist", `telecom-lens-${version}.json`);

afterEach(() => vi.unstubAllEnvs());

function releaseWith(shop: ReleaseWorkshop, key?: string): void {
  shop.replace(vendor, "does: ", "does: New ");
  printed(() => release(shop.data, { on, write: true, key: key && shop.outside(key) }));
}

describe("keygen", () => {
  it("writes a private key for its owner alone, and the public one to keys.yml", () => {
    const shop = openWorkshop();
    const file = shop.outside("key");
    const text = printed(() => keygen(shop.data, file, { name: "Editors" }));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = readFileSync(file, "utf8");
    expect(secret).toMatch(/^telecom-lens-private-key:[A-Za-z0-9+/]{43}=\n$/);
    const { keys } = readKeys(shop.data);
    expect(keys).toEqual([{ key: expect.any(String), name: "Editors", since: expect.stringMatching(/^20/) }]);
    expect(text).toContain(`Added to keys.yml: ${keys[0]?.key} (Editors).`);
    expect(text).toMatch(/What to do next: commit keys\.yml and release the extension/);
    expect(Object.values(shop.snapshot()).join("")).not.toContain(secret.trim().split(":")[1]);
    expect(checkFolder(shop.data)).toEqual([]);
    expect(trustedKeys(shop.data, "")).toEqual([keys[0]?.key]);
  });

  it("keeps what stands in keys.yml, comments included", () => {
    const shop = openWorkshop();
    shop.write("keys.yml", "# Ours.\nkeys: []\n");
    printed(() => keygen(shop.data, shop.outside("one"), {}));
    printed(() => keygen(shop.data, shop.outside("two"), {}));
    expect(shop.read("keys.yml")).toMatch(/^# Ours\.\nkeys:\n[\s\S]*name: Key 1[\s\S]*name: Key 2/);
  });

  it("overwrites nothing, and writes nothing that git would take up", () => {
    const shop = openWorkshop();
    writeFileSync(shop.outside("key"), "of somebody");
    expect(() => keygen(shop.data, shop.outside("key"), {})).toThrow(/there already/);
    expect(readFileSync(shop.outside("key"), "utf8")).toBe("of somebody");
    const inside = join(shop.data, "key");
    expect(() => keygen(shop.data, inside, {})).toThrow(/must never be committed/);
    expect(existsSync(inside)).toBe(false);
    expect(existsSync(join(shop.data, "keys.yml"))).toBe(false);
    expect(() => keygen(shop.data, join(shop.outside("nowhere"), "key"), {})).toThrow(/Make it first/);
  });

  it("leaves no key behind that keys.yml does not know", () => {
    const shop = openWorkshop();
    shop.write("keys.yml", "keys: none\n");
    expect(() => keygen(shop.data, shop.outside("key"), {})).toThrow(/keys\.yml cannot be used.*check/);
    expect(existsSync(shop.outside("key"))).toBe(false);
  });
});

describe("one key after another", () => {
  it("is followed by an extension that knows only the first", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("old"), { name: "Old" }));
    const text = printed(() =>
      keygen(shop.data, shop.outside("new"), { name: "New", introducedBy: shop.outside("old") }),
    );
    expect(text).toMatch(/introduced by .*: extensions that know only that key take what the new one signs/);
    printed(() => keygen(shop.data, shop.outside("newer"), { introducedBy: shop.outside("new") }));
    expect(checkFolder(shop.data)).toEqual([]);
    shop.commit("Keys");
    const [old] = readKeys(shop.data).keys;
    releaseWith(shop, "newer");
    const bytes = readFileSync(released(shop));
    const read = readPackage(bytes, { trusted: [old?.key ?? ""], extension: "0.1.0", kind: "dataset" });
    expect(read.key).toBe(readKeys(shop.data).keys[2]?.key);
    expect(() =>
      readPackage(bytes, { trusted: [strangersKey], extension: "0.1.0", kind: "dataset" }),
    ).toThrow("does not know");
  });

  it("cannot be introduced by a key that is not ours", () => {
    const [shop, other] = [openWorkshop(), openWorkshop()];
    printed(() => keygen(other.data, other.outside("key"), {}));
    expect(() => keygen(shop.data, shop.outside("new"), { introducedBy: other.outside("key") })).toThrow(
      /does not stand in/,
    );
    expect(existsSync(shop.outside("new"))).toBe(false);
  });
});

describe("sign and verify", () => {
  it("sign nothing with a key that the package does not introduce", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("old"), {}));
    shop.commit("Keys");
    releaseWith(shop);
    printed(() => keygen(shop.data, shop.outside("new"), { introducedBy: shop.outside("old") }));
    expect(() => sign(shop.data, released(shop), { key: shop.outside("new") })).toThrow(
      /made before its new key was introduced/,
    );
    printed(() => sign(shop.data, released(shop), { key: shop.outside("old") }));
  });

  it("sign what was released without a key, and say who signed it", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("key"), { name: "Editors" }));
    shop.commit("Keys");
    releaseWith(shop);
    const file = released(shop);
    expect(() => verify(shop.data, file, {})).toThrow(
      /The package is not signed\. Take the dataset only from/,
    );
    expect(() => sign(shop.data, file, {})).toThrow(/Give the private key/);
    expect(printed(() => sign(shop.data, file, { key: shop.outside("key") }))).toMatch(
      /version 2024\.7\.0 is signed by Editors/,
    );
    const text = printed(() => verify(shop.data, file, {}));
    expect(text).toMatch(
      /is in order: the dataset, "A small invented dataset", version 2024\.7\.0 of 2024-07-03/,
    );
    expect(text).toMatch(/Signed by Editors/);
    expect(shop.read("dist/SHA256SUMS")).toContain("telecom-lens-2024.7.0.json");
    const { keys } = readKeys(shop.data);
    expect(printed(() => verify(shop.data, file, { key: keys[0]?.key }))).toContain("Signed by Editors");
    expect(() => verify(shop.data, file, { key: strangersKey })).toThrow(
      /key that this extension does not know/,
    );
    expect(() => verify(shop.data, file, { key: "nonsense" })).toThrow(/is no public key/);
  });

  it("take the key from a variable, too", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("key"), {}));
    shop.commit("Keys");
    vi.stubEnv(keyVariable, readFileSync(shop.outside("key"), "utf8"));
    releaseWith(shop);
    expect(printed(() => verify(shop.data, released(shop), {}))).toContain("Signed by Key 1");
    vi.stubEnv(keyVariable, "abc");
    expect(() => sign(shop.data, released(shop), {})).toThrow(/TELECOM_LENS_KEY holds no private key/);
  });

  it("take no key that git would take up", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("key"), {}));
    releaseWith(shop);
    const inside = join(shop.data, "key");
    writeFileSync(inside, readFileSync(shop.outside("key")));
    expect(() => sign(shop.data, released(shop), { key: inside })).toThrow(/must never be committed/);
    expect(() => sign(shop.data, released(shop), { key: shop.outside("none") })).toThrow(/no key file/);
  });

  it("sign nothing that is damaged, and leave it as it was", () => {
    const shop = openWorkshop();
    printed(() => keygen(shop.data, shop.outside("key"), {}));
    releaseWith(shop);
    const file = released(shop);
    writeFileSync(file, readFileSync(file, "utf8").replace("Acme Radio", "Acme Rodio"));
    const before = readFileSync(file);
    expect(() => sign(shop.data, file, { key: shop.outside("key") })).toThrow(/checksum of its facts/);
    expect(readFileSync(file)).toEqual(before);
    expect(() => verify(shop.data, file, {})).toThrow(/not signed/);
  });
});

describe("pack", () => {
  const firm = `id: our-firm
name: Our Firm
sentence: Our Firm writes about masts.
cites: [page]
spellings:
  - {text: Our Firm}
sources:
  page:
    url: https://example.org/our-firm
    publisher: Example
    title: About
    kind: primary
    seen: true
    checked: 2024-06-01
checked: 2024-06-01
country: southland
does: Newsroom
`;
  function newsroom(files: Record<string, string>, shop = openWorkshop()) {
    const folder = shop.outside("newsroom");
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const out = shop.outside("pack.json");
    const run = (more: { title?: string; version?: string; key?: string } = {}) =>
      printed(() => pack(shop.data, folder, { out, ...more }));
    const problems = () => {
      try {
        run();
      } catch (error) {
        if (error instanceof DataProblemsError) return error.problems;
        throw error;
      }
      return [];
    };
    return { shop, folder, out, run, problems };
  }

  it("holds the newsroom's records alone, which may name the dataset's", () => {
    const { run, out, shop } = newsroom({ "companies/our-firm.yml": firm });
    expect(run({ title: "Our desk", version: "2024.7.1" })).toMatch(
      /"Our desk" 2024\.7\.1: 1 entities, 0 measures, \d kB, not signed[\s\S]*What to do next: install it from this file/,
    );
    const read = readPackage(readFileSync(out), { trusted: [], extension: "0.1.0", kind: "pack" });
    expect(read.dataset.entities.map(({ id }) => id)).toEqual(["our-firm"]);
    expect(read.dataset.info).toMatchObject({ title: "Our desk", licence: "LicenseRef-private" });
    expect(read.key).toBeNull();
    expect(printed(() => verify(shop.data, out, {}))).toMatch(/a pack, "Our desk"[\s\S]*Not signed by a key/);
  });

  it("is named by its own dataset.yml, and signed where a key is given", () => {
    const info = "version: 2024.5.2\ndate: 2024-05-05\nschema: 1\ntitle: Desk of masts\nlicence: CC0-1.0\n";
    const { run, out, shop } = newsroom({ "companies/our-firm.yml": firm, "dataset.yml": info });
    printed(() => keygen(shop.data, shop.outside("key"), {}));
    expect(run({ key: shop.outside("key") })).toMatch(/"Desk of masts" 2024\.5\.2.*, signed/);
    const trusted = trustedKeys(shop.data, "");
    const read = readPackage(readFileSync(out), { trusted, extension: "0.1.0", kind: "pack" });
    expect(read.key).toBe(trusted[0]);
    expect(read.manifest).toMatchObject({ date: "2024-05-05", licence: "CC0-1.0" });
  });

  it("is checked like the dataset, with file, line, rule and remedy", () => {
    const { problems, folder, out } = newsroom({
      "companies/our-firm.yml": firm.replace("country: southland", "country: southlend"),
      "vendors/acme-radio.yml": firm
        .replaceAll("our-firm", "acme-radio")
        .replace("- {text: Our Firm}", "- {text: Our Firm}\n  - {text: Gone}"),
      "companies/old-acme.yml": firm.replaceAll("our-firm", "old-acme").replaceAll("Our Firm", "Old Firm"),
      "redirects.yml": "x: [our-firm]\n",
    });
    const found = problems().map(
      ({ file, line, rule, what, todo }) => `${file}:${line} ${rule} ${what} ${todo}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/companies\/our-firm\.yml:16 references .*did you mean southland/),
        expect.stringMatching(
          /vendors\/acme-radio\.yml:1 duplicate-ids the id acme-radio is taken by vendors/,
        ),
        expect.stringMatching(/companies\/old-acme\.yml:1 duplicate-ids .*choose another id/),
        expect.stringMatching(/redirects\.yml:1 folder a pack holds records only/),
      ]),
    );
    expect(found.every((line) => line.startsWith(folder))).toBe(true);
    expect(existsSync(out)).toBe(false);
  });

  it("needs records, a folder and a version that is one", () => {
    expect(newsroom({ "notes.txt": "" }).problems()[0]?.what).toBe("there are no records here");
    const { shop, run } = newsroom({ "companies/our-firm.yml": firm });
    expect(() => run({ version: "1.0" })).toThrow("is no version");
    expect(() => pack(shop.data, shop.outside("nowhere"), { out: shop.outside("x") })).toThrow(
      "There is no folder",
    );
  });
});

describe("keys of a build", () => {
  it("are those of keys.yml and of the variable, and each of them is one", () => {
    const { data } = openWorkshop();
    expect(trustedKeys(data, "")).toEqual([]);
    expect(trustedKeys(data, ` ${strangersKey}, ${strangersKey},`)).toEqual([strangersKey]);
    expect(() => trustedKeys(data, "abc")).toThrow(/abc is no public key/);
  });
});
