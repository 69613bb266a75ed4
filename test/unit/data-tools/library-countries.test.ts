import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { buildDataset } from "../../../data/tools/build-dataset.ts";
import type { Country } from "../../../src/core/dataset/schema.ts";
import { copyDataFolder, type Edit } from "./data-folder.ts";

const allCountries: Edit = { file: "dataset.yml", append: "countries: all\n" };
const namesFile = "vocabulary/country-names.yml";
const corrections: Edit = {
  file: namesFile,
  write: readFileSync(resolve(import.meta.dirname, "../../../data", namesFile), "utf8"),
};

function countriesWith(...edits: Edit[]): Country[] {
  const { folder, remove } = copyDataFolder(edits);
  try {
    return buildDataset(folder).dataset.entities.filter((entity) => entity.kind === "country");
  } finally {
    remove();
  }
}

const texts = (country: Country | undefined) => country?.spellings.map(({ text }) => text);

describe("countries from the library", () => {
  const known = new Map(countriesWith(allCountries, corrections).map((country) => [country.code, country]));

  it("are only added where dataset.yml asks for all", () => {
    expect(countriesWith().map(({ id }) => id)).toEqual(["northland", "southland"]);
  });

  it("are those of ISO 3166-1", () => {
    expect(known.size).toBeGreaterThanOrEqual(249);
    expect(known.get("SO")).toMatchObject({ id: "somalia", name: "Somalia" });
  });

  it("come with name, adjective and people, nothing of which is typed", () => {
    expect(texts(known.get("ZM"))).toEqual(["Republic of Zambia", "Zambia", "Zambian", "Zambians"]);
    expect(texts(known.get("PT"))).toEqual(["Portugal", "Portuguese"]);
  });

  it("have no spelling that no article uses", () => {
    const odd = [...known.values()]
      .flatMap((country) => texts(country) ?? [])
      .filter((text) => /[,()]/.test(text));
    expect(odd).toEqual([]);
  });

  it("say that they are known by name only, with a source", () => {
    const country = known.get("SO");
    expect(country?.sentence).toContain("ISO 3166-1");
    expect(Object.keys(country?.sources ?? {})).toEqual(["iso-names"]);
  });

  it("are corrected by vocabulary/country-names.yml", () => {
    expect(known.get("CI")).toMatchObject({ id: "ivory-coast", name: "Ivory Coast" });
    expect(texts(known.get("WF"))).not.toContain("Welsh");
    expect(texts(known.get("YE"))).toContain("Yemeni");
    expect(known.get("TD")?.spellings.find(({ text }) => text === "Chad")?.when?.near).toContain("Sahel");
  });

  it("give a recorded country what it does not write itself", () => {
    const zambia = countriesWith(allCountries, corrections, {
      file: "countries/northland.yml",
      replace: ["code: XA", "code: ZM"],
    }).find(({ id }) => id === "northland");
    expect(texts(zambia)?.slice(-3)).toEqual(["Zambia", "Zambian", "Zambians"]);
  });
});
