import { describe, expect, it } from "vitest";
import { newsMatcher } from "./news-dataset.ts";
import { brief, find } from "./sample-dataset.ts";

type Case = [
  sentence: string,
  text: string,
  expected: string[],
  more?: { lang?: string; published?: string },
];

function table(title: string, cases: Case[]) {
  describe(title, () => {
    it.each(cases)("%s", (_, text, expected, more) => {
      expect(brief(find(newsMatcher, text, more))).toEqual(expected);
    });
  });
}

table("legal forms in small letters", [
  [
    "belong to the name of a firm",
    "Huawei plc, Huawei a.s., Huawei s.r.o., Huawei sp. z o.o. and Huawei sh.a. bid",
    [
      "Huawei plc=huawei",
      "Huawei a.s.=huawei",
      "Huawei s.r.o.=huawei",
      "Huawei sp. z o.o.=huawei",
      "Huawei sh.a.=huawei",
    ],
  ],
  [
    "are told from words that begin like them",
    "Huawei plans, Huawei spoke, Huawei should, Huawei a smaller firm",
    ["Huawei=huawei", "Huawei=huawei", "Huawei=huawei", "Huawei=huawei"],
  ],
]);

table("word ends", [
  ["leaves a possessive outside", "Huawei's and Huawei’s plans", ["Huawei=huawei", "Huawei=huawei"]],
  [
    "leaves heads and tails joined by a hyphen outside",
    "anti-Huawei, Huawei-made",
    ["Huawei=huawei", "Huawei=huawei"],
  ],
  [
    "finds both sides of a pair",
    "US-China, U.S.–China and US/China",
    [
      "US=united-states",
      "China=china",
      "U.S.=united-states",
      "China=china",
      "US=united-states",
      "China=china",
    ],
  ],
  [
    "keeps the points of an abbreviation at a sentence's end",
    "It left the U.S. Huawei stayed.",
    ["U.S.=united-states", "Huawei=huawei"],
  ],
  ["takes an abbreviation that lost its last point", "the U.S-led group", ["U.S=united-states"]],
  ["needs whole words", "Huaweicloud, Chinatown, ZTEs2", []],
  ["takes a forgotten apostrophe as part of the word", "Huaweis equipment", ["Huaweis=huawei"]],
  [
    "accepts a plain full stop, quotes and brackets",
    "“Huawei” (ZTE), Nokia.",
    ["Huawei=huawei", "ZTE=zte", "Nokia=nokia"],
  ],
  [
    "looks inside scripts without spaces",
    "美国担心华为和中国",
    ["华为=huawei", "中国=china"],
    { lang: "zh" },
  ],
  [
    "parts scripts that touch",
    "华为Huawei中国市场",
    ["华为=huawei", "Huawei=huawei", "中国=china"],
    { lang: "zh" },
  ],
]);

table("longest match", [
  ["prefers the longer name", "Guinea-Bissau and Guinea", ["Guinea-Bissau=guinea-bissau", "Guinea=guinea"]],
  ["takes a space for a hyphen", "Guinea Bissau", ["Guinea Bissau=guinea-bissau"]],
  ["lets an operator keep its country", "China Mobile", ["China Mobile=china-mobile"]],
  ["silences what a container holds", "South China Morning Post, Bank of China, Georgia Tech", []],
  [
    "covers the legal form",
    "Huawei Technologies Co., Ltd. and Nokia Oyj said",
    ["Huawei Technologies Co., Ltd.=huawei", "Nokia Oyj=nokia"],
  ],
  [
    "takes the country of a unit into its name",
    "Huawei Albania opened, and Nokia UK said so",
    ["Huawei Albania=huawei", "Nokia UK=nokia"],
  ],
  [
    "does not join a firm and the adjective behind it",
    "the Huawei UK decision",
    ["Huawei=huawei", "UK=united-kingdom"],
  ],
]);

table("letters", [
  [
    "sees through soft hyphens and zero-width characters",
    "Hua\u00adwei and Hua\u200bwei",
    ["Hua\u00adwei=huawei", "Hua\u200bwei=huawei"],
  ],
  [
    "sees through exotic spaces and line breaks",
    "China\u00a0Mobile, China\u2009Mobile, China\n  Mobile",
    ["China\u00a0Mobile=china-mobile", "China\u2009Mobile=china-mobile", "China\n  Mobile=china-mobile"],
  ],
  ["sees through a left-over entity", "China&nbsp;Mobile", ["China&nbsp;Mobile=china-mobile"]],
  ["sees through full-width letters", "ＺＴＥ", ["ＺＴＥ=zte"]],
  ["sees through small capitals", "Hᴜᴀᴡᴇɪ", ["Hᴜᴀᴡᴇɪ=huawei"]],
  ["sees through decomposed letters", "Tu\u0308rkiye", ["Tu\u0308rkiye=turkey"]],
  [
    "forgives missing diacritics",
    "Turkiye and Milo Djukanovic and Milo Dukanovic",
    ["Turkiye=turkey", "Milo Djukanovic=milo-djukanovic", "Milo Dukanovic=milo-djukanovic"],
  ],
  ["does not forgive foreign ones", "Chína and Albánia", []],
  [
    "repairs letters read in the wrong encoding",
    "qeveria e ShqipÃ«risÃ«",
    ["ShqipÃ«risÃ«=albania"],
    { lang: "sq" },
  ],
  ["skips a broken zero-width space", "the ”‹”‹Huawei idea", ["Huawei=huawei"]],
]);

table("capitals", [
  ["wants the capitals of the spelling", "china cups for us, huawei", []],
  ["accepts all capitals", "HUAWEI", ["HUAWEI=huawei"]],
  [
    "ignores capitals where the data says so",
    "the FIVE-EYE relationship and a five-eye relationship",
    ["FIVE-EYE=five-eyes", "five-eye=five-eyes"],
  ],
  ["knows that CONTACT US is no country", "CONTACT US", []],
  ["finds the country in a headline of capitals", "US BANS HUAWEI", ["US=united-states", "HUAWEI=huawei"]],
  ["finds it after THE", "HUAWEI SUES THE US", ["HUAWEI=huawei", "US=united-states"]],
  ["finds it beside another country", "UK AND US AGREE", ["UK=united-kingdom", "US=united-states"]],
]);

table("languages and dates", [
  ["counts a spelling without a language everywhere", "Huawei est là", ["Huawei=huawei"], { lang: "fr" }],
  ["counts a spelling with one only there", "Kina", [], { lang: "en" }],
  ["knows regions of a language", "Chinese", ["Chinese=china"], { lang: "en-GB" }],
  ["reads Serbian in either script", "Кина и Хуавеја", ["Кина=china", "Хуавеја=huawei"], { lang: "sr" }],
  ["knows Serbian by its other names", "Kina", ["Kina=china"], { lang: "cnr" }],
  [
    "guesses a missing language",
    "Kina është e madhe dhe SHBA-ja nuk e pranon këtë",
    ["Kina=china", "SHBA=united-states"],
    { lang: undefined },
  ],
  [
    "leaves a joined suffix outside",
    "qeveria e SHBA-së dhe SHBA-ja",
    ["SHBA=united-states", "SHBA=united-states"],
    { lang: "sq" },
  ],
  ["covers an ending that is part of the word", "pajisjet e Huaweit", ["Huaweit=huawei"], { lang: "sq" }],
  ["takes inflected forms from the data", "mreža Huaveja", ["Huaveja=huawei"], { lang: "sr" }],
  ["uses a name in its time", "Skopje is in Macedonia", ["Macedonia=macedonia"], { published: "2018-05-01" }],
  [
    "drops a name given up",
    "Macedonia and North Macedonia",
    ["North Macedonia=macedonia"],
    { published: "2020-05-01" },
  ],
]);

table("addresses", [
  ["skips web addresses", "See https://www.huawei.com/Huawei and Huawei.com or www.Huawei.de", []],
  ["skips mail addresses, accounts and hashtags", "press@Huawei.com, @Huawei, #Huawei", []],
  ["is not misled by a missing space", "It left Huawei.Then it came back", ["Huawei=huawei"]],
]);

table("context", [
  ["needs a word nearby", "Orange grows. The network of Orange grows.", ["Orange=orange", "Orange=orange"]],
  ["stays silent without it", "Orange is a colour.", []],
  ["stays silent before what excludes it", "The operator of Orange County", []],
  ["uses the paragraph, not the article", "Orange is a colour.", []],
  ["lets the article decide", "Bell grows in Canada", ["Bell=bell", "Canada=canada"]],
  ["marks a guess as one", "Georgia and Huawei", ["Georgia=georgia?", "Huawei=huawei"]],
  ["is certain with evidence", "Georgia said in Tbilisi", ["Georgia=georgia"]],
  ["counts a seat of government when it acts", "Washington said no", ["Washington=united-states"]],
  [
    "does not count it as a place",
    "He met them in Beijing. Beijing-based firms. Beijing, China",
    ["China=china"],
  ],
  ["keeps a dateline out", "BEIJING (Reuters) – China grew", ["China=china"]],
]);

describe("one spelling of several entities", () => {
  it("goes to the one whose country the paragraph names", () => {
    expect(brief(find(newsMatcher, "In the UK, the NCSC warned."))).toContain("NCSC=ncsc-uk");
    expect(brief(find(newsMatcher, "In New Zealand, the NCSC warned."))).toContain("NCSC=ncsc-nz");
  });
  it("goes to the one that the article names in full", () => {
    const text = ["The National Cyber Security Centre of New Zealand spoke.", "NCSC agreed."];
    expect(brief(find(newsMatcher, text)).at(-1)).toBe("NCSC=ncsc-nz");
  });
  it("is uncertain otherwise and names both", () => {
    const [mention] = find(newsMatcher, "The NCSC warned.");
    expect(mention).toMatchObject({ certainty: "uncertain", candidates: ["ncsc-nz", "ncsc-uk"] });
  });
});

describe("abbreviations that the article explains", () => {
  it("count without their own context", () => {
    const text = ["The Chinese Communist Party (CCP) met.", "The CCP agreed."];
    const found = find(newsMatcher, text);
    expect(brief(found)).toEqual(["Chinese Communist Party=ccp", "CCP=ccp", "CCP=ccp"]);
    expect(found[2]?.reason).toMatchObject({ code: "explained-abbreviation", block: 0 });
  });
  it("count even when the data lacks them", () => {
    expect(brief(find(newsMatcher, "The Clean Network (CN) grew. CN is old."))).toEqual([
      "Clean Network=clean-network",
      "CN=clean-network",
      "CN=clean-network",
    ]);
  });
  it("change what is made of the names beside them", () => {
    const text = ["The US CN Authority spoke.", "The Clean Network (CN) grew."];
    expect(brief(find(newsMatcher, text)).slice(0, 2)).toEqual(["US=united-states", "CN=clean-network"]);
  });
  it("are silent when the article explains them as something else", () => {
    expect(find(newsMatcher, "The Public Transport Service (PTS) runs. PTS is late.")).toEqual([]);
  });
});

describe("far down in a long text, where little is kept of a block", () => {
  const above = Array.from({ length: 1200 }, () => "Nothing is said here.");
  it.each<[what: string, text: string[]]>([
    ["what stands for itself", ["Huawei and China met.", "The US agreed."]],
    [
      "surnames and names that need a context",
      ["Orange, an operator, grew.", "Orange fell.", "Pompeo left."],
    ],
    ["a surname of somebody named further down", ["Pompeo left.", "China spoke.", "Mike Pompeo spoke."]],
    ["a firm that is known for one further down", ["Those of Orange fell.", "Orange, an operator, grew."]],
    [
      "what is explained further down",
      ["The CCP met.", "The Chinese Communist Party (CCP) met.", "China spoke."],
    ],
    [
      "what the data lacks and is explained further down",
      ["China said that CN grew.", "CN is old.", "The Clean Network (CN) grew.", "Huawei left."],
    ],
    [
      "what is something else further down",
      ["PTS of Sweden warned.", "Swedish PTS and China", "The Public Transport Service (PTS) runs."],
    ],
  ])("%s is found as elsewhere", (_, text) => {
    const expected = find(newsMatcher, text);
    expect(expected.length).toBeGreaterThan(0);
    const moved = (reason: (typeof expected)[number]["reason"]) =>
      "block" in reason ? { ...reason, block: reason.block + above.length } : reason;
    expect(find(newsMatcher, [...above, ...text])).toEqual(
      expected.map((mention) => ({
        ...mention,
        block: mention.block + above.length,
        reason: moved(mention.reason),
      })),
    );
  });
});

describe("every mention", () => {
  it("says why", () => {
    const reasons = find(newsMatcher, "Huawei, an operator called Orange").map(({ reason }) => reason);
    expect(reasons).toEqual([
      { code: "spelling", form: "name", spelling: "Huawei" },
      { code: "context", form: "name", spelling: "Orange", relation: "near", word: "operator" },
    ]);
  });
});
