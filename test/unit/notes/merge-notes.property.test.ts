import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeNotes } from "../../../src/core/notes/merge-notes.ts";
import { type Note, noteSchema } from "../../../src/core/notes/note.ts";
import { reviseNote, versionOf } from "../../../src/core/notes/revise-note.ts";
import { manyNotes } from "../../support/many-notes.ts";

const places = 3;
const now = "2026-11-25T08:00:00.000Z";

/** What happens in a place, to a note there; or the notes of another place arrive. */
type Step =
  | { do: "write" | "edit" | "delete" | "restore"; at: number; which: number; text: string }
  | { do: "join"; at: number; from: number };

const place = fc.nat(places - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        "write" as const,
        "edit" as const,
        "edit" as const,
        "delete" as const,
        "restore" as const,
      ),
      at: place,
      which: fc.nat(5),
      text: fc.constantFrom("a", "b", "c"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("join" as const), at: place, from: place }) },
);

/** What three places hold after people have worked in them, now and then exchanging their notes. */
const lives = fc.array(step, { maxLength: 30 }).map((steps) => {
  const held: Note[][] = Array.from({ length: places }, () => []);
  const fresh = manyNotes(steps.length);
  for (const one of steps) {
    const notes = held[one.at] ?? [];
    if (one.do === "join") held[one.at] = mergeNotes(notes, held[one.from] ?? []);
    else if (one.do === "write") {
      const note = fresh.pop();
      if (note) notes.push(note);
    } else {
      const note = notes[one.which % Math.max(1, notes.length)];
      if (!note || (one.do === "restore") !== (note.deleted !== undefined)) continue;
      const change =
        one.do === "edit" ? { body: one.text } : { deleted: one.do === "delete" ? now : undefined };
      notes[notes.indexOf(note)] = reviseNote(note, change, now);
    }
  }
  return held as [Note[], Note[], Note[]];
});

interface Odd {
  which: number;
  revision: number;
  body: string;
  past: string[] | null;
  copyOf: number | null;
}

const joined = (...all: Note[][]) => all.reduce(mergeNotes, []);

describe("joining the notes of several places", () => {
  test("makes no difference by order, way and number of times", () => {
    fc.assert(
      fc.property(lives, ([a, b, c]) => {
        const all = joined(a, b, c);
        expect(mergeNotes(b, a)).toEqual(mergeNotes(a, b));
        expect(mergeNotes(a, mergeNotes(b, c))).toEqual(all);
        expect(joined(c, a, b)).toEqual(all);
        expect(mergeNotes(all, all)).toEqual(all);
        expect(mergeNotes(all, b)).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });

  test("loses no version but for those from which another one came, and makes none up", () => {
    fc.assert(
      fc.property(lives, (held) => {
        const all = joined(...held);
        const kept = new Set(all.flatMap((note) => [versionOf(note), ...(note.past ?? [])]));
        for (const note of held.flat()) expect(kept).toContain(versionOf(note));
        const known = new Set(held.flat().map(versionOf));
        for (const note of all) expect(known).toContain(versionOf(note));
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const note of all) expect(noteSchema.safeParse(note).success).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("never fails and never gives an id twice, whatever notes say of their past", () => {
    const odd: fc.Arbitrary<Odd[]> = fc.array(
      fc.record({
        which: fc.nat(2),
        revision: fc.integer({ min: 1, max: 4 }),
        body: fc.constantFrom("a", "b"),
        past: fc.option(fc.array(fc.constantFrom("0".repeat(32), "1".repeat(32)), { maxLength: 3 })),
        copyOf: fc.option(fc.nat(2)),
      }),
    );
    const three = manyNotes(3);
    const notesOf = (odds: Odd[]) =>
      odds.map(({ which, past, copyOf, ...rest }) => ({
        ...(three[which] as Note),
        ...rest,
        ...(past && { past }),
        ...(copyOf !== null && { copyOf: three[copyOf]?.id }),
      }));
    fc.assert(
      fc.property(odd, odd, (one, other) => {
        const merged = mergeNotes(notesOf(one), notesOf(other));
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        expect(mergeNotes(notesOf(other), notesOf(one))).toEqual(merged);
      }),
    );
  });
});

describe("two versions of a note", () => {
  const [note] = manyNotes(1) as [Note];
  const edit = (from: Note, body: string) => reviseNote(from, { body }, now);

  test("of which one came from the other become the later one, whatever the clock said", () => {
    const later = reviseNote(note, { body: "later" }, "2019-01-01T00:00:00.000Z");
    expect(mergeNotes([note], [later])).toEqual([later]);
    // As it is with notes from before versions were told.
    const { past: _, ...bare } = later;
    expect(mergeNotes([bare], [note])).toEqual([bare]);
  });

  test("that were written apart are both kept, the one that was changed more often under the old id", () => {
    const mine = edit(edit(note, "mine"), "mine again");
    const theirs = edit(note, "theirs");
    const merged = mergeNotes([mine], [theirs]);
    expect(merged).toHaveLength(2);
    expect(merged.find(({ id }) => id === note.id)).toEqual(mine);
    expect(merged.find(({ id }) => id !== note.id)).toMatchObject({ body: "theirs", copyOf: note.id });
    // Edited, the copy is a note like others, and the version that it was does not come back.
    const copy = merged.find(({ id }) => id !== note.id) as Note;
    const own = edit(copy, "theirs, and more");
    expect(own).not.toHaveProperty("copyOf");
    const [one, other] = mergeNotes([mine, own], [theirs]);
    expect([one?.body, other?.body].sort()).toEqual(["mine again", "theirs, and more"]);
  });

  test("of which one was edited and the other deleted: the edited one stays", () => {
    const gone = reviseNote(reviseNote(note, { tags: [] }, now), { deleted: now }, now);
    const edited = edit(note, "still needed");
    const living = mergeNotes([gone], [edited]).filter(({ deleted }) => !deleted);
    expect(living).toEqual([edited]);
    expect(mergeNotes([note], [gone])).toEqual([gone]);
  });
});

describe("a note that is changed while the clock is set back", () => {
  const [note] = manyNotes(1) as [Note];

  test("is never dated before its last change, and its revision goes on", () => {
    const back = reviseNote(note, { body: "x" }, "2001-01-01T00:00:00.000Z");
    expect(back).toMatchObject({ changed: note.changed, created: note.created, revision: 2 });
    expect(reviseNote(back, { body: "y" }, now)).toMatchObject({ changed: now, revision: 3 });
    // The same instant written in another way is no later one.
    expect(reviseNote({ ...note, changed: "2026-11-25T08:00:00Z" }, {}, now).changed).toBe(
      "2026-11-25T08:00:00Z",
    );
  });
});
