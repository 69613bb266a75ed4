import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildDataset, DataProblemsError, draftDataset } from "../../../data/tools/build-dataset.ts";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { jsonSchemaFiles } from "../../../data/tools/json-schemas.ts";
import { printDataset, writeDist } from "../../../data/tools/write-dist.ts";
import { datasetSchema } from "../../../src/core/dataset/schema.ts";
import { copyDataFolder, validFolder } from "./data-folder.ts";

const { dataset, index } = buildDataset(validFolder);

describe("the built dataset", () => {
  it("holds every record, sorted by kind and id", () => {
    expect(dataset.entities.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "vendor acme-radio",
      "operator northtel",
      "company chatterbox",
      "country northland",
      "country southland",
      "official jane-doe",
      "organisation inland-union",
      "policy safe-networks-act",
    ]);
    expect(dataset.measures.map(({ id }) => id)).toEqual([
      "xa-2019-05-01-mast-advice",
      "xa-2020-07-14-mast-ban",
    ]);
    expect(dataset.newsSites.map(({ domain }) => domain)).toEqual(["example.org", "northland-times.co.uk"]);
    expect(dataset.titles.map(({ lang }) => lang)).toEqual(["en", "sq"]);
    expect(dataset.givenNames.map(({ lang }) => lang)).toEqual(["en", "sq"]);
  });

  it("fills in defaults and writes years as text", () => {
    const vendor = dataset.entities[0];
    expect(vendor?.hints).toEqual([]);
    expect(vendor?.sources.page?.lang).toBe("en");
    expect(vendor?.spellings[1]).toEqual({ text: "Acme", form: "short", case: "name" });
  });

  it("leads references and chains of redirects to the records in use", () => {
    const company = dataset.entities.find((entity) => entity.id === "chatterbox");
    expect(company).toMatchObject({ parent: "acme-radio" });
    expect(dataset.redirects).toEqual({
      "old-acme": ["acme-radio"],
      "older-acme": ["acme-radio"],
      "two-in-one": ["chatterbox", "northtel"],
    });
  });

  it("is refused with all problems when the data has any", () => {
    const { folder, remove } = copyDataFolder([
      { file: "dataset.yml", replace: ["schema: 1", "schema: 7"] },
      { file: "redirects.yml", append: "gone: [nowhere]\n" },
    ]);
    try {
      buildDataset(folder);
      expect.unreachable("a dataset was built from wrong data");
    } catch (error) {
      if (!(error instanceof DataProblemsError)) throw error;
      expect(error.problems.map(({ rule }) => rule)).toEqual(["schema", "redirects"]);
    } finally {
      remove();
    }
  });
});

describe("the printed dataset", () => {
  it("has one record a line and reads back as the same dataset", () => {
    const text = printDataset(dataset);
    const lines = text.split("\n");
    expect(lines.filter((line) => line.startsWith('{"id":'))).toHaveLength(
      dataset.entities.length + dataset.measures.length,
    );
    expect(datasetSchema.parse(JSON.parse(text))).toEqual(dataset);
  });

  it("has its fields in the order of the schema, whatever the order in the file", () => {
    const { folder, remove } = copyDataFolder([
      { file: "countries/southland.yml", replace: ["id: southland\nname: Southland\n", ""] },
      { file: "countries/southland.yml", append: "name: Southland\nid: southland\n" },
    ]);
    expect(printDataset(buildDataset(folder).dataset)).toBe(printDataset(dataset));
    remove();
  });

  it("is written byte for byte the same twice, beside the index", () => {
    const { folder, remove } = copyDataFolder();
    const sizes = writeDist(folder, dataset, index);
    const first = readFileSync(join(folder, "dist/dataset.json"));
    const again = buildDataset(folder);
    writeDist(folder, again.dataset, again.index);
    expect(readFileSync(join(folder, "dist/dataset.json")).equals(first)).toBe(true);
    expect(sizes.dataset).toBe(first.byteLength);
    expect(readFileSync(join(folder, "dist/index.bin")).equals(index)).toBe(true);
    remove();
  });
});

describe("a draft", () => {
  it("leaves out what cannot be used, and what names it", () => {
    const { folder, remove } = copyDataFolder([
      { file: "companies/chatterbox.yml", replace: ["does:", "dose:"] },
      { file: "redirects.yml", replace: ["two-in-one: [chatterbox, northtel]\n", ""] },
      { file: "policies/safe-networks-act.yml", replace: ["issuer: northland", "issuer: chatterbox"] },
    ]);
    const draft = draftDataset(folder);
    expect(draft.leftOut).toEqual([
      "companies/chatterbox.yml",
      "measures/xa-2020-07-14-mast-ban.yml",
      "policies/safe-networks-act.yml",
    ]);
    remove();
  });

  it("keeps a record whose problem does no harm to the dataset", () => {
    const { folder, remove } = copyDataFolder([
      { file: "countries/southland.yml", replace: ["name: Southland", "name: The Southland"] },
    ]);
    const draft = draftDataset(folder);
    expect(draft.leftOut).toEqual([]);
    expect(draft.dataset.entities.map(({ id }) => id)).toContain("southland");
    expect(checkFolder(folder).map(({ rule }) => rule)).toEqual(["spellings"]);
    remove();
  });
});

describe("the form of a file", () => {
  it("is no reason not to build, and changes nothing in the dataset", () => {
    const { folder, remove } = copyDataFolder([
      {
        file: "measures/xa-2020-07-14-mast-ban.yml",
        replace: ["areas: [networks]", "areas:\n  - networks"],
        raw: true,
      },
    ]);
    expect(buildDataset(folder)).toEqual(buildDataset(validFolder));
    remove();
  });
});

describe("schemas for editors", () => {
  it("exist for every kind of file and for the built dataset", () => {
    expect([...jsonSchemaFiles().keys()].sort()).toEqual(
      [
        ...[
          "company",
          "containers",
          "contexts",
          "country",
          "country-names",
          "dataset",
          "dataset-info",
          "given-names",
          "keys",
          "loaded-words",
          "measure",
          "news-sites",
          "official",
        ],
        ...["operator", "organisation", "package", "policy", "redirects", "titles", "vendor"],
      ]
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it("describe fields, and ask only for those without a default", () => {
    const measure = JSON.parse(jsonSchemaFiles().get("measure.json") ?? "");
    expect(measure.properties.scope.description).toMatch(/What exactly is covered/);
    expect(measure.required).toContain("steps");
    expect(measure.required).not.toContain("claims");
    expect(measure.additionalProperties).toBe(false);
  });
});
