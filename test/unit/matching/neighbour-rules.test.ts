import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BlockView } from "../../../src/core/matching/block-view.ts";
import "../../../src/core/matching/find-mentions.ts";
import { makeAllRules } from "../../../src/core/matching/main-language.ts";
import {
  inspectRules,
  type NeighbourRule,
  RuleBefore,
  RuleBehind,
  wordsKept,
} from "../../../src/core/matching/neighbour-rules.ts";
import { readUnits } from "../../../src/core/matching/read-units.ts";

const viewOf = (text: string) => new BlockView(0, text, "en", readUnits(text));

/** What the expression itself says of the text, without any table. */
function holds({ pattern, reach, reads }: NeighbourRule, view: BlockView, at: number, isBefore: boolean) {
  const text = view[reads];
  return pattern.test(isBefore ? text.slice(Math.max(0, at - reach), at) : text.slice(at, at + reach));
}

/**
 * Texts that an expression is made for: each of its alternatives once, with the first of all others around it. Knows the syntax
 * that our rules use, and leaves out what only looks ahead or back.
 */
function textsFor(source: string): string[] {
  let at = 0;
  const alternatives = (): string[] => {
    const all = sequence();
    while (source.charAt(at) === "|") {
      at++;
      all.push(...sequence());
    }
    return all;
  };
  const sequence = (): string[] => {
    let all = [""];
    while (at < source.length && !"|)".includes(source.charAt(at))) {
      const next = repeated(item());
      const [first = ""] = next;
      const [base = ""] = all;
      all = [...all.map((one) => one + first), ...next.slice(1).map((one) => base + one)];
    }
    return all;
  };
  const item = (): string[] => {
    const rest = source.slice(at);
    const look = /^\(\?<?[=!]/.exec(rest);
    const open = /^\((?:\?:)?/.exec(rest);
    const charClass = /^\[(\^?)((?:\\.(?:\{\w+\})?|[^\]])+)\]/.exec(rest);
    const property = /^\\p\{(\w+)\}/.exec(rest);
    const escaped = /^\\(.)/.exec(rest);
    at += (look ?? open ?? charClass ?? property ?? escaped)?.[0].length ?? 1;
    if (look || open) {
      const inner = alternatives();
      at++;
      return look ? [""] : inner;
    }
    if (charClass) return charClass[1] ? [" "] : membersOf(charClass[2] ?? "");
    if (property) return [property[1] === "Lu" ? "A" : "a"];
    if (escaped) return [{ d: "1", b: "" }[escaped[1] as "d" | "b"] ?? escaped[1] ?? ""];
    return "^$".includes(rest.charAt(0)) ? [""] : [rest.charAt(0)];
  };
  const repeated = (one: string[]): string[] => {
    const [sign = ""] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at)) ?? [];
    at += sign.length;
    return /^(?:[?*]|\{0)/.test(sign) ? ["", ...one] : one;
  };
  return alternatives();
}

function membersOf(members: string): string[] {
  return [...members.replaceAll(/\\p\{Lu\}/g, "A").replaceAll(/\\p\{\w+\}/g, "a")];
}

describe("rules about the words beside a name", () => {
  it("hold exactly where their expression does, every one of them", () => {
    makeAllRules();
    const { rules } = inspectRules();
    expect(rules.length).toBeGreaterThan(50);
    for (const rule of rules) {
      const isBefore = rule instanceof RuleBefore;
      const texts = textsFor(rule.pattern.source);
      let held = 0;
      const check = (around: string) => {
        const text = isBefore ? `${around}Nokia` : `Nokia${around}`;
        const view = viewOf(text);
        const at = isBefore ? view.key.lastIndexOf("nokia") : "nokia".length;
        const expected = holds(rule, view, at, isBefore);
        if (expected) held++;
        expect(rule.test(view, at), `${rule.pattern.source}\n${text}`).toBe(expected);
      };
      for (const text of texts) {
        check(text);
        check(isBefore ? `They ask${text}` : `${text}ed`);
        check(isBefore ? `They ask ${text}` : `${text} and`);
        check(text.toUpperCase());
      }
      expect(held, rule.pattern.source).toBeGreaterThanOrEqual(texts.length / 4);
      const piece = fc.tuple(
        fc.constantFrom(...texts.map((text) => text.trim()), "said", "Huawei", "the"),
        fc.constantFrom(" ", " ", ", ", "-", "", ". "),
      );
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), (list) =>
          check(`${isBefore ? "" : " "}${list.map(([one, space]) => one + space).join("")}`),
        ),
        { numRuns: 40 },
      );
    }
  });

  it("hold on phrases, behind signs and at long words, too", () => {
    const of = new RuleBefore(/(?:^|[^\p{L}])(?:in|customers of|telecommunications) $/u, {
      reach: 24,
      more: /^of$/,
    });
    const shares = new RuleBehind(/^(?:'s)? (?:shares|chief executive)(?![\p{L}])/u, {
      reach: 20,
      more: /^chief$/,
      signs: "'",
    });
    const before = (text: string) => of.test(viewOf(`${text}Smart`), text.length);
    expect(["in ", "the customers of ", "telecommunications ", "In "].map(before)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["within ", "of ", "in", "in, ", ""].map(before)).toEqual([false, false, false, false, false]);
    const behind = (text: string) => shares.test(viewOf(`Smart${text}`), "Smart".length);
    expect([" shares", "'s shares", " chief executive", " shares."].map(behind)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([" sharest", " chief", "shares", "", ", shares"].map(behind)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("keep no more words than they should, however many there are", () => {
    const rule = new RuleBefore(/ in $/, { reach: 8 });
    for (let number = 0; number < wordsKept * 2 + 10; number++) {
      const view = viewOf(`w${number} Nokia`);
      rule.test(view, view.key.indexOf("nokia"));
    }
    expect(inspectRules().words).toBeLessThanOrEqual(wordsKept);
    expect(inspectRules().words).toBeGreaterThan(0);
  });

  it("keep no word that is a part of a long text", () => {
    const long = "a".repeat(13);
    const rule = new RuleBefore(/ a{13} $/, { reach: 20 });
    const kept = inspectRules().words;
    const view = viewOf(`x ${long} Nokia`);
    expect(rule.test(view, view.key.indexOf("nokia"))).toBe(true);
    expect(view.wordBefore?.marks).toBeNull();
    expect(inspectRules().words).toBe(kept);
  });
});
