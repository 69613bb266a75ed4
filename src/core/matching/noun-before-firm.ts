/** What a firm is called directly before its name: "der Betreiber Orange", "l'opérateur Free", "producent Honor", "kompanije Tesla". All folded. */
import type { EntityKind } from "../dataset/schema.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";

/** In English more is known of it: `firm-by-its-words.ts`. */
const nouns: Record<string, { operator: string; maker: string }> = {
  de: {
    operator: "[a-z]*(?:betreiber|anbieter)s?|mobilfunkers?|telekomkonzerns?",
    maker: "[a-z]*(?:hersteller|ausruster|konzern|unternehmen)s?|firma",
  },
  fr: {
    operator: "operateur",
    maker: "constructeur|fabricant|equipementier|societe|entreprise|groupe|marque|geant|multinationale",
  },
  es: {
    operator: "operadora?|teleco",
    maker: "fabricante|empresa|compania|firma|grupo|marca|tecnologica|multinacional",
  },
  it: {
    operator: "operatore|gestore|compagnia telefonica",
    maker: "produttore|costruttore|societa|azienda|gruppo|marchio|colosso|multinazionale",
  },
  pl: {
    operator: "operator(?:a|owi|em|ze)?|sieci? komorkow(?:a|ej)",
    maker:
      "producen(?:t|ta|towi|tem|cie)|dostawc(?:a|y|e)|firm(?:a|y|ie|e)|spolk(?:a|i|e)|koncern(?:u|owi|em)?",
  },
  cs: {
    operator: "operator(?:a|ovi|em|u)?",
    maker: "vyrobc(?:e|i|em)|firm(?:a|y|e|u|ou)|spolecnosti?|koncern(?:u|em)?",
  },
  sr: {
    operator: "operat[eo]r(?:a|u|om)?",
    maker:
      "proizvodj?ac(?:a|u|em)?|kompanij(?:a|e|i|u|om)|firm(?:a|e|i|u|om)|tvrtk(?:a|e|i|u|om)|koncern(?:a|u)?",
  },
  sq: { operator: "operator(?:i|in|it)", maker: "prodhues(?:i|in|it)|kompani(?:a|se|ne)|firm(?:a|es|en)" },
  mk: { operator: "оператор(?:от)?", maker: "производител(?:от)?|компаниј(?:а|ата)|фирм(?:а|ата)" },
};

/** Behind the noun in Romance languages: "el fabricante taiwanés Acer", "l'azienda cinese BOE". */
const nationalities =
  "chin[oa]|chinoise?|cinese|taiwanes[ae]?|taiwanaise?|(?:sur|sud-?)?corean[oa]|(?:sud-)?coreen(?:ne)?|japones[a]?|japonaise?|giapponese|" +
  "american[oa]|americaine?|statunitense|estadounidense|suec[oa]|suedoise?|svedese|frances[ae]?|francaise?|aleman[a]?|allemande?|tedesc[oa]|" +
  "italian[oa]|italien(?:ne)?|espanola?|spagnol[oa]|espagnole?|britanic[oa]|britannic[oa]|britannique|holandes[a]?|olandese|neerlandaise?|" +
  "finlandes[ae]?|finlandaise?|suiz[oa]|svizzer[oa]|suisse|indi[oa]|indian[oa]|indien(?:ne)?|israeli|israelien(?:ne)?|canadiense|canadese|canadien(?:ne)?";

const rulesOf = rulesByLanguage(nouns, ({ operator, maker }) => ({
  operator: ruleOf(operator),
  maker: ruleOf(maker),
}));

function ruleOf(list: string): RuleBefore {
  return new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${list})(?: (?:${nationalities}))? $`, "u"), {
    reach: 40,
    more: new RegExp(`^(?:telefonica|komorkow(?:a|ej)|${nationalities})$`),
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
