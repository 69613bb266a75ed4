import { expect, test } from "vitest";
import { i18n } from "#i18n";
import { createCardControl } from "../../../src/page/card/card-control.ts";
import type { Card, CardEvents } from "../../../src/page/card/card-face.ts";
import type { CardPage } from "../../../src/page/card-port.ts";

interface SentNote {
  body: string;
  evenInPrivate?: boolean;
}

test("a note in a private window is saved when the reader saves again after being told that it stays", async () => {
  const sent: SentNote[] = [];
  const ask = async (_: string, note: SentNote) => {
    sent.push(note);
    return note.evenInPrivate ? note : "private-window";
  };
  let events: CardEvents | undefined;
  const reading = { title: "An article", canonicalUrl: null, published: null };
  const session = { reading: () => reading, articleDate: () => null, settings: () => null };
  const page = { session, ask };
  createCardControl(page as unknown as CardPage, (offered) => {
    events = offered;
    return { host: document.createElement("i") } as unknown as Card;
  });
  const note = { body: "Mine", tags: [] };
  await expect(events?.noteWritten(note)).rejects.toThrow(i18n.t("private.note"));
  await events?.noteWritten(note);
  expect(sent.map(({ body, evenInPrivate = false }) => [body, evenInPrivate])).toEqual([
    ["Mine", false],
    ["Mine", true],
  ]);
});
