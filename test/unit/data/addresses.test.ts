import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readRecords } from "../../../data/tools/read-records.ts";
import { selectTexts } from "../../../data/tools/select-values.ts";

/**
 * No address in `data/` is invented. `test/fixtures/addresses.tsv` lists every one: how it became known (`collected`: with
 * the first facts, from excerpts of pages; `looked-up`: found and read for the record), the address, the records that use it. It is
 * kept by hand, as a second look: a line is added by the person who opened the page.
 */
const register = readFileSync(resolve(import.meta.dirname, "../../fixtures/addresses.tsv"), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split("\t"));

describe("the addresses of sources", () => {
  const used = new Map<string, Set<string>>();
  for (const { id, value, generated } of readRecords(resolve(import.meta.dirname, "../../../data")).records) {
    if (generated) continue;
    for (const { text } of selectTexts(value, "sources.*.url")) {
      used.set(text, (used.get(text) ?? new Set()).add(id));
    }
  }
  const known = new Map(register.map(([, address = "", ids = ""]) => [address, ids]));

  it("are all listed, each with the records that use it", () => {
    const missing = [...used]
      .filter(([address, ids]) => known.get(address) !== [...ids].sort().join(" "))
      .map(([address, ids]) => `looked-up\t${address}\t${[...ids].sort().join(" ")}`);
    // Open each page, read the passage, then put these lines in place of those with the same address.
    expect(missing).toEqual([]);
  });

  it("are listed only while a record uses them", () => {
    expect([...known.keys()].filter((address) => !used.has(address))).toEqual([]);
  });

  it("say how they became known, and stand in order", () => {
    expect(register.filter(([how]) => how !== "collected" && how !== "looked-up")).toEqual([]);
    const addresses = register.map(([, address]) => address);
    expect(addresses).toEqual([...addresses].sort());
  });
});
