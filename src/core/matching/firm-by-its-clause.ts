/** What a clause says of firms and hardly of numbers, colours and towns: "Three, which merged with", "Orange named a new finance director". All folded. */
import { type BlockView, lineAt } from "./block-view.ts";
import { isRaised, opensSentence, wordBefore } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { sentenceAround } from "./other-meanings.ts";
import { isSentenceOpener } from "./sentence-openers.ts";
import { deedOfFirm } from "./word-first.ts";

const countOf =
  "(?:about |around |some |nearly |almost |over |more than )?\\d[\\d.,]*(?: ?(?:m|million))? (?:[a-z-]+ ){0,2}";
/** ", which merged with its rival", ", whose parent is listed in Paris". */
const firmsClause = new RegExp(
  "^, (which (?:(?:also|already|now|once|recently|last year|last month|has|had) )?(?:operated|owned|employs|employed|acquired|bought|" +
    "sold (?:its|an?|\\d)|launched|merged with|competes|reported|posted|declined to|signed|announced|invested|cut its|raised its|laid off|" +
    "is (?:cutting|closing|selling|buying|hiring|merging|based|headquartered|listed|part of|majority|(?:[a-z]+-)?owned|controlled|backed)|" +
    `has (?:its headquarters|${countOf}(?:customers|subscribers|users|stores|shops|employees|staff|workers|masts)))|` +
    "whose (?:[a-z-]+ ){0,2}(?:parent|owners|shareholders?|shares|customers|subscribers|chief executive|ceo|masts))(?![a-z])",
);
/** Before things and towns: "the Globe", "in Orange". */
const beforeOthers = new Set("the a an in of at near to from around outside".split(" "));

/** The clause behind a name that makes a firm of it; `null` where none stands, or the name is another's ("Liberty Bell"). */
export function clauseOfFirm(view: BlockView, start: number, end: number): string | null {
  const clause = firmsClause.exec(view.key.slice(end, end + 80))?.[1];
  if (!clause) return null;
  const word = wordBefore(view, start);
  if (!word) return clause;
  if (beforeOthers.has(word.key)) return null;
  return isRaised(word.cased) && !isSentenceOpener(word.key, "en") ? null : clause;
}

/** Names that are words, and no weather, people, numbers or newspapers: these sell, lose and raise as well. */
const names = new Set(["orange", "honor", "vivo"]);
const clauseBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:that|while|as|when|after|because|but|since|if|whether|why|how) $/u,
  {
    reach: 10,
  },
);
/** How it does in its market. */
const rankOf = /^ ((?:has |had )?(?:gained|gains|shed|ranked|led|leads|topped|slipped|overtook))(?![a-z])/;
/** What a firm does its deeds with. */
const business =
  /(?:^|[^a-z])(?:(?:finance|financial|technology|managing|operating|marketing|commercial) (?:director|chief|officer|head)|chief executive|ceo|cfo|chairman|chairwoman|head of|profits?|revenues?|sales|earnings|loss(?:es)?|results|targets?|forecasts?|guidance|outlook|dividends?|stake|shares|share in|market share|units?|business|subsidiar(?:y|ies)|arm|rivals?|bonds?|customers|subscribers|networks?|stores|jobs|tariffs|prices|contracts?|deals?|bankers|licen[cs]es?|spectrum|towers|masts|phones?|smartphones?|handsets?|factory|plants?|broadband|fibre|investors|merger|takeover|acquisition|research cent(?:re|er))(?![a-z])/;
/** What a town called so has. */
const ofTowns =
  /(?:^|[^a-z])(?:city|town|county|council|mayor|residents|school|schools|police|sheriff|voters|library|coach|bishop|parish|festival|theatre|derby|match|league|game|season|cup)(?![a-z])/;

/** "Orange prices rose": what ends like a verb is a noun, unless an object follows. */
const hasObject = /^ (?:its|an?|the|new|more|fewer|up|higher|lower|\d)/;

/** What the clause says that a firm does: "Orange has hired bankers"; `null` where it says nothing of the kind. */
export function businessOfFirm(view: BlockView, start: number, end: number): string | null {
  const { key } = view;
  if (!names.has(key.slice(start, end))) return null;
  const line = lineAt(view, start);
  if (line.allCaps || !(opensSentence(view, start) || clauseBefore.test(view, start))) return null;
  const deed = deedOfFirm(key, end) ?? rankOf.exec(key.slice(end, end + 20))?.[1] ?? null;
  if (
    deed === null ||
    (/^[a-z]+s$/.test(deed) && !hasObject.test(key.slice(end + 1 + deed.length, end + 12 + deed.length)))
  )
    return null;
  const sentence = sentenceAround(view, start, end);
  return business.test(sentence) && !ofTowns.test(sentence) ? deed : null;
}
