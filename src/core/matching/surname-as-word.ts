/**
 * Names that stand for their bearer alone, where a sentence opens with the word that they also are: "Meloni e angurie costano
 * meno", "Reiche Kommunen zahlen", "Temer al cambio es humano", "Usa la testa".
 */
import { type BlockView, surfaceOf } from "./block-view.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, onceByTag } from "./main-language.ts";
import { isBehindTrade } from "./name-goes-on.ts";
import { isNameAhead, mayOpenSentence, opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import type { Hit } from "./scan-spellings.ts";

/** By language and name, folded: what stands behind the word, and not behind the person or the country. */
const words: Record<string, Record<string, RegExp>> = {
  it: {
    meloni: plural(),
    draghi: plural(),
    // "Modi e tempi", "Modi di dire"
    modi: /^ (?:e (?:tempi|mezzi|forme|luoghi|costi|termini)|o maniere|(?:gentili|bruschi|diversi|nuovi|spicci|garbati)|di (?:dire|fare|essere|vivere|pensare|agire|parlare))(?![\p{L}])/u,
    // "Usa, la Fed alza i tassi" has a comma.
    usa: /^ (?:l'|un'|(?:chi|quell[aeo]|quelli|il|lo|la|i|gli|le|un|uno|una|e getta|sempre|solo|soltanto|bene|meglio|pure|questo|questa|questi|queste|suo|sua|tuo|tua)(?![\p{L}]))/u,
  },
  // An adjective before its noun, which ends as no verb in the past does: "Cichy protest".
  pl: {
    cichy:
      /^ (?!(?:jednak|natomiast|tymczasem|rowniez|zarazem|zatem|potem|niestety|przedtem|nigdy)(?![\p{L}]))\p{Ll}{3,}[bcdfgkmnprstwz](?![\p{L}])/u,
    // "Plus tej oferty", "Plusem są", "Honor nie pozwala"
    plus: /^ (?:te(?:j|go)|tych|jest (?:taki|to)|za|w tym|dodatkowo|\d)(?![\p{L}])/u,
    plusem: /^ (?!(?:i|czy|oraz|a|zajm|kier|zarz)(?![\p{L}]))\p{Ll}/u,
    honor:
      /^ (?:ka[zż]|naka[zż]|nie pozw|wymag|i (?:ojczyz|godno|dum|s[łl]aw|chwa[łl])|to |polsk|oddal|ocal|ratow|(?:domu|dru[żz]yny|gospodarzy|gości|munduru|rodziny|ojczyzny|[żz]o[łl]nierz\p{L}*|odebrania|otwarcia|kobiety|rodu)(?![\p{L}])|(?:\p{L}+ ){1,2}(?:uratow|ocali|obroni|ratuj))/u,
  },
  cs: {
    fiala:
      /^ (?:(?:vonn|rohat|trojbarevn)[ae](?![a-z])|psi(?![a-z])|(?:letos |uz |brzy |znovu )*(?:kvet|rozkv|odkv|voni)|je (?:jednolet|trvalk))/,
  },
  sr: { telegram: telegramRead() },
  bs: { telegram: telegramRead() },
  hr: { telegram: telegramRead() },
  en: {
    trump: /^ (?:cards?|suits?)(?![a-z])/,
    boric: /^ (?:acid|oxide)(?![a-z])/,
    // "He Lifeng left. He took no questions."
    he: /^/,
  },
  de: {
    reiche: germanPlural(),
    frei: /^ (?:nach|von|ab|erfunden\p{L}*|zuganglich\p{L}*|verfugbar\p{L}*|leb\p{L}+|[Hh]aus|sein|bleib\p{L}+|oder|ist (?:nur|wer|die|der|das|ein))(?![\p{L}])/u,
    kurz: /^ (?:nach|vor|darauf|danach|zuvor|davor|bevor|nachdem|gesagt|entschlossen|gefasst|und (?:knapp|gut|bundig|schmerzlos))(?![\p{L}])/u,
  },
  fr: {
    borne:
      /^ (?:apres borne|par borne|kilometrique|frontiere|electrique|interactive|wi-?fi|d'(?:arcade|appel|incendie|entree)|de (?:recharge|paiement|commande|taxi|jeu))(?![\p{L}])/u,
  },
  es: {
    cuerpo: /^ (?:a (?:cuerpo|tierra)|y (?:alma|mente)|sin vida|humano)(?![\p{L}])/u,
    robles: spanishPlural(),
    chile:
      /^ (?:en (?:nogada|polvo|vinagre|rajas)|poblano|habanero|serrano|jalapeno|jalapeño|piquin|piquín|relleno|chipotle|guajillo|ancho|con (?:carne|queso|lim[oó]n)|de [aá]rbol)(?![\p{L}])/u,
    temer: /^ (?:al?|el|la|los|las|lo|por|que|un|una|sus?|tanto|demasiado|(?:no )?es)(?![\p{L}])/u,
  },
};

/** Another noun in small letters, an adjective or a verb in the plural. */
function plural(): RegExp {
  return new RegExp(
    "^(?: e (?!il |lo |la |i |le |gli |l'|un |una |altri |suo |sua |poi )\\p{Ll}|, \\p{Ll}+[ei] e \\p{Ll}" +
      "|(?: non| si)? (?!hanno |meno |fino |almeno |perfino |persino )\\p{Ll}{2,}no(?![\\p{L}])" +
      "| (?:gialli|bianchi|verdi|maturi|dolci|retati|freschi|alati|sputafuoco)(?![\\p{L}])" +
      "| a (?:un|due|tre|mezzo|\\d+(?:,\\d+)?) euro(?![\\p{L}])" +
      "| (?:di (?:cartapesta|carta|pezza|stagione|serra|fuoco|legno|peluche|montagna|mare)|in (?:cartapesta|offerta|vendita))(?![\\p{L}]))",
    "u",
  );
}

/** An adjective or a verb in the plural, or what grows beside it: "Robles centenarios", "Robles rodean", "Robles y encinas". */
function spanishPlural(): RegExp {
  return new RegExp(
    "^ (?:y \\p{Ll}{3,}s(?![\\p{L}])|(?!(?:tambien|despues|antes|entonces|apenas|ademas|quien|est[oa]s|tod[oa]s|cuando|durante|mientras|jamas|menos|alguien|tras)(?![\\p{L}]))" +
      "(?:\\p{Ll}{3,}(?:[aeo]n|[ao]s|les|res)|de (?:cien|hoja|gran))(?![\\p{L}]))",
    "u",
  );
}

/** "Telegram je pročitan", "Telegram sućuti stigao je" */
function telegramRead(): RegExp {
  return /^ (?:su[cć]uti|sau[cč]e[sš][cć]a|podr[sš]ke|(?:je|su|nije) (?:pro[cč]itan|posla[nt]|upu[cć]en|stig|napisa|potpisa|pristig))/u;
}

/** The noun of an adjective, or a verb in the plural: "Reiche Länder", "Reiche zahlten". */
function germanPlural(): RegExp {
  return new RegExp(
    "^ (?:\\p{Lu}\\p{Ll}|und (?:Arme|Super|Schone|Machtige)" +
      "|(?!(?:gegen|wegen|neben|zwischen|hingegen|dagegen|deswegen|eben|daneben|oben|unten|morgen|einen|keinen|seinen|ihren|diesen|den)(?![\\p{L}]))\\p{Ll}+[^c]en(?![\\p{L}]))",
    "u",
  );
}

/** "Steuern für Reiche": what stands before the word, wherever that is. */
const taxesFor = new RuleBefore(
  /(?:^|[^\p{L}])(?:\p{L}*steuern?|\p{L}*steuersatze?|abgaben?|steuerentlastung(?:en)?|steuerprivilegien|steuergeschenke) (?:auf|fur) $/u,
  { reach: 40, more: /^(?:auf|fur)$/ },
);

/** "eine Rösti", "gab es Rösti mit Speck": wherever it stands. */
const dishBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:eine[rn]?|berner|zurcher|portion|teller|knusprige[rn]?|goldbraune[rn]?|zur|isst|assen) $/u,
  { reach: 14 },
);
const dishBehind =
  /^ (?:mit|und|an|oder) (?:\p{L}+(?:er|en|em) )?(?:\p{L}*ei(?:ern?)?|\p{L}*kase|speck\p{L}*|zwiebel\p{L}*|\p{L}*lachs|\p{L}*wurst\p{L}*|geschnetzelte[sm]|\p{L}*salat|apfelmus|pilzen?|champignons|schinken|gemuse|raclette|fondue)(?![\p{L}])/u;

function isDish(view: BlockView, start: number, end: number): boolean {
  return (
    view.key.startsWith("rosti", start) &&
    (dishBehind.test(view.key.slice(end, end + 50)) || dishBefore.test(view, start))
  );
}

const isCzech = onceByTag((lang) => /^(cs|sk)/i.test(lang));

/** "Fialová" is a woman, or a colour, and never what belongs to Fiala. */
export function isWomansForm(matcher: Matcher, view: BlockView, { entry, start, end }: Hit): boolean {
  const { key } = view;
  if (!isCzech(view.lang) || key.charCodeAt(end - 2) !== 0x76) return false;
  if (!/ov[áé]$/.test(surfaceOf(view, start, end))) return false;
  const own = matcher.entriesFor(`${key.slice(start, end - 1)}a`);
  return !own.some(({ entity, text }) => entity === entry.entity && text.endsWith("ová"));
}

/** Whether a name that opens a sentence is only a word there. */
export function isOnlyWord(view: BlockView, start: number, end: number): boolean {
  // Few names stand at the beginning of a sentence.
  if (!mayOpenSentence(view, start)) return false;
  const after = words[mainLanguage(view.lang)]?.[view.key.slice(start, end)];
  return after?.test(view.plain.slice(end, end + 40)) === true && opensSentence(view, start);
}

/** Whether a surname is only a word, or a trade's first name: "Schauspieler Rubio Fernández". */
export function isNobodys(view: BlockView, start: number, end: number): boolean {
  if (view.key.startsWith("reiche", start) && taxesFor.test(view, start)) return true;
  if (isDish(view, start, end)) return true;
  return isOnlyWord(view, start, end) || (isNameAhead(view.plain, end) && isBehindTrade(view, start));
}
