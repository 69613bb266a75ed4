import type { PageDraft } from "../../src/messaging/protocol.ts";
import type { ShownNote, ShownNotes } from "../../src/page/notes-port.ts";

const passage = { quote: "at most a third of the network", prefix: "the vendor may supply ", suffix: "." };

const note: ShownNote = {
  note: {
    id: "11111111-1111-4111-8111-111111111111",
    body: "Compare with the German draft.\n\n- the cap\n- **who** decides",
    tags: ["cap", "draft of 2020"],
    created: "2026-11-20T09:30:00.000Z",
    changed: "2026-11-22T14:05:00.000Z",
    revision: 2,
    passage,
  },
  place: { state: "found" },
};

const empty: ShownNote = {
  note: {
    ...note.note,
    id: "22222222-2222-4222-8222-222222222222",
    body: "",
    tags: [],
    changed: note.note.created,
  },
  place: { state: "found" },
};

/** Two notes that overlap, one of them without text. */
export const foundNotes: ShownNotes = { notes: [note, empty] };

export const editedNote: ShownNotes = {
  notes: [{ ...note, place: { state: "edited", before: passage.quote, after: "no more than 35 per cent" } }],
};

/** One of two places that an orphan's passage may have come to. */
export const orphanNote: ShownNotes = {
  notes: [{ ...note, place: { state: "orphan", before: passage.quote, candidates: 2 } }],
  candidate: { number: 1, of: 2, next: -2 },
};

/** What a hostile page and a careless hand may leave in a note. */
export const hostileNote: ShownNotes = {
  notes: [
    {
      note: {
        ...note.note,
        body: `<img src=x onerror="alert(1)"> \u202Etxet desrever ${"long".repeat(200)}`,
        tags: ["<script>alert(1)</script>", "t".repeat(80)],
      },
      place: { state: "edited", before: "<b>bold</b>", after: `${"<i>".repeat(50)}` },
    },
  ],
};

/** All that is drawn of Markdown, and links that are safe and that are not. */
export const markdownNote: ShownNotes = {
  notes: [
    {
      note: {
        ...note.note,
        body: [
          "*em* **strong** `code` [a link](https://example.org/x?a=1) <mailto:desk@example.org>",
          "- one\n- two",
          "1. first\n2. second",
          "> quoted, with [a link](https://example.org/quoted)",
          "see https://example.org/plain.",
          // A host that is long, and one in which a letter is Cyrillic.
          `[long](https://${"sub.".repeat(30)}example.org) https://\u0435xample.org`,
          "[no link](javascript:alert(1)) [nor this](https://bank.example@evil.example) [nor](//evil.example)",
          "<img src=x onerror=alert(1)> ![picture](https://example.org/x.png)",
        ].join("\n\n"),
      },
      place: { state: "found" },
    },
    empty,
  ],
};

export const otherPassage = { quote: "until the end of next year", prefix: "", suffix: "" };

export const keptDraft: PageDraft = {
  passage,
  body: "Half a thought",
  tags: "cap, ",
  changed: "2026-11-29T12:40:00.000Z",
};

/** An edit of the first note. @param before what the note said when it was begun, else what it says now */
export function keptEdit(before = note.note.body): PageDraft {
  return {
    editOf: { id: note.note.id, body: before, tags: note.note.tags },
    body: "Half an edit",
    tags: "cap, half",
    changed: "2026-11-29T12:40:00.000Z",
  };
}
