import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../../src/core/package/base64.ts";

describe("base64", () => {
  it("is what Node writes, and reads back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(text)).toEqual(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it("takes no text but the one that it would write", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w+/=-]{0,12}$/), (text) => {
        const bytes = fromBase64(text);
        if (bytes) expect(toBase64(bytes)).toBe(text);
      }),
      { numRuns: 500 },
    );
    for (const text of ["A", "AA", "AAA", "AB==", "AAB=", "A===", "====", "A=AA", "AA=A", "AA\n=", "ÿÿÿÿ"]) {
      expect(fromBase64(text), text).toBeUndefined();
    }
  });
});
