import type { Dataset, Entity, EntityKind, Official, Spelling } from "../../../src/core/dataset/schema.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import { loadIndex, type Matcher } from "../../../src/core/matching/load-index.ts";
import type { Article, Mention } from "../../../src/core/matching/types.ts";

type SpellingInput = string | (Partial<Spelling> & { text: string });

const source = {
  url: "https://example.com/source",
  publisher: "Example",
  title: "Source",
  lang: "en",
  kind: "press",
  seen: true,
  checked: "2026-11-01",
} as const;

const base = {
  sentence: "A sentence.",
  cites: ["source"],
  identifiers: {},
  hints: [],
  claims: [],
  sources: { source },
  checked: "2026-11-01",
};

/** A spelling with the schema's defaults. */
function spelling(input: SpellingInput): Spelling {
  return { form: "name", case: "name", ...(typeof input === "string" ? { text: input } : input) };
}

/** An entity with what matching needs and placeholders for the rest. */
export function entity(
  kind: EntityKind,
  id: string,
  spellings: SpellingInput[],
  country = "ruritania",
): Entity {
  const [first] = spellings;
  const name = typeof first === "string" ? first : (first?.text ?? id);
  const common = { ...base, id, name, spellings: spellings.map(spelling) };
  switch (kind) {
    case "country":
      return { ...common, kind, code: "XX", memberOf: [], searched: [] };
    case "official":
      return person(id, spellings);
    case "organisation":
      return { ...common, kind, does: "Body", members: [], country };
    case "policy":
      return { ...common, kind, does: "Law", issuer: "ruritania" };
    case "vendor":
      return { ...common, kind, country, does: "Firm" };
    case "operator":
      return { ...common, kind, country, does: "Firm" };
    case "company":
      return { ...common, kind, country, does: "Firm" };
  }
}

export function person(
  id: string,
  spellings: SpellingInput[],
  surname?: Partial<Official["surname"]> & { text: string[] },
): Entity {
  const [first] = spellings;
  return {
    ...base,
    kind: "official",
    id,
    name: typeof first === "string" ? first : (first?.text ?? id),
    spellings: spellings.map(spelling),
    country: "ruritania",
    reason: "A reason.",
    surname: { alone: surname ? "after-full-name" : "never", titles: [], ...(surname ?? { text: [id] }) },
    roles: [{ title: "Minister", organisation: "Ruritania", end: "held", sources: ["source"] }],
  };
}

export function sampleDataset(entities: Entity[], containers: string[] = []): Dataset {
  return {
    info: { version: "2026.11.0", date: "2026-11-01", schema: 1, title: "Sample", licence: "CC0-1.0" },
    entities,
    measures: [],
    newsSites: [],
    givenNames: [],
    containers: containers.map((text) => ({ text, why: "other" })),
    titles: [
      { lang: "en", titles: ["President", "Secretary of State", "Minister", "Senator", "Gen.", "Mr"] },
    ],
    redirects: {},
  };
}

/** Through JSON, as the built file goes. */
export function matcherOf(entities: Entity[], containers: string[] = []): Matcher {
  return loadIndex(buildIndex(sampleDataset(entities, containers)));
}

/** Paragraphs (or one text) to mentions. */
export function find(matcher: Matcher, text: string | string[], more: Partial<Article> = {}): Mention[] {
  const blocks = [text].flat().map((one) => ({ text: one }));
  return findMentions(matcher, { lang: "en", blocks, ...more });
}

/** Mentions as `surface=id`, with `?` where uncertain: short enough to read in a table of cases. */
export function brief(mentions: Mention[]): string[] {
  return mentions.map(
    ({ surface, id, certainty }) => `${surface}=${id}${certainty === "uncertain" ? "?" : ""}`,
  );
}
