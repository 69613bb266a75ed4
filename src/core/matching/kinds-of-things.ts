/**
 * Currencies, dishes, breeds, diseases and the like, of which a country's name or adjective only says the kind: "Swiss franc",
 * "kafja turke", "Spanische Grippe".
 */
import type { BlockView } from "./block-view.ts";
import { andWords } from "./joining-words.ts";
import { kindWords } from "./kind-words.ts";
import { onceByTag, patternOf, rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { SpellingForm } from "./types.ts";

/** What even a country's name says the kind of: "Hongkong-Dollar", "dollar de Singapour". */
const dollars = "dollars?|dolar(?:es)?|dollar[oi]|dollari(?:t|n|ve)?";

interface KindRules {
  before: RuleBefore | null;
  behind: RuleBehind | null;
  /** "the Canadian and Australian dollars" */
  joined: RuleBehind | null;
  /** "dollar de Hong Kong" */
  named: RuleBefore | null;
  some: readonly (readonly [head: string, of: string])[];
}

const reach = 40;
/** "petits pois", "équipe nationale", "national team", "Belgian Blue cattle", "Greek street food", "američki stafordski terijer" */
const besideHead =
  /^(?:pois|national|nationale|nazionale|blues?|browns?|onion|cabbage|beetroot|miso|green|red|fried|mitten|rice|spring|street|food|stafordsk\p{L}{1,3})$/u;
const joinsNames = new RegExp(`^(?:${andWords})$`);
const dollarOf = new RuleBefore(
  new RegExp(`(?:^|[^\\p{L}])(?:${dollars}) (?:de |d'|di |del |du |i |e )$`, "u"),
  {
    reach: 18,
    more: /^(?:de|d|di|del|du|i|e)$/,
    signs: "'",
  },
);
/** Whose dollars are called like that; what costs "milliards de dollars de la Chine" is another's money. */
const dollarNames = /^(?:hong|singap|taiwan|namib|jama|nouvelle|nueva|nuova)/;

const rulesOf = rulesByLanguage(kindWords, ({ adjective, heads, some = {} }): KindRules => {
  const all = `(${dollars})|(${heads})|(${Object.keys(some).join("|") || "(?!)"})`;
  const before = new RegExp(`(?:^|[^\\p{L}])(?:${all}) $`, "u");
  const behind = new RegExp(`^ (?:${all})(?![\\p{L}])`, "u");
  const joined = new RegExp(
    `^ (?:${andWords}) \\p{L}+(?: (?:zealand|kong|african|korean))? (?:${dollars}|${heads})(?![\\p{L}])`,
    "u",
  );
  return {
    before: adjective === "before" ? null : new RuleBefore(before, { reach, more: besideHead }),
    behind: adjective === "after" ? null : new RuleBehind(behind, { reach, more: besideHead }),
    joined: adjective === "after" ? null : new RuleBehind(joined, { reach, more: joinsNames }),
    named: adjective === "after" ? dollarOf : null,
    some: Object.entries(some).map(([head, of]) => [`^(?:${head})`, `^(?:${of})`] as const),
  };
});

/** Whether a country is named here only to say of what kind a currency, a dish, a dog or a disease is. */
export function isKindOfThing(view: BlockView, start: number, end: number, form: SpellingForm): boolean {
  const rule = rulesOf(view.lang);
  if (!rule) return false;
  const behind = rule.behind?.exec(view, end);
  if (behind) {
    const [found, dollar, head, some] = behind;
    // "Chinese noodle-maker"
    if (view.plain.charCodeAt(end + found.length) !== 0x2d) {
      if (dollar || (head && mayBeAdjective(view, start, end, form))) return true;
      if ((head || some) && isOfSome(view, rule, start, end, end + 1)) return true;
    }
  }
  const before = rule.before?.exec(view, start);
  if (before) {
    const [found, dollar, head, some] = before;
    if ((dollar || head) && mayBeAdjective(view, start, end, form)) return true;
    if (some && isOfSome(view, rule, start, end, start - found.length + found.indexOf(some))) return true;
  }
  if (form === "adjective" && rule.joined?.test(view, end)) return true;
  return rule.named?.test(view, start) === true && dollarNames.test(view.key.slice(start, end));
}

function isOfSome(
  { key }: BlockView,
  { some }: KindRules,
  start: number,
  end: number,
  head: number,
): boolean {
  const name = key.slice(start, end);
  const rest = key.slice(head, head + reach);
  return some.some(([heads, of]) => patternOf(of).test(name) && patternOf(heads).test(rest));
}

const hasNamesLikeAdjectives = onceByTag((lang) => /^(sr|hr|bs|sh|me|cnr|mk|pl)/i.test(lang));

/** Whether it is an adjective, or a name that reads like one: "Turska", "Француска", "Polska". */
export function mayBeAdjective(view: BlockView, start: number, end: number, form: SpellingForm): boolean {
  if (form === "adjective" || form === "inflected") return true;
  return (
    form === "name" &&
    hasNamesLikeAdjectives(view.lang) &&
    /(?:[sc]|с|ч|ш)[kк][aа]$/u.test(view.key.slice(start, end))
  );
}
