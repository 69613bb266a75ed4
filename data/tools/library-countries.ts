import countries from "i18n-iso-countries";
import countriesInEnglish from "i18n-iso-countries/langs/en.json" with { type: "json" };
import nationalities from "i18n-nationality";
import nationalitiesInEnglish from "i18n-nationality/langs/en.json" with { type: "json" };
import { nameSource } from "../../src/core/dataset/name-only.ts";
import type { CountryName } from "../../src/core/dataset/schema.ts";
import type { DataRecord } from "./read-records.ts";
import { selectTexts, selectValues, textAt } from "./select-values.ts";

countries.registerLocale(countriesInEnglish);
nationalities.registerLocale(nationalitiesInEnglish);

/** A spelling as a record writes it, defaults left out. */
interface WrittenSpelling {
  text: string;
  [field: string]: unknown;
}

const cldrNames = new Intl.DisplayNames("en", { type: "region" });

/**
 * Adds what the library of country names knows, where `dataset.yml` says `countries: all`: the English name and
 * adjective to each country that has a record, and a record of its own for every other country of ISO 3166-1.
 * `vocabulary/country-names.yml` corrects the library. A spelling that a record writes itself, perhaps with a
 * condition, is left as it is.
 */
export function withLibraryCountries(records: DataRecord[]): DataRecord[] {
  const info = records.find((record) => record.kind === "dataset-info")?.value;
  if (textAt(info, "countries") !== "all") return records;
  const corrections = readCorrections(records);
  const day = textAt(info, "date") ?? "";
  const recorded = new Set<string>();
  const completed = records.map((record) => {
    const code = record.kind === "country" ? textAt(record.value, "code") : undefined;
    if (code === undefined) return record;
    recorded.add(code);
    return { ...record, value: addSpellings(record.value, librarySpellings(code, corrections.get(code))) };
  });
  const others = Object.keys(countries.getAlpha2Codes())
    .filter((code) => !recorded.has(code))
    .map((code) => recordOf(code, corrections.get(code), day));
  return [...completed, ...others];
}

/** English spellings of a country that nobody has to type: its names, its adjective, its people. */
function librarySpellings(code: string, correction: CountryName | undefined): WrittenSpelling[] {
  const names = [nameOf(code, correction), ...namesOf(code)];
  const adjective = correction?.adjective ?? adjectiveOf(code, names);
  const spellings: WrittenSpelling[] = [...(correction?.spellings ?? [])];
  const add = (spelling: WrittenSpelling) => {
    if (correction?.without.includes(spelling.text)) return;
    const same = spellings.filter(({ text }) => text === spelling.text);
    // A correction for other languages leaves English as it is.
    if (same.some(({ lang }) => !Array.isArray(lang) || lang.includes("en"))) return;
    spellings.push(same.length > 0 ? { ...spelling, lang: ["en"] } : spelling);
  };
  for (const text of names) {
    add(/^[A-Z.]+$/.test(text) ? { text, form: "abbreviation", case: "exact" } : { text });
  }
  if (adjective) add({ text: adjective, form: "adjective" });
  // Danes, Swedes and Turks follow no rule and stand in the records.
  if (adjective && /(an|i)$/.test(adjective)) add({ text: `${adjective}s`, form: "people" });
  return spellings;
}

/** What is written like a name in running text: "Moldova, Republic of" and "Congo - Kinshasa" are not. */
function namesOf(code: string): string[] {
  const given = countries.getName(code, "en", { select: "all" }) ?? [];
  const list = [cldrNames.of(code) ?? "", ...(Array.isArray(given) ? given : [given])];
  return [...new Set(list.map((name) => name.replace(" & ", " and ")))].filter(
    (name) => name !== "" && name !== code && !/[,()]| - | SAR |^The /.test(name),
  );
}

function nameOf(code: string, correction: CountryName | undefined): string {
  const plain = namesOf(code).filter((name) => !/^[A-Z.]+$|^St\. /.test(name));
  return correction?.name ?? plain[0] ?? countries.getName(code, "en") ?? code;
}

/** For places without an adjective the library repeats the name; for some it gives a phrase. */
function adjectiveOf(code: string, names: string[]): string | undefined {
  const adjective = nationalities.getName(code, "en");
  if (!adjective || names.includes(adjective) || /[,()]| - | or | and /.test(adjective)) return undefined;
  return adjective;
}

function addSpellings(value: unknown, added: WrittenSpelling[]): unknown {
  const own = selectValues(value, "spellings.*").map((spelling) => spelling.value);
  const langsOf = (text: string) =>
    own.flatMap((spelling) =>
      textAt(spelling, "text") === text ? [selectTexts(spelling, "lang.*").map((lang) => lang.text)] : [],
    );
  const missing = added.flatMap((spelling) => {
    const langs = langsOf(spelling.text);
    if (langs.some((list) => list.length === 0 || list.includes("en"))) return [];
    // Where the record has it for other languages, English is what is missing.
    return [langs.length > 0 ? { ...spelling, lang: ["en"] } : spelling];
  });
  // At the end, so that the places of the record's own spellings in its file stay right.
  return { ...Object(value), spellings: [...own, ...missing] };
}

function recordOf(code: string, correction: CountryName | undefined, day: string): DataRecord {
  const name = nameOf(code, correction);
  const id = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    kind: "country",
    id,
    file: "vocabulary/country-names.yml",
    generated: true,
    locate: () => ({ line: 1, column: 1 }),
    value: {
      id,
      name,
      sentence: `Country or territory with the code ${code} in ISO 3166-1.`,
      cites: [nameSource],
      spellings: librarySpellings(code, correction),
      sources: {
        [nameSource]: {
          url: "https://github.com/michaelwittig/node-i18n-iso-countries",
          publisher: "i18n-iso-countries",
          title: "Names and codes of the countries in ISO 3166-1",
          kind: "research",
          seen: true,
          checked: day,
        },
      },
      checked: day,
      code,
    },
  };
}

function readCorrections(records: DataRecord[]): Map<string, CountryName> {
  const list = records.find((record) => record.kind === "country-names")?.value;
  return new Map(
    selectValues(list, "*").flatMap(({ value }) => {
      const code = textAt(value, "code");
      if (!code) return [];
      const { spellings = [], without = [], ...rest } = Object(value) as Partial<CountryName>;
      return [[code, { ...rest, code, spellings, without }] as const];
    }),
  );
}
