import { hostOf } from "../../site-host.ts";
import { passageLimits } from "../note-limits.ts";
import { checkNote } from "./check-note.ts";
import { field, firstText, instantOf, isObject, listOf, tagsOf, withoutGaps } from "./foreign-value.ts";
import { type ImportProblem, notesPerStep, type ReadFile, type ReadingSteps } from "./import-plan.ts";
import { createProblemList, type ProblemList } from "./problem-list.ts";
import type { ImportStamp } from "./read-import.ts";

const uuid = /^urn:uuid:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Whether a JSON value is an annotation, a page or a collection of them, or a list of annotations. */
export function isWebAnnotation(value: unknown): boolean {
  const types = listOf(field(Array.isArray(value) ? value[0] : value, "type"));
  return types.some((type) => typeof type === "string" && /^Annotation(Page|Collection)?$/.test(type));
}

/** Reads Web Annotations, our own without loss and others' as far as a note can hold them. */
export function* readWebAnnotation(
  value: unknown,
  fileName: string,
  stamp: ImportStamp,
): ReadingSteps<ReadFile> {
  const read: ReadFile = { format: "web-annotation", notes: [], problems: createProblemList() };
  const annotations = [...annotationsOf(value, fileName, read.problems)];
  for (const [at, [annotation, place]] of annotations.entries()) {
    if (at % notesPerStep === 0) yield at / annotations.length;
    const candidate = asCandidate(annotation, place, stamp);
    if ("problem" in candidate) {
      read.problems.add(candidate);
      continue;
    }
    const checked = checkNote(candidate.note, place, (path) => `${place}.${placeOf(path)}`);
    if ("note" in checked) read.notes.push({ note: checked.note, place, foreign: candidate.foreign });
    else read.problems.add(...checked.problems);
  }
  return read;
}

/** Every annotation with its place. Pages that lie elsewhere on the web are named as problems: nothing is fetched. */
function* annotationsOf(
  value: unknown,
  fileName: string,
  problems: ProblemList,
): Generator<[annotation: unknown, place: string]> {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) yield [one, `[${at}]`];
    return;
  }
  const types = listOf(field(value, "type"));
  if (types.includes("Annotation")) {
    yield [value, fileName];
    return;
  }
  const isCollection = types.includes("AnnotationCollection");
  let place = isCollection ? "first" : "";
  let page = isCollection ? field(value, "first") : value;
  let count = 0;
  while (page !== undefined) {
    const items = field(page, "items");
    if (!Array.isArray(items)) {
      problems.add({
        place: place || fileName,
        problem: "is not in the file: it lies elsewhere",
        remedy: "Export the collection with its annotations in it, or import each of its pages.",
      });
      return;
    }
    const path = place === "" ? "items" : `${place}.items`;
    for (const [at, one] of items.entries()) yield [one, `${path}[${at}]`];
    count += items.length;
    page = field(page, "next");
    place = place === "" ? "next" : `${place}.next`;
  }
  const total = field(value, "total");
  if (isCollection && total !== undefined && total !== count)
    problems.add({
      place: "total",
      problem: `does not fit: the file has ${count} annotations`,
      remedy: "Annotations were taken out or put in after it was saved: compare with where it came from.",
    });
}

function asCandidate(
  annotation: unknown,
  place: string,
  stamp: ImportStamp,
): { note: unknown; foreign: boolean } | ImportProblem {
  const targets = listOf(field(annotation, "target"));
  const target = targets[0];
  if (targets.length !== 1)
    return {
      place: `${place}.target`,
      problem:
        targets.length === 0 ? "is missing" : `has ${targets.length} entries; a note is on one passage`,
      remedy: "Make one annotation for each target.",
    };
  const ours = field(annotation, "lens:revision") !== undefined;
  const id = uuid.exec(String(field(annotation, "id") ?? ""))?.[1]?.toLowerCase();
  const created = instantOf(field(annotation, "created")) ?? stamp.now;
  const source = field(target, "source") ?? target;
  const { body, tags, entity } = bodiesOf(annotation);
  return {
    foreign: id === undefined,
    note: withoutGaps({
      id: id ?? stamp.newId(),
      body,
      tags: ours ? tags : tagsOf(tags),
      page: pageOf(source, ours),
      passage: passageOf(listOf(field(target, "selector")), ours),
      entity,
      created,
      changed: instantOf(field(annotation, "modified")) ?? created,
      revision: field(annotation, "lens:revision") ?? 1,
      datasetVersion: field(annotation, "lens:datasetVersion") ?? stamp.datasetVersion,
    }),
  };
}

/** Texts are joined by blank lines; what is no text but an address is kept as that. */
function bodiesOf(annotation: unknown): { body: unknown; tags: unknown[]; entity: unknown } {
  const texts: unknown[] = listOf(field(annotation, "bodyValue"));
  const tags: unknown[] = [];
  let entity: unknown;
  for (const body of listOf(field(annotation, "body"))) {
    const source = field(body, "source");
    if (field(source, "lens:id") !== undefined) entity = entityOf(source);
    else {
      const content = field(body, "value") ?? field(source, "id") ?? source ?? field(body, "id") ?? body;
      const isTag = listOf(field(body, "purpose") ?? field(annotation, "motivation")).includes("tagging");
      (isTag ? tags : texts).push(content);
    }
  }
  const wrong = texts.find((text) => typeof text !== "string");
  return { body: wrong ?? texts.join("\n\n"), tags, entity };
}

function entityOf(source: unknown) {
  const claims = field(source, "lens:claims");
  return withoutGaps({
    id: field(source, "lens:id"),
    name: field(source, "lens:name"),
    kind: field(source, "lens:kind"),
    cardText: field(source, "lens:cardText"),
    claims: Array.isArray(claims)
      ? claims.map((claim) => ({ id: field(claim, "lens:id"), text: field(claim, "lens:text") }))
      : claims,
    claim: field(source, "lens:claim"),
    formerIds: field(source, "lens:formerIds"),
  });
}

function pageOf(source: unknown, ours: boolean) {
  const url = field(source, "lens:url") ?? field(source, "id") ?? source;
  return withoutGaps({
    url,
    canonicalUrl: field(source, "lens:canonicalUrl") ?? field(source, "canonical"),
    title: firstText(field(source, "dcterms:title")) ?? "",
    site: firstText(field(source, "dc:publisher")) ?? (ours ? "" : (hostOf(String(url)) ?? "")),
    author: firstText(field(source, "dc:creator")),
    published: firstText(field(source, "dcterms:issued"))?.slice(0, ours ? undefined : 10),
  });
}

/**
 * Others count a position in a text that is not ours, and begin their paths elsewhere: of theirs only the quote is taken,
 * by which the passage is found.
 */
function passageOf(selectors: unknown[], ours: boolean) {
  const ofType = (type: string) => selectors.find((one) => listOf(field(one, "type")).includes(type));
  const quote = ofType("TextQuoteSelector");
  if (quote === undefined) return undefined;
  const [prefix, suffix] = [field(quote, "prefix") ?? "", field(quote, "suffix") ?? ""];
  const exact = field(quote, "exact");
  if (!ours) return { quote: exact, ...contextOf(prefix, suffix) };
  const position = ofType("TextPositionSelector");
  const range = ofType("RangeSelector");
  return withoutGaps({
    quote: exact,
    prefix,
    suffix,
    start: field(position, "start") ?? field(quote, "lens:start"),
    end: field(position, "end") ?? field(quote, "lens:end"),
    range: isObject(range)
      ? {
          startPath: field(range, "startSelector", "value"),
          startOffset: field(range, "startSelector", "refinedBy", "start"),
          endPath: field(range, "endSelector", "value"),
          endOffset: field(range, "endSelector", "refinedBy", "start"),
        }
      : undefined,
  });
}

/** What stands around a quote, cut to what a note keeps of it: it only helps to find the quote. */
export function contextOf(prefix: unknown, suffix: unknown): { prefix: unknown; suffix: unknown } {
  return {
    prefix: typeof prefix === "string" ? prefix.slice(-passageLimits.context) : prefix,
    suffix: typeof suffix === "string" ? suffix.slice(0, passageLimits.context) : suffix,
  };
}

/** Where an annotation has what a note calls so. */
function placeOf(path: string): string {
  const [first = "", second = ""] = path.split(/[.[]/);
  if (first === "page") return second === "title" ? "target.source.dcterms:title" : "target.source";
  if (first === "passage") return "target.selector";
  if (["body", "tags", "entity"].includes(first)) return "body";
  return first === "changed" ? "modified" : first;
}
