/**
 * Names of countries and peoples in Serbian, Bosnian and Croatian that belong to a river, a club, a street or a person there:
 * "vodostaj Bosne", "košarkaši Bosne", "Hrvatski dragovoljac", "na uglu Ruske i Njegoševe", "Piše: J. Grk", "pevačica Indija
 * Kos … Indija je nastupala". Folded; Serbian is read as Latin.
 */

import { isAnyCountryAsPersonsName } from "./any-country-as-persons-name.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { isCapital } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { isSouthSlavic } from "./main-language.ts";
import { isBehindTrade } from "./name-goes-on.ts";
import { isNameAhead, isRaised, mayBeSurname, opensSentence, wordBefore } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { whatOneIs } from "./surname-in-case.ts";
import { wordEndFrom } from "./word-borders.ts";

/** What only a river has. */
const riverBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:vodostaj\p{L}{0,3}|nivo|nivoa|nivou|razin[aeu]|korit\p{L}{1,2}|obal\p{L}{1,3}|usc\p{L}{1,2}|tok|toka|tokom|toku|sliv\p{L}{0,2}|izvor\p{L}{0,2}|pritok\p{L}{1,3}|rijek[aeiu]|rijekom|rek[aeu]|rekom|reci|rukavac|rukavc\p{L}|izl[ie]van\p{L}{2,3}|izlijevan\p{L}{2,3}|dolin\p{L}{1,3}|kej\p{L}{0,2}|(?:most\p{L}{0,3}|skel\p{L}|prelaz\p{L}{0,2}|prijelaz\p{L}{0,2}) (?:preko|na)|brzac\p{L}{0,3}|(?:put(?:a|u|em|evi)?|cest[aeiu]|magistral[aeiu]|staz[aeiu]|setnic[aeiu]|setalist[aeu]|prug[aeiu]|nasip\p{L}{0,2}|njiv[aeu]|naselj[aeiu]|vikendic[aeu]|kuc[aeu]) (?:uz|niz|duz|pored|kraj)) $/u,
  { reach: 30, more: /^(?:preko|na|uz|niz|duz|pored|kraj)$/ },
);
/** What flows, or falls, into a river. */
const intoRiver = new RuleBefore(
  /(?:^|[^\p{L}])(?:usc[aeu]|uscem|uli[jv]\p{L}+|uti?[cj]e\p{L}*|uvir\p{L}*|ispust\p{L}*|izli[jv]\p{L}*|kupa\p{L}{0,6}|utop\p{L}+|pliva\p{L}*|peca\p{L}{0,5}|ribolov\p{L}{0,2})(?: \p{L}+){0,2} u $/u,
  { reach: 40, more: /^u$/ },
);
const otherRiver =
  "(?:un|vrbas|drin|sav|neretv|usor|lasv|krivaj|sprec|miljack|fojnic|zeljeznic|san|pliv|tinj|bosut|ukrin)";
const riverJoined = new RuleBefore(
  new RegExp(`(?:^|[^\\p{L}])${otherRiver}(?:[aeiu]|om|em)?(?: i|,) $`, "u"),
  { reach: 18, more: /^(?:i|)$/ },
);
/** What rivers do, and where: towns stand on a river, and no country stands at a town. */
const riverBehind = new RegExp(
  "^(?:(?: (?:je|se|su|ce|jos|opet|ponovo|juce|jucer|jutros|nocas|sinoc|danas|nije|i|polako|naglo|u medj?uvremenu|dalje|vec|ovih dana)){0,5} " +
    "(?:izli(?:la|va|je)|nabuja|nadosla|nadolazi|poplavi|plavi(?![\\p{L}])|preli(?:la|va|je)|tece|protj?ece|protice|izvire|uvire|uli[jv]|presus|zamrz|zalede|otpornij|" +
    "(?:poras(?:la|te)|raste|opa(?:la|da)|pada|stagnira)(?= (?:i )?(?:kod|iznad|preko noci|u noci|za \\d+ (?:cm|cent|met))))|" +
    ` (?:i )?kod (?:doboj|zenic|maglaj|zavidovi|zepc|visok|modric|samca|samac|kaknj|ilidz|ilijas|brez|nemil|vranduk|semizov|odzak|vozuc)| i ${otherRiver}(?:[aeiu]|om)?(?![\\p{L}]))`,
  "u",
);
/** Who plays, beside a club or a country's team. */
const players =
  "kosarkas|rukometas|odbojkas|vaterpolist|fudbaler|nogometas|hokejas|sahist|dzudist|karatist|stolnotenis|atletic|plivac|rvac|kuglas|bokser|boksac";
const clubBefore = new RuleBefore(
  new RegExp(
    `(?:^|[^\\p{L}])(?:(?:${players})\\p{L}{0,6}|igrac\\p{L}{0,3}|trener\\p{L}{0,3}|kapiten\\p{L}{0,3}|kapetan\\p{L}{0,3}|golman\\p{L}{0,3}|tim\\p{L}{0,3}|ekip\\p{L}{1,3}|klub\\p{L}{0,3}|dres\\p{L}{0,3}|navijac\\p{L}{0,3}|pobj?ed\\p{L}{1,3}|poraz\\p{L}{0,3}|utakmic\\p{L}{1,3}|kk|rk|ok|fk|nk|sk) $`,
    "u",
  ),
  { reach: 22 },
);
/** "Bosna Royal" and other sponsors, but not "Bosna Hercegovina" */
const sponsorAhead = /^ (?:Royal|BH|Asa|ASA|Visoko|Bamcard|Gas|Sema)(?![\p{L}])/u;

/** Whether the river or the club of that name is meant: "Bosna se izlila", "igrači Bosne". */
function isRiverOrClub(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!key.startsWith("bosn", start) || end - start > 6 || key.charCodeAt(start + 5) === 0x6e) return false;
  if (riverBehind.test(key.slice(end, end + 60)) || riverBefore.test(view, start)) return true;
  if (clubBefore.test(view, start) || sponsorAhead.test(plain.slice(end, end + 8))) return true;
  // "Pecaroši na Bosni"
  if (key.startsWith("bosni", start) && key.endsWith(" na ", start)) return true;
  return riverJoined.test(view, start) || intoRiver.test(view, start);
}

/** Players in the plural: "fudbaleri Poljske" are its team. */
const teamBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:kosarkas|rukometas|odbojkas|vaterpolist|fudbaler|nogometas|hokejas|igrac|reprezentativc)(?:i|a|e|ima|ice|ica|icama|ke|kama) $/u,
  { reach: 18 },
);

/** Clubs, papers and societies that are called so, of whom there is one: several are people ("hrvatski dragovoljci"). */
const calledAhead =
  /^ (?:dragovolj(?:ac|ca|cu|cem)|vitez(?:a|u|om)?|sokol?(?:a|u|om)?|zmaj(?:a|u|em)?|lav(?:a|u|om)?|orao|orla|orlu|orlom|car(?:a|u|em)?|dvor(?:a|u)?|hor(?:a|u)?|zbor(?:a|u)?|balet(?:a|u|om)?|tjednik\p{L}{0,2}|nedj?eljnik\p{L}{0,2}|kurir\p{L}{0,2}|glasnik\p{L}{0,2}|telegraf\p{L}{0,2}|knjizevni list)(?![\p{L}])/u;

/** "Hrvatski dragovoljac izgubio je": where a sentence opens, any adjective has a capital. */
function isCalledSo(view: BlockView, { entry, start, end }: Hit): boolean {
  return (
    entry.form === "adjective" &&
    isCapital(view.plain.charCodeAt(start)) &&
    calledAhead.test(view.key.slice(end, end + 18)) &&
    !lineAt(view, start).allCaps
  );
}

/** Streets are called by feminine adjectives with a capital: "Ruska", "iz Ruske", "u Ruskoj". */
const streetName = /sk(?:a|e|oj|u|om)$|[cs]k(?:a|e|oj|u|om)$/;
const corner = new RuleBefore(
  /(?:^|[^\p{L}])(?:uglu|ugao|ugla|raskrsni\p{L}{1,3}|raskrscu?|krizanj\p{L}{1,2}|raskrizj\p{L}|ulicama) (?:"?\p{L}+"?(?: \p{L}+)?(?:,| i|, i) ){0,3}"?$/u,
  { reach: 60, more: /^.*$/u, signs: '"' },
);
const streetsBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:[Uu]lic(?:a|e|u|ama)(?: \p{Lu}[\p{L} ]{2,20}?)(?:,| i|, \p{Lu}\p{L}+(?:,| i)) |[Tt]rg(?:a|u|om)? \p{L}+(?: \p{L}+)? i )"?$/u,
  { reach: 60, reads: "plain", more: /^(?:i|)$/, signs: '"' },
);
const streetAhead =
  /^"?(?: (?:i|te)|,) (?:[Tt]rg(?:a|u|om|ovima)|[Bb]ulevar\p{L}{0,2}|[Kk]ej\p{L}{0,2}) |^ (?:u|prema|ka|do) \p{Lu}\p{L}+ ulic[aeiu]/u;
/** What follows a noun, and not an adjective. */
const endsName = /^"?(?:[.,;:)]|$| (?:i|te|je|su|ce|bice|zatvoren\p{L}*|u|na|kod|do)(?![\p{L}]))/u;

/** "na uglu Ruske i Kralja Milana", "preko Francuske i Trga republike": a street without the word for it. */
function isStreet(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (!isCapital(plain.charCodeAt(start)) || !streetName.test(key.slice(start, end))) return false;
  if (streetAhead.test(plain.slice(end, end + 32))) return true;
  if (!corner.test(view, start) && !streetsBefore.test(view, start)) return false;
  return endsName.test(key.slice(end, end + 10));
}

/** "J. Grk": an initial before one of a people. */
const initialBefore = /(?:^|[\s(:"])\p{Lu}\. ?$/u;

/** First names that the list leaves out, since they are towns, firms or words as well. */
const alsoTowns = /^(?:mark|verona|sofija)$/;
/** Trades, offices and neighbours, by their stems. */
const whoOneIs = new RuleBefore(
  /(?:^|[^\p{L}-])(?:profesor|docent|doktor|ljekar|lekar|lij?ecnik|hirurg|kirurg|inzinj?er|inzenj?er|arhitek|analitic|ekonomist|strucnja|ekspert|istraziva|naucni|znanstveni|novinar|uredni|pjesni|pesni|slikar|glum|pj?evac|reditelj|redatelj|trener|igrac|napadac|golman|vlasni|direktor|ravnatelj|nacelni|gradonacelni|vij?ecni|odborni|poslani|zastupni|advokat|odvj?etni|sudij|tuzi|penzioner|umirovljeni|komsij|susj?ed|domacin|farmer|zemljoradni|poljoprivredni|pcelar|ribar|ribic|vozac|taksist|student|uceni|predsj?edni|sekretar|portparol|glasnogovorni|konsultant|konzultant|savj?etni|koordinator|menadzer|osniva|mj?estan|stanar|kuvar|kuhar|meteorolog|seizmolog|istoricar|povj?esnicar|psiholog|sociolog|politikolog|programer|preduzetni|poduzetni)\p{L}{0,5} $/u,
  { reach: 24 },
);
/** In the plural one speaks of a people. */
const isSeveral = /(?:[^v]i|[^o]vi|ima)$/;

/** "Ivani" of "Ivana", "Markom" of "Marko": whether a word is a first name in any case. */
function isGivenName({ givenNames }: Matcher, word: string): boolean {
  if (givenNames.has(word)) return true;
  const stem = /^(.{2,}?)(?:a|e|i|u|om|em)$/.exec(word)?.[1];
  return (
    stem !== undefined && (givenNames.has(stem) || givenNames.has(`${stem}a`) || givenNames.has(`${stem}o`))
  );
}

/** "Prema Ivani Grk", "profesor Milan Čeh sa fakulteta", "komšija Steva Mađar": first names in other cases, or that no list has. */
function isBehindFirstName(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { plain, key, block, surnames } = view;
  const given = wordBefore(view, start);
  if (!given || given.key.length < 3 || !isRaised(given.cased) || isNameAhead(plain, end)) return false;
  if (isSeveral.test(key.slice(start, end))) return false;
  const isTown = alsoTowns.test(given.key);
  if (!isTown && !mayBeSurname(matcher, given.key)) return false;
  const isKnown = !isTown && !opensSentence(view, given.start) && isGivenName(matcher, given.key);
  if (!isKnown && !whoOneIs.test(view, given.start)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const name = plain.slice(start, end);
  if (surnames && (surnames.get(name) ?? block) >= block) surnames.set(name, block);
  return true;
}

/** "Grka", "Poljaku", "Nijemcem": what an inflected form of a surname ends with. */
const caseEnding = /(?:a|u|om|em|e)$/;
const fleeting = /(.)c$/;

/** "inženjer Josip Poljak … Poljaku se žuri": the surname of somebody who was named in full, in this case or another one. */
function isSurnameAgain(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { plain, surnames, block } = view;
  if (whatOneIs.test(view, start) || isNameAhead(plain, end)) return false;
  const name = plain.slice(start, end);
  const stem = name.replace(caseEnding, "");
  for (const one of new Set([name, stem, stem.replace(fleeting, "$1ac")])) {
    if ((surnames?.get(one) ?? block) < block) return true;
    const at = one.length > 2 ? plain.indexOf(one) : -1;
    if (at < 0 || at >= start || wordEndFrom(view.key, at) !== at + one.length) continue;
    if (isBehindFirstName(matcher, view, at, at + one.length)) return true;
  }
  return false;
}

/** "Indija je ranije nastupala": what people do, behind the name of somebody who has just been called so in full. */
const personAgain =
  /^ (?:je|se|ce|nije|kaze|dodaje|istice|dolazi|pj?eva|igra|glumi|zivi|radi|voli|trenira|zeli|objasnjava|prica|slavi|nastupa)(?![\p{L}])/u;

function isFirstNameAgain(matcher: Matcher, view: BlockView, start: number, end: number): boolean {
  const { plain, key } = view;
  const at = start > 0 ? plain.indexOf(plain.slice(start, end)) : -1;
  if (at < 0 || at >= start || !personAgain.test(key.slice(end, end + 14))) return false;
  const to = at + end - start;
  if (!isNameAhead(plain, to)) return false;
  return isBehindTrade(view, at) || isAnyCountryAsPersonsName(matcher, view, at, to);
}

/** Whether a country or one of a people is named here only by chance, or as part of a name, as texts in these languages have it. */
export function isSouthSlavicWord(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  if (!isSouthSlavic(view.lang)) return false;
  const { entry, start, end } = hit;
  if (isRiverOrClub(view, start, end) || isCalledSo(view, hit)) return true;
  if (entry.form === "people")
    return (
      isRaised(view.plain.slice(start, start + 2)) &&
      (initialBefore.test(view.plain.slice(Math.max(0, start - 5), start)) ||
        isBehindFirstName(matcher, view, start, end) ||
        isSurnameAgain(matcher, view, start, end))
    );
  if (entry.form !== "name" && isCapital(view.plain.charCodeAt(start)) && teamBefore.test(view, start))
    return true;
  if (entry.form === "name" && isFirstNameAgain(matcher, view, start, end)) return true;
  return isStreet(view, start, end);
}
