import { expect, test } from "vitest";
import { saysTheSame, tagsOfText, tagsText } from "../../../src/core/notes/edit-draft.ts";

test.each([
  { text: "cap, to check", before: [], tags: ["cap", "to check"] },
  { text: " cap ,, cap,", before: [], tags: ["cap"] },
  { text: "", before: ["gone"], tags: [] },
  { text: "Smith, J., new", before: ["Smith, J."], tags: ["Smith, J.", "new"] },
  { text: "new, Smith, J.", before: ["Smith, J."], tags: ["new", "Smith, J."] },
  { text: "Smith, Jane", before: ["Smith, J."], tags: ["Smith", "Jane"] },
])("“$text” is $tags for a note that had $before", ({ text, before, tags }) => {
  expect(tagsOfText(text, before)).toEqual(tags);
});

test("tags are the same when they were typed and read again", () => {
  const tags = ["z", "a, b", "c", "d, e, f"];
  expect(tagsOfText(tagsText(tags), tags)).toEqual(tags);
});

test("a note says the same when its text and its tags are the same", () => {
  const note = { body: "x", tags: ["a", "b"] };
  expect(saysTheSame(note, { ...note })).toBe(true);
  expect(saysTheSame(note, { ...note, body: "y" })).toBe(false);
  expect(saysTheSame(note, { ...note, tags: ["a"] })).toBe(false);
});
