import type { Catalogue } from "../../../src/core/dataset/catalogue.ts";
import { isConfirmed } from "../../../src/core/dataset/evidence.ts";
import type { Source } from "../../../src/core/dataset/schema.ts";
import {
  type AppliedMeasure,
  type LaterStep,
  type Place,
  type StatusAnswer,
  sourcesOf,
  speaksForState,
  statusOn,
} from "../../../src/core/dataset/status.ts";
import { describeSource, words } from "../describe-record.ts";
import { loadCatalogue, requireDay, unknownName } from "../load-catalogue.ts";

interface Question {
  country: string;
  vendor: string;
  on: string;
  json?: boolean;
}

/** `status`: what the policy of a country towards a vendor was on a day. @throws CommandFailure */
export function status(dataFolder: string, question: Question): void {
  const answer = askStatus(loadCatalogue(dataFolder), { ...question, on: requireDay(question.on) });
  if (question.json) console.log(JSON.stringify(statusAsJson(answer), null, 2));
  else printAnswer(answer);
}

/** @throws CommandFailure when country or vendor is not known. */
export function askStatus(
  catalogue: Catalogue,
  { country, vendor, on }: Omit<Question, "json">,
): StatusAnswer {
  const place = findPlace(catalogue, country);
  const subject = findSubject(catalogue, vendor);
  return statusOn(catalogue, { place, subject, on, today: catalogue.info.date });
}

/** A code, an id, a name, or the abbreviation of an organisation whose acts are asked about: EU. */
function findPlace(catalogue: Catalogue, text: string): Place {
  const country = catalogue.country(text);
  if (country) return country;
  const places = catalogue.dataset.entities.filter(
    (entity) => entity.kind === "country" || entity.kind === "organisation",
  );
  const named = catalogue.find(text);
  const found = places.find(
    (entity) => entity === named || entity.spellings.some((spelling) => spelling.text === text),
  );
  if (found) return found;
  const known = places.flatMap((entity) => [
    entity.id,
    entity.name,
    ...(entity.kind === "country" ? [entity.code] : []),
  ]);
  throw unknownName("country", text, known);
}

function findSubject(catalogue: Catalogue, text: string) {
  const found = catalogue.find(text);
  if (found) return found;
  const known = catalogue.dataset.entities.flatMap(({ id, name }) => [id, name]);
  throw unknownName("vendor", text, known);
}

/** What `status --json` prints. */
export function statusAsJson({ status, stance, lead, current, later, place, subject, on }: StatusAnswer) {
  const measures = measuresOf(lead, current);
  return {
    country: place.id,
    vendor: subject.id,
    on,
    status,
    stance,
    scope: lead?.measure.scope ?? null,
    since: lead?.state.since ?? null,
    by: lead ? (lead.ownChoice ? "company" : lead.partial ? "part" : "state") : null,
    force: lead?.measure.force ?? null,
    confirmed: lead ? isConfirmed(lead.measure) : null,
    measures: measures.map(({ measure, state, stance, targeting, ownChoice }) => ({
      id: measure.id,
      title: measure.title,
      kind: measure.kind,
      issuer: measure.issuer,
      status: state.status,
      stance,
      scope: measure.scope,
      force: measure.force,
      by: ownChoice ? "company" : "state",
      ...(measure.part && { part: measure.part }),
      confirmed: isConfirmed(measure),
      targeting,
      since: state.since,
      appealed: state.appealed,
      summary: measure.summary,
    })),
    sources: uniqueSources(measures),
    later: later.map(({ on, step, text, measure, ahead }) => ({
      on,
      step,
      text: text ?? null,
      measure: measure.id,
      title: measure.title,
      ahead,
    })),
  };
}

function printAnswer({ place, subject, on, status, stance, lead, current, later }: StatusAnswer): void {
  console.log(`${place.name} and ${subject.name} on ${on}`);
  if (!lead) {
    console.log("  No record for that day. That is not the same as no restriction.");
    const searched = place.kind === "country" ? place.searched : [];
    for (const search of searched) console.log(`  Searched on ${search.on}: ${search.text}`);
  } else {
    if (!speaksForState(lead))
      console.log("  No act for the whole country on record; what companies or parts of it chose:");
    else
      console.log(`  ${words(status)}, ${words(stance)}, since ${lead.state.since}: ${lead.measure.scope}`);
    for (const applied of measuresOf(lead, current)) printMeasure(applied);
  }
  if (later.length > 0) console.log("Since then:");
  for (const step of later) console.log(`  ${describeStep(step)}`);
}

function printMeasure({ measure, state, stance, targeting, ownChoice }: AppliedMeasure): void {
  console.log(`\n  ${measure.title} (${measure.id})`);
  const remarks = [
    `${words(state.status)} since ${state.since}${state.appealed ? ", under appeal" : ""}`,
    words(stance),
    `target: ${words(targeting)}`,
    ownChoice ? "a company's own choice" : `force: ${words(measure.force)}`,
    ...(measure.part ? [`only in ${measure.part}`] : []),
    ...(isConfirmed(measure) ? [] : ["unconfirmed: no source was read"]),
  ];
  console.log(`    ${remarks.join("; ")}`);
  console.log(`    ${measure.summary}`);
  for (const source of sourcesOf(measure)) console.log(`    ${describeSource(source)}`);
}

function describeStep({ on, step, text, measure, ahead }: LaterStep): string {
  return `${on}  ${words(step)}${ahead ? " (still ahead)" : ""}: ${text ?? measure.title}`;
}

function measuresOf(lead: AppliedMeasure | null, current: AppliedMeasure[]): AppliedMeasure[] {
  // A measure that has ended may lead the answer, and is then not among the current ones.
  return lead && !current.includes(lead) ? [lead, ...current] : current;
}

function uniqueSources(measures: AppliedMeasure[]): Source[] {
  const byUrl = new Map<string, Source>();
  for (const source of measures.flatMap(({ measure }) => sourcesOf(measure))) {
    if (!byUrl.has(source.url)) byUrl.set(source.url, source);
  }
  return [...byUrl.values()];
}
