/** What a firm is called directly before its name: "der Betreiber Orange", "l'opérateur Free", "producent Honor". All folded. */
import type { EntityKind } from "../dataset/schema.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";

/** In English more is known of it: `firm-by-its-words.ts`. */
const nouns: Record<string, { operator: string; maker: string }> = {
  de: {
    operator: "[a-z]*(?:betreiber|anbieter)s?|mobilfunkers?|telekomkonzerns?",
    maker: "[a-z]*(?:hersteller|ausruster)s?",
  },
  fr: { operator: "operateur", maker: "constructeur|fabricant|equipementier|geant|multinationale" },
  es: { operator: "operadora?|teleco", maker: "fabricante|compania|tecnologica|multinacional" },
  it: {
    operator: "operatore|gestore|compagnia telefonica",
    maker: "produttore|costruttore|colosso|multinazionale",
  },
  pl: {
    operator: "operator(?:a|owi|em|ze)?|sieci? komorkow(?:a|ej)",
    maker: "producen(?:t|ta|towi|tem|cie)|dostawc(?:a|y|e)",
  },
  cs: { operator: "operator(?:a|ovi|em|u)?", maker: "vyrobc(?:e|i|em)" },
  sr: { operator: "operat[eo]r(?:a|u|om)?", maker: "proizvodj?ac(?:a|u|em)?" },
  sq: { operator: "operator(?:i|in|it)", maker: "prodhues(?:i|in|it)" },
  mk: { operator: "оператор(?:от)?", maker: "производител(?:от)?" },
};

const rulesOf = rulesByLanguage(nouns, ({ operator, maker }) => ({
  operator: ruleOf(operator),
  maker: ruleOf(maker),
}));

function ruleOf(list: string): RuleBefore {
  return new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${list}) $`, "u"), {
    reach: 30,
    more: /^(?:telefonica|komorkow(?:a|ej))$/,
  });
}

/** The noun that says what firm it is; `null` where none stands, or the name goes on. */
export function nounBefore(
  view: BlockView,
  kind: EntityKind,
  start: number,
  end: number,
): { relation: "after"; word: string } | null {
  const rule = rulesOf(view.lang)?.[kind === "operator" ? "operator" : "maker"];
  const word = rule?.exec(view, start)?.[1];
  if (!word || isNameAhead(view.plain, end) || lineAt(view, start).titleCase) return null;
  return { relation: "after", word };
}
