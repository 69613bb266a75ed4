/**
 * Names of countries and peoples in Slavic languages of which what stands beside them shows that they are words or part of a name:
 * "Malta se suši" (mortar), "Dania z karpia" (dishes), "Кина и театри" (cinemas), "poljska je cesta" (a track through the fields),
 * "kapitán Němec" (a surname). Folded; Serbian is read as Latin.
 */
import { isAdjectiveOfName } from "./adjective-of-name.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag, rulesByLanguage } from "./main-language.ts";
import {
  isNameAhead,
  isRaised,
  mayBeSurname,
  mayOpenSentence,
  opensSentence,
  wordBefore,
} from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";

interface OpeningWord {
  /** What stands behind the word and not behind the country; in the folded text … */
  behind: RegExp;
  /** … and as written, where diacritics or capitals tell. */
  written?: RegExp;
}

/** Houses that are open to the public beside cinemas. */
const houses =
  "pozorist|kazalist|teatr|muzej|galerij|restoran|kafic|kafan|barovi|bazen|teretan|koncertn|dvoran|bibliotek|knjiznic|klubov|nocn|diskotek|vrtic|skol|sportsk|trgovack|prodavnic|igraonic";
const mortar: OpeningWord = {
  behind:
    /^ (?:za (?:zid|zbuk|fug|plocic|cigl|blok|gips|lijep|lepljen|malter)|(?:se )?(?:susi|suse|stvrd|skrut|mijes|mes[ai]|nanosi|mrvi|kruni|osip|otpada|razmaz)|je (?:jos )?(?:mokra|svjeza|sveza|gusta|rijetka|retka|otpala|popucala|ispucala|suha|suva|tvrda)|ispada|popucala|i (?:cigl|cement|vapno|krec|zbuk|pijesak|pesak|beton|ljepil|lepak|gips|plocic|kamen)|izmedj?u (?:cig|plo|kam|blok)|od (?:vapn|krec|cement|gips|blat|glin)|sa? (?:zid|fasad|plafon|strop)|u (?:vrec|fug))/,
};

/** By language and name, where a sentence opens. */
const openingWords: Record<string, Record<string, OpeningWord>> = {
  sr: {
    kina: {
      behind: new RegExp(
        `^(?:(?: i|,) (?:${houses})| (?:sirom|diljem) | bez (?:publike|gledal|gledat|film|projekc|grijanj|grejanj)| (?:prazna|poluprazna|krcata|rasprodana)(?![a-z]))`,
      ),
    },
    malta: mortar,
    panama: { behind: /^ sesir/ },
  },
  mk: {
    кина: {
      behind:
        /^(?:(?: и|,) (?:театр|музе|галери|ресторан|кафул|базен|спортск|библиотек|дискотек|клубов|концертн)| (?:има (?:и )?)?на отворено| без (?:публик|гледач|филм)| (?:низ|ширум) | (?:(?:ќе|не|се|ги|повторно|веќе) )*\p{L}{2,}ат(?![\p{L}]))/u,
    },
    малта: { behind: /^ (?:за (?:ѕид|фуг|плочк|тул)|се суши|се рони|отпаѓа|и (?:цемент|тул|вар|песок))/ },
  },
  pl: {
    dania: {
      behind:
        /^ (?:na (?:wynos|cieplo|zimno|goraco|ostro|slodko|parze|obiad|lunch|swieta|wigili)|dla (?:dzieci|dwojga|wegetar|wegan|alergik|gosci)|w (?:barze|barach|stolow|restaurac|jadlospis|menu|jadlodaj|karcie|szpital|przedszkol|szkol|bufecie|sloik)|bez (?:miesa|gluten|laktoz)|(?:i|oraz) (?:napoje|desery|przekask|zupy|przystawk|ciasta|wina)|kuchni |\p{L}*(?:[^i]ne|owe|skie|ckie)(?![\p{L}]))/u,
      // A genitive behind "of": with the instrumental something is done by the country ("Dania z nowym rządem").
      written:
        /^ (?:(?:nie |się |już |wciąż |też |także |tu |tam )*\p{Ll}+(?:ują|ają|eją|dą|szą|czą|fią|nią|wią|bią|ały|iły|yły|zły)(?![\p{L}])|z (?!powodu|okazji|uwagi|obawy|dnia|roku|kolei|reguły|natury|pewno|racji|wyjątk|miejsca|początk|trudno|braku|własn|jedn|drugi|inicjatyw|punktu|perspektywy|czasem|pomocy)\p{Ll}{2,}(?:a|u|i|y|ów|ej)(?![\p{L}]))/u,
    },
    polki: { behind: /^ (?:(?:i|oraz) (?:walc|oberk|mazurk|kujawiak|marsz)|(?:tanczon|zagran|grano))/ },
    japonki: {
      behind:
        /^ (?:na (?:plaz|lato|nog|stop|basen)|z (?:gumy|gumk|piank|plastik)|i (?:klapki|sandal|trampki|szorty|kapelusz)|to (?:nie )?(?:but|obuw|klapki))/,
    },
    holenderki: { behind: /^ (?:to (?:\p{L}+ )?rower|z (?:koszyk|bagaznik)|i (?:inne )?rower)/u },
    wegierki: {
      behind:
        /^ (?:obrodzi|dojrzew|dojrzal|po \d|sa (?:slodk|dojrz|tans|drozs)|na (?:powidl|kompot|knedl)|i (?:mirabelk|renklod|jabl|grusz|sliw)|z (?:sadu|pestk))/,
    },
    finka: { behind: /^ (?:z (?:\p{L}+ )?rekojesc|lezala|w (?:kieszeni|rece|dloni)|i kastet|tkwil)/u },
  },
};
const openingOf = rulesByLanguage(openingWords, (list) => new Map(Object.entries(list)));

/** Small in the block before, and no name: "vlasnica kina", "u kinu", "bioskopi". */
const cinemaBefore = /(?<![\p{L}])(?:kin(?:o|a|u|om|ima)|bioskop\p{L}*)(?![\p{L}])/u;
const mayBeSeveral = /^ (?:ce|nece|mogu|bi)(?![a-z])/;
const cinemaWithin = 300;

function isOpeningWord(view: BlockView, start: number, end: number): boolean {
  if (!mayOpenSentence(view, start)) return false;
  const { key, plain } = view;
  const name = key.slice(start, end);
  const word = openingOf(view.lang)?.get(name);
  if (!word || !opensSentence(view, start) || lineAt(view, start).allCaps) return false;
  if (word.behind.test(key.slice(end, end + 40)) || word.written?.test(plain.slice(end, end + 40)))
    return true;
  return (
    name === "kina" &&
    mayBeSeveral.test(key.slice(end, end + 6)) &&
    cinemaBefore.test(plain.slice(Math.max(0, start - cinemaWithin), start))
  );
}

/** What belongs to fields and not to Poland, in the singular where Poland has several: "na poljskim cestama" is in Poland. */
const fieldThings: Record<string, RegExp> = {
  sr: /^ (?:(?:je|nije|su|nisu|bi|ce) )?(?:put|puta|putem|putu|putic\p{L}*|puteljak|puteljk\p{L}+|cest(?:a|u|om|ica)|staz[aeiu]|stazom|stazic\p{L}*|mis|misa|misem|misev\p{L}{1,3}|glodar\p{L}*|voluharic\p{L}*|krtic\p{L}*|cvij?e[ct]\p{L}*|cve[ct]\p{L}*|jarebic\p{L}{1,3}|sev[aeiu]|cuvar\p{L}*|krevet\p{L}{0,3}|lezaj\p{L}{0,4}|toalet\p{L}{0,3}|nuznik\p{L}{0,3}|wc|wc-\p{L}{1,4}|ve-?ce\p{L}{0,2}|klozet\p{L}{0,2}|usj?ev\p{L}*|preslic\p{L}{1,2}|zec|zeca|zecu|zecem|zecev\p{L}{1,3}|vrab\p{L}+|uvj?et\p{L}*|uslov\p{L}*|rad(?:ov[aei]|ovima)|mlin[aeu]?|mlinac|mlin(?:ca|ci|cu)|mak|maka|gusteric\p{L}{1,2}|poljostet\p{L}*|stet\p{L}{1,3}|bilj[ek]\p{L}*|trav[aeu]|kukc\p{L}*|dobara)(?![\p{L}])/u,
  mk: /^ (?:(?:е|не е|се|беше) )?(?:пат|патот|патче\p{L}*|болниц\p{L}{1,3}|глушец|глувци\p{L}{0,2}|кревет\p{L}{0,3}|тоалет\p{L}{0,3}|чувар\p{L}{0,3}|услови\p{L}{0,2}|цвеќ\p{L}{1,3})(?![\p{L}])/u,
};
const thingsOf = rulesByLanguage(fieldThings, (things) => things);

function isOfTheField({ key, lang }: BlockView, start: number, end: number): boolean {
  if (!key.startsWith("poljsk", start) && !key.startsWith("полск", start)) return false;
  if (thingsOf(lang)?.test(key.slice(end, end + 30))) return true;
  // "Na poljskim putevima" are cars in Poland.
  return fieldRoads.test(key.slice(end, end + 12)) && !onRoads.test(key.slice(Math.max(0, start - 4), start));
}

/** "Nasuti su poljski putevi", "čuvar poljskih dobara" */
const fieldRoads = /^ put(?:ev|ov)(?:i|a|e|ima)(?![a-z])/;
const onRoads = /(?:^|[^a-z])na $/;

/** Offices and places in a team, before a surname; folded stems, with what may end them. */
const roles: Record<string, string> = {
  cs: "(?:mist[eo]?)?(?:predsed|starost|kapitan|trener|reditel|primator|ministr|namestek|namestk|hejtman|senator|brankar|utocni|zalozni|obranc|stoper|soudc|zalobc|profesor|docent|manazer|jednatel|rozhodci|kouc|poslan[ek]|poslanc|poslankyn|mluvci|komisar|konsel|tajemni)\\p{L}{0,4}",
  sr: "(?:(?:do|grado|pod|pot)?(?:nacelni|predsedni|predsjedni|kapiten|kapetan|trener|direktor|ravnatelj|ministar|ministr|poslani|zastupni|tuzilac|tuzioc|tuzitelj|sudij|golman|vratar|napadac|glasnogovorni|portparol|profesor|doktor|komandir|odvjetni|advokat)\\p{L}{0,4}|sudac|suca|sucu|dr\\.?|prof\\.)",
  mk: "(?:(?:градо|пот)?(?:началник|претседател|тренер|капитен|директор|министер|министерк|министр|пратени|судиј|обвинител|голман|напаѓач|портпарол|професор|доктор|адвокат)\\p{L}{0,4}|д-р)",
  pl: "(?:(?:wice)?(?:trener|kapitan|prezes|dyrektor|burmistrz|wojt|starost|senator|prokurator|sedzi|profesor|doktor|bramkarz|napastni|obronc|pomocni|rzeczni|mecenas|komendant|radn|poslank)\\p{L}{0,4}|posel)",
};
const roleOf = rulesByLanguage(
  roles,
  (list) => new RuleBefore(new RegExp(`(?:^|[^\\p{L}-])(?:${list}) $`, "u"), { reach: 24, more: /^(?:)$/ }),
);
/** In the plural one speaks of a people; Polish names of states read like it. */
const isSeveral =
  /(?:[^v]i|[^o]vi|y|ove|u|um|om|ich|ech|mi|има|ите|и)$|^(?:niemiec|wloch|wegier|czech|czechow|litw|rosj)/u;
/** What follows a surname, and not an adjective. */
const endsName =
  /^(?:[.,;:)?!]|$| (?:uved|rek|potvrd|doda|vysvetl|hlasova|oznami|sdeli|upozorn|odmit|je|byl|byla|se|si|by|v|ve|na|z|ze|k|a|o|pro|podle)(?![\p{L}]|\p{L}{3}))/u;
/** "iz Bjelovara", ", 54,", "(54)": what stands behind people's full names. */
const personAhead = /^(?: (?:iz|z|ze|od|из|од) \p{Lu}|, \d\d(?!\d)| \(\d\d\))/u;
const preposition =
  /^(?:u|v|ve|w|we|na|iz|z|ze|od|do|za|po|s|sa|kod|pro|proti|protiv|во|од|за|со|кај|против)$/;

/** Whether one of a people is here somebody of that surname: "kapitán Němec", "Umirovljenica Zora Mađar iz Bjelovara". */
function isInhabitantAsSurname(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { key, plain } = view;
  if (entry.form !== "people" && entry.form !== "adjective") return false;
  const role = roleOf(view.lang);
  if (!role || !isRaised(plain.slice(start, start + 2))) return false;
  if (isNameAhead(plain, end) || isSeveral.test(key.slice(start, end))) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  if (role.test(view, start)) return entry.form === "people" || endsName.test(key.slice(end, end + 16));
  if (entry.form !== "people" || !personAhead.test(plain.slice(end, end + 8))) return false;
  const given = wordBefore(view, start);
  if (!given || given.key.length < 3 || !isRaised(given.cased) || !mayBeSurname(matcher, given.key))
    return false;
  const first = wordBefore(view, given.start);
  return first !== null && !preposition.test(first.key);
}

/** "powiat turecki", "w powiatach konińskim i tureckim", "starosta turecki": those of a Polish town. */
const ofTown = new RuleBefore(
  /(?:^|[^\p{L}])(?:powi(?:at(?:u|owi|em|y|ow|om|ami|ach)?|ecie)|(?:wice)?staro(?:st[aeyo]|stwo|stwa|scie|stwie|stowie|scina)) (?:\p{L}+k(?:i|iego|iemu|im)(?:,| i| oraz) ){0,3}$/u,
  { reach: 70, more: /^(?:i|oraz|)$/ },
);
/** Quarters of Warsaw beside the one that is called like Italy; Praga is left out, which is Prague as well. */
const quarters =
  "(?:Ursus|Ochot|Bemow|Wol[aei](?![\\p{L}])|Mokotow|Ursynow|Wilanow|Wawe?r|Bielan|Zolibo|Targow|Bialol|Rembert|Srodmies)";
const quarterBehind = new RegExp(`^(?: i| oraz|,) ${quarters}`, "u");
const quarterBefore = new RegExp(`(?<![\\p{L}])${quarters}\\p{L}*(?: i| oraz|,) $`, "u");

/** Whether a country is here a Polish town or quarter: "Mieszkańcy Włoch i Ursusa", "powiat turecki". */
function isPolishTown(view: BlockView, { entry, start, end }: Hit): boolean {
  if (mainLanguage(view.lang) !== "pl") return false;
  const { key, plain } = view;
  if (key.startsWith("wloch", start))
    return (
      quarterBehind.test(plain.slice(end, end + 16)) ||
      quarterBefore.test(plain.slice(Math.max(0, start - 24), start))
    );
  return entry.form === "adjective" && ofTown.test(view, start);
}

/** "Let Croatia Airlinesa kasni", "letadlo Turkish Airlines". */
const airline = /^ (?:Airlines?|Airways)(?:-?\p{Ll}{1,3})?(?![\p{L}])/u;
const capitalA = 0x41;

/** Whether a country is named here only by chance, or as part of a name, as Slavic texts have it. */
export function isSlavicWord(matcher: Matcher, view: BlockView, hit: Hit): boolean {
  const { start, end } = hit;
  if (!isSlavic(view.lang)) return false;
  if (view.plain.charCodeAt(end + 1) === capitalA && airline.test(view.plain.slice(end, end + 16)))
    return true;
  if (isOpeningWord(view, start, end) || isOfTheField(view, start, end) || isPolishTown(view, hit))
    return true;
  return isInhabitantAsSurname(matcher, view, hit) || isAdjectiveOfName(matcher, view, hit);
}

const isSlavic = onceByTag((lang) => /^(sr|hr|bs|sh|me|cnr|sl|mk|pl|cs|sk)/i.test(lang));
