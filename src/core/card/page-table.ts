/**
 * The countries of a page against its vendors: for each pair the policy on the article's day and today, from the
 * same functions as the card. A cell says where a policy stands in one line; `pairDetails` says all of it.
 */
import type { Catalogue } from "../dataset/catalogue.ts";
import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { Day } from "../dataset/dates.ts";
import type { Entity } from "../dataset/schema.ts";
import { type Place, speaksForState, statusOn } from "../dataset/status.ts";
import type { CardPack, CardSource, EntityLink, PairView, PolicyBrief } from "./card-model.ts";
import { isPlace } from "./choose-pairs.ts";
import { linkOf, pairView } from "./describe.ts";
import { packOf, recordsIn } from "./pack-of.ts";
import { policyBrief } from "./since-then.ts";
import { createSourceRegister } from "./source-register.ts";

export interface PageTable {
  /** Null where the article's day is not known: every cell then has only today's answer. */
  articleDay: Day | null;
  today: Day;
  /** Companies over the columns: those with a record on this page first, then the most often named. */
  subjects: EntityLink[];
  /** Countries, and bodies whose acts apply in their members, in the same order. */
  rows: TableRow[];
}

export interface TableRow {
  place: EntityLink;
  /** One cell for each of the table's subjects. */
  cells: TableCell[];
}

/** `home`: the place is the company's home, of which nothing is asked. */
export type TableCell = "home" | { atArticle: CellAnswer | null; now: CellAnswer };

export interface CellAnswer {
  /** The state's act that leads the answer; null: no record, which is not "no restriction". */
  policy: PolicyBrief | null;
  /** What is on record although no act of the whole state is: a company's own choice, or an act for a part. */
  beside: "own-choice" | "part" | null;
}

export interface TableQuestion {
  articleDay: Day | null;
  today: Day;
  /** What the page names for certain, and how often. */
  named: { id: string; count: number }[];
}

/** The table of a page, or null when the page names no country or no company to ask about. */
export function pageTable(catalogue: Catalogue, question: TableQuestion): PageTable | null {
  const { articleDay, today } = question;
  const named = question.named.flatMap(({ id, count }) => {
    const entity = catalogue.entity(id);
    return entity ? [{ entity, count }] : [];
  });
  const places = named.filter((one): one is Counted<Place> => isPlace(one.entity));
  const subjects = named.filter(({ entity }) => isCompanyKind(entity.kind));
  const cellOf = (place: Place, subject: Entity): TableCell => {
    if ("country" in subject && subject.country === place.id) return "home";
    const on = (day: Day) => cellAnswer(statusOn(catalogue, { place, subject, on: day, today }).lead);
    return { atArticle: articleDay === null ? null : on(articleDay), now: on(today) };
  };
  const rows = places.map(({ entity: place, count }) => ({
    entity: place,
    count,
    cells: subjects.map(({ entity }) => cellOf(place, entity)),
  }));
  const columns = subjects.map(({ entity, count }, index) => ({
    entity,
    count,
    index,
    cells: rows.flatMap(({ cells }) => cells[index] ?? []),
  }));
  // "No record" is worth saying of a country and a vendor; of an alliance or an app it is noise.
  const shownRows = rows.filter((row) => row.entity.kind === "country" || row.cells.some(isRecorded));
  const shownColumns = columns.filter(
    (column) => column.entity.kind === "vendor" || column.cells.some(isRecorded),
  );
  shownRows.sort(compareLines);
  shownColumns.sort(compareLines);
  if (!shownRows.some(({ cells }) => shownColumns.some(({ index }) => cells[index] !== "home"))) return null;
  return {
    articleDay,
    today,
    subjects: shownColumns.map(({ entity }) => linkOf(entity)),
    rows: shownRows.map(({ entity, cells }) => ({
      place: linkOf(entity),
      cells: shownColumns.flatMap(({ index }) => cells[index] ?? []),
    })),
  };
}

export interface PairDetails {
  pair: PairView;
  /** The sources that the pair's numbers point at. */
  sources: CardSource[];
  /** Where some of it comes from a private pack. */
  pack?: CardPack;
}

/** What the card says of one cell's pair; null when the ids are no place and no company. */
export function pairDetails(
  catalogue: Catalogue,
  question: { place: string; subject: string; articleDay: Day | null; today: Day },
): PairDetails | null {
  const place = catalogue.entity(question.place);
  const subject = catalogue.entity(question.subject);
  if (!place || !isPlace(place) || !subject || !isCompanyKind(subject.kind)) return null;
  const register = createSourceRegister();
  const pair = pairView(catalogue, { place, subject }, question.articleDay, question.today, register);
  const pack = packOf(catalogue, recordsIn({ pairs: [pair], life: null, acts: null }));
  return { pair, sources: register.all(), pack };
}

interface Counted<E extends Entity> {
  entity: E;
  count: number;
}

interface Line extends Counted<Entity> {
  cells: TableCell[];
}

function compareLines(a: Line, b: Line): number {
  return (
    Number(b.cells.some(isRecorded)) - Number(a.cells.some(isRecorded)) ||
    b.count - a.count ||
    (a.entity.name < b.entity.name ? -1 : 1)
  );
}

function isRecorded(cell: TableCell): boolean {
  return (
    cell !== "home" &&
    [cell.atArticle, cell.now].some((answer) => answer && (answer.policy !== null || answer.beside !== null))
  );
}

function cellAnswer(lead: ReturnType<typeof statusOn>["lead"]): CellAnswer {
  if (!lead) return { policy: null, beside: null };
  if (speaksForState(lead)) return { policy: policyBrief(lead), beside: null };
  return { policy: null, beside: lead.ownChoice ? "own-choice" : "part" };
}
