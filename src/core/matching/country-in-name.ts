/** English names and phrases that begin with a country and are none: "Ireland Street", "Canadian War Museum", "French leave". */
import { beside, besideOf } from "./beside.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { isBeforeStreet } from "./english-places.ts";
import { isCapitalAt } from "./letter-case.ts";
import type { Matcher } from "./load-index.ts";
import { isNameAhead, mayBeSurname } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";
import { wordEndFrom, wordStartBefore } from "./word-borders.ts";

/** Directly behind a country, beside what streets are called: "Portugal Place", "Finland Heights". Surnames of officials (Park, Hall) are left out. */
const placesAhead =
  /^ (?:Wharf|Place|Quay|Gardens|Row|Canyon|Springs|Ridge|Grove|Lake|Valley|Hilton|Hyatt|Marriott|Sheraton|Heights|Hill|Beach|Falls|Cup|Grand Prix|Masters|Fashion Week)(?![\p{L}])/u;
/** The same behind its full name alone, for abbreviations stand before other things: "Canada House", "Fiji Times", but "the US House". */
const namedAhead =
  /^ (?:Water|Gate|Docks?|House|Farm|Arms|Inn|Times|Herald|Tribune|Gazette|Gleaner)(?![\p{L}])/u;
/** Up to three further words, then what it is: "Canadian Museum of History", "Australian Broadcasting Corp.". */
const namesAhead =
  /^ ((?:\p{Lu}[\p{L}.&-]+ ){0,3})(?:Museum|Memorial(?! Day)|Gallery|Library|Orchestra|Symphony|Philharmonic|Ballet|Opera|Theatre|Theater|Cathedral|Hospital|Airlines?|Airways|Railways?|Railroad|Cruise Lines?|Broadcasting|Institution|Society|Academy|League|Legion|Red Cross|Guild|Stadium|Arena|Championships?|Opens?(?! (?:RAN|Radio|Source|Networks?|Internet))|Film Festival|Festival|Awards?|Prize|Biobank|Club|Corp|Inc|Ltd|Plc|PLC|Bhd)(?![\p{L}])/u;
/** Waters, of which the adjective is part of the name. */
const watersAhead =
  /^ (?:Sea|Ocean|Straits?|Channel|Canal|Gulf|Basin|Trench|Trough|Riviera|Alps|Shelf)(?![\p{L}])/u;
/** Teams and those who run a sport: "British Lions", "US Soccer", "England Rugby". */
const sportsAhead =
  /^ (?:Lions|Tigers|Warriors|Eagles|Devils|Giants|Rangers|Dragons|Rovers|Wanderers|Sport|Soccer|Football|Rugby|Cricket|Hockey|Tennis|Basketball|Netball|Athletics|Swimming|Rowing|Cycling|Gymnastics|Golf)(?![\p{L}])/u;
/** "Austria Wien", "Inter Milan": clubs are followed by a town. */
const clubTowns = /^ (?:Wien|Salzburg|Klagenfurt|Lustenau|Dresden|Rostock|Berlin)(?![\p{L}])/u;

/** What stands directly before a country in a name: "Royal Australian Navy", "Miss Malta". */
const behind = new Set(
  (
    "Royal Mount Hotel Air Miss Universe Sport Football Rugby Cricket Hockey Tennis Basketball Netball " +
    "Athletics Swimming Rowing Cycling Gymnastics Golf"
  ).split(" "),
);
/** "Tour of Britain", "National Gallery of Canada", "Knight of Malta". */
const behindOf =
  /(?:^|[^\p{L}])(?:(?:Gallery|Museum|Library|Theatre|Opera|Ballet|Archives|Knights?|Bishop|Archbishop|Patriarch|Diocese|Duke|Duchess|Earl|Maid|Pride|Star|Orders?|[Cc]edars?) of|(?:Tour|Battle|Miss|Church|Primate|Gulf|Strait|Bay|Sea) of(?: the)?) $/u;

/** "the liner Canada", "the cruise ship Norwegian Joy"; but not "the tanker Iran seized". */
const shipBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:liner|ferry|steamer|steamship|yacht|brig|schooner|tanker|frigate|battleship|freighter|trawler|dinghy|paddle steamer|cruise ship|container ship|tall ship) $/u,
  { reach: 18, more: /^ship$/ },
);
const doneToShips =
  /^ (?:seized|detained|captured|boarded|impounded|bought|built|sold|sent|intercepted|released|attacked|accused|ordered|owns|operates|uses|needs|wants|says|said|(?:has|had) (?:seized|detained|captured|boarded|impounded|bought|built))(?![a-z])/;

const periods = new Set(["Modern", "Contemporary", "Ancient", "Old"]);

/** Only of one people: a Dutch auction is a way to sell, a Polish auction is held in Poland. */
const sayings = new Set(
  (
    "dutch auction|dutch courage|dutch uncle|dutch oven|dutch treat|dutch baby|french leave|french exit|french kiss|french toast|" +
    "french fries|french doors|french windows|french horn|irish goodbye|irish exit|indian summer|indian rope|mexican standoff|" +
    "mexican stand|mexican wave|russian roulette|russian doll|russian dressing|chinese whispers|chinese checkers|chinese zodiac|" +
    "chinese burn|chinese new|turkish delight|turkish bath|cuban heel|swiss roll|swiss army|swiss chard|greek god|greek chorus|" +
    "german shepherd|german measles|persian cat|norwegian forest|brazilian jiu|spanish fly|portuguese water|spanish water|" +
    "irish water|bernese mountain|swiss mountain|turkish angora|russian blue|chinese crested|french polish|french polisher|danish oil|" +
    "danish pastry|maltese cross|maltese falcon|swiss guard|spanish steps|swiss ball|canadian canoe|chinese chess|chinese wall|" +
    "chinese lantern|dutch angle|dutch door|bulgarian split|romanian deadlift|cuban sandwich|irish whip|mexican hat|french braid|" +
    "french manicure|swiss cottage|swiss cheese|welsh rarebit|french press|french knot|danish blue|georgian silver|norwegian wood"
  ).split("|"),
);

/** What is called Georgian after kings. */
const ofKings = new Set(
  (
    "rectory shutter house home townhouse terrace terraced mansion villa facade façade manor farmhouse vicarage cottage window sash " +
    "door doorway fanlight staircase architecture furniture crescent splendour elegance portico parlour"
  ).split(" "),
);
/** Directly behind "a": what nothing follows is a thing and no person ("ate a Danish with her coffee"). */
const isThing = /(?:sh|ch)$/;
const nothingFollows = /^(?:[.;:!?]| (?:with|on|in|for|from|at)(?![a-z]))/;

/** A text on horse races, where any name may be a horse's ("Danish Dancer"). */
const racing =
  /\b(?:racehorses?|jockeys?|furlongs?|steeplechase|retired to stud|won by an? (?:short )?(?:neck|length|nose|head)|\d{1,3} \d{1,2} (?:shot|favourite|outsider)|(?:ran|runs?|raced) at (?:aintree|ascot|ayr|cheltenham|chepstow|epsom|exeter|goodwood|haydock|kempton|newbury|newmarket|sandown|wetherby|leopardstown|punchestown))\b/;
/** "Additional reporting by A in Hong Kong; editing by B": who wrote it, and where. */
const byline = /^\(?(?:additional |writing and )?(?:reporting|writing|editing) by \p{L}/u;

/** "editing by Georgia Bell", "words and pictures by India Shaw" */
const creditBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:edited|editing|reporting|writing|written|words|pictures|photos?|photographs?|photography|illustrations?|compiled|translated|interview) by $/u,
  { reach: 20, more: /^by$/ },
);

/** Whether the country is only the beginning of a longer name, or of a dish, a breed or a saying. */
export function isCountryInName(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { plain, key } = view;
  if (!view.lang.startsWith("en")) return false;
  const line = lineAt(view, start);
  const opening = key.charCodeAt(line.start);
  if (mayOpenByline(opening) && byline.test(key.slice(line.start, line.start + 30))) return true;
  // "By", in small letters
  if (opening === 0x62 && isReporter(view, start, end)) return true;
  if (isNameAhead(plain, end) && creditBefore.test(view, start)) return true;
  if (isBehindName(view, start, end)) return true;
  const isAdjective = entry.form === "adjective";
  if (isShip(view, start, end, isAdjective)) return true;
  if (isAdjective && (isAloneBehindArticle(view, start, end) || isIdiom(key, entry.key, start, end)))
    return true;
  if (isAdjective && isBehindRaisedArticle(view, start, end)) return true;
  const next = plain.charCodeAt(end);
  if (next !== 0x20 && next !== 0x2d) return false;
  if (isAdjective) {
    const to = wordEndFrom(key, end + 1);
    const word = key.slice(end + 1, to);
    if (entry.key === "georgian" && (ofKings.has(word) || ofKings.has(singular(word)))) return true;
    const saying = key.slice(start, to);
    if (sayings.has(saying) || sayings.has(singular(saying))) return true;
  }
  if (next !== 0x20 || !isCapitalAt(plain, end + 1)) return false;
  const after = plain.slice(end, end + 70);
  if (line.allCaps || line.titleCase) return false;
  if (sportsAhead.test(after) || watersAhead.test(after)) return true;
  if (entry.form === "name" && namedAhead.test(after)) return true;
  if (!isAdjective && (isBeforeStreet(view, end) || placesAhead.test(after) || clubTowns.test(after)))
    return true;
  const name = namesAhead.exec(after);
  if (!name) return isRacehorse(matcher, view, end);
  // "US Intel Corp": what has a record is named apart.
  for (let from = end + 1; from <= end + (name[1]?.length ?? 0); from = wordEndFrom(key, from) + 1) {
    const word = key.slice(from, wordEndFrom(key, from));
    const known = matcher
      .entriesFor(word)
      .some(({ role, entity }) => role === "spelling" && matcher.entity(entity)?.kind !== "country");
    if (known || word === "") return false;
  }
  return true;
}

/** "It is all Greek to me", "the four went Dutch". */
function isIdiom(key: string, adjective: string, start: number, end: number): boolean {
  if (adjective === "greek") return key.startsWith(" to ", end) && key.endsWith(" all ", start);
  return (
    adjective === "dutch" &&
    /(?:^|[^a-z])(?:go|goes|going|went|gone) $/.test(key.slice(Math.max(0, start - 7), start))
  );
}

/** ( or a, w, r, e: with what `byline` begins. */
function mayOpenByline(unit: number): boolean {
  return unit === 0x28 || unit === 0x61 || unit === 0x77 || unit === 0x72 || unit === 0x65;
}

function singular(word: string): string {
  return word.charCodeAt(word.length - 1) === 0x73 ? word.slice(0, -1) : word;
}

/** "Danish Dancer, Polish Prince and Georgia Peach go in the 3.40" */
function isRacehorse(matcher: Matcher, view: BlockView, end: number): boolean {
  const { key } = view;
  view.isRacing ??= racing.test(key);
  if (!view.isRacing) return false;
  const next = key.slice(end + 1, wordEndFrom(key, end + 1));
  return mayBeSurname(matcher, next);
}

function isShip(view: BlockView, start: number, end: number, isAdjective: boolean): boolean {
  if (!shipBefore.test(view, start)) return false;
  return isAdjective ? isNameAhead(view.plain, end) : !doneToShips.test(view.key.slice(end, end + 16));
}

/** "told The Australian that": within a sentence an article has a capital in the name of a newspaper or a film. */
function isBehindRaisedArticle(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  if (
    plain.charCodeAt(start - 4) !== 0x54 ||
    !/\p{Ll},? The $/u.test(plain.slice(Math.max(0, start - 7), start))
  )
    return false;
  const line = lineAt(view, start);
  return !line.titleCase && !line.allCaps && !isNameAhead(plain, end);
}

/** "ate a Danish with her coffee" */
function isAloneBehindArticle({ key }: BlockView, start: number, end: number): boolean {
  return (
    key.charCodeAt(start - 2) === 0x61 &&
    isThing.test(key.slice(end - 2, end)) &&
    /(?:^|[^a-z])a $/.test(key.slice(Math.max(0, start - 3), start)) &&
    nothingFollows.test(key.slice(end, end + 8))
  );
}

function isBehindName(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  if (plain.charCodeAt(start - 1) !== 0x20) return false;
  // Nearly always another word in small letters stands there.
  const last = plain.charCodeAt(start - 2);
  const isOf = last === 0x66 || last === 0x65;
  if (!isOf && (besideOf(view, start, end) & beside.nameBefore) === 0) return false;
  const from = wordStartBefore(plain, start - 1);
  const first = plain.charCodeAt(from);
  if (first >= 0x41 && first <= 0x5a) {
    const word = plain.slice(from, start - 1);
    if (behind.has(word)) return true;
    // "Museum of Modern China"
    return periods.has(word) && behindOf.test(plain.slice(Math.max(0, from - 24), from));
  }
  if (!isOf || !/^(?:of|the) /.test(plain.slice(from, from + 4))) return false;
  return behindOf.test(plain.slice(Math.max(0, start - 24), start));
}

/** "By Austin Ireland and India Marlowe": reporters may be called like countries. */
function isReporter(view: BlockView, start: number, end: number): boolean {
  const { plain } = view;
  const line = lineAt(view, start);
  // Few lines begin like that.
  if (plain.charCodeAt(line.start) !== 0x42) return false;
  if (line.end - line.start > longestByline || !/^By \p{Lu}/u.test(plain.slice(line.start, line.start + 4)))
    return false;
  const before = plain.slice(Math.max(line.start, start - 16), start);
  if (/^(?:.* and |By )$/.test(before)) return /^ \p{Lu}\p{Ll}/u.test(plain.slice(end, end + 3));
  return /\p{Lu}\p{Ll}+ $/u.test(before);
}

const longestByline = 120;
