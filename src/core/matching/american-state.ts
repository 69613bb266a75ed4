/** Names that an American state shares with a country, and towns in the United States that are called like one. */
import { type BlockView, lineAt } from "./block-view.ts";
import { isBeforeAmericanState } from "./english-places.ts";
import { mainLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import { sentenceAround } from "./other-meanings.ts";

const georgianTowns = /(tbilisi|batumi|kutaisi|poti|rustavi|gori|zugdidi|telavi|anaklia), $/;

/** "two senators from Georgia", "the governor of Georgia" … */
const officersOfState = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?:senators?|senate (?:seat|race|runoff)|congress(?:man|woman|men)|republicans?|sheriffs?|representatives?|rep\.?|sen\.?|district attorney|grand jury|attorney general|(?:senator|congressman|congresswoman|representative|rep\.|sen\.)(?: \p{L}+){1,3}) (?:from|of|in)|(?:governor|university|state|secretary of state) of|peach(?:es)? (?:from|in|of)|peach farmers in) $/u,
  { reach: 44, more: /^(?:from|of|in)$/ },
);
/** … "a Georgia grand jury". */
const statesOfficers = new RuleBehind(
  /^(?:'s)? (?:senators?|senate|republicans?|congress(?:man|woman|men)|sheriff|grand jury|bulldogs|(?:college )?football (?:stars?|program(?:me)?|players?|fans?|coach|coaches|standout|recruits?|season|staff)|(?:goal line|backfield|offensive line|defensive line|end zone|nose tackle|linebackers?|quarterbacks?|cornerbacks?|running backs?|touchdowns?)|voters|runoffs?|primar(?:y|ies)|prosecutors|democrats?|pines?|pecans?|peanuts?|peach(?:es)?|gov\.|governor|secretary of state|house speaker|house of representatives|(?:re-?)?elected (?:an? |its )?(?:(?:new|first|black|republican|democratic|two) ){0,2}(?:senators?|governor))(?![\p{L}])/u,
  {
    reach: 50,
    more: /^(?:grand|secretary|house|gov|re|(?:re)?elected|college|football|goal|offensive|defensive|end|nose|running)$/,
    signs: "'",
  },
);

/** "ATLANTA (Reuters) - Voters in Georgia": where a report comes from the state, it is not the country without a word for that. */
function isReportedFromThere(view: BlockView, start: number, end: number): boolean {
  const line = lineAt(view, start);
  // A, S, M
  const first = view.plain.charCodeAt(line.start);
  if (first !== 0x41 && first !== 0x53 && first !== 0x4d) return false;
  return (
    georgianDateline.test(view.plain.slice(line.start, line.start + 30)) &&
    !caucasus.test(sentenceAround(view, start, end))
  );
}

const georgianDateline = /^(?:ATLANTA|SAVANNAH|AUGUSTA|MACON|ATHENS, Ga\.)(?:, [^(—–-]{1,14})? ?(?:\(|[—–-])/;
/** What stands in one sentence with the country. */
const caucasus =
  /tbilisi|batumi|black sea|caucasus|caucasian|south ossetia|abkhazia|soviet|armenia|azerbaijan|moscow|russia|the country|georgian dream|republic of georgia/;

/** "il console del Messico, in Texas": towns have no article. */
const countryArticle = new RuleBefore(
  /(?:^|[^\p{L}])(?:del |della |dell'|du |au |des |le |la |l'|el |il |nel |nella |al )$/u,
  { reach: 8, signs: "'" },
);

/** "en Georgia, Estados Unidos.", "Géorgie (États-Unis)"; in a list the next country follows: "Georgia, Estados Unidos y Ucrania". */
const ofUnitedStates =
  /^(?:, (?:(?:en|aux|negli|in den) )?| \()(?:estados unidos|ee\. ?uu\.?|eeuu|etats-unis|stati uniti|usa|u\.s\.a?\.?|us|united states|vereinigte staaten|stany zjednoczone)(?:[.;:)]|,(?! \p{L}+(?:,| (?:y|e|et|und|and|i)(?!\p{L})))| (?!(?:y|e|et|und|and|i|or|ou|oder|o)(?!\p{L}))\p{L}|$)/u;

/** "Dalton, Georgia, employs", "senators from Georgia": the state; "Lebanon, Tennessee": a town. */
export function isAmerican(view: BlockView, start: number, end: number): boolean {
  const { plain, key } = view;
  if (isBeforeAmericanState(view, end) && !countryArticle.test(view, start)) return true;
  if (end - start !== 7 || !key.startsWith("georgi", start)) return false;
  if (isReportedFromThere(view, start, end) || isOfUnitedStates(view, end)) return true;
  if (
    mainLanguage(view.lang) === "en" &&
    (officersOfState.test(view, start) || statesOfficers.test(view, end))
  )
    return true;
  if (!/^([,.)]|$)/.test(key.slice(end, end + 1))) return false;
  const before = plain.slice(Math.max(0, start - 24), start);
  return (
    /(?:^|[ (])\p{Lu}\p{L}+, $/u.test(before) &&
    /(in|from|of|at|near) [\p{L} ]+, $/u.test(before) &&
    !georgianTowns.test(before.toLowerCase())
  );
}

function isOfUnitedStates({ key }: BlockView, end: number): boolean {
  const sign = key.charCodeAt(end);
  return (sign === 0x2c || sign === 0x20) && ofUnitedStates.test(key.slice(end, end + 50));
}
