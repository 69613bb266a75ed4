/** Names of firms that are words: where a sentence begins, their capital proves nothing, and only what follows does. */
import { type BlockView, lineAt } from "./block-view.ts";
import { mainLanguage } from "./main-language.ts";
import { mayOpenSentence, opensSentence } from "./name-neighbours.ts";
import { formsOf, type VerbAhead, verbAhead } from "./verb-ahead.ts";

/** Numbers, and words for what happens or lies about by itself: the sentence must go on as one about a firm. */
const things = new Set(
  (
    "three one plus free play smart true spark sky bell globe dialog salt sunrise claro " +
    "rain jazz bite dna honor dish sprint tet frontier lumen micron juniper alphabet telegram vivo"
  ).split(" "),
);
/** Firms that are spoken of so often that it takes a sign against them. */
const wellKnown = new Set(
  "orange meta apple amazon intel oracle alphabet iliad micron juniper lumen".split(" "),
);

/** Three, in languages where it is an operator's name as well. */
const threes = "drei tre tri trzy trois tres drie".split(" ");

/** Names that are words, in whatever language; folded. */
export const wordNames: ReadonlySet<string> = new Set([...things, ...wellKnown, ...threes]);

const startsWithNumber = /^(?:three|one)(?![\p{L}])/u;
const startsWithOne = /^one /u;
/** "Three have cut their prices": several, of whom it was spoken before. */
const severalDo = /^ (?:have|are|were)(?![a-z])/;
const severalThings =
  /^ (?:shareholders|customers|subscribers|executives|engineers|employees|stores|shops|outlets|masts|users)(?![a-z])/u;
/** "Three UK hospitals" */
const numberFirst = /^(?:three|one) \p{L}+$/u;

/** Whether a name of a firm is only a word here: it opens an English sentence, and that does not go on as firms' do. */
export function isWordFirst(view: BlockView, start: number, end: number): boolean {
  const { key } = view;
  // Few names stand at the beginning of a sentence.
  if (!mayOpenSentence(view, start) || mainLanguage(view.lang) !== "en") return false;
  const name = key.slice(start, end);
  const isThing = things.has(name) || numberFirst.test(name);
  if ((!isThing && !wellKnown.has(name)) || !opensSentence(view, start)) return false;
  const line = lineAt(view, start);
  if (line.allCaps || line.titleCase) return false;
  const after = key.slice(end, end + 30);
  if (goesOnAsWord.test(after) || (plants.has(name) && (goesOnAsPlant.test(after) || isCrop(view, after))))
    return true;
  if (isThing && startsWithNumber.test(name) && severalDo.test(after)) return true;
  if (!isThing || goesOnAsFirm(view, end, startsWithNumber.test(name))) return false;
  if (numberFirst.test(name) && standsAsName.test(after)) return false;
  // "One NZ customers": several things are not counted with one.
  return !(startsWithOne.test(name) && severalThings.test(key.slice(end, end + 20)));
}

/** "Intel on the burglars", "Oracle or fraud", "Apple growers", "Juniper and rosemary". */
const goesOnAsWord =
  /^ (?:or|from|of|about|on (?:the|an?|its)|gathered by|grow(?:ers|ing)|orchards?|pie|pies|juice|trees?|peel|blossom|sauce|cider|analys[ie]s|jokes|rainforest|chutney|crumble|marmalade|groves?|pickers?|picking|slices?|cake|tart|vinegar|crates?|zest|squash|berries|bush(?:es)?|shrubs?|scrub|gin|needles|stopped play|and (?:rosemary|thyme|sage|lemons?|pears?|plums?|ginger|cinnamon|vanilla|almonds?|walnuts?|rhubarb|blackberry|carrots?|cherry|cherries|fennel|gin))(?![\p{L}])/u;

const plants = new Set(["juniper", "orange", "apple"]);
const goesOnAsPlant =
  /^ (?:gr[eo]ws? (?:slowly|wild|well|best|only|among|near|on (?:the|chalk|sand|rock))|thrives? (?:on|in)|blooms?|flowers in|ripens?)(?![a-z])/;

const tradeInPlants =
  /^ (?:prices|sales|exports|imports|production|output|farmers|farms?|varieties|trade|season|shipments|supplies|stocks)(?![a-z])/;
const ofFarms =
  /(?:^|[^a-z])(?:orchards?|harvests?|crops?|growers?|frost|hail|fruit|farmers?|juice)(?![a-z])/;

/** "Hail has ruined the crop. Apple prices rose" */
function isCrop(view: BlockView, after: string): boolean {
  return tradeInPlants.test(after) && ofFarms.test(view.key);
}

/** Whether a folded name, a word, is that of a firm that is spoken of everywhere; Orange is a town and a colour as often. */
export function isWellKnown(name: string): boolean {
  return wellKnown.has(name) && name !== "orange";
}

/** The words behind a name that show that it does what firms do: "has declined"; `null` where none stand. */
export function deedOfFirm(key: string, end: number): string | null {
  const ahead = verbAhead(key, end);
  return isFirmsDeed(ahead) ? ahead.said : null;
}

/** What firms do and things do not; regular unless the past, and the participle, stand behind a stroke. */
const firmsDo = formsOf(
  "accuse acquire add agree aim allege announce answer appeal appoint apologise apologize argue ask award ban/banned bid/bid blame " +
    "block buy/bought call cancel charge choose/chose/chosen claim close compete complain complete confirm consider count cut/cut decide declare decline " +
    "decommission defend delay deliver demand deny deploy dismantle design develop disclose dismiss dispute double employ enter/entered estimate expand " +
    "expect explain export extend fear file/filed finance fine forecast/forecast grow/grew/grown hand hire hope improve increase insist install " +
    "introduce invest invite issue join keep/kept launch lay/laid lead/led lease lend/lent lobby lodge lose/lost manage mean/meant merge migrate modernise modernize move name " +
    "negotiate offer/offered open operate oppose order/ordered outbid/outbid outsell/outsold overtake/overtook/overtaken own partner pay/paid plan/planned pledge " +
    "post praise predict present press price promise propose protest provide publish purchase push put/put question quote raise " +
    "recall receive recruit reduce refund refuse reject release remove rename rent replace reply report request resell/resold respond restructure " +
    "reveal roll run/ran/run say/said scrap/scrapped seek/sought sell/sold send/sent serve ship/shipped shut/shut sign slash spend/spent split/split " +
    "sponsor sue suggest supply support suspect suspend swap/swapped switch target tell/told test thank threaten train/trained treble triple " +
    "stay compete cover show/showed/shown demonstrate exhibit tout notify carry build/built hold/held drop/dropped start stop/stopped connect unveil upgrade urge use value want warn welcome win/won withdraw/withdrew/withdrawn woo write/wrote/written",
);
/** What is done to them: "was fined". */
const doneToFirms = new Set(
  "accused acquired allowed asked awarded banned barred blacklisted blamed bought charged chosen criticised criticized cleared excluded fined forced founded listed named ordered owned picked praised required sanctioned selected sold sued told urged warned".split(
    " ",
  ),
);
const firmWord =
  "operator|carrier|telco|incumbent|company|firm|group|provider|unit(?! of (?:light|length|time|mass|energy|measure))|brand|subsidiary|arm|maker|giant|rival|leader|business|division|owner|parent|chain|network|service|startup|start-up";
const calledFirm = new RegExp(
  `^(?:'s |, (?:(?:the|an?|its|their|now|once|formerly|then)(?: [\\p{L}\\p{N}'-]+){0,5} (?:${firmWord})|which|whose|(?:now |once |formerly |long )?part of|owned|backed|based|led|bought|barred|banned|fined|founded|listed|hit by|known|accused|along with|together with|meanwhile|too|like|unlike|for its part|with (?:\\d|its|some|about|more))(?![\\p{L}])| (?:is|was) (?:an?|the|one of)(?: [\\p{L}-]+){0,4} (?:${firmWord}|companie)s?(?![\\p{L}]))`,
  "u",
);
/** The words behind a name that say what a firm is or has: ", whose", " is a maker"; `null` where none stand. */
export function calledAsFirm(key: string, end: number): string | null {
  return calledFirm.exec(key.slice(end, end + 90))?.[0].replace(/^[ ,]+/, "") || null;
}

/** What firms have. Behind a number it may be counted. */
const belongings =
  /^ (?:shares|shareholders?|customers?|subscribers?|executives?|chief|boss|ceo|chair(?:man|woman)?|spokes(?:man|woman|person)|engineers|staff|workers|employees|stores|shops|outlets|investors|masts|rivals?|chips?|memory|phones?|smartphones?|devices?|routers?|equipment|gear|products?|software|users?|bots?|channels?|founder)(?![\p{L}])/u;
/** "Spark and Vodafone", "Spark and 2degrees", "Rain, Telkom and MTN", "Intel Foundry", "Globe (PLDT's rival)". */
const nameAhead =
  /^(?:,? (?:and|or|&) |, | )(?:the )?(?:[\p{Lu}(]|\p{N}{1,3}(?!(?:st|nd|rd|th|m|bn|km|kg|pm|am)(?![\p{L}]))[\p{L}&])/u;
/** "Spark will turn off its 3G network", "Three cut its prices", "Honor gained market share": of one, and not of several things or the weather. */
const doneWithItsOwn =
  /^ (?:(?:has |had )?(?:gained|lost|won|shed) (?:more |some |further )?(?:market )?share|(?:(?:has|had|will|would|to|may|must|can|could|also|already|is|was) ){0,3}[a-z]+(?: off| on| up| down| out)? its (?:[a-z0-9-]+ ){0,2}(?:network|networks|customers|subscribers|prices|stores|shops|staff|workers|masts|towers|shareholders|dividend|profits?|losses|revenue|forecast|outlook|guidance|stake|chief executive|website|app|tariffs|brand|headquarters|licen[cs]e))(?![a-z])/;
/** "One NZ is", "Three UK's": nothing follows that could be counted. */
const standsAsName =
  /^(?:'s |[;:]| (?:is|was|has|had|will|would|may|might|could|can|does|did|also)(?![a-z]))/;

/** Whether an English sentence that begins with a name that ends here goes on as one about a firm. */
export function opensAsFirm(view: BlockView, end: number): boolean {
  return mainLanguage(view.lang) === "en" && goesOnAsFirm(view, end, true);
}

function goesOnAsFirm({ key, plain }: BlockView, end: number, isNumber: boolean): boolean {
  if (nameAhead.test(plain.slice(end, end + 12)) || calledFirm.test(key.slice(end, end + 90))) return true;
  if (!isNumber && belongings.test(key.slice(end, end + 20))) return true;
  if (doneWithItsOwn.test(key.slice(end, end + 80))) return true;
  return isFirmsDeed(verbAhead(key, end));
}

function isFirmsDeed({ form, verb }: VerbAhead): boolean {
  return firmsDo[form].has(verb) || (form === "progressive" && doneToFirms.has(verb));
}
