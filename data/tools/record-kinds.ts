/**
 * Which files `data/` holds, and by which schema each kind is checked. Everything else in the tools
 * goes through this table, so that a new kind of file is one line here.
 */
import { z } from "zod";
import {
  companySchema,
  containerSchema,
  countryNameSchema,
  countrySchema,
  datasetFileSchema,
  folderOfKind,
  givenNamesSchema,
  idSchema,
  loadedWordSchema,
  measureSchema,
  newsSiteSchema,
  officialSchema,
  operatorSchema,
  organisationSchema,
  policySchema,
  sharedContextSchema,
  titlesSchema,
  vendorSchema,
} from "../../src/core/dataset/schema.ts";
import { keysFile, keysFileSchema } from "./keys/keys-file.ts";

/** One YAML file per record, in a folder of its own. */
export const folderSchemas = {
  vendor: vendorSchema,
  operator: operatorSchema,
  company: companySchema,
  country: countrySchema,
  official: officialSchema,
  organisation: organisationSchema,
  policy: policySchema,
  measure: measureSchema,
} as const;

/** Single files: a list or a map each. */
export const singleSchemas = {
  "dataset-info": datasetFileSchema,
  "news-sites": z.array(newsSiteSchema).describe("News sites on which the extension works by itself."),
  containers: z
    .array(containerSchema)
    .describe("Longer names that are no mention and silence the names inside them."),
  titles: z.array(titlesSchema).describe("Titles that may stand before a person's name, by language."),
  "given-names": z
    .array(givenNamesSchema)
    .describe("Frequent first names, by language: a name behind one of them is a surname."),
  contexts: z
    .array(sharedContextSchema)
    .describe("Contexts that many spellings share: 'when: {like: ID}' takes one."),
  "country-names": z
    .array(countryNameSchema)
    .describe("What the library of country names lacks or gets wrong, by country."),
  "loaded-words": z
    .array(loadedWordSchema)
    .describe("Words that take sides, with what to write instead: the rule 'tone' looks for them."),
  redirects: z
    .record(idSchema, z.array(idSchema).min(1))
    .describe("From an old id to the ids that took its place."),
  keys: keysFileSchema,
} as const;

export type FolderKind = keyof typeof folderSchemas;
export type SingleKind = keyof typeof singleSchemas;
export type RecordKind = FolderKind | SingleKind;

export const folderKinds = Object.keys(folderSchemas) as FolderKind[];
export const singleKinds = Object.keys(singleSchemas) as SingleKind[];

/** Folder under the data folder, by kind. */
export const folders: Record<FolderKind, string> = { ...folderOfKind, measure: "measures" };

/** Path under the data folder, by kind. */
export const singleFiles: Record<SingleKind, string> = {
  "dataset-info": "dataset.yml",
  "news-sites": "news-sites.yml",
  containers: "vocabulary/containers.yml",
  titles: "vocabulary/titles.yml",
  "given-names": "vocabulary/given-names.yml",
  contexts: "vocabulary/contexts.yml",
  "country-names": "vocabulary/country-names.yml",
  "loaded-words": "vocabulary/loaded-words.yml",
  redirects: "redirects.yml",
  keys: keysFile,
};

/** Files that a folder may do without. */
export const optionalKinds: ReadonlySet<SingleKind> = new Set(["keys"]);

export function schemaOf(kind: RecordKind): z.ZodType {
  return { ...folderSchemas, ...singleSchemas }[kind];
}

export function isFolderKind(kind: string): kind is FolderKind {
  return kind in folderSchemas;
}
