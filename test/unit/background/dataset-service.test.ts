import { describe, expect, test } from "vitest";
import { createDatasetService } from "../../../src/background/dataset-service.ts";
import { datasetFiles } from "../../../src/background/dataset-source.ts";
import { buildIndex } from "../../../src/core/matching/build-index.ts";
import { countryInput, datasetOf, vendorInput } from "../../support/sample-dataset.ts";

const dataset = datasetOf([countryInput("northland", "XN"), vendorInput("acme-radio", "northland")], []);
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

function serviceWith(facts: () => Promise<ArrayBuffer>) {
  const read: string[] = [];
  const service = createDatasetService(async (path) => {
    read.push(path);
    return path === datasetFiles.index ? buildIndex(dataset).buffer : facts();
  });
  return { service, read };
}

describe("the matcher", () => {
  test("is there before the facts are, which are not even read for it", async () => {
    const { service, read } = serviceWith(() => new Promise(() => {}));
    expect(await service.matcher()).toBeDefined();
    expect(read).toEqual([datasetFiles.index]);
    void service.load();
    expect(await service.matcher()).toBeDefined();
  });

  test("is read once, for all that ask and for the facts", async () => {
    const { service, read } = serviceWith(async () => bytes(JSON.stringify(dataset)));
    const [one, two] = await Promise.all([service.matcher(), service.matcher()]);
    expect((await service.load()).matcher).toBe(one);
    expect(two).toBe(one);
    expect(read.filter((path) => path === datasetFiles.index)).toHaveLength(1);
  });

  test("is refused once the facts are known to be damaged: a mark must have a card", async () => {
    const { service } = serviceWith(async () => bytes("{"));
    expect(await service.matcher()).toBeDefined();
    await expect(service.load()).rejects.toThrow();
    await expect(service.matcher()).rejects.toThrow();
  });
});
