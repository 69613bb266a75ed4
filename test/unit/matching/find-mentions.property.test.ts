import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entityKinds, type Spelling } from "../../../src/core/dataset/schema.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import type { Matcher } from "../../../src/core/matching/load-index.ts";
import { newsMatcher } from "./news-dataset.ts";
import { entity, matcherOf, person } from "./sample-dataset.ts";

const pieces = [
  ..."Huawei|U.S.|US|Mike Pompeo|Pompeo|(CCP)|Chinese Communist Party|China Mobile|’s|-|\u00ad|\u200b|&nbsp;|Ã«".split(
    "|",
  ),
  ..." |\n|.|, |Ç|ß|İ|ﷺ|ﬁ|\u0301|\ud83d|华为|ไทย|Σ|ς|𠀀|“|@|www.|Ltd.|J. |Trump|THE ".split("|"),
];
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
);
const anySpelling: fc.Arbitrary<Partial<Spelling> & { text: string }> = fc.record(
  {
    text: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", minLength: 1 })),
    form: fc.constantFrom("name", "abbreviation", "metonym", "inflected"),
    case: fc.constantFrom("name", "exact", "any"),
    uncertain: fc.boolean(),
    when: fc.record(
      {
        near: fc.array(fc.constantFrom(...pieces, ""), { minLength: 1, maxLength: 3 }),
        notAfter: fc.array(fc.string(), { maxLength: 3 }),
        before: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["text"] },
);
const anyMatcher = fc
  .array(fc.tuple(fc.constantFrom(...entityKinds), fc.array(anySpelling, { minLength: 1, maxLength: 4 })), {
    maxLength: 8,
  })
  .map((list) =>
    matcherOf(
      list.map(([kind, spellings], number) =>
        kind === "official"
          ? person(`e${number}`, spellings, { text: [spellings[0]?.text ?? "X"], titles: ["President", "."] })
          : entity(kind, `e${number}`, spellings),
      ),
      ["South China Morning Post", "."],
    ),
  );

function expectSound(matcher: Matcher, texts: string[], lang: string | undefined) {
  const blocks = texts.map((text) => ({ text }));
  const mentions = findMentions(matcher, { lang, published: "2020-02-01", blocks });
  let [block, free] = [0, 0];
  for (const mention of mentions) {
    if (mention.block !== block) [block, free] = [mention.block, 0];
    const text = texts[mention.block] ?? "";
    expect(mention.start).toBeGreaterThanOrEqual(free);
    expect(mention.end).toBeGreaterThan(mention.start);
    expect(mention.end).toBeLessThanOrEqual(text.length);
    expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
    free = mention.end;
  }
  expect(mentions.map((mention) => mention.block)).toEqual(
    mentions.map((mention) => mention.block).sort((a, b) => a - b),
  );
}

describe("for any text and any dictionary", () => {
  it("mentions lie inside the text, in order, apart, and equal what they cover", () => {
    const lang = fc.constantFrom(undefined, "en", "sq", "de", "sr", "zh", "x");
    fc.assert(
      fc.property(anyMatcher, fc.array(anyText, { maxLength: 4 }), lang, (matcher, texts, language) => {
        expectSound(matcher, texts, language);
      }),
      { numRuns: 300 },
    );
  });
  it("the same holds for news texts with a news dictionary", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => expectSound(newsMatcher, texts, "en")),
      { numRuns: 500 },
    );
  });
});
