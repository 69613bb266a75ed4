/**
 * Spanish, French and Italian people who are called like a country, as what stands before the name tells: "la modista Argentina
 * Menéndez", "Cécile de France".
 */
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { onceByTag } from "./main-language.ts";
import { isRaised, wordBefore } from "./name-neighbours.ts";

const isRomance = onceByTag((lang) => /^(es|fr|it)/i.test(lang));

/** What two countries or blocs have with each other: "le sommet Chine Afrique". */
const ofTwo =
  "sommet|vertice|cumbre|for[ou]m?|accord|accordo|acuerdo|axe|asse|eje|duel|duelo|duello|match|partit[ao]|partido|derby|final[ei]?|traite|tratado|trattato|" +
  "dialogue|dialogo|asso?ciazione|asociacion|association|relazione|relacion|relation|ligne|linea|tratta|ruta";
/** An article and one noun, to which the name is put without a preposition, as that of a state is not. */
const nounBefore = new RegExp(
  `(?:^|[^\\p{L}])(?:el|la|una?|su|le|une|sa|son|sua|suo|il|lo|uno|l'|un') ?(?!(?:${ofTwo}) )(?:ex-?)?\\p{Ll}{4,} $`,
  "iu",
);
const longestNoun = 30;

/** "la modista " */
export function isBehindNoun({ plain, key, lang }: BlockView, start: number): boolean {
  if (!isRomance(lang) || plain.charCodeAt(start - 1) !== 0x20) return false;
  const from = Math.max(0, start - longestNoun);
  // A noun has small letters; the folded text tells which it is.
  return /\p{Ll} $/u.test(plain.slice(start - 2, start)) && nounBefore.test(key.slice(from, start));
}

const ofBefore = /(?:^|[^\p{L}])(?:de |di |d')$/u;
/** Whoever reigns is of the state. */
const reigns =
  /(?:^|[^\p{L}])(?:roi|reine|prince|princesse|duc|duchesse|rey|reina|principe|princesa|infanta?|re|regina|principessa|empereur|imperatrice|emperador|emperatriz|imperatore|don|dona) $/u;

/** "Cécile de France": behind a single first name; "Angela Merkel de Alemania" and "la reina Sofía de España" are of the state. */
export function isOfFirstName(matcher: Matcher, view: BlockView, start: number): boolean {
  const { plain, key, lang } = view;
  // The last letter of "de" or "di", or the d before an apostrophe.
  const last = plain.charCodeAt(start - 2);
  if ((last !== 0x65 && last !== 0x69 && last !== 0x64) || !isRomance(lang)) return false;
  const of = ofBefore.exec(plain.slice(Math.max(0, start - 4), start))?.[0].replace(/^[^\p{L}]/u, "");
  if (of === undefined) return false;
  const name = wordBefore(view, start - of.length);
  if (!name || !isRaised(name.cased) || !matcher.givenNames.has(name.key)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const further = wordBefore(view, name.start);
  if (further && isRaised(further.cased) && further.start > line.start) return false;
  return !reigns.test(key.slice(Math.max(0, name.start - 14), name.start));
}
