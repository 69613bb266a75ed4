import { describe, expect, test } from "vitest";
import { choosePairs, type NamedAt } from "../../../src/core/card/choose-pairs.ts";
import {
  catalogueOf,
  countryInput,
  entityIn,
  measureInput,
  sampleCatalogue,
  vendorInput,
} from "../../support/sample-dataset.ts";

const sample = sampleCatalogue();

/** "acme-radio@0.1" stands in sentence 1 of block 0; a star marks the one pointed at. */
function pairsOf(id: string, places: string, catalogue = sample): string[] {
  const words = places.split(" ").filter(Boolean);
  const mentions = words.map((word): NamedAt => {
    const [named = "", place = "0.0"] = word.replace("*", "").split("@");
    const [block = 0, sentence = 0] = place.split(".").map(Number);
    return { id: named, block, sentence };
  });
  const at = words.findIndex((word) => word.endsWith("*"));
  const pairs = choosePairs(catalogue, entityIn(catalogue, id), mentions, at < 0 ? undefined : at);
  return pairs.map(({ place, subject }) => `${subject.id} in ${place.id}`);
}

describe("the pairs of a card", () => {
  test.each<[sentence: string, id: string, places: string, pairs: string[]]>([
    ["are none for a vendor alone", "acme-radio", "acme-radio@0.0*", []],
    ["are none for a country alone", "northland", "northland@0.0*", []],
    [
      "join a vendor and a country",
      "acme-radio",
      "acme-radio@0.0* northland@0.0",
      ["acme-radio in northland"],
    ],
    [
      "join a country and a vendor",
      "northland",
      "northland@0.0* acme-radio@0.0",
      ["acme-radio in northland"],
    ],
    [
      "join a vendor and a body with members",
      "acme-radio",
      "acme-radio@0.0* inland-union@0.0",
      ["acme-radio in inland-union"],
    ],
    ["leave out a regulator, which is no place", "acme-radio", "acme-radio@0.0* mast-office@0.0", []],
    [
      "leave out other vendors and officials",
      "acme-radio",
      "acme-radio@0.0* bolt-networks@0.0 jane-doe@0.0",
      [],
    ],
    ["leave out other countries", "northland", "northland@0.0* southland@0.0", []],
    ["are none for an official or a policy", "jane-doe", "jane-doe@0.0* northland@0.0 acme-radio@0.0", []],
    [
      "leave out the vendor's home",
      "acme-radio",
      "acme-radio@0.0* eastland@0.0 northland@3.0",
      ["acme-radio in northland"],
    ],
    ["leave out the home from the country's side too", "eastland", "eastland@0.0* acme-radio@0.0", []],
    [
      "put the same sentence before the paragraph before the page",
      "acme-radio",
      "northland@5.0 southland@2.0 westland@2.1 acme-radio@2.1*",
      ["acme-radio in westland", "acme-radio in southland", "acme-radio in northland"],
    ],
    [
      "count the nearest of several mentions",
      "acme-radio",
      "southland@0.0 southland@0.0 southland@2.1 northland@2.0 acme-radio@2.1*",
      ["acme-radio in southland", "acme-radio in northland"],
    ],
    [
      "take a sentence of another paragraph for the page",
      "acme-radio",
      "northland@1.1 acme-radio@2.1* southland@2.0",
      ["acme-radio in southland", "acme-radio in northland"],
    ],
    [
      "put one with a record before one without at the same distance",
      "acme-radio",
      "acme-radio@0.0* westland@0.0 westland@0.0 northland@0.0",
      ["acme-radio in northland"],
    ],
    [
      "say no record of the country nearest by, then what is on record",
      "acme-radio",
      "acme-radio@0.0* westland@0.0 northland@1.0",
      ["acme-radio in westland", "acme-radio in northland"],
    ],
    [
      "put the more often named first at the same distance",
      "acme-radio",
      "acme-radio@0.0* northland@1.0 southland@1.0 southland@2.0",
      ["acme-radio in southland", "acme-radio in northland"],
    ],
    [
      "treat the whole page alike where no mention is pointed at",
      "acme-radio",
      "acme-radio@0.0 southland@0.0 northland@5.0 northland@6.0",
      ["acme-radio in northland", "acme-radio in southland"],
    ],
    [
      "show an app where it has a record",
      "chatterbox",
      "chatterbox@0.0* northland@0.0",
      ["chatterbox in northland"],
    ],
    ["say nothing of an app without one", "chatterbox", "chatterbox@0.0* westland@0.0", []],
    ["say nothing of an operator without one", "westland", "westland@0.0* northtel@0.0", []],
    ["say nothing of a body without one", "bolt-networks", "bolt-networks@0.0* inland-union@0.0", []],
    ["pass over ids that the dataset does not have", "acme-radio", "acme-radio@0.0* nowhere@0.0", []],
  ])("%s", (_, id, places, pairs) => {
    expect(pairsOf(id, places)).toEqual(pairs);
  });

  test("are four at most", () => {
    const names = ["aland", "bland", "cland", "dland", "eland", "fland"];
    const catalogue = catalogueOf(
      [
        ...names.map((name, index) => countryInput(name, `X${"ABCDEF"[index]}`)),
        vendorInput("acme-radio", "eastland"),
      ],
      names.map((name) => measureInput(`order-${name}`, { issuer: name, appliesIn: [name] })),
    );
    const places = `acme-radio@0.0* ${names.map((name) => `${name}@0.0`).join(" ")}`;
    expect(pairsOf("acme-radio", places, catalogue)).toEqual(
      names.slice(0, 4).map((name) => `acme-radio in ${name}`),
    );
  });
});
