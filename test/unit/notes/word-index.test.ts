import fc from "fast-check";
import { expect, test } from "vitest";
import { createWordIndex, hasNumber } from "../../../src/core/notes/word-index.ts";

const word = fc.stringMatching(/^[abcü]{1,4}$/);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(" "));

/** By looking through each text. */
const plainly = (texts: readonly string[], part: string) =>
  texts.flatMap((one, number) => (one.split(" ").some((other) => other.includes(part)) ? number : []));

const found = (index: ReturnType<typeof createWordIndex>, part: string) =>
  Array.from({ length: index.size() }, (_, number) => number).filter((number) =>
    hasNumber(index.find(part), number),
  );

test("finds what looking through each text finds, whatever is asked before and added in between", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.array(word), fc.array(text), (first, asked, later) => {
      const index = createWordIndex();
      for (const one of first) index.add(one);
      for (const part of asked) expect(found(index, part)).toEqual(plainly(first, part));
      for (const one of later) index.add(one);
      for (const part of asked) expect(found(index, part)).toEqual(plainly([...first, ...later], part));
    }),
  );
});

test("keeps some texts in another order, and takes in others after them", () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(text, { maxLength: 40 })
        .chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts))),
      fc.array(word),
      text,
      ([texts, kept], asked, added) => {
        const index = createWordIndex();
        for (const one of texts) index.add(one);
        for (const part of asked) index.find(part);
        index.keepOnly(kept.map((one) => texts.indexOf(one)));
        expect(index.add(added)).toBe(kept.length);
        for (const part of asked) expect(found(index, part)).toEqual(plainly([...kept, added], part));
      },
    ),
  );
});

test("a longer word is looked for among those that had its beginning, and more answers than are remembered are right", () => {
  const index = createWordIndex();
  for (let number = 0; number < 200; number++) index.add(`number${number} each`);
  for (let number = 0; number < 100; number++) {
    expect(found(index, `number${number}`)).toContain(number);
    expect(found(index, "number1")).toHaveLength(111);
  }
  expect(found(index, "each")).toHaveLength(200);
  expect(found(index, "nothing")).toEqual([]);
});
