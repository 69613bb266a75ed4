import type { EntityKind } from "../../src/core/dataset/schema.ts";
import type { Note } from "../../src/core/notes/note.ts";

const entities: [string, string, EntityKind][] = [
  ["vendor-a", "Vendor A", "vendor"],
  ["northland", "Northland", "country"],
  ["first-mobile", "First Mobile", "operator"],
  ["jane-doe", "Jane Doe", "official"],
  ["clean-masts", "Clean Masts Programme", "policy"],
  ["telecom-agency", "Telecom Agency", "organisation"],
  ["southland", "Southland", "country"],
];
const sites = ["Example News", "Other Paper", "Gazeta e Shembullit", "The Daily Mast"];
const tags = ["cap", "to check", "2020", "core network", "quote for chapter 3", "security", "résumé"];
const bodies = [
  "Compare with the **wording of the July decision**: the cap is for the *access network* only.",
  "Türkiye is spelled three ways in this article.",
  "1. Who decided?\n2. When does it come into force?\n3. What do the operators say?\n\nSee https://example.org/decision for the text.",
  "The same claim as in the other paper, but here it is attributed.",
  "A long thought that goes over several lines, because the article says one thing in its title and another one further down, where the minister is quoted at length and the council is not mentioned at all.",
  "",
];
const quotes = [
  "The council limits the vendor to a third of the access network and keeps it out of the core.",
  "Nothing in the draft touches the cables that were laid before the law was written.",
  "“We will look at every mast,” the minister said; the operators have until the end of the year to say which sites they will rebuild first, and the agency is to report every six months on how far they have come with it.",
];

/** Different notes of a researcher's length, always the same, newest first. */
export function libraryNotes(count: number): Note[] {
  return Array.from({ length: count }, (_, at) => libraryNote(count - 1 - at));
}

function libraryNote(number: number): Note {
  const pick = <T>(list: readonly T[], by: number): T => list[Math.floor(number / by) % list.length] as T;
  const created = new Date(Date.UTC(2021, 0, 1) + number * 47 * 60_000).toISOString();
  const [id, name, kind] = pick(entities, 3);
  const article = Math.floor(number / 7);
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    body: `${pick(bodies, 1)}${number % 5 === 0 ? ` Number ${number}.` : ""}`,
    tags:
      number % 3 === 0
        ? [pick(tags, 3), pick(tags, 5)].filter((tag, at, all) => all.indexOf(tag) === at)
        : [],
    page: {
      url: `https://news.example/2020/${article}`,
      title: `The council opens the door halfway, part ${article}`,
      site: pick(sites, 7),
      published: new Date(Date.UTC(2019, 0, 1) + (article % 700) * 86_400_000).toISOString().slice(0, 10),
    },
    ...(number % 4 !== 1 && {
      passage: {
        quote: pick(quotes, 2),
        prefix: "After a sitting of nine hours the spokesman said: ",
        suffix: " The vendor did not comment.",
      },
    }),
    ...((number % 4 === 1 || number % 3 === 0) && {
      entity: { id, name, kind, cardText: `${name}\nOn 1 Feb 2020: restricted\nNow: prohibited` },
    }),
    created,
    changed: created,
    revision: 1,
    datasetVersion: "2026.11.0",
  };
}
