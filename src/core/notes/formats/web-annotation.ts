/**
 * Notes as a W3C Web Annotation collection in JSON-LD. What the model has no place for stands in fields of our own
 * (`lens:`), so that importing the file gives the notes back; README.md lists them.
 */
import type { Note, NotePage, Passage } from "../note.ts";
import { dayFileName, livingNotes, type NoteFormat } from "./note-format.ts";
import { addressIri, lensIri } from "./web-annotation-iri.ts";

const annotationContext = "http://www.w3.org/ns/anno.jsonld";

/** Order counts in the lists, which JSON-LD has to be told. */
const lensContext = {
  lens: lensIri(""),
  "lens:claims": { "@id": lensIri("claims"), "@container": "@list" },
  "lens:formerIds": { "@id": lensIri("formerIds"), "@container": "@list" },
};

export const webAnnotationFormat: NoteFormat = {
  id: "web-annotation",
  fileName: dayFileName("jsonld"),
  mimeType: `application/ld+json;profile="${annotationContext}"`,
  *write(notes, { exported, datasetVersion }) {
    const living = livingNotes(notes);
    const collection = lensIri("export", exported);
    const head = {
      "@context": [annotationContext, lensContext],
      id: collection,
      type: "AnnotationCollection",
      label: "Telecom Lens notes",
      created: exported,
      "lens:datasetVersion": datasetVersion,
      total: living.length,
    };
    const page = { id: `${collection}:page`, type: "AnnotationPage", startIndex: 0 };
    yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "first": ${JSON.stringify(page).slice(0, -1)},"items":[`;
    let first = true;
    for (const note of living) {
      yield `${first ? "" : ","}\n${JSON.stringify(asAnnotation(note))}`;
      first = false;
    }
    yield "\n]}\n}\n";
  },
};

function asAnnotation(note: Note) {
  const { id, body, tags, page, passage, entity, created, changed, revision, datasetVersion } = note;
  const bodies = [
    ...(body === ""
      ? []
      : [{ type: "TextualBody", purpose: "commenting", format: "text/markdown", value: body }]),
    ...tags.map((value) => ({ type: "TextualBody", purpose: "tagging", format: "text/plain", value })),
    ...(entity ? [entityBody(entity)] : []),
  ];
  const source = asSource(page);
  return {
    id: `urn:uuid:${id}`,
    type: "Annotation",
    motivation: body !== "" ? "commenting" : tags.length > 0 ? "tagging" : "highlighting",
    created,
    modified: changed,
    "lens:revision": revision,
    "lens:datasetVersion": datasetVersion,
    ...(bodies.length > 0 ? { body: bodies } : {}),
    target: passage ? { type: "SpecificResource", source, selector: selectors(passage) } : source,
  };
}

/** The entity as the thing that the annotation identifies, with what its card said. */
function entityBody({ id, name, kind, cardText, claims, claim, formerIds }: NonNullable<Note["entity"]>) {
  return {
    type: "SpecificResource",
    purpose: "identifying",
    source: {
      id: lensIri("entity", id),
      "lens:id": id,
      "lens:name": name,
      "lens:kind": kind,
      "lens:cardText": cardText,
      "lens:claims": claims?.map((one) => ({ "lens:id": one.id, "lens:text": one.text })),
      "lens:claim": claim,
      "lens:formerIds": formerIds,
    },
  };
}

/** The article. Its address is written as an IRI must be; where that changes it, it stands beside as it was. */
function asSource({ url, canonicalUrl, title, site, author, published }: NotePage) {
  const id = addressIri(url);
  const canonical = canonicalUrl === undefined ? undefined : addressIri(canonicalUrl);
  return {
    id,
    type: "Text",
    format: "text/html",
    canonical,
    "dcterms:title": title,
    "dc:publisher": site,
    "dc:creator": author,
    "dcterms:issued": published,
    "lens:url": id === url ? undefined : url,
    "lens:canonicalUrl": canonical === canonicalUrl ? undefined : canonicalUrl,
  };
}

function selectors({ quote, prefix, suffix, start, end, range }: Passage) {
  const isPosition = start !== undefined && end !== undefined;
  return [
    {
      type: "TextQuoteSelector",
      exact: quote,
      prefix,
      suffix,
      // One of the two alone is no position that the model knows.
      "lens:start": isPosition ? undefined : start,
      "lens:end": isPosition ? undefined : end,
    },
    ...(isPosition ? [{ type: "TextPositionSelector", start, end }] : []),
    ...(range
      ? [
          {
            type: "RangeSelector",
            startSelector: pathSelector(range.startPath, range.startOffset),
            endSelector: pathSelector(range.endPath, range.endOffset),
          },
        ]
      : []),
  ];
}

/** A place in an element's text: an empty stretch at the offset. */
function pathSelector(value: string, offset: number) {
  return {
    type: "XPathSelector",
    value,
    refinedBy: { type: "TextPositionSelector", start: offset, end: offset },
  };
}
