import type { Note } from "../../src/core/notes/note.ts";

/** Notes of a researcher's length, each of its own, the oldest first. */
export function manyNotes(count: number): Note[] {
  return Array.from({ length: count }, (_, number) => manyNote(number));
}

function manyNote(number: number): Note {
  const created = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    body: `Note ${number}: compare the wording of the decision with what the ministry said in the week before it.`,
    tags: [`tag ${number % 40}`, "to check"],
    page: {
      url: `https://news.example/2020/01/article-${number % 5_000}`,
      title: `The council decides on masts, part ${number % 5_000}`,
      site: "Example News",
      published: "2020-01-01",
    },
    passage: {
      quote: `The council limits the vendor to a third of the access network, sentence ${number}.`,
      prefix: "After a long sitting it said: ",
      suffix: " The vendor did not comment.",
      start: number,
      end: number + 80,
    },
    created,
    changed: created,
    revision: 1,
    datasetVersion: "2026.11.0",
  };
}
