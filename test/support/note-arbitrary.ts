import fc from "fast-check";
import { entityKinds } from "../../src/core/dataset/schema.ts";
import type { Note, NotePage, Passage } from "../../src/core/notes/note.ts";
import { noteLimits, passageLimits } from "../../src/core/notes/note-limits.ts";

/** What has broken writers and readers before: it stands among the random texts. */
export const hostileTexts = [
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "[click](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "'=1+1",
  "\t=1+1",
  // A blank for JavaScript, and spelled out where it is shown.
  "\u000b",
  "\r=1+1",
  "＝1+1",
  '"; DROP TABLE notes; --',
  "a,b;c\td\r\ne\nf\rg",
  "} , note = {injected}, \\input{x} % comment @article{k, title={}}",
  "\nER  - \nTY  - BOOK\n",
  "\u202Etxt.exe\u202C \u2066isolated \u2067twice",
  "\uFEFF\u200B\u200E\u00AD",
  "\u0000\u0001\u001F\u007F\u0085\u2028\u2029",
  "# not a heading\n---\n> not a quote\n```\n~~~\n| a | b |",
  "&lt;b&gt; &amp; &#60; &copy;",
  "__proto__",
  "constructor",
  "😀🏳️‍🌈é́ नमस्ते العربية 中文",
  "\\",
  "  led and trailed by blanks  ",
];

/** @param lone whether halves of surrogate pairs may stand alone, which no UTF-8 file can hold as they are. */
function texts(lone: boolean, maxLength = 60): fc.Arbitrary<string> {
  const random = fc.string({ unit: lone ? "binary" : "grapheme", maxLength });
  const half = fc.constantFrom("\uD83D", "\uDE00 after", "before \uD800");
  const any = fc.oneof(random, fc.constantFrom(...hostileTexts), ...(lone ? [half] : []));
  // Cutting off may part a pair.
  return any.map((text) => {
    const short = text.slice(0, maxLength);
    return lone ? short : short.toWellFormed().replaceAll("\uFFFD", "");
  });
}

const instants = fc
  .date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Left out, never there without a value: that is how a note is stored. */
function optional<T extends object>(fields: { [key in keyof T]: fc.Arbitrary<T[key]> }) {
  return fc.record(fields, { requiredKeys: [] });
}

/**
 * Notes that hold to their schema, with any text in every field that takes any.
 *
 * @param lone whether halves of surrogate pairs may stand alone: only the formats in JSON keep them.
 * @param deleted whether some are deleted.
 * @param history whether some hold what only a backup carries.
 */
function noteArbitrary({ lone = true, deleted = true, history = false } = {}): fc.Arbitrary<Note> {
  const text = (maxLength?: number) => texts(lone, maxLength);
  const filled = (maxLength?: number) => text(maxLength).map((value) => value || "x");
  const offset = fc.nat({ max: 2 ** 31 });
  const url = fc.oneof(
    { weight: 4, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
    { weight: 1, arbitrary: filled(200) },
  );
  const page: fc.Arbitrary<NotePage> = fc
    .tuple(
      fc.record({ url, title: text(), site: text() }),
      optional({
        canonicalUrl: url,
        author: filled(),
        published: fc.oneof(fc.constant("2026-11-29"), filled(10)),
      }),
    )
    .map(([needed, more]) => ({ ...needed, ...more }));
  const range = fc.record({
    startPath: text(),
    startOffset: offset,
    endPath: text(),
    endOffset: offset,
  });
  const share = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);
  const short = text(passageLimits.aroundCopy);
  const around = fc.array(fc.record({ prefix: short, suffix: short }), { maxLength: 2 });
  const rival = fc
    .tuple(fc.record({ passage: share, quote: share, copies: fc.nat() }), optional({ around }))
    .map(([needed, more]) => ({ ...needed, ...more }));
  const passage: fc.Arbitrary<Passage> = fc
    .tuple(
      fc.record({ quote: filled(), prefix: text(), suffix: text() }),
      optional({ start: offset, end: offset, range, ...(history && { rival }) }),
    )
    .map(([needed, more]) => ({ ...needed, ...more }));
  const id = filled(40);
  const claims = fc.array(fc.record({ id, text: text() }), { minLength: 1, maxLength: 3 });
  const entity: fc.Arbitrary<NonNullable<Note["entity"]>> = fc
    .tuple(
      fc.record({ id, name: filled(), cardText: text() }),
      optional({
        kind: fc.constantFrom(...entityKinds),
        claims,
        ...(history && { seen: claims }),
        claim: id,
        formerIds: fc.array(id, { minLength: 1, maxLength: 3 }),
      }),
    )
    .map(([needed, more]) => ({ ...needed, ...more }));
  const about = fc.oneof(fc.record({ passage }), fc.record({ entity }), fc.record({ passage, entity }));
  const tag = text(noteLimits.tag).map((value) => value.trim() || "tag");
  const needed = fc.record({
    id: fc.uuid(),
    body: text(),
    tags: fc.array(tag, { maxLength: 4 }),
    page,
    created: instants,
    changed: instants,
    revision: fc.integer({ min: 1, max: 2 ** 31 }),
    datasetVersion: text(),
  });
  const tombstone = deleted ? optional({ deleted: instants }) : fc.constant({});
  const version = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 32, maxLength: 32 });
  const versions = history
    ? optional({ past: fc.array(version, { minLength: 1, maxLength: 3 }), copyOf: fc.uuid() })
    : fc.constant({});
  return fc.tuple(needed, about, tombstone, versions).map((parts) => Object.assign({}, ...parts) as Note);
}

/** A library of notes: every id once. */
export function libraryArbitrary(
  options?: Parameters<typeof noteArbitrary>[0],
  maxLength = 8,
): fc.Arbitrary<Note[]> {
  return fc.uniqueArray(noteArbitrary(options), { selector: ({ id }) => id, maxLength });
}
