import fc from "fast-check";
import { expect, test } from "vitest";
import {
  eachOnce,
  isSaved,
  saysTheSame,
  tagsOfText,
  tagsText,
  wholeTagsOf,
} from "../../../src/core/notes/edit-draft.ts";

test.each([
  { text: "cap, to check", before: [], tags: ["cap", "to check"] },
  { text: " cap ,, cap,", before: [], tags: ["cap"] },
  { text: "", before: ["gone"], tags: [] },
  { text: "Smith, J., new", before: ["Smith, J."], tags: ["Smith, J.", "new"] },
  { text: "new, Smith, J.", before: ["Smith, J."], tags: ["new", "Smith, J."] },
  { text: "Smith, Jane", before: ["Smith, J."], tags: ["Smith", "Jane"] },
  // One that begins as another does is not taken for it.
  { text: "new, a, b, a, b, c", before: ["a, b", "a, b, c"], tags: ["new", "a, b", "a, b, c"] },
  // Untouched they are what they were, though they could be read in two ways.
  { text: "a, b, c, a, b, c, new", before: ["a, b", "c", "a, b, c"], tags: ["a, b", "c", "a, b, c", "new"] },
  { text: "a,,b, c", before: ["a,,b"], tags: ["a,,b", "c"] },
  // Quotation marks are signs like others.
  { text: '"Smith, J.", 5" mast', before: [], tags: ['"Smith', 'J."', '5" mast'] },
  { text: "Huawei, huawei, HUAWEI", before: [], tags: ["Huawei"] },
  { text: "cafe\u0301, Café", before: [], tags: ["cafe\u0301"] },
  // What the note has is not taken from it, and not written otherwise.
  { text: "EU, eu", before: ["EU", "eu"], tags: ["EU", "eu"] },
  { text: "huawei, EU, Huawei", before: ["Huawei"], tags: ["EU", "Huawei"] },
])("“$text” is $tags for a note that had $before", ({ text, before, tags }) => {
  expect(tagsOfText(text, before)).toEqual(tags);
});

test("tags are the same when they were typed and read again, whatever is in them, and when others are added", () => {
  const tag = fc
    .array(fc.constantFrom("a", "b", "A", ", ", ",", '"', "'", " x", "\u0301"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join("").trim())
    .filter(Boolean);
  fc.assert(
    fc.property(fc.uniqueArray(tag, { minLength: 1, maxLength: 6 }), (tags) => {
      expect(tagsOfText(tagsText(tags), tags)).toEqual(tags);
      expect(tagsOfText(`${tagsText(tags)}, new, NEW,`, tags)).toEqual([...tags, "new"]);
    }),
  );
});

test("a tag with a comma that was taken from another note stays one when what was typed is read again", () => {
  const tags = ["cap", "Smith, J.", "a, b", "c"];
  expect(wholeTagsOf(tags)).toEqual(["Smith, J.", "a, b"]);
  expect(wholeTagsOf(["cap"])).toBeUndefined();
  for (const before of [[], ["cap"], ["Smith, J.", "cap"], ["other"]])
    expect(tagsOfText(tagsText(tags), before, wholeTagsOf(tags))).toEqual(tags);
  // Once it was taken out again, its words are tags like others.
  expect(tagsOfText("cap, J., Smith", ["cap"], ["Smith, J."])).toEqual(["cap", "J.", "Smith"]);
  const note = { body: "x", tags: ["cap", "Smith, J."] };
  expect(isSaved(note, { body: "x", tags: "cap, Smith, J.", wholeTags: ["Smith, J."] })).toBe(true);
  const before = { body: "x", tags: ["cap", "Smith", "J."] };
  expect(isSaved(before, { body: "x", tags: "cap, Smith, J." })).toBe(true);
});

test("an edit is saved where the note says what was typed", () => {
  const note = { body: "x", tags: ["Smith, J.", "b"] };
  expect(isSaved(note, { body: "x", tags: "Smith, J., b" })).toBe(true);
  expect(isSaved(note, { body: "x", tags: "b, Smith, J." })).toBe(false);
  expect(isSaved(note, { body: "y", tags: "Smith, J., b" })).toBe(false);
});

test("tags that are added in another case are there already", () => {
  expect(eachOnce(["EU", "eu", "uk"], ["EU"])).toEqual(["EU", "uk"]);
});

test("a note says the same when its text and its tags are the same", () => {
  const note = { body: "x", tags: ["a", "b"] };
  expect(saysTheSame(note, { ...note })).toBe(true);
  expect(saysTheSame(note, { ...note, body: "y" })).toBe(false);
  expect(saysTheSame(note, { ...note, tags: ["a"] })).toBe(false);
});
