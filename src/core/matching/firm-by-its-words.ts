/** Words beside a firm's name that say it is one, where the name alone may be a word or somebody else's name. */
import { isCompanyKind, isSameTrade } from "../dataset/company-kinds.ts";
import type { EntityKind } from "../dataset/schema.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import { isFreeBeside, needsProof, staysAway } from "./context-words.ts";
import { legalFormEnd } from "./end-of-name.ts";
import { businessOfFirm, clauseOfFirm } from "./firm-by-its-clause.ts";
import { firmInRomance } from "./firm-in-romance.ts";
import { foldWord } from "./fold-text.ts";
import { andOrWords, andWords } from "./joining-words.ts";
import type { Entry, Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead, isRaised, opensSentence, wordBefore } from "./name-neighbours.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import { nounBefore } from "./noun-before-firm.ts";
import { operatorByItsWords } from "./operator-by-its-words.ts";
import { doneByFirm, ownedBefore } from "./owned-by-firm.ts";
import type { Hit } from "./scan-spellings.ts";
import { isSentenceOpener } from "./sentence-openers.ts";
import { calledAsFirm, deedOfFirm, isWellKnown, wordNames } from "./word-first.ts";

/** What the words beside a name say it is: the words themselves, and where they stand. */
export interface FirmWords {
  relation: "before" | "after" | "near";
  word: string;
  /** They say, too, which of several firms of that name. */
  which?: true;
}

/**
 * The words that make a firm of a name that needs a context: a legal form, other firms in a list, or what it is called
 * ("the operator Play", "Globe, the Philippine carrier"); `null` where none stand.
 */
export function firmByItsWords(
  matcher: Matcher,
  view: BlockView,
  { entry, start, end }: Hit,
): FirmWords | null {
  const { kind } = entry;
  if (!entry.when || !kind || !isFreeBeside(entry.when, view, start, end)) return null;
  const isFirm = isCompanyKind(kind);
  // What it is said to be counts for more than what else stands in the paragraph.
  const said =
    isFirm && !lineAt(view, start).titleCase
      ? (ownedBy(matcher, view, end) ??
        describedAsFirm(view, kind, start, end) ??
        firmInRomance(matcher, view, start, end) ??
        besideNeighbour(matcher, view, entry, kind, start, end))
      : null;
  if (said || !staysAway(entry.when, view, start, end)) return said;
  if (isFirm) {
    const legal = legalFormEnd(view, end);
    if (legal > end) return { relation: "before", word: view.plain.slice(end, legal).trim() };
  }
  if (lineAt(view, start).titleCase) return null;
  const word = kind === "operator" ? operatorByItsWords(matcher, view, entry, start, end) : null;
  if (word) return { relation: "near", word };
  return (
    (isFirm ? (quotedInMarket(view, end) ?? famousFirm(view, start, end)) : null) ??
    listedBeside(matcher, view, kind, start, end)
  );
}

const operator =
  "operator|carrier|telco|telecoms? (?:operator|group|company|firm|giant|provider)|(?:mobile|network|wireless|broadband|internet|telephone) (?:operator|carrier|company|provider|group)|incumbent";
const maker =
  "maker|vendor|supplier|(?:chip|phone|smartphone|iphone|drone|handset|camera|equipment|software|car|auto)[- ]?maker|(?:chip|technology|tech|software|internet) (?:company|firm|giant|group)";
const calledBefore = { operator: endingWith(operator), other: endingWith(maker) };
const calledBehind = {
  operator: apposition(`${operator}|group|company|network`),
  other: apposition(`${maker}|company|firm|group|platform|app|retailer|brand`),
};

function endingWith(words: string): RuleBefore {
  return new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${words}),? $`, "u"), {
    reach: 30,
    more: /^(?:|operator|group|company|firm|giant|provider|carrier|maker)$/,
  });
}

function apposition(words: string): RegExp {
  return new RegExp(
    `^, ((?:the|an?)(?: [\\p{L}'-]+){0,4} (?:${words})|which (?:runs(?! (?:until|till|from|for|through|to|on)(?![a-z]))|operates|owns|sells|provides|serves|supplies|built|makes))(?![\\p{L}])`,
    "u",
  );
}

/** What only belongs to a firm, or is done with one. */
const belongsBefore = new RuleBefore(
  /(?:^|[^\p{L}])((?:subscribers|customers|offices|headquarters|masts|shareholders|shares|sim cards|stake|spokes(?:man|woman|person)|subsidiary|(?:an?|the|its) (?:unit|arm|division)) (?:of|at|in|for|to)) $/u,
  { reach: 30, more: /^(?:of|at|in|for|to)$/ },
);
const belongsBehind = new RuleBehind(
  /^(?:'s)? (subscribers|customers|masts|shareholders|shares|chief executive|chief|boss|ceo|chairman|chairwoman|spokes(?:man|woman|person))(?![\p{L}])/u,
  { reach: 80, signs: "'" },
);

/** Where a sentence begins with a name that is a word, and the firm of that name is not spoken of everywhere. */
function isOnlyWordsCapital(view: BlockView, start: number, end: number): boolean {
  const name = view.key.slice(start, end);
  return wordNames.has(name) && !isWellKnown(name) && opensSentence(view, start);
}

function describedAsFirm(view: BlockView, kind: EntityKind, start: number, end: number): FirmWords | null {
  const { key, plain } = view;
  if (mainLanguage(view.lang) !== "en") return nounBefore(view, kind, start, end);
  // "Smart Projects": a longer name.
  if (isNameAhead(plain, end)) return null;
  const which = kind === "operator" ? "operator" : "other";
  const called = calledBefore[which].exec(view, start) ?? belongsBefore.exec(view, start);
  const said = called?.[1] ?? ownedBefore(view, start);
  if (said) return { relation: "after", word: said };
  const next = plain.charAt(end);
  const tail = next === "-" ? doneByFirm(view, end) : null;
  if (tail) return { relation: "before", word: tail };
  if (next !== "," && next !== " " && next !== "'") return null;
  const deed = next === " " ? businessOfFirm(view, start, end) : null;
  if (deed) return { relation: "before", word: deed };
  // "Smart customers compare"
  if (next === " " && isOnlyWordsCapital(view, start, end)) return null;
  const behind =
    next === ","
      ? (calledBehind[which].exec(key.slice(end, end + 80))?.[1] ?? clauseOfFirm(view, start, end))
      : belongsBehind.exec(view, end)?.[1];
  return behind ? { relation: "before", word: behind } : null;
}

/** "Oracle -3.4%", "Meta (+1.2%)": a change in per cent behind a name. */
const change = /^ \(?([+-]\d{1,3}(?:[.,]\d{1,2})?) ?%/;

/**
 * "sell through Amazon", "denied that Apple had", "Meta said": within an English sentence a firm that is known to all needs no more
 * than its capital, and at the beginning what firms do.
 */
function famousFirm(view: BlockView, start: number, end: number): FirmWords | null {
  const { key, plain } = view;
  if (!isWellKnown(key.slice(start, end)) || mainLanguage(view.lang) !== "en") return null;
  if (isNameAhead(plain, end) || plain.charCodeAt(end) === 0x2d) return null;
  if (lineAt(view, start).allCaps) {
    const deed = doneInCapitals.exec(view, start)?.[1];
    return deed ? { relation: "after", word: deed } : null;
  }
  if (isBorneByPerson(view, start, end)) return null;
  if (opensSentence(view, start)) {
    const word = deedOfFirm(key, end) ?? calledAsFirm(key, end);
    return word === null ? null : { relation: "before", word };
  }
  const word = smallWordBefore.exec(view, start)?.[1];
  return word ? { relation: "after", word } : null;
}

/** What stands before a firm that does something, or to which something is done; before fruit and woods stand articles and adjectives. */
const smallWordBefore = new RuleBefore(
  /(?:^|[^\p{L}])(by|through|via|with|from|to|for|that|at|against|like|than|while|when|because|after|before|since|if|but|where|whether|why|how|sued|sues|fined|fines|bought|joined|quit|told|asked|urged|ordered|accused|forced|banned|blocked) $/u,
  { reach: 12 },
);
/** "CHINA TELLS STATE FIRMS TO SHUN MICRON": what is done to nothing but firms. */
const doneInCapitals = new RuleBefore(
  /(?:^|[^\p{L}])(bans?|bars?|shuns?|sues?|fines?|probes?|blocks?|sanctions?|blacklists?|investigates?|ditch(?:es)?|accuses?|raids?|buys?) $/u,
  { reach: 16 },
);
const mostLookedAt = 10;

/** "Fiona Apple … Apple said she": the name stood before it behind another. */
function isBorneByPerson(view: BlockView, start: number, end: number): boolean {
  const name = view.plain.slice(start, end);
  let at = start > 0 ? view.plain.lastIndexOf(name, start - 1) : -1;
  for (let looked = 0; at >= 0 && looked < mostLookedAt; looked++) {
    const word = wordBefore(view, at);
    if (word && isRaised(word.cased) && !isSentenceOpener(word.key, "en")) return true;
    at = at > 0 ? view.plain.lastIndexOf(name, at - 1) : -1;
  }
  return false;
}

function quotedInMarket({ plain }: BlockView, end: number): FirmWords | null {
  if (plain.charCodeAt(end) !== 0x20 || !"(+-−–".includes(plain.charAt(end + 1))) return null;
  const moved = change.exec(plain.slice(end, end + 14).replaceAll(/[−–]/g, "-"))?.[1];
  return moved ? { relation: "before", word: `${moved}%` } : null;
}

const owner =
  /^, ((?:now |once |which is |wholly |majority |part-|partly )?(?:part of|owned by|bought by|controlled by|an? (?:unit|subsidiary|brand|arm|part) of)) (?:the )?(\p{Lu}[\p{L}&-]+(?: \p{Lu}[\p{L}&-]+)?)/u;

/** "EE, part of BT", "X, owned by Elon Musk": a firm belongs to a firm, or to somebody who has a record. */
function ownedBy(matcher: Matcher, { plain }: BlockView, end: number): FirmWords | null {
  if (plain.charCodeAt(end) !== 0x2c) return null;
  const [, word = "", name = ""] = owner.exec(plain.slice(end, end + 80)) ?? [];
  if (word === "") return null;
  const names = [name, name.split(" ")[0] ?? ""].flatMap((one) => matcher.entriesFor(foldWord(one).key));
  const isOwner = names.some(({ role, entity, cased, isFullName }) => {
    const kind = role === "spelling" ? matcher.entity(entity)?.kind : undefined;
    if (kind === "official") return isFullName;
    return kind && isCompanyKind(kind) && name.startsWith(cased);
  });
  return isOwner ? { relation: "before", word } : null;
}

const andOneName = /^ and ([\p{Lu}\p{N}][\p{L}\p{N}&]+)(?= \p{Ll}|[,.]|$)/u;
const oneNameAnd = /(?:^|[^\p{L}\p{N}])((?:[\p{Lu}\p{N}][\p{L}\p{N}&]+ )?[\p{Lu}\p{N}][\p{L}\p{N}&]+) and $/u;

/** What two operators do, whichever they are. */
const firmsDoTogether =
  /^ (?:have |had |were |are |will |would )?(?:both |each |all |also )?(?:told|tell|asked|bid|sued|lost|agreed|agree|signed|launched|switched|warned|fined|ordered|merged|outbid|petitioned|gained|shipped|sold|paid|reported|refused|share|shared|compete|competed)(?![a-z])/;

/**
 * "Globe and Smart were told": two operators of one country prove each other, and so do two that do what operators do; two makers
 * where they are of one country and do it, too ("Honor and Vivo gained share").
 */
function besideNeighbour(
  matcher: Matcher,
  view: BlockView,
  entry: Hit["entry"],
  kind: EntityKind,
  start: number,
  end: number,
): FirmWords | null {
  const { plain } = view;
  const isFirst = plain.startsWith(" and ", end);
  if (!isFirst && !plain.startsWith(" and ", start - 5)) return null;
  if (mainLanguage(view.lang) !== "en") return null;
  const name = isFirst
    ? andOneName.exec(plain.slice(end, end + 30))?.[1]
    : oneNameAnd.exec(plain.slice(Math.max(0, start - 30), start))?.[1];
  const own = matcher.entity(entry.entity);
  if (!name || !own) return null;
  const pairEnd = isFirst ? end + 5 + name.length : end;
  const isDoing = firmsDoTogether.test(plain.slice(pairEnd, pairEnd + 30));
  // "Mobile and SoftBank" behind a word with a capital that is no part of it.
  const names = [name, name.slice(name.lastIndexOf(" ") + 1)];
  const entries = names.flatMap((one) => matcher.entriesFor(foldWord(one).key));
  const isNeighbour = ({ role, entity, cased }: Entry, isAnywhere: boolean) => {
    const found = role === "spelling" && names.includes(cased) ? matcher.entity(entity) : undefined;
    if (!found || !isSameTrade(found.kind, kind) || found.id === own.id) return false;
    return isAnywhere || (own.country !== undefined && found.country === own.country);
  };
  const fellow = kind === "operator" || isDoing ? entries.find((one) => isNeighbour(one, false)) : undefined;
  if (fellow) return { relation: "near", word: fellow.text, which: true };
  const other = kind === "operator" && isDoing ? entries.find((one) => isNeighbour(one, true)) : undefined;
  return other ? { relation: "near", word: other.text } : null;
}

const joiner = `(?:, (?:(?:${andWords}) )?| (?:${andOrWords}) )(?:the )?`;
const item = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}&.-]*(?: [\\p{Lu}\\p{N}][\\p{L}\\p{N}&.-]*){0,2}";
const joinsAhead = new RegExp(`^(?:${andOrWords})$`);
const listAhead = new RuleBehind(new RegExp(`^(?:${joiner}${item}){1,6}`, "u"), {
  reach: 90,
  reads: "plain",
  more: joinsAhead,
  signs: ",",
});
const listBefore = new RegExp(`(?:${item}${joiner}){1,6}$`, "u");
const joinsBefore = new RuleBefore(new RegExp(`${joiner}$`, "u"), {
  reach: 10,
  reads: "plain",
  more: /^(?:|the)$/,
});
const betweenItems = new RegExp(joiner, "u");

/**
 * "EE, O2, Three and Vodafone": in a list with a firm whose name needs no context, the others are firms, and so are three
 * operators that all need one ("Three, EE and O2"). The same with bodies: "the NTIA and CISA".
 */
function listedBeside(
  matcher: Matcher,
  view: BlockView,
  kind: EntityKind,
  start: number,
  end: number,
): FirmWords | null {
  if (view.lang.startsWith("zh")) return null;
  const isFirm = isCompanyKind(kind);
  if (!isFirm && kind !== "organisation") return null;
  const { plain } = view;
  // Looking back through a list is dear, and few names stand in one.
  const isJoined = joinsBefore.test(view, start);
  const lists = [
    listAhead.exec(view, end),
    isJoined ? listBefore.exec(plain.slice(Math.max(0, start - 90), start)) : null,
  ];
  const doubtful = new Set<string>();
  for (const list of lists) {
    for (const name of list?.[0].split(betweenItems) ?? []) {
      if (name === "") continue;
      for (const { when, role, entity, text } of matcher.entriesFor(foldWord(name).key)) {
        const found = role === "spelling" ? matcher.entity(entity)?.kind : undefined;
        if (!found || (isFirm ? !isCompanyKind(found) : found !== "organisation")) continue;
        if (!(when && needsProof(when))) return { relation: "near", word: text };
        if (found === "operator") doubtful.add(name);
      }
    }
  }
  const [first] = doubtful;
  return kind === "operator" && first && doubtful.size > 1 ? { relation: "near", word: first } : null;
}
