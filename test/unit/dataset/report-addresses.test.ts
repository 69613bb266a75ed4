import { expect, describe as group, test } from "vitest";
import { describe } from "../../../src/core/card/describe.ts";
import { createCatalogue } from "../../../src/core/dataset/catalogue.ts";
import { datasetInfoSchema } from "../../../src/core/dataset/schema.ts";
import { sampleDataset } from "../../support/sample-dataset.ts";

const { info } = sampleDataset();
const isTaken = (more: object) => datasetInfoSchema.safeParse({ ...info, ...more }).success;

group("where readers may report mistakes", () => {
  test.each([
    { issues: "https://github.example/o/r/issues/new?title={title}&body={body}" },
    { issues: "https://gitlab.example/g/p/-/issues/new?issue[title]={title}&issue[description]={body}" },
    { issues: "https://tracker.example/new#{body}/{title}" },
    { mail: "data@maintainers.example" },
  ])("may be %o", (more) => expect(isTaken(more)).toBe(true));

  test.each([
    { issues: "http://tracker.example/new?title={title}&body={body}" },
    { issues: "javascript:alert(1)//{title}{body}" },
    { issues: "https://{title}.example/{body}/{title}" },
    { issues: "https://tracker.example/new?body={body}" },
    { issues: "https://tracker.example/new?title={title}" },
    { mail: "data@maintainers" },
    { mail: "a@b.example?cc=c@d.example" },
  ])("cannot be %o", (more) => expect(isTaken(more)).toBe(false));

  test("stands on every card, and nothing where the dataset names none", () => {
    const cardOf = (more: object) => {
      const dataset = { ...sampleDataset(), info: { ...info, ...more } };
      const question = { id: "acme-radio", articleDate: null, today: info.date, mentions: [], notes: 0 };
      return describe(createCatalogue(dataset), question)?.dataset;
    };
    const own = { version: info.version, date: info.date };
    const addresses = { mail: "data@maintainers.example", issues: "https://t.example/?{title}{body}" };
    expect(cardOf(addresses)).toEqual({ ...own, ...addresses });
    expect(cardOf({})).toEqual(own);
  });
});
