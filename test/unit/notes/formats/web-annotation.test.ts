import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { webAnnotationFormat } from "../../../../src/core/notes/formats/web-annotation.ts";
import { addressIri } from "../../../../src/core/notes/formats/web-annotation-iri.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText, importText, onlyAdds } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { hostileTexts, libraryArbitrary } from "../../../support/note-arbitrary.ts";

const w3c = join(import.meta.dirname, "../../../fixtures/w3c-annotation");
const json = (path: string) => JSON.parse(readFileSync(join(w3c, path), "utf8"));

/** The W3C's schemas are of draft 4, where `exclusiveMinimum` is a yes or no and the name of a schema is `id`. */
function asLaterDraft(schema: object): Record<string, unknown> & { $id: string } {
  const { id, ...rest } = JSON.parse(JSON.stringify(schema), (_, value) => {
    delete value?.$schema;
    if (value?.exclusiveMinimum === true) value.exclusiveMinimum = value.minimum;
    return value;
  });
  return { ...rest, $id: id };
}

const ajv = addFormats.default(new Ajv({ strict: false }));
for (const name of [
  "annotations",
  "bodyTarget",
  "choiceSet",
  "collections",
  "id",
  "otherProperties",
  "specificResource",
]) {
  ajv.addSchema(asLaterDraft(json(`definitions/${name}.json`)));
}

/** What the W3C's own tests demand, as checks that give the messages of those that fail. */
function musts(test: string): (value: unknown) => string[] {
  const checks = (json(test).assertions as string[]).map((path) => {
    const { errorMessage, ...schema } = asLaterDraft(json(path));
    return { check: ajv.compile(schema), message: `${path}: ${errorMessage}` };
  });
  return (value) => checks.filter(({ check }) => !check(value)).map(({ message }) => message);
}

const annotationMusts = musts("annotations/annotationMusts.test");
const collectionMusts = musts("collections/collectionMusts.test");
const pageMusts = musts("collections/pages/pageMusts.test");

const write = (notes: readonly Note[]) => fileText(webAnnotationFormat, notes);

/** The annotations of a file, each with the context that the collection gives it. */
function annotations(text: string): Record<string, unknown>[] {
  const { "@context": context, first } = JSON.parse(text);
  return first.items.map((item: object) => ({ "@context": context, ...item }));
}

function failures(text: string): string[] {
  return [
    ...collectionMusts(JSON.parse(text)),
    ...pageMusts(JSON.parse(text)),
    ...annotations(text).flatMap(annotationMusts),
  ];
}

const whole: Note = {
  ...(sampleNotes[1] as Note),
  tags: ["one", "two"],
  page: {
    url: "https://news.example/a?b=c#d",
    canonicalUrl: "https://news.example/a",
    title: "Masts",
    site: "News",
    author: "Ann Author",
    published: "2020-02-01",
  },
  passage: {
    quote: "the quote",
    prefix: "before ",
    suffix: " after",
    start: 10,
    end: 19,
    range: { startPath: "/html/body/p[1]", startOffset: 3, endPath: "/html/body/p[2]", endOffset: 4 },
  },
};

describe("a Web Annotation file", () => {
  test("gives back every note that was not deleted, whatever stands in it", () => {
    fc.assert(
      fc.property(libraryArbitrary(), (notes) => {
        const living = notes.filter(({ deleted }) => !deleted);
        expect(importText(write(notes))).toEqual(onlyAdds("web-annotation", living));
      }),
      { numRuns: 200 },
    );
  });

  test("holds to everything that the W3C's tests demand, whatever stands in the notes", () => {
    fc.assert(
      fc.property(libraryArbitrary({}, 3), (notes) => {
        expect(failures(write(notes))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("would be caught breaking the model", () => {
    const broken = (change: (file: ReturnType<typeof JSON.parse>) => void) => {
      const file = JSON.parse(write([whole]));
      change(file);
      return failures(JSON.stringify(file)).length;
    };
    expect(broken(() => undefined)).toBe(0);
    expect(broken((file) => delete file.first.items[0].target)).toBeGreaterThan(0);
    expect(broken((file) => delete file.first.items[0].id)).toBeGreaterThan(0);
    expect(broken((file) => delete file.first.id)).toBeGreaterThan(0);
    expect(broken((file) => delete file["@context"])).toBeGreaterThan(0);
    expect(
      broken((file) => {
        file.first.items[0].created = "yesterday";
      }),
    ).toBeGreaterThan(0);
    expect(
      broken((file) => {
        file.first.items[0].target.source = "no address";
      }),
    ).toBeGreaterThan(0);
    expect(broken((file) => delete file.first.items[0].target.selector[0].exact)).toBeGreaterThan(0);
    expect(broken((file) => delete file.first.items[0].target.selector[2].endSelector)).toBeGreaterThan(0);
  });

  test("says where the passage is with all three selectors, and names no creator", () => {
    const [annotation] = annotations(write([whole]));
    expect(annotation).toMatchObject({
      id: `urn:uuid:${whole.id}`,
      created: whole.created,
      modified: whole.changed,
      body: [
        { type: "TextualBody", purpose: "commenting", format: "text/markdown", value: whole.body },
        { type: "TextualBody", purpose: "tagging", value: "one" },
        { type: "TextualBody", purpose: "tagging", value: "two" },
        { purpose: "identifying", source: { id: "urn:telecom-lens:entity:vendor-a" } },
      ],
      target: {
        source: {
          id: "https://news.example/a?b=c#d",
          canonical: "https://news.example/a",
          "dcterms:title": "Masts",
          "dc:creator": "Ann Author",
          "dcterms:issued": "2020-02-01",
        },
        selector: [
          { type: "TextQuoteSelector", exact: "the quote", prefix: "before ", suffix: " after" },
          { type: "TextPositionSelector", start: 10, end: 19 },
          {
            type: "RangeSelector",
            startSelector: { value: "/html/body/p[1]" },
            endSelector: { value: "/html/body/p[2]" },
          },
        ],
      },
    });
    expect(annotation).not.toHaveProperty("creator");
  });

  test("is JSON-LD: expanded offline, every field has its meaning and none is dropped", async () => {
    const loaded: string[] = [];
    const documentLoader = async (url: string) => {
      loaded.push(url);
      if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`nothing may be fetched: ${url}`);
      return { documentUrl: url, document: json("anno.jsonld") };
    };
    const notes = [whole, ...sampleNotes.filter(({ id }) => id !== whole.id)];
    const [collection] = await jsonld.expand(JSON.parse(write(notes)), {
      documentLoader,
      // With it, a field without meaning is an error instead of being left out.
      safe: true,
    });
    expect(new Set(loaded)).toEqual(new Set(["http://www.w3.org/ns/anno.jsonld"]));
    const oa = "http://www.w3.org/ns/oa#";
    const as = "http://www.w3.org/ns/activitystreams#";
    const text = JSON.stringify(collection);
    expect(collection?.["@type"]).toEqual([`${as}OrderedCollection`]);
    for (const term of [
      `${oa}Annotation`,
      `${oa}hasBody`,
      `${oa}hasTarget`,
      `${oa}exact`,
      `${oa}hasStartSelector`,
    ])
      expect(text).toContain(`"${term}"`);
    for (const term of ["revision", "cardText", "datasetVersion"])
      expect(text).toContain(`"urn:telecom-lens:${term}"`);
    expect(text).toContain('"http://purl.org/dc/terms/title":[{"@value":"Masts"}]');
    expect(text).not.toMatch(/"(lens|dc|dcterms):/);
  });

  test("has a URI for any address, and keeps what is one", () => {
    const isUri = ajv.compile({ type: "string", format: "uri" });
    for (const address of [
      "https://news.example/a?b=c#d",
      "http://127.0.0.1:80/ä".replace("ä", "%C3%A4"),
      "about:blank",
    ])
      expect(addressIri(address)).toBe(address);
    for (const address of [
      ...hostileTexts,
      "https://a.example/100%",
      "https://[::1]/",
      "https://a:b/",
      "https://ü.example/ß#a#b",
      "javascript:alert('x y')",
    ])
      expect(isUri(addressIri(address)), `${address} → ${addressIri(address)}`).toBe(true);
  });
});
