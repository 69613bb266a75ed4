import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { repository } from "../../architecture/source-files.ts";

const read = (path: string) => parse(readFileSync(join(repository, path), "utf8"));
const { chrome, edge, firefox, safari } = read("src/store/listing.yml");
const { required, optional, reasons, hosts, optionalHosts } = read("src/store/permissions.yml");
const privacy = read("src/store/privacy.yml");
const { extension } = read("src/locales/en.yml");

/** Least and most characters that a field of a store's form takes. */
const limits: [string, string, number, number][] = [
  ["Chrome's name", chrome.name, 1, 75],
  ["Edge's name", edge.name, 1, 45],
  ["Firefox's name", firefox.name, 1, 50],
  ["Safari's name", safari.name, 1, 30],
  ["the name in the package", extension.name, 1, 45],
  ["the description in the package, which is Chrome's summary", extension.description, 1, 132],
  ["Chrome's description", chrome.description, 1, 16_000],
  ["Chrome's single purpose", chrome.singlePurpose, 1, 1_000],
  ["Chrome's test instructions", chrome.testInstructions, 1, 500],
  ["Edge's description", edge.description, 250, 10_000],
  ["Edge's notes for certification", edge.notesForCertification, 1, 2_000],
  ["Firefox's summary", firefox.summary, 1, 250],
  ["Firefox's description", firefox.description, 1, 15_000],
  ["Firefox's notes for reviewers", firefox.reviewerNotes, 1, 3_000],
  ["Safari's subtitle", safari.subtitle, 1, 30],
  ["Safari's description", safari.description, 1, 4_000],
  ["Safari's keywords", safari.keywords, 1, 100],
  ...Object.entries<string>({ ...reasons, hosts, optionalHosts }).map(
    ([name, reason]): [string, string, number, number] => [`the reason for ${name}`, reason, 40, 1_000],
  ),
];

describe("what the stores are told", () => {
  test.each(limits)("%s fits", (_, text, least, most) => {
    expect(text.trim().length).toBeGreaterThanOrEqual(least);
    expect(text.trim().length).toBeLessThanOrEqual(most);
  });

  test("Edge's search terms fit: seven, of thirty characters each, of 21 words", () => {
    const terms: string[] = edge.searchTerms;
    expect(terms.length).toBeLessThanOrEqual(7);
    expect(Math.max(...terms.map(({ length }) => length))).toBeLessThanOrEqual(30);
    expect(terms.join(" ").split(" ").length).toBeLessThanOrEqual(21);
  });

  test("is plain text: stores show no Markdown, and nothing is advertised", () => {
    for (const text of [chrome.description, firefox.summary, chrome.singlePurpose]) {
      expect(text).not.toMatch(/\*\*|\]\(|^#|<\w/m);
      expect(text).not.toMatch(/\b(best|amazing|ultimate|revolutionary|powerful)\b|!/i);
    }
  });

  test("nothing is collected", () => {
    expect(new Set(Object.values(privacy.chrome.collected))).toEqual(new Set([false]));
    expect(privacy.firefox.required).toEqual(["none"]);
    expect(privacy.safari.dataCollected).toBe(false);
  });

  test("each permission has its reason, and readers are told of it too", () => {
    const told = readFileSync(join(repository, "PRIVACY.md"), "utf8");
    expect(Object.keys(reasons).sort()).toEqual([...new Set([...required, ...optional])].sort());
    for (const name of Object.keys(reasons)) expect(told).toContain(`\`${name}\``);
  });
});
