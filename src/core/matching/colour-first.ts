/** Orange as a colour or a fruit, where a capital proves nothing: "Orange flags hung", "Orange Kabel führen", "Eine Orange lag". */
import { type BlockView, lineAt } from "./block-view.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead, mayOpenSentence, opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";

const operator = "orange";

/** Things that are seen in a colour; what an operator has (masts, customers, shares) is none of them. */
const things: Record<string, RegExp> = {
  en: /^ (?:flags|banners|ribbons|posters|stripes|dots|jackets|vests|shirts|uniforms|overalls|helmets|hats|scarves|dresses|suits|jumpsuits|balloons|tents|cones|buoys|lifeboats|tarpaulins|cables|wires|boxes|bags|bins|stickers|labels|markers|arrows|lamps|lights|leds|lanterns|flames|flares|skies|clouds|leaves|flowers|roses|tulips|lilies|poppies|petals|butterflies|cats|walls|doors|roofs|tiles|curtains|cushions|chairs|umbrellas|paint|smoke|dust|light|tape|plastic|hair|fabric|fruit|rust)(?![a-z-]|'s)/,
  de: /^ [a-z]*(?:fahnen|flaggen|banner|plakate|schilder|streifen|punkte|linien|pfeile|jacken|westen|hemden|hosen|overalls|anzuge|helme|hute|mutzen|schals|ballons|zelte|hutchen|bojen|boote|planen|kabel|rohre|kisten|kasten|tuten|tonnen|aufkleber|etiketten|lampen|lichter|leuchten|flammen|funken|wolken|blatter|blumen|bluten|rosen|tulpen|falter|katzen|wande|turen|dacher|ziegel|vorhange|kissen|stuhle|schirme|farbe|rauch|staub|haare)(?![a-z-])/,
};
/** Further colours behind it, folded. */
const colours =
  /^(?:,? (?:and|or|und|oder|et|ou)|,) (?:red|green|yellow|blue|black|white|purple|pink|brown|gr[ea]y|rot|grun|gelb|blau|schwarz|weiss|violett|rosa|braun|grau|rouges?|verte?s?|jaunes?|bleue?s?|noire?s?|blanc|violet|roses?|marron|gris)(?![\p{L}])/u;

/** What stands before a fruit in German, and not before the operator. */
const germanArticle = new RuleBefore(
  /(?:^|[^\p{L}])(?:die|der|eine|einer|jede|jeder|keine|diese|dieser|halbe|halben|reife|reifen|meine|deine|seine|ihre|unsere|pro|ganze|letzte) $/u,
  { reach: 12 },
);

/** "in Orange gestrichen", "leuchtet in Orange", "in Orange und Blau"; money is put into the operator. */
const paintedBehind =
  /^(?:[.,;:!?)]|$| (?:(?:ge|be)\p{L}+(?:t|en)|lackiert|leucht\p{L}*|strahl\p{L}*|erstrahl\p{L}*|und (?:rot|grun|gelb|blau|schwarz|weiss|violett|rosa|braun|grau)|ist|sind|war|waren)(?![\p{L}]))/u;
const moneyBefore =
  /(?:invest|beteilig|anteil|aktien|aktie|einstieg|vertrau|geld|millionen|milliarden|kapital)[^.!?]{0,40}$/;

function isPainted({ key }: BlockView, start: number, end: number): boolean {
  return (
    key.endsWith(" in ", start) &&
    paintedBehind.test(key.slice(end, end + 24)) &&
    !moneyBefore.test(key.slice(Math.max(0, start - 60), start))
  );
}

/** Whether a firm's name that stands here is only the word for a colour, or for what has it. */
export function isColour(view: BlockView, start: number, end: number): boolean {
  const { key, plain } = view;
  if (end - start !== operator.length || !key.startsWith(operator, start)) return false;
  const lang = mainLanguage(view.lang);
  if (lang === "de" && germanArticle.test(view, start))
    return plain.charCodeAt(end) !== hyphen && !isNameAhead(plain, end);
  if (lang === "de" && isPainted(view, start, end)) return true;
  if (!mayOpenSentence(view, start) || !opensSentence(view, start) || lineAt(view, start).allCaps)
    return false;
  // A colour has a small letter where a firm has a capital: "Orange and Blue Systems".
  if (colours.test(plain.slice(end, end + 20))) return true;
  return things[lang]?.test(key.slice(end, end + 30)) === true;
}

const hyphen = 0x2d;
