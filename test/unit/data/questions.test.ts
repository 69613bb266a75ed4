/**
 * Questions about policies and offices on a day, with answers taken from the sources by people who had not read the
 * records (`test/fixtures/questions/`). What the records answer through `status` and `role` must be among what
 * the sources allow. Before an expectation is changed, look at the source that it names.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findOfficial, rolesAsJson } from "../../../data/tools/commands/role.ts";
import { askStatus, statusAsJson } from "../../../data/tools/commands/status.ts";
import { loadCatalogue } from "../../../data/tools/load-catalogue.ts";
import type { Catalogue } from "../../../src/core/dataset/catalogue.ts";

interface StatusQuestion {
  country: string;
  vendor: string;
  on: string;
  /** Allowed answers. */
  stance: string[];
  status: string[];
  /** At least one of these stands in the scope; none where the source leaves the words open. */
  scopeSays: string[];
  since: string | null;
  source: string;
  why: string;
  /** Why a further answer is allowed than the writer of the question gave. */
  widened?: string;
}

interface RoleQuestion {
  official: string;
  on: string;
  /** At least one office held that day has one of these in its title; empty: no office of any kind. */
  titleSays: string[];
  /** None of the offices held that day may have one of these in its title. */
  notTitle?: string[];
  source: string;
}

const folder = resolve(import.meta.dirname, "../../fixtures/questions");
const read = <T>(name: string): T[] => JSON.parse(readFileSync(resolve(folder, name), "utf8"));
const statusQuestions = read<StatusQuestion>("status.json");
const roleQuestions = read<RoleQuestion>("roles.json");
let catalogue: Catalogue;
beforeAll(() => {
  catalogue = loadCatalogue(resolve(import.meta.dirname, "../../../data"));
}, 30_000);

describe("the policy on a day", () => {
  it("is asked at least 200 times", () => expect(statusQuestions.length).toBeGreaterThanOrEqual(200));

  it.each(statusQuestions)("$country, $vendor, $on", (question) => {
    const answer = statusAsJson(askStatus(catalogue, question));
    expect(question.stance, `stance; ${question.why}`).toContain(answer.stance);
    // A signed declaration is "decided" here and advice in the words of some: the ladder has no rung of its own for it.
    const declared = answer.force === "political" && answer.status === "decided";
    const allowed = declared && question.status.includes("recommended") ? ["decided"] : question.status;
    expect(allowed, `status; ${question.why}`).toContain(answer.status);
    if (question.scopeSays.length > 0 && answer.scope !== null) {
      const scope = answer.scope.toLowerCase();
      expect(
        question.scopeSays.some((word) => scope.includes(word)),
        `scope: ${scope}`,
      ).toBe(true);
    }
    // A record may know the day where the source knows the month, and the other way round.
    if (question.since && answer.since) {
      const since = answer.since.replace("~", "");
      expect(since.startsWith(question.since) || question.since.startsWith(since), `since ${since}`).toBe(
        true,
      );
    }
    if (answer.status !== "no-record") expect(answer.sources.length).toBeGreaterThan(0);
  });
});

describe("the office on a day", () => {
  it("is asked at least 120 times", () => expect(roleQuestions.length).toBeGreaterThanOrEqual(120));

  it.each(roleQuestions)("$official, $on", ({ official, on, titleSays, notTitle = [] }) => {
    const held = rolesAsJson(findOfficial(catalogue, official), on).roles;
    const offices = held.map(({ title, organisation }) => `${title}, ${organisation}`.toLowerCase());
    if (titleSays.length === 0) expect(offices).toEqual([]);
    else {
      const says = offices.some((office) => titleSays.some((words) => office.includes(words)));
      expect(says, `held: ${offices.join("; ") || "none"}`).toBe(true);
    }
    // Where the dates leave a day in doubt, the record says so, and that is no wrong answer.
    const sure = offices.filter((_, index) => !held[index]?.uncertain);
    expect(sure.filter((office) => notTitle.some((words) => office.includes(words)))).toEqual([]);
  });
});
