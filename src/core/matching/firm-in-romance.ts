/**
 * What clauses in Spanish, French and Italian say of firms and hardly of words and people: "los clientes de Claro", "il presidente di Tim",
 * "Honor presentará su móvil", "Meta ha sospeso il lancio". All folded; English ones stand in `firm-by-its-clause.ts`.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { isNameAhead, opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { sentenceAround } from "./other-meanings.ts";

interface FirmClause {
  /** What only belongs to a firm, and what joins it to the name. */
  owned: string;
  joins: string;
  /** What firms do; for one they have done, the auxiliary and the participle. */
  verbs: string;
  /** What they do it with. */
  objects: string;
}

const clauses: Record<string, FirmClause> = {
  fr: {
    owned:
      "clients|abonnes|actionnaires|action|filiale|forfaits|boutiques|concurrents?|pdg|patron|patronne|directeur general|directrice generale|p-?dg|proprietaire|maison mere|siege",
    joins: "(?:de |d'|chez )",
    verbs:
      "(?:a|avait|va) (?:deja |aussi )?(?:lance|presente|vendu|rachete|annonce|suspendu|retire|ouvert|ferme|signe|investi|augmente|baisse|licencie|supprime|recrute|gagne|perdu|lancer|presenter|vendre|racheter|ouvrir|fermer|supprimer)|" +
      "(?:lance|presente|vend|rachete|suspend|investit|recrute|supprime)(?:ra)?|lancera|presentera|vendra|rachetera|suspendra|ouvrira|fermera|investira|supprimera",
    objects:
      "lancement|services?|clients?|abonnes|utilisateurs|forfaits?|offres?|reseaux?|chiffre d'affaires|benefices?|smartphones?|telephones?|iphones?|application|plateforme|salaries|emplois|postes|filiale|boutiques|puces?",
  },
  es: {
    owned:
      "clientes|usuarios|abonados|accionistas|acciones|filial|tarifas|tiendas|consejero delegado|consejera delegada|director ejecutivo|directora ejecutiva|duena|matriz|sede|lineas|antenas",
    joins: "(?:de |en )",
    verbs:
      "(?:ha|habia|va a) (?:ya )?(?:lanzado|presentado|vendido|comprado|anunciado|suspendido|retirado|abierto|cerrado|firmado|invertido|subido|bajado|despedido|ganado|perdido|lanzar|presentar|vender|comprar|abrir|cerrar)|" +
      "(?:lanz|present|compr|suspend|retir|anunci)(?:a|o|e|io|ara|era)|lanzara|presentara|vende|vendio|vendera|abre|abrio|abrira|cierra|cerro|cerrara|invierte|invirtio|invertira|sube|subio|subira|despide|despidio|despedira",
    objects:
      "lanzamiento|servicios?|clientes|usuarios|tarifas?|ofertas?|red|ingresos|beneficios?|smartphones?|moviles?|movil|telefonos?|iphones?|aplicacion|plataforma|empleados|empleos|filial|tiendas|chips?",
  },
  it: {
    owned:
      "clienti|utenti|abbonati|azionisti|azioni|titolo|presidente|presidenza|vertici|vertice|ad|amministratore delegato|amministratrice delegata|cda|sede|controllata|soci|socio|tariffe|negozi",
    joins: "(?:di |in )?",
    verbs:
      "(?:ha|aveva|non ha|sta per) (?:gia |anche )?(?:sospeso|lanciato|presentato|venduto|annunciato|acquistato|comprato|acquisito|chiuso|aperto|aumentato|ridotto|tagliato|firmato|investito|rinviato|ritirato|introdotto|rimosso|licenziato|siglato|perso|guadagnato)|" +
      "(?:lancia|presenta|vende|sospende|compra|ritira|taglia|investe|chiude|aumenta|licenzia)|(?:lanc|present|vend|sospend|compr|ritir|tagli|invest|chiud|aument|apr|spegn|licenz)(?:era|ira|iera)",
    objects:
      "lancio|servizi[oa]?|clienti|utenti|tariff[ae]|offert[ae]|rete|ricavi|util[ei]|smartphone|cellular[ei]|telefon[oi]|iphone|app|applicazione|piattaform[ae]|dipendenti|posti di lavoro|controllata|negozi|chip",
  },
};

const rulesOf = rulesByLanguage(clauses, ({ owned, joins, verbs, objects }) => ({
  owned: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])((?:${owned}) ${joins})$`, "u"), {
    reach: 34,
    more: /^(?:de|d|di|in|en|chez|delegat[oa]|delegad[oa]|ejecutiv[oa]|general|generale)$/,
    signs: "'",
  }),
  verbs: new RegExp(`^ ((?:${verbs}))(?![\\p{L}])`, "u"),
  objects: new RegExp(`^[^.!?;\\n]{0,60}(?<![\\p{L}])(?:${objects})(?![\\p{L}])`, "u"),
}));

/** Within a Spanish sentence an adverb has no capital: "pero Claro todavía no llega". */
const conjunction = new RuleBefore(/(?:^|[^\p{L}])(pero|que|mientras|porque|aunque|cuando|donde) $/u, {
  reach: 12,
});
const sport =
  /(?<![\p{L}])(?:partido|goles?|gol|liga|estadio|partita|squadra|stadio|campionato|rugby|match|buts?|stade|championnat|equipe)(?![\p{L}])/u;

/** The words that make a firm of a name that is a word or a first name; `null` where none stand. */
export function firmInRomance(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
): { relation: "before" | "after"; word: string } | null {
  const rule = rulesOf(view.lang);
  if (!rule) return null;
  const { key, plain } = view;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase || isNameAhead(plain, end)) return null;
  const owned = rule.owned.exec(view, start)?.[1];
  if (owned) return { relation: "after", word: owned.trim() };
  if (key.charCodeAt(end) !== blank) return null;
  if (key.startsWith("claro", start) && end - start === 5 && mainLanguage(view.lang) === "es") {
    const word = conjunction.exec(view, start)?.[1];
    if (word) return { relation: "after", word };
  }
  if (!opensSentence(view, start)) return null;
  const verb = rule.verbs.exec(key.slice(end, end + 50))?.[1];
  if (!verb) return null;
  // "Tim ha venduto il telefono": a firm that is called like people is told by its capitals.
  const isName = matcher.givenNames.has(key.slice(start, end));
  if (isName && /\p{Ll}/u.test(plain.slice(start, end))) return null;
  const from = end + 1 + verb.length;
  if (!rule.objects.test(key.slice(from, from + 90)) || sport.test(sentenceAround(view, start, end)))
    return null;
  return { relation: "before", word: verb };
}

const blank = 0x20;
