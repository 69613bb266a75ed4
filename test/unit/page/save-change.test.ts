import { expect, test } from "vitest";
import type { NoteOnPage } from "../../../src/messaging/protocol.ts";
import { saveChange } from "../../../src/page/notes/save-change.ts";

const read: NoteOnPage = {
  id: "11111111-1111-4111-8111-111111111111",
  body: "As it was",
  tags: ["cap"],
  created: "2026-11-24T10:00:00.000Z",
  changed: "2026-11-24T10:00:00.000Z",
  revision: 1,
  passage: { quote: "a third", prefix: "", suffix: "" },
};
const edit = { body: "Edited", tags: [] };
const lay = { passage: { quote: "a half", prefix: "", suffix: "" } };

/** A background in which the note is another by now. */
function background(change: Partial<NoteOnPage>) {
  const stored = { ...read, revision: 2, ...change };
  let known: NoteOnPage | undefined = read;
  const asked: object[] = [];
  return {
    asked,
    page: {
      ask: (async (_: string, payload: { revision: number }) => {
        asked.push(payload);
        return payload.revision === stored.revision ? { ...stored, ...payload, revision: 3 } : "stale";
      }) as never,
      reload: async () => {
        known = change.id === "" ? undefined : stored;
      },
      note: () => known,
    },
  };
}

test("a note whose revision grew without a word of it is saved all the same", async () => {
  const { page, asked } = background({});
  expect(await saveChange(read, edit, false, page)).toMatchObject({ body: "Edited", revision: 3 });
  expect(asked).toMatchObject([{ revision: 1 }, { ...edit, revision: 2 }]);
});

test("a note that says something else by now is not written over", async () => {
  const { page, asked } = background({ body: "Changed elsewhere" });
  expect(await saveChange(read, edit, false, page)).toBe("stale");
  expect(asked).toHaveLength(1);
});

test("a passage is laid to another place with what its note says by now, unless that was done elsewhere", async () => {
  const { page, asked } = background({ body: "Changed elsewhere", tags: [] });
  expect(await saveChange(read, lay, true, page)).toMatchObject(lay);
  expect(asked.at(-1)).toMatchObject({ body: "Changed elsewhere", tags: [], ...lay, evenInPrivate: true });
  const moved = background({ passage: { quote: "elsewhere", prefix: "", suffix: "" } });
  expect(await saveChange(read, lay, true, moved.page)).toBe("stale");
});

test("a note that is gone is not asked for again", async () => {
  const { page, asked } = background({ id: "" });
  expect(await saveChange(read, edit, false, page)).toBe("stale");
  expect(asked).toHaveLength(1);
});
