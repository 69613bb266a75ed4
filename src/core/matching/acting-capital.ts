/** English capitals as subjects of what only a government does, or as owners of it: "Berlin is considering", "the blessing of Rome". */
import { actsInSouthSlavic } from "./acting-capital-south-slavic.ts";
import type { BlockView } from "./block-view.ts";
import { actsInClause } from "./capital-in-clause.ts";
import type { CompiledContext } from "./context-words.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import { opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { isSerbian } from "./serbian-cyrillic.ts";
import { formsOf, verbAhead } from "./verb-ahead.ts";

/** What governments do and towns do not; regular unless the past, and the participle, stand behind a stroke. */
const acts =
  "accuse agree announce answer argue comment ask ban/banned blacklist block brush call condemn consider criticise criticize decide delay " +
  "decry denounce deport deride rebuff rebuke regret reiterate retort concede balk endorse escalate " +
  "demand deny deplore detain dismiss dispute dither draft drop/dropped expel/expelled fear forbid/forbade/forbidden hesitate impose " +
  "insist lean lift lobby negotiate object oppose order pledge prefer/preferred press promise propose protest push ratify " +
  "recognise recognize refuse reject relax renew reply respond retaliate revoke sanction say/said seek/sought shrug/shrugged " +
  "signal/signalled stall summon suspect suspend tell/told threaten tighten urge invoke exercise wield veto vow want warn weigh withdraw/withdrew/withdrawn withhold/withheld";
/** What others may do as well: an act of state where it is done to somebody with a name ("Brussels gave Spain two months"). */
const actsOnOthers =
  "back blame call congratulate fine give/gave/given hand help hit/hit invite let/let offer punish reward send/sent show/showed/shown sue " +
  "support target thank treat trust";

const alone = formsOf(acts);
const onOthers = formsOf(actsOnOthers);

/** What states open, lodge and launch: an act where one of these is its object ("opened an inquiry"). */
const formalActs = formsOf(
  "sign strike/struck/struck open file lodge launch issue submit recall plan/planned prepare use impose exercise",
);
const formalObject =
  /^ (?:an?|its|the|new|two|three|several|formal|another)(?: [a-z-]+){0,2}? (?:deals?|agreements?|pacts?|accords?|treat(?:y|ies)|bans?|embargo|golden powers?|veto(?: powers?)?|decrees?|inquir(?:y|ies)|enquir(?:y|ies)|probes?|investigations?|proceedings|protests?|complaints?|objections?|cases?|demarches?|sanctions|tariffs|ultimatum|warnings?|lawsuits?|negotiations|consultations?|envoys?|ambassadors?|diplomats?)(?![a-z])/;

/** What nobody but a state has or imposes. */
const statesObject = /(?:ambassadors?|envoys?|diplomats?|sanctions|tariffs)$/;

/** Where the subject of a clause stands. */
const subject =
  /(^|[^\p{L}])(and|but|while|as|after|because|since|that|if|when|how|why|whether|until|once|before|so|where|though|although|said|says|yet) $|[,;] $|(?:^|[.!?;:] )(?:by|on|since|in|last|late on|early on) (?:[a-z]+ ){1,2}$/u;
/** Capitals that are also first names and surnames of people who act. */
const peoplesNames = new Set(
  "paris sofia victoria santiago kingston lima jackson georgetown stanley hamilton".split(" "),
);

/** An act, or a will, of the one that is named next: "with the blessing of Rome", "at the behest of Moscow". */
const willOf = new RuleBefore(
  /(^|[^\p{L}])(reaction|response|reply|refusal|decision|blessing|approval|consent|wrath|ire|anger|behest|insistence|urging|backing|objections|demands|assurances|permission|orders|criticism|condemnation|praise|warnings?|instructions|signals?) (of|from) $|(^|[^\p{L}])(banned|barred|blocked|sanctioned|ordered|expelled|summoned|blacklisted|approved|authori[sz]ed|accused|imposed|vetoed|rejected|condemned) by $/u,
  { reach: 24, more: /^(?:of|from|by)$/ },
);

/** What only a government has: "Washington's letter", "Beijing's export controls". */
const governmentsOwn =
  /^'s? ((?:\p{L}+ ){0,2}(?:letter|decision|answer|response|demands?|orders?|ban|bans|policy|policies|stance|position|reply|refusal|threats?|sanctions|curbs|restrictions|export controls|tariffs|warnings?|influence|crackdown|blacklist|envoys?|ambassadors?|embassy|diplomats?|spies|hackers|allies|accusations?|denials?|protests?|complaints?|objections?|notes?|overtures|claims|ultimatum|rules|laws?|leadership|leaders|military|navy|army|regime|regulators?|retaliation|anger|fury|wrath|grip|propaganda|espionage|foreign minist(?:er|ry)|trade minist(?:er|ry)|licen[cs]ing|export licen[cs]es))(?![\p{L}])/u;

/** Only a government is spoken to like that: "blames Moscow", "leaned on Brussels". */
const spokenTo = new RuleBefore(
  /(^|[^\p{L}])((?:protests?|complaints?|objections?|proceedings|demarche|negotiations|resets?|standoffs?|truces?|rows?|disputes?|feuds?|showdowns?|trade (?:deals?|pacts?|wars?)) (?:with|to|against)|at odds with|blames?|blamed|blaming|accuses?|accused|accusing|urges?|urged|urging|persuades?|persuaded|convinces?|convinced|angers?|angered|defies|defied|appeases?|appeased|presse[sd]|lobbie[sd]|lobbying|sanctioned|condemn(?:s|ed)|rebuke[sd]|lean(?:s|ed|ing)? on|pressur(?:es?|ed|ing)|pressure on|told|tells|warned|warns|informed|notified|promise[sd]|assure[sd]|thanked|(?:letters?|notes?|warnings?|wrote|written) to|(?:tied|linked|beholden|loyal|ties|links) to) $/u,
  { reach: 24, more: /^(?:with|to|against|on)$/ },
);

/** Towns are asked and turned to as well, but not for something, or to do it. */
const asked = new RuleBefore(
  /(?:^|[^\p{L}])(ask(?:s|ed|ing)?|begs?|begged|begging|implor(?:es|ed|ing)|(?:plead(?:s|ed|ing)? with|(?:turn|appeal)(?:s|ed|ing)? to)) $/u,
  { reach: 24, more: /^(?:with|to)$/ },
);
const askedFor = /^ (?:again |once more |in vain )?(?:for |to \p{Ll}|not to )/u;

const onlySpokenTo =
  /^(?:[,.;:)]|'s |$| (?:to|over|for|of|into|not|on|by|in|that|it|they|and|or|with|about|as|after|during|at|if|in \d{4}|when|while|but|because|is|was|has|will|would|should|had|has|have) )/;

/** The words that show that the capital acts; `null` where none stand. */
export function actsHere(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
  when: CompiledContext,
): string | null {
  const { key, plain } = view;
  const lang = mainLanguage(view.lang);
  if (lang !== "en")
    return isSerbian(lang)
      ? actsInSouthSlavic(view, start, end)
      : actsInClause(matcher, view, start, end, when);
  const will = willOf.exec(view, start);
  if (will) return will[0].trim();
  // What stands behind is told sooner than what stands before.
  const spoken = onlySpokenTo.test(plain.slice(end, end + 12)) ? spokenTo.exec(view, start) : null;
  if (spoken?.[2]) return spoken[2];
  const ask = askedFor.test(plain.slice(end, end + 20)) ? asked.exec(view, start) : null;
  if (ask?.[1]) return ask[1];
  if (plain.charCodeAt(start - 1) === 0x2d) {
    // "pro-Beijing"; what is folded has no hyphen.
    const side = /(?:^|[^\p{L}])(pro|anti)-$/iu.exec(plain.slice(Math.max(0, start - 6), start));
    if (side?.[1]) return side[1].toLowerCase();
  }
  const own = plain.charCodeAt(end) === 0x27 ? governmentsOwn.exec(key.slice(end, end + 50)) : null;
  if (own?.[1]) return own[1];
  if (plain.startsWith(" at odds with ", end)) return "at odds with";
  if (!opensSentence(view, start) && !subject.test(key.slice(Math.max(0, start - 24), start))) return null;
  const { form, verb, said } = verbAhead(key, end);
  const verbEnd = end + 1 + said.length;
  const object = formalActs[form].has(verb) ? formalObject.exec(key.slice(verbEnd, verbEnd + 60)) : null;
  // Paris Hilton and Lewis Hamilton lodge complaints, too.
  if (peoplesNames.has(key.slice(start, end))) return object && statesObject.test(object[0]) ? said : null;
  if (object) return said;
  if (alone[form].has(verb)) return said;
  if (!onOthers[form].has(verb)) return null;
  // The verb of its own sentence is followed by somebody with a name.
  const named = verbEnd + 1;
  if (!/^(the )?\p{Lu}/u.test(plain.slice(named, named + 6))) return null;
  const from = plain.startsWith("the ", named) ? named + 4 : named;
  const name = /^[\p{L}&-]+(?: [\p{L}&-]+)?/u.exec(key.slice(from, from + 40))?.[0] ?? "";
  const isNamed = [name, name.split(" ")[0] ?? ""].some((one) => matcher.entriesFor(one).length > 0);
  return isNamed ? said : null;
}
