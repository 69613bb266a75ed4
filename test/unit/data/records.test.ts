import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "../../../data/tools/check-records.ts";
import { readRecords } from "../../../data/tools/read-records.ts";

const dataFolder = resolve(import.meta.dirname, "../../../data");

/** What the product promises to know: the names of the typical articles, and what explains them. */
const promised = {
  vendor: ["huawei", "zte", "ericsson", "nokia", "samsung"],
  operator: ["vodafone", "telekom-albania", "china-mobile", "china-telecom"],
  company: [
    ...[
      "alibaba",
      "baidu",
      "tencent",
      "tiktok",
      "wechat",
      "bytedance",
      "microsoft",
      "facebook",
      "epic-games",
    ],
  ],
  country: [
    ...["albania", "united-states", "china", "united-kingdom", "serbia", "poland", "canada", "iran"],
    ...["north-korea", "australia", "czechia", "france", "germany", "india", "italy", "japan"],
    ...["new-zealand", "greece", "israel", "sweden", "vietnam", "russia", "kosovo"],
  ],
  official: [
    ...["fatmir-mediu", "jim-inhofe", "james-jones", "leyla-moses-ones", "meng-wanzhou", "george-soros"],
    ...["mike-pompeo", "yuri-kim", "donald-trump", "emil-georgakiev", "dominic-raab", "john-suffolk"],
  ],
  organisation: [
    ...["us-state-department", "chinese-communist-party", "nato", "european-union", "five-eyes", "ncsc-uk"],
    ...["world-economic-forum", "us-commerce-department", "us-fcc", "european-commission"],
  ],
  policy: [
    ...["clean-network", "5g-clean-path", "prague-proposals", "executive-order-13942"],
    ...["executive-order-13943", "executive-order-13873", "entity-list", "covered-list", "section-889"],
    ...["eu-5g-toolbox", "uk-telecoms-security-act", "national-intelligence-law"],
    ...["washington-commitments-serbia-kosovo", "safe-city-belgrade"],
  ],
};

describe("the records in data/", () => {
  const { records } = readRecords(dataFolder);

  it("pass every rule of the check", () => {
    const lines = checkFolder(dataFolder).map(
      ({ file, line, column, rule, what }) => `${file}:${line}:${column}  ${rule}  ${what}`,
    );
    expect(lines).toEqual([]);
  });

  it.each(Object.entries(promised))("hold every promised %s", (kind, ids) => {
    const present = new Set(records.filter((record) => record.kind === kind).map((record) => record.id));
    expect(ids.filter((id) => !present.has(id))).toEqual([]);
  });

  it("hold at least 60 news sites", () => {
    const sites = records.find((record) => record.kind === "news-sites")?.value;
    expect(Array.isArray(sites) ? sites.length : 0).toBeGreaterThanOrEqual(60);
  });
});
