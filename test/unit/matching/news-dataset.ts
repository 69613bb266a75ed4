import { entity, matcherOf, person } from "./sample-dataset.ts";

/** A small dataset with one of everything that the tables of cases need. */
export const newsMatcher = matcherOf(
  [
    entity(
      "vendor",
      "huawei",
      ["Huawei", "华为", { text: "Huaveja", lang: ["sr"], form: "inflected" }],
      "china",
    ),
    entity("vendor", "zte", ["ZTE"], "china"),
    entity("vendor", "nokia", ["Nokia"], "finland"),
    entity("operator", "china-mobile", ["China Mobile"], "china"),
    entity("operator", "orange", [
      { text: "Orange", when: { near: ["operator", "network"], notBefore: ["County", "juice"] } },
      "Orange Belgium",
    ]),
    entity("operator", "bell", [{ text: "Bell", when: { article: ["canada"] } }], "canada"),
    entity("country", "united-states", [
      "United States",
      { text: "US", form: "abbreviation" },
      { text: "U.S.", form: "abbreviation" },
      { text: "American", form: "adjective", lang: ["en"] },
      { text: "SHBA", form: "abbreviation", lang: ["sq"] },
      { text: "SHBA-ja", form: "inflected", lang: ["sq"] },
      {
        text: "Washington",
        form: "metonym",
        when: { before: ["said", "denied", "wants"], notAfter: ["George"] },
      },
    ]),
    entity("country", "china", [
      "China",
      { text: "Chinese", form: "adjective", lang: ["en"] },
      "中国",
      { text: "PRC", form: "abbreviation" },
      { text: "Kina", lang: ["sq", "sr-Latn"] },
      { text: "Beijing", form: "metonym", when: { notNear: ["Olympics"] } },
    ]),
    entity("country", "guinea", ["Guinea"]),
    entity("country", "guinea-bissau", ["Guinea-Bissau"]),
    entity("country", "turkey", ["Türkiye", "Turkey"]),
    entity("country", "albania", ["Albania", { text: "Shqipërisë", lang: ["sq"], form: "inflected" }]),
    entity("country", "canada", ["Canada"]),
    entity("country", "georgia", [
      { text: "Georgia", when: { near: ["Tbilisi"] } },
      { text: "Georgia", uncertain: true, when: { notNear: ["Atlanta", "Tbilisi"] } },
    ]),
    entity("country", "macedonia", [
      { text: "Macedonia", until: "2019-02-11" },
      { text: "North Macedonia", from: "2019-02-12" },
    ]),
    entity("organisation", "ccp", ["Chinese Communist Party", { text: "CCP", when: { near: ["China"] } }]),
    entity("organisation", "ncsc-uk", ["National Cyber Security Centre", "NCSC"], "united-kingdom"),
    entity(
      "organisation",
      "ncsc-nz",
      ["National Cyber Security Centre of New Zealand", "NCSC"],
      "new-zealand",
    ),
    entity("country", "united-kingdom", ["United Kingdom", { text: "UK", form: "abbreviation" }, "Britain"]),
    entity("country", "new-zealand", ["New Zealand"]),
    entity("organisation", "pts", [
      "Swedish Post and Telecom Authority",
      { text: "PTS", form: "abbreviation" },
    ]),
    entity("policy", "five-eyes", [
      "Five Eyes",
      { text: "five-eye", case: "any", when: { before: ["relationship"] } },
    ]),
    entity("policy", "clean-network", ["Clean Network"]),
    person("mike-pompeo", ["Mike Pompeo", "Michael Pompeo"], { text: ["Pompeo"], titles: ["Secretary"] }),
    person("donald-trump", ["Donald Trump"], {
      text: ["Trump"],
      alone: "safe",
      titles: ["President"],
      from: "2016-11",
      when: { notBefore: ["Tower"] },
    }),
    person("james-jones", ["James Jones"], {
      text: ["Jones"],
      alone: "never",
      titles: ["General", "Gen."],
      when: { near: ["NATO", "5G"] },
    }),
    person("mike-rogers", ["Mike Rogers"], { text: ["Rogers"] }),
    person("ted-rogers", ["Ted Rogers"], { text: ["Rogers"] }),
    person("milo-djukanovic", ["Milo Đukanović"], { text: ["Đukanović"] }),
  ],
  ["South China Morning Post", "Bank of China", "New England", "Georgia Tech"],
);
