import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockReader, codeBlocks } from "../../../src/core/matching/letter-code.ts";

/** Blocks without zeros within, each with one at its end. */
function read(blocks: readonly Uint8Array[], order: readonly number[]): Uint8Array[] {
  const { model, start, bytes } = codeBlocks(blocks);
  const reader = new BlockReader(model, bytes);
  return order.map((number) => {
    reader.open(start[number] ?? 0);
    return Uint8Array.from(reader.upToZero());
  });
}

describe("blocks written in fewer bits", () => {
  it("are read alone, in any order, as they were", () => {
    const block = fc
      .uint8Array({ maxLength: 600 })
      .map((bytes) => Uint8Array.from([...bytes.filter((byte) => byte !== 0), 0]));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), fc.nat(), (blocks, turn) => {
        const order = blocks.map((_, at) => (at + turn) % blocks.length).reverse();
        expect(read(blocks, order)).toEqual(order.map((number) => blocks[number]?.slice(0, -1)));
      }),
    );
  });

  it("may hold what occurs once among very many, and all bytes behind one", () => {
    const often = new Uint8Array(200_000).fill(97);
    const all = Uint8Array.from([...Array.from({ length: 255 }, (_, at) => [97, at + 1]).flat(), 0]);
    often[often.length - 1] = 0;
    expect(read([often, all], [1, 0])).toEqual([all.slice(0, -1), often.slice(0, -1)]);
  });

  it("end, whatever was done to them: with an error, or with a text", () => {
    const { model, bytes } = codeBlocks([Uint8Array.from([...Buffer.from("aaaa bbbb aaaa"), 0])]);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 30 }), (cut, others) => {
        for (const damaged of [bytes.slice(0, cut), others]) {
          const reader = new BlockReader(model, damaged);
          reader.open(0);
          try {
            expect(reader.upToZero().length).toBeLessThan(1_000);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
      }),
    );
  });

  it("take about half the room of names", () => {
    const names = ["Huawei Technologies", "Deutsche Telekom", "Telekom Slovenije", "Crnogorski Telekom"];
    const blocks = Array.from({ length: 200 }, (_, at) =>
      Uint8Array.from([...Buffer.from(names[at % names.length] ?? ""), 0]),
    );
    const plain = blocks.reduce((sum, { length }) => sum + length, 0);
    expect(codeBlocks(blocks).bytes.length).toBeLessThan(plain / 2);
  });
});
