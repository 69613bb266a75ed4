import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAtPassage, textDirective } from "../../../src/core/notes/text-fragment.ts";

const passage = (quote: string, prefix = "", suffix = "") => ({ quote, prefix, suffix });

/** What the browser makes of a directive: its terms, decoded. */
function termsOf(directive: string) {
  const parts = directive.replace(/^text=/, "").split(",");
  const decoded = (part: string) => decodeURIComponent(part);
  const prefix = parts[0]?.endsWith("-") ? decoded(parts.shift()?.slice(0, -1) ?? "") : undefined;
  const suffix = parts.at(-1)?.startsWith("-") ? decoded(parts.pop()?.slice(1) ?? "") : undefined;
  const [start, end] = parts.map(decoded);
  return { prefix, start, end, suffix, left: parts.length };
}

describe("the text fragment of a passage", () => {
  test("is the quote with whole words of what stands around it in its paragraph", () => {
    const found = termsOf(
      textDirective(
        passage("may not exceed a third", "ho said that their share ", " of the network, as a wh"),
      ),
    );
    expect(found).toEqual({
      prefix: "said that their share",
      start: "may not exceed a third",
      end: undefined,
      suffix: "of the network, as",
      left: 1,
    });
  });

  test("does not reach over the edge of a paragraph", () => {
    const { prefix, suffix } = termsOf(
      textDirective(passage("The next day", "the end of it.\n", "\nAnother paragraph here")),
    );
    expect(prefix).toBeUndefined();
    expect(suffix).toBeUndefined();
  });

  test("marks beginning and end of a long quote, and of one over several paragraphs", () => {
    const long = "One two three four five six seven. ".repeat(10).trim();
    expect(termsOf(textDirective(passage(long)))).toMatchObject({
      start: "One two three four five six",
      end: "two three four five six seven.",
      left: 2,
    });
    expect(termsOf(textDirective(passage("First paragraph.\n\n  Second one.")))).toMatchObject({
      start: "First paragraph",
      end: "Second one.",
    });
  });

  test("makes cut words whole, because browsers match nothing else", () => {
    expect(termsOf(textDirective(passage("wei and Z", "by Hua", "TE now"))).start).toBe("Huawei and ZTE");
    // No spaces there, but words all the same.
    expect(termsOf(textDirective(passage("华为公司", "", "在英国"))).start).toBe("华为公司");
  });

  test("escapes what has a meaning of its own, and halves of characters", () => {
    expect(textDirective(passage("a-b, c & d % e"))).toBe("text=a%2Db%2C%20c%20%26%20d%20%25%20e");
    expect(termsOf(textDirective(passage("half \ud83d of one"))).start).toBe("half \ufffd of one");
  });

  test("never breaks an address, whatever the quote is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string(),
        fc.string(),
        (quote, before, after) => {
          const directive = textDirective(passage(quote, before, after));
          if (directive === "") return;
          expect(directive).toMatch(/^text=[^&#\s]+$/);
          const { left, start } = termsOf(directive);
          expect(left === 1 || left === 2).toBe(true);
          expect(start).not.toBe("");
        },
      ),
    );
  });
});

describe("the address of a passage", () => {
  const quoted = passage("the quote");
  test.each([
    ["https://news.example/a", "https://news.example/a#:~:text=the%20quote"],
    ["https://news.example/a#part", "https://news.example/a#part:~:text=the%20quote"],
    ["https://news.example/#/article/7", "https://news.example/#/article/7:~:text=the%20quote"],
    ["https://news.example/a#:~:text=old", "https://news.example/a#:~:text=the%20quote"],
    ["javascript:alert(1)", "javascript:alert(1)"],
  ])("%s", (url, expected) => {
    expect(addressAtPassage(url, quoted)).toBe(expected);
  });

  test("is the page's own where there is no passage", () => {
    expect(addressAtPassage("https://news.example/a", undefined)).toBe("https://news.example/a");
    expect(addressAtPassage("https://news.example/a", passage(" \n "))).toBe("https://news.example/a");
  });
});
