import { describe, expect, test } from "vitest";
import { plainWords } from "../../../src/core/notes/plain-words.ts";
import { readMarkdown } from "../../../src/core/notes/read-markdown.ts";

const plain = (text: string) => plainWords(text, readMarkdown(text));

describe("the words of a note without the signs of Markdown", () => {
  test.each([
    ["Compare the **wording** with _July_ and `cap`", "Compare the wording with July and cap"],
    ["snake_case, 2 * 3 and a &amp; b\\*", "snake_case, 2 * 3 and a & b*"],
    [
      "see [the law](https://example.org/law) or <https://example.org/a>",
      "see the law or https://example.org/a",
    ],
    ["- one\n- **two**", "• one\n• two"],
    // A number may be what the note says.
    ["5. August\n6. September", "5. August\n6. September"],
    ["> quoted\n\nand *mine*", "quoted\nand mine"],
    ["one  \ntwo\\\nthree", "one\ntwo\nthree"],
    ["nothing to read", "nothing to read"],
    ["", ""],
  ])("%j → %j", (text, words) => {
    expect(plain(text)).toBe(words);
  });

  test.each(["# A heading", "![a picture](https://example.org/p.png)", "<b>markup</b>", "[not a link][x]"])(
    "stand there as they were typed, where the note shows them so: %s",
    (text) => {
      expect(plain(text)).toBe(text);
    },
  );

  test("are the text itself, where that is too dear to be read", () => {
    const dear = "*a".repeat(2_000);
    expect(plain(dear)).toBe(dear);
  });
});
