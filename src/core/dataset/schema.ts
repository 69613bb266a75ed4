/**
 * The shape of every record in `data/`, once: maintainers' files are checked against it, JSON Schemas
 * for editors are generated from it, and the types of the whole program follow from it.
 * `data/README.md` explains the fields to people who do not program.
 *
 * It is long because it is read from top to bottom like the record forms that it describes, and its
 * parts refer to each other throughout.
 */
import { z } from "zod";
import { datedValuePattern, isRealDay } from "./dates.ts";
import { readUpdateAddress } from "./update-address.ts";

/** Raised only when old readers could misread new files. */
export const schemaVersion = 1;

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
  .describe("Permanent id, equal to the file name without .yml. Renaming needs an entry in redirects.yml.");

const text = (about: string) => z.string().trim().min(1).describe(about);

const dateSchema = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine((value) => datedValuePattern.test(value) && dayExists(value), {
    message: "a date is YYYY, YYYY-MM or YYYY-MM-DD (with ~ at the end for 'about'), and the day must exist",
  })
  .describe("YYYY, YYYY-MM or YYYY-MM-DD; add ~ for an approximate date.");

const daySchema = z
  .string()
  .refine(isRealDay, { message: "a full day is needed here: YYYY-MM-DD" })
  .describe("A full day, YYYY-MM-DD.");

const languageSchema = z
  .string()
  .regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?$/,
    'a language is a code such as en, sq or sr-Cyrl (write "no" in quotes)',
  )
  .describe("BCP 47 language code, with a script where it matters (sr-Latn).");

const urlSchema = z
  .string()
  .regex(/^https?:\/\/[^\s/]+\.[^\s/]+/, "a web address begins with https:// or http://")
  .describe("Address of the source itself, not of a search page or a shortener.");

function dayExists(value: string): boolean {
  const bare = value.replace("~", "");
  return bare.length < 10 || isRealDay(bare);
}

// ── Sources ──────────────────────────────────────────────────────────────────────────────────────

export const sourceSchema = z
  .strictObject({
    url: urlSchema,
    publisher: text("Who published it."),
    title: text("Its title, as published."),
    date: dateSchema.optional().describe("When it was published."),
    lang: languageSchema.default("en"),
    kind: z
      .enum(["primary", "press", "research"])
      .describe(
        "primary: the act, statement or record itself. press: reporting. research: analysis, law firms, encyclopaedias.",
      ),
    interest: text("Whose interest it may carry: a party to the dispute, a state's broadcaster …").optional(),
    seen: z
      .boolean()
      .describe("true: someone read the passage that supports the claim. false: known, not read."),
    checked: daySchema.describe("When the source was last looked at."),
  })
  .describe("One source. Claims refer to it by its key.");

const sourcesSchema = z
  .record(idSchema, sourceSchema)
  .describe("The record's sources, each under a short key that claims refer to.");

const citedSchema = z.array(idSchema).min(1).describe("Keys of the sources that support this.");

export const claimSchema = z
  .strictObject({
    by: text("Who says it, as a reader would be told: 'UK government', 'Huawei'."),
    entity: idSchema.optional().describe("The id of the one who says it, if it has a record."),
    says: text("What is said, in our words, attributed; never as a fact."),
    on: dateSchema.optional(),
    sources: citedSchema,
    answers: z
      .array(
        z.strictObject({
          by: text("Who answers."),
          entity: idSchema.optional(),
          says: text("The answer, in our words."),
          on: dateSchema.optional(),
          sources: citedSchema,
        }),
      )
      .default([])
      .describe("The other side. Empty means that no answer was found, not that none was given."),
  })
  .describe("Something contested: who says it, and what the other side answers.");

// ── Spellings ────────────────────────────────────────────────────────────────────────────────────

/** A list, or one text with commas, which is shorter to write and to read for long lists. */
const wordsSchema = z.union([z.array(z.string().min(1)), text("Words or phrases separated by commas.")]);

/** The conditions of a context, by what they ask. */
export const contextFields = ["near", "notNear", "before", "notBefore", "after", "notAfter"] as const;

const conditions = {
  near: wordsSchema.optional().describe("At least one of these words in the same paragraph."),
  notNear: wordsSchema.optional().describe("None of these words in the same paragraph."),
  before: wordsSchema.optional().describe("Directly followed by one of these words."),
  notBefore: wordsSchema.optional().describe("Not directly followed by one of these words."),
  after: wordsSchema.optional().describe("Directly preceded by one of these words."),
  notAfter: wordsSchema.optional().describe("Not directly preceded by one of these words."),
  article: z
    .array(idSchema)
    .optional()
    .describe("The article names at least one of these entities elsewhere."),
};

const contextSchema = z
  .strictObject({
    like: idSchema
      .optional()
      .describe("A context of vocabulary/contexts.yml, to whose words those given here are added."),
    ...conditions,
  })
  .describe(
    "What must or must not stand around the spelling for it to count. All given conditions must hold.",
  );

/** A context that many spellings share, under a name. */
export const sharedContextSchema = z.strictObject({
  id: idSchema,
  about: text("What it is for: capitals in English text that act as a government."),
  ...conditions,
});

export const spellingSchema = z
  .strictObject({
    text: text("The spelling as it stands in articles."),
    forms: text("Further forms of it, separated by commas, that share all that is said here.").optional(),
    lang: z
      .array(languageSchema)
      .min(1)
      .optional()
      .describe("Only in articles in these languages; leave out for any language."),
    form: z
      .enum([
        "name",
        "short",
        "abbreviation",
        "adjective",
        "people",
        "inflected",
        "metonym",
        "former",
        "product",
      ])
      .default("name")
      .describe(
        "name: in full. short: a clipped form. people: a demonym (Albanians). metonym: a capital or seat that means the government.",
      ),
    case: z
      .enum(["name", "exact", "any"])
      .default("name")
      .describe(
        "name: capitals as given, or all capitals. exact: only as given. any: capitals do not matter.",
      ),
    from: dateSchema.optional().describe("Only in articles from this date on (a name taken later)."),
    until: dateSchema.optional().describe("Only in articles up to this date (a name given up)."),
    when: contextSchema.optional(),
    uncertain: z
      .boolean()
      .optional()
      .describe(
        "true: even with its context the match stays a guess, is drawn as one, and names the candidates.",
      ),
  })
  .describe("One spelling under which articles name the entity.");

// ── Entities ─────────────────────────────────────────────────────────────────────────────────────

export const entityKinds = [
  "vendor",
  "operator",
  "company",
  "country",
  "official",
  "organisation",
  "policy",
] as const;
export type EntityKind = (typeof entityKinds)[number];

/** Folder under `data/` that holds the records of a kind. */
export const folderOfKind = {
  vendor: "vendors",
  operator: "operators",
  company: "companies",
  country: "countries",
  official: "officials",
  organisation: "organisations",
  policy: "policies",
} as const satisfies Record<EntityKind, string>;

const identifiersSchema = z
  .strictObject({
    wikidata: z
      .string()
      .regex(/^Q\d+$/, "a Wikidata id is Q and a number")
      .optional(),
    lei: z
      .string()
      .regex(/^[A-Z0-9]{18}\d{2}$/, "an LEI has 20 characters")
      .optional(),
  })
  .describe("Identifiers in common registers, only where verified.");

const hintSchema = z.strictObject({
  text: text("One sentence that prevents a common mix-up (ownership, brand, successor)."),
  sources: citedSchema,
});

const entityBase = {
  id: idSchema,
  name: text("Common English name."),
  sentence: text("One neutral sentence: what it is. No judgement, no allegation."),
  cites: citedSchema.describe("Keys of the sources that support the sentence."),
  spellings: z.array(spellingSchema).min(1).describe("Every spelling, the name itself included."),
  identifiers: identifiersSchema.default({}),
  hints: z.array(hintSchema).default([]).describe("Ownership and brand hints: 'Honor was sold in 2020'."),
  claims: z
    .array(claimSchema)
    .default([])
    .describe("What is contested about the entity itself, with both sides."),
  sources: sourcesSchema,
  checked: daySchema.describe("When the whole record was last checked against its sources."),
};

const companyShape = {
  country: idSchema.describe("Id of the home country."),
  does: text("What it makes or runs, in a few words: 'Network equipment vendor'. Shown under the name."),
  owner: hintSchema.optional().describe("Who owns it, where that matters."),
  parent: idSchema.optional().describe("Id of the parent, if it has a record."),
};

export const vendorSchema = z
  .strictObject({
    ...entityBase,
    ...companyShape,
    outsideNetworks: z
      .boolean()
      .optional()
      .describe(
        "true: makes nothing that is built into telecom networks (cameras, modules), so that rules on suppliers of networks do not reach it unless they name it.",
      ),
  })
  .describe("A maker of network or surveillance equipment.");
export const operatorSchema = z
  .strictObject({ ...entityBase, ...companyShape })
  .describe("A carrier, its brand or its national unit.");
export const companySchema = z
  .strictObject({ ...entityBase, ...companyShape })
  .describe("Another technology company, or an app that stands for one.");

export const countrySchema = z
  .strictObject({
    ...entityBase,
    inText: text("Name as it stands after 'in', where it takes an article: 'the United Kingdom'.").optional(),
    code: z
      .string()
      .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code in capitals; quote NO")
      .describe("ISO 3166-1 alpha-2 code (XK for Kosovo)."),
    memberOf: z
      .array(idSchema)
      .default([])
      .describe("Organisations whose acts also apply in this country: european-union, nato …"),
    searched: z
      .array(
        z.strictObject({
          on: daySchema,
          text: text("What was looked for, where, and that nothing was found."),
        }),
      )
      .default([])
      .describe("Searches that found no measure. 'No record' is never 'no restriction'."),
  })
  .describe("A country or territory. Wording implies no position on status.");

export const roleSchema = z
  .strictObject({
    title: text("The office, as in English-language reporting: 'Secretary of State'."),
    organisation: text("Of what: 'United States Department of State'."),
    country: idSchema.optional().describe("Id of the country served; none for company posts."),
    company: idSchema.optional().describe("Id of the company served."),
    acting: z.boolean().optional().describe("true: held ad interim (acting, chargé d'affaires)."),
    from: dateSchema.optional().describe("First day. Leave out when unknown."),
    until: dateSchema
      .optional()
      .describe("Last day. Leave out when still held or unknown; then say which in 'end'."),
    end: z
      .enum(["held", "unknown"])
      .optional()
      .describe("Without 'until': still held on the day 'checked', or unknown."),
    sources: citedSchema,
  })
  .refine((role) => Boolean(role.until) !== Boolean(role.end), {
    message: "give either 'until', or 'end: held' or 'end: unknown'",
  })
  .describe("One office of one person, with its dates.");

export const officialSchema = z
  .strictObject({
    ...entityBase,
    country: idSchema.describe("Country that the person acts or acted for, or is a citizen of."),
    reason: text("Why this person has a record: the part played in telecom policy."),
    surname: z
      .strictObject({
        text: z
          .array(z.string().min(1))
          .min(1)
          .describe("The surname, and its inflected forms where articles use them."),
        alone: z
          .enum(["never", "after-full-name", "safe"])
          .describe(
            "May the bare surname be resolved? 'safe' needs a reason in a comment: nobody else in such articles bears it.",
          ),
        titles: z
          .array(z.string().min(1))
          .default([])
          .describe(
            "Titles that, directly before the surname, identify the person: President (Trump), General (Jones).",
          ),
        from: dateSchema.optional().describe("Title and surname identify the person only from this date on."),
        until: dateSchema.optional().describe("… and up to this date."),
        when: contextSchema.optional().describe("What must stand around title and surname."),
      })
      .describe("How the surname may be resolved."),
    roles: z.array(roleSchema).min(1).describe("Dated offices, oldest first."),
  })
  .describe("A person who holds or held office, leads a company above, or is a public figure in this field.");

export const organisationSchema = z
  .strictObject({
    ...entityBase,
    does: text("What it is, in a few words: 'Military alliance'."),
    inText: text("Name as it stands after 'in', where it takes an article: 'the European Union'.").optional(),
    country: idSchema.optional().describe("Home country, for a national body."),
    members: z.array(idSchema).default([]).describe("Member countries that have records."),
  })
  .describe("A regulator, agency, department, alliance or international body.");

export const policySchema = z
  .strictObject({
    ...entityBase,
    does: text("What it is, in a few words: 'Executive order, United States'."),
    issuer: idSchema.describe("Country or organisation whose policy it is."),
    partOf: idSchema.optional().describe("The programme that it belongs to."),
  })
  .describe(
    "A law, list, programme or agreement with a name. What it did, and when, stands in its measures.",
  );

// ── Measures ─────────────────────────────────────────────────────────────────────────────────────

export const stances = ["prohibits", "restricts", "case-by-case", "permits", "under-review", "none"] as const;
export type Stance = (typeof stances)[number];

/** Ladder steps (R12), in the order of a usual life. */
export const ladderSteps = [
  "proposed",
  "recommended",
  "empowered",
  "decided",
  "in-force",
  "deadline",
  "appealed",
  "suspended",
  "reinstated",
  "upheld",
  "superseded",
  "struck-down",
  "withdrawn",
  "lapsed",
  "lifted",
  "completed",
] as const;
export type LadderStep = (typeof ladderSteps)[number];

export const areas = [
  "networks",
  "core",
  "radio-access",
  "transport",
  "fibre",
  "procurement",
  "carrier-licences",
  "interconnection",
  "equipment-authorisation",
  "funding",
  "certification",
  "cables",
  "cloud",
  "apps",
  "exports",
  "investment",
  "surveillance",
  "data-protection",
  "prosecution",
  "diplomacy",
] as const;
export type Area = (typeof areas)[number];

export const measureKinds = [
  "ban",
  "restriction",
  "law",
  "designation",
  "guideline",
  "warning",
  "listing",
  "membership",
  "agreement",
  "declaration",
  "review",
  "permission",
  "programme",
  "order",
  "ruling",
  "repeal",
  "prosecution",
  "procurement-rule",
  "export-control",
  "project",
] as const;

export const stepSchema = z
  .strictObject({
    step: z.enum(ladderSteps),
    on: dateSchema,
    text: text("What happened, in a few words.").optional(),
    sources: citedSchema,
  })
  .describe("One dated, sourced step on the ladder. A deadline may lie in the future.");

export const targetSchema = z
  .strictObject({
    entity: idSchema
      .optional()
      .describe("Id of the vendor, operator, company or other entity that is aimed at."),
    class: text("A class instead of one entity: 'high-risk vendors', 'Chinese-made apps'.").optional(),
    basis: z
      .enum(["named", "understood", "criteria", "product-class"])
      .describe(
        "named: the text names it. understood: the text does not, officials or reports do. criteria: whoever meets them. product-class: equipment, whoever makes it.",
      ),
    origin: z
      .array(idSchema)
      .min(1)
      .optional()
      .describe(
        "For criteria that reach only suppliers of certain home countries: the ids of those countries.",
      ),
  })
  .refine((target) => Boolean(target.entity) !== Boolean(target.class), {
    message: "a target is either an entity or a class",
  });

export const measureSchema = z
  .strictObject({
    id: idSchema,
    title: text("What it is called here, neutral and short."),
    kind: z.enum(measureKinds),
    issuer: idSchema.describe(
      "Country or organisation whose act it is; an operator or company where it is its own choice (force: practice).",
    ),
    body: text("The body that acted: 'National Security Council', 'Federal Communications Commission'."),
    appliesIn: z
      .array(idSchema)
      .min(1)
      .describe("Countries (or organisations, for their members) in which it has effect."),
    part: text(
      "The part of the country in which alone it applies, for a state or province: 'Texas'.",
    ).optional(),
    policies: z
      .array(idSchema)
      .default([])
      .describe("Policies with a name that this act belongs to or enacts."),
    about: z.array(idSchema).default([]).describe("Further entities on whose cards it belongs."),
    targets: z.array(targetSchema).min(1),
    areas: z.array(z.enum(areas)).min(1).describe("What it touches, the most important first."),
    scope: text(
      "What exactly is covered, in one line: 'Out of the core; at most 35 % of the access network'.",
    ),
    stance: z
      .enum(stances)
      .describe("What it does to its targets while it applies; none for acts that take no side."),
    force: z
      .enum(["binding", "policy", "advisory", "political", "proposal", "practice"])
      .describe(
        "binding: law or order. policy: a government's decision, not yet law. political: a declaration. practice: what is done.",
      ),
    summary: text("One or two sentences for a reader: who did what."),
    cites: citedSchema.describe("Keys of the sources that support the summary, scope and targets."),
    steps: z
      .array(stepSchema)
      .min(1)
      .describe("Its life, oldest first. Status is computed from here and never typed."),
    supersedes: z
      .array(idSchema)
      .default([])
      .describe("Measures that it replaces. Each of them has a step 'superseded'."),
    claims: z.array(claimSchema).default([]).describe("The reason given, and the other side's answer."),
    unconfirmed: z.array(text("A detail that no source read confirms.")).default([]),
    sources: sourcesSchema,
    checked: daySchema,
  })
  .describe("One act of one issuer: a ban, guideline, agreement, ruling …");

// ── Dataset ──────────────────────────────────────────────────────────────────────────────────────

export const datasetInfoSchema = z
  .strictObject({
    version: z.string().regex(/^\d{4}\.(1[0-2]|[1-9])\.\d+$/, "a version is YEAR.MONTH.NUMBER, as 2026.11.0"),
    date: daySchema.describe("Day of this version."),
    schema: z.literal(schemaVersion),
    title: text("Title of the dataset."),
    licence: text("SPDX identifier of the licence."),
    homepage: z.string().optional(),
    updates: z
      .string()
      .refine((address) => "url" in readUpdateAddress(address), "an address that begins with https://")
      .optional()
      .describe("Where the newest package of the dataset lies; extensions ask there for updates."),
    mail: z.email().optional().describe("Where readers may send reports of mistakes by mail."),
    issues: z
      .string()
      .regex(
        /^https:\/\/[^\s{}/]+\/(?=\S*\{title\})(?=\S*\{body\})\S*$/,
        "an address that begins with https:// and holds {title} and {body}",
      )
      .optional()
      .describe("A tracker's form for a new issue, with {title} and {body} where these go."),
  })
  .describe("Facts about the dataset as a whole.");

/** `dataset.yml`: what readers of the dataset see, and what only the check and the build use. */
export const datasetFileSchema = datasetInfoSchema
  .extend({
    countries: z
      .enum(["all", "recorded"])
      .default("recorded")
      .describe(
        "all: every country of ISO 3166-1 is known, those without a record by name only (from a library).",
      ),
    atLeast: z
      .partialRecord(z.enum([...entityKinds, "measure"]), z.number().int().min(0))
      .default({})
      .describe("Fewest records of a kind that a check accepts: guards against files that go missing."),
  })
  .describe("Facts about the dataset as a whole, and what the check expects of it.");

export const newsSiteSchema = z.strictObject({
  domain: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "a bare registrable domain: example.com"),
  name: text("Name of the publication."),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe("ISO 3166-1 alpha-2 code of where it is published."),
  lang: z.array(languageSchema).min(1),
});

/** What the library of country names lacks or gets wrong, by country. */
export const countryNameSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code in capitals; quote NO")
    .describe("ISO 3166-1 alpha-2 code."),
  name: text("The name to show, where the library's is not the usual one.").optional(),
  adjective: text("The adjective, where the library's is missing or wrong.").optional(),
  without: z
    .array(text("A spelling of the library that is not to be used."))
    .default([])
    .describe("Spellings of the library that are left out."),
  spellings: z
    .array(spellingSchema)
    .default([])
    .describe("Further spellings, and those of the library that need a context to count."),
});

/** Words that take sides, and what to write instead. */
export const loadedWordSchema = z.strictObject({
  word: text("The word or phrase, in lower case."),
  instead: text("What to write instead."),
});

/** Names that are no mention themselves and silence the names inside them (R5). */
export const containerSchema = z.strictObject({
  text: text("The longer name: South China Morning Post."),
  why: z.enum([
    "news-medium",
    "bank",
    "university",
    "place",
    "event",
    "company",
    "body",
    "product",
    "person",
    "other",
  ]),
});

/** Titles that may stand before a name, by language: they prevent and explain surname matches (R6). */
export const titlesSchema = z.strictObject({
  lang: languageSchema,
  titles: z.array(text("A title as it stands before a name: President, Gen., Sekretari.")).min(1),
});

/** Frequent first names, by language: with one before it, a name is somebody's surname. */
export const givenNamesSchema = z.strictObject({
  lang: languageSchema,
  names: z.array(text("A first name as people write it: Alejandro, Agnieszka.")).min(1),
});

/** A record as built: the kind, which the folder tells in `data/`, stands in the record. */
export const entitySchema = z.discriminatedUnion("kind", [
  vendorSchema.safeExtend({ kind: z.literal("vendor") }),
  operatorSchema.safeExtend({ kind: z.literal("operator") }),
  companySchema.safeExtend({ kind: z.literal("company") }),
  countrySchema.safeExtend({ kind: z.literal("country") }),
  officialSchema.safeExtend({ kind: z.literal("official") }),
  organisationSchema.safeExtend({ kind: z.literal("organisation") }),
  policySchema.safeExtend({ kind: z.literal("policy") }),
]);

/** The built dataset: what `data/dist/dataset.json` holds. */
export const datasetSchema = z.strictObject({
  info: datasetInfoSchema,
  entities: z.array(entitySchema),
  measures: z.array(measureSchema),
  newsSites: z.array(newsSiteSchema),
  containers: z.array(containerSchema),
  titles: z.array(titlesSchema),
  givenNames: z.array(givenNamesSchema),
  redirects: z.record(idSchema, z.array(idSchema).min(1)),
});

export type Source = z.output<typeof sourceSchema>;
export type Claim = z.output<typeof claimSchema>;
export type Spelling = z.output<typeof spellingSchema>;
export type SpellingContext = z.output<typeof contextSchema>;
export type SharedContext = z.output<typeof sharedContextSchema>;
export type Entity = z.output<typeof entitySchema>;
export type EntityOf<K extends EntityKind> = Extract<Entity, { kind: K }>;
export type Official = EntityOf<"official">;
export type Country = EntityOf<"country">;
export type Role = z.output<typeof roleSchema>;
export type Measure = z.output<typeof measureSchema>;
export type Step = z.output<typeof stepSchema>;
export type Target = z.output<typeof targetSchema>;
export type NewsSite = z.output<typeof newsSiteSchema>;
export type CountryName = z.output<typeof countryNameSchema>;
export type Container = z.output<typeof containerSchema>;
export type Titles = z.output<typeof titlesSchema>;
export type GivenNames = z.output<typeof givenNamesSchema>;
export type DatasetInfo = z.output<typeof datasetInfoSchema>;
export type Dataset = z.output<typeof datasetSchema>;
