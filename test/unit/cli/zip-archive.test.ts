import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readZip, zipArchive, zipMode, zipTime } from "../../../src/cli/release/zip-archive.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  { path: "b/ä.txt", bytes: bytes("umlaut ".repeat(50)) },
  { path: "a.txt", bytes: bytes("short") },
  { path: "b/empty", bytes: bytes("") },
];

describe("an archive", () => {
  test("is the same whatever the order of its files, and is sorted, with one time and one mode", () => {
    const archive = zipArchive(files);
    expect(zipArchive(files.toReversed()).equals(archive)).toBe(true);
    const entries = readZip(archive);
    expect(entries.map(({ path }) => path)).toEqual(["a.txt", "b/empty", "b/ä.txt"]);
    expect(new Set(entries.map(({ time }) => time))).toEqual(new Set([zipTime]));
    expect(new Set(entries.map(({ mode }) => mode))).toEqual(new Set([zipMode]));
  });

  test("gives back what was packed", () => {
    const name = fc.stringMatching(/^[a-z0-9ü._-]{1,12}$/).filter((part) => !part.startsWith("."));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    const file = fc.record({ path, bytes: fc.uint8Array({ maxLength: 400 }) });
    fc.assert(
      fc.property(fc.uniqueArray(file, { selector: (one) => one.path, maxLength: 12 }), (packed) => {
        const back = readZip(zipArchive(packed));
        const sorted = packed.toSorted((a, b) => (a.path < b.path ? -1 : 1));
        expect(back.map((one) => [one.path, [...one.bytes]])).toEqual(
          sorted.map((one) => [one.path, [...one.bytes]]),
        );
      }),
    );
  });

  test.each(["/etc/passwd", "C:/x", "../x", "a/../x", "a\\x", "a//x", ""])("refuses the path %j", (path) => {
    expect(() => zipArchive([{ path, bytes: bytes("x") }])).toThrow("leads out of the archive");
  });

  test("refuses a path that is there twice", () => {
    const twice = [...files, { path: "a.txt", bytes: bytes("other") }];
    expect(() => zipArchive(twice)).toThrow("a.txt cannot be packed twice");
  });

  test("that is damaged is not read", () => {
    const archive = zipArchive(files);
    expect(() => readZip(archive.subarray(0, -1))).toThrow("no archive of ours");
    // The first letter of the first file.
    archive.writeUInt8(archive.readUInt8(35) ^ 1, 35);
    expect(() => readZip(archive)).toThrow("a.txt is damaged");
  });
});
