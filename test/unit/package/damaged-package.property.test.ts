import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackageError } from "../../../src/core/package/package-error.ts";
import { type PackageExpectations, readHead, readPackage } from "../../../src/core/package/read-package.ts";
import { asPack, expected, goodPack, goodPackage } from "./sample-package.ts";

/** One damage at a place between 0 and 1 of a file. */
const damage = fc.record({
  how: fc.constantFrom("flip", "cut", "insert", "repeat", "drop", "swap"),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.integer({ min: 0, max: 255 }),
});
type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never;

function damaged(file: Uint8Array, { how, place, length, byte }: Damage): Uint8Array {
  const at = Math.min(file.length - 1, Math.floor(place * file.length));
  const [before, part, after] = [
    file.subarray(0, at),
    file.subarray(at, at + length),
    file.subarray(at + length),
  ];
  const parts: Record<Damage["how"], ArrayLike<number>[]> = {
    flip: [before, [(file[at] ?? 0) ^ (1 << (byte & 7))], file.subarray(at + 1)],
    cut: [before],
    insert: [before, [byte], file.subarray(at)],
    repeat: [before, part, part, after],
    drop: [before, after],
    swap: [before, after.subarray(0, length), part, after.subarray(length)],
  };
  return Uint8Array.from(parts[how].flatMap((bytes) => Array.from(bytes)));
}

/** Every damage is found, or does none. */
function holds(file: Uint8Array, expectations: PackageExpectations): void {
  const whole = JSON.stringify(readPackage(file, expectations));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), (damages) => {
      const bytes = damages.reduce(damaged, file);
      try {
        expect(JSON.stringify(readPackage(bytes, expectations))).toBe(whole);
      } catch (error) {
        if (!(error instanceof PackageError)) throw error;
        expect(error.message).toContain("The data in use stays as it is.");
      }
    }),
    { numRuns: 1500 },
  );
}

describe("a damaged package", () => {
  it("is refused, or says what the whole one says", () => holds(goodPackage, expected));

  it("is refused with a reason of ours even where nobody signed it", () => {
    // Title and version of an unsigned pack are anybody's; its facts are held by the checksums.
    const facts = readPackage(goodPack, asPack).facts;
    fc.assert(
      fc.property(damage, (one) => {
        try {
          expect(readPackage(damaged(goodPack, one), asPack).facts).toBe(facts);
        } catch (error) {
          if (!(error instanceof PackageError)) throw error;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("never makes the head throw anything else, at whatever byte it is cut", () => {
    fc.assert(
      fc.property(damage, fc.nat(goodPackage.length), (one, length) => {
        try {
          readHead(damaged(goodPackage, one).subarray(0, length));
        } catch (error) {
          if (!(error instanceof PackageError)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is refused at each single byte of it", () => {
    for (let at = 0; at < goodPackage.length; at += 7) {
      const bytes = goodPackage.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(() => readPackage(bytes, expected), `byte ${at}`).toThrow(PackageError);
    }
  });
});
