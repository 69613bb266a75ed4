/**
 * Capitals in German, French, Spanish, Italian and others of which the clause tells that a government is meant, where its verb does not
 * stand beside them: "Aus Peking kommt Kritik", "À Bruxelles, on rappelle …", "Pekín, por su parte, rechaza …", "Londons Reaktion". All folded.
 */
import type { BlockView } from "./block-view.ts";
import { amongStates } from "./capital-among-states.ts";
import { type CompiledContext, isFreeBeside } from "./context-words.ts";
import type { Matcher } from "./load-index.ts";
import { mainLanguage, rulesByLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { followingWord } from "./word-table.ts";

/** Prepositions before a capital, and what follows it where one speaks of an answer or a reaction from there. */
type Heard = readonly (readonly [prepositions: string, behind: string])[];

const words = "(?: [^ .,;:!?]+)";
const germanNews =
  "lob|kritik|widerspruch|zustimmung|protest|ablehnung|drohungen|druck|gegenwind|ruckendeckung|unterstutzung|warnungen|(?:keine )?(?:antwort|reaktion)|kein kommentar|signale|vorwurfe|forderungen|anschuldigungen|dementi";
/** What a government has done, or is about to do, where the clause closes with it. */
const clauseEnd = "(?=[.,;:!?]|$| (?:und|oder)(?![\\p{L}]))";
const germanDone =
  "ausgeschlossen|verhangt|angekundigt|abgelehnt|zugestimmt|verboten|untersagt|gefordert|genehmigt|verurteilt|vorgeworfen|gedroht|reagiert|einbestellt|" +
  "ausgewiesen|zuruckgewiesen|dementiert|erlassen|zugesichert|zugesagt|protestiert|gewarnt|eingelenkt|gelockert|verscharft|sanktioniert|unterzeichnet";
const germanToDo =
  "ausschliessen|verhangen|ablehnen|zustimmen|verbieten|untersagen|genehmigen|erhohen|senken|reagieren|einbestellen|ausweisen|erlassen|lockern|verscharfen|verhandeln|nachgeben|einlenken|vorlegen";
const germanRebuff =
  "unverstandnis|kritik|ablehnung|widerstand|widerspruch|skepsis|zustimmung|protest|emporung";
const frenchStance =
  "assure|affirme|estime|juge|rappelle|souligne|insiste|repete|promet|refuse|dement|se felicite|s'agace|temporise|" +
  "prepare (?:l'|(?:la|le|un|une|des|les) )?(?:reglement|loi|directive|riposte|replique|reponse|sanctions)";
const frenchNews =
  "(?:l'|(?:la|le|les|une?|des|aucune?) )?(?:(?:nouvelles?|premieres?|vives?|severes?|autres?) )?(?:reponse|replique|critiques?|mise en garde|feu vert|soutien|avertissements?|menaces|protestations|dementi)";
const spanishNews =
  "(?:(?:la|el|las|los|una?|ninguna) )?(?:(?:nuev[oa]s?|primer[oa]?s?|duras?|fuertes|otr[oa]s?) )?(?:respuesta|replica|criticas?|advertencias?|visto bueno|apoyo|amenazas|protestas?|desmentido)";
const italianNews =
  "(?:l'|un'|(?:la|il|lo|le|i|una?|nessun|nessuna) )?(?:(?:nuov[oaie]|prim[oa]|second[oa]|ennesim[oa]|dur[oaie]|altr[oaie]|fort[ei]|secc[oa]) )?(?:risposta|replica|critica|critiche|monito|avvertiment[oi]|via libera|stop|altola|richiamo|plauso|sostegno|minacce|protest[ae]|smentita|commento)";

const heard: Record<string, Heard> = {
  de: [
    [
      "aus ",
      ` (?:kommt|kommen|kam|kamen|gibt es|gab es|hagelt es|hagelte es)${words}{0,3}? (?:${germanNews})`,
    ],
    ["in ", ` (?:stosst|stiess|stossen|stiessen|trifft|traf)${words}{1,7}? auf${words}? (?:${germanRebuff})`],
    ["(?:hat|hatte|habe) ", `${words}{0,8}? (?:${germanDone})${clauseEnd}`],
    [
      "(?:will|wolle|wollte|wird|werde|muss|musse|konnte|durfte|soll) ",
      `${words}{0,8}? (?:${germanToDo})${clauseEnd}`,
    ],
  ],
  fr: [
    ["a ", `,? (?:ou )?(?:l')?on (?:${frenchStance})`],
    ["de |d'", ` (?:n'est (?:venue?|parvenue?)|vient|viennent|est venue?) (?:${frenchNews})`],
    [
      "de |d'|depuis ",
      ` (?:arrivent|arrivaient|venaient) (?:des |de nouveaux |de nouvelles )?(?:avertissements|pressions|critiques|menaces|signaux|mises en garde)`,
    ],
    [
      "a ",
      `,? (?:la nouvelle|la decision|l'annonce|le projet)${words}{0,4}? (?:a ete|est|passe) (?:tres )?(?:mal|bien|fraichement|froidement)`,
    ],
  ],
  es: [
    ["(?:de|desde) ", ` (?:no )?(?:llegan?|llego|llegaron|vienen?|vino) (?:${spanishNews})`],
    [
      "desde ",
      ` (?:no )?(?:llegaban|llegan|venian) (?:[a-z]+ )?(?:avisos|presiones|criticas|advertencias|amenazas|senales)`,
    ],
    ["desde ", ",? la (?:respuesta|replica|reaccion) (?:no )?(?:se hizo|se ha hecho|ha sido|fue|llego)"],
    [
      "en ",
      `,? (?:la noticia|la decision|el anuncio|la medida|el plan)${words}{0,5}? (?:ha caido|cayo|cae|ha sentado|sento|sienta) (?:muy )?(?:mal|bien)`,
    ],
  ],
  it: [
    ["da ", `,? (?:(?:non )?(?:arrivano|arriva|e arrivat[ao]|giunge|giungono) )?(?:${italianNews})`],
    [
      "da ",
      " (?:arrivavano|arrivano|giungevano) (?:da (?:mesi|settimane|tempo) )?(?:[a-z]+ )?(?:avvertimenti|pressioni|critiche|minacce|segnali|moniti|richiami)",
    ],
    [
      "a ",
      `,? (?:la notizia|la decisione|l'annuncio|la mossa|il piano)${words}{0,5}? (?:e piaciut[ao]|piace|ha irritato|e stat[ao] accolt[ao])`,
    ],
  ],
  sr: [
    [
      "(?:u|iz) ",
      " (?:(?:nikada?|sada?|ipak|vec|zvanicno|sluzbeno|i dalje) )?(?:ne kriju|nisu krili|negiraju|demantuju|demantiraju|porucuju|strahuju|insistiraju|inzistiraju|tvrde|odbacuju) (?:da|kako|od|na|za|optuzbe|tvrdnje|navode)",
    ],
  ],
  mk: [
    [
      "(?:во|од) ",
      " (?:(?:никогаш|сега|сепак|веќе|официјално|и понатаму) )?(?:не (?:кријат|криеја)|негираат|демантираат|порачуваат|порачаа|стравуваат|инсистираат|тврдат|ги отфрлаат) (?:дека|оти|од|на|за|обвинувањата|тврдењата)",
    ],
  ],
};

const heardOf = rulesByLanguage(heard, (list) =>
  list.map(([prepositions, behind]) => ({
    before: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${prepositions})$`, "u"), { reach: 8, signs: "'" }),
    behind: new RegExp(`^${behind}(?![\\p{L}])`, "u"),
  })),
);
const heardWithin = 110;

/** What governments give, withhold and exert, directly before a capital: "au grand dam de Washington", "lo stop di Roma", "die Reaktion Pekings". */
const willOf = rulesByLanguage(
  {
    de: "(?:reaktion|kritik|druck|forderungen?|haltung|drohungen?|zorn|arger|widerstand|zustimmung|billigung|segen|geheiss|vorwurfe|warnungen?|nein|veto|sicht|augen) ",
    fr: "(?:decisions?|position|reponse|strategie|volonte|autorites|gouvernement|executif|craintes|menaces|accusations|critiques) d'|(?:grand dam|pressions?|benediction|aval|feu vert|veto|(?:le|un|du|au) (?:non|oui)|refus|consentement|soutien|appui|injonctions?|exigences|reproches|ire|courroux|foudres|colere|reticences|mises? en garde|avertissements?) (?:de |d')",
    es: "(?:enfado|malestar|ira|beneplacito|aval|visto bueno|luz verde|veto|negativa|rechazo|reproches?|(?:el|un|del|al) (?:no|si)|apoyo|respaldo|permiso|consentimiento|reticencias|advertencias?|presion(?:es)?|amenazas?) de ",
    it: "(?:stop|altola|(?:il|un|del|al) (?:no|si)|ira|ire|malumore|irritazione|diktat|monito|avvertimento|appoggio|sostegno|rifiuto|benestare|placet|nulla osta|via libera|semaforo verde|veto|pressing|pressioni) di ",
  },
  (words) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${words})$`, "u"), {
      reach: 28,
      signs: "'",
      more: /^(?:de|d|di)$/,
    }),
);

function willBefore(view: BlockView, start: number, end: number): string | null {
  const found = willOf(view.lang)?.exec(view, start);
  if (!found) return null;
  const isGerman = mainLanguage(view.lang) === "de";
  // "die Kritik Pekings", but not "le veto de Paris Match".
  const isOwner = isGerman
    ? view.key.charCodeAt(end - 1) === 0x73 && view.plain.charCodeAt(end) !== 0x2d
    : !isNameAhead(view.plain, end);
  return isOwner ? found[0].replace(/^[^\p{L}]/u, "").trim() : null;
}

/** The words by which an answer or a reaction comes from a capital: "Aus Peking kommt Kritik"; `null` where none stand. */
export function heardFrom(view: BlockView, start: number, end: number): string | null {
  const will = willBefore(view, start, end);
  if (will) return will;
  for (const { before, behind } of heardOf(view.lang) ?? []) {
    if (!before.test(view, start)) continue;
    const found = behind.exec(view.key.slice(end, end + heardWithin));
    if (found) return found[0].trim();
  }
  return amongStates(view, start, end);
}

/** What may be put between a capital and its verb: "Pékin, de son côté, accuse", "Peking hingegen droht". */
const inserted: Record<string, RegExp> = {
  de: /^ (?:wiederum|dagegen|hingegen|indes|indessen|jedoch|aber|jedenfalls|seinerseits|allerdings)(?= (?!(?:hat|hatte|habe|zeigt|zeigte|macht|setzt|sieht|besteht|nicht|gegen|nennt)(?![a-z])))/,
  fr: /^, (?:lui|elle|de son cote|pour sa part|quant a lui|quant a elle|a son tour|en revanche|en retour|toutefois),(?= )/,
  es: /^, (?:por su parte|por su lado|a su vez|en cambio|sin embargo|mientras tanto|por ahora|de momento),(?= )/,
  sq: /^, (?:nga ana e (?:tij|saj)|ndërkohe|nderkohe|megjithate),(?= )/,
  mk: /^, (?:од своја страна|пак|меѓутоа),(?= )/,
  it: /^, (?:dal canto suo|per parte sua|a sua volta|invece|intanto|per ora|per il momento|tuttavia),(?= )/,
};
/** "Pékin y a défendu", "Pekín lo niega", "Pechino gli ha risposto": pronouns before the verb that are no articles. */
const pronouns: Record<string, RegExp> = {
  fr: /^ (?:(?:(?:n')?y|lui|leur)(?= )|(?:en |les? |la |l')(?=(?:a|avait) ))/,
  es: /^ (?:se )?(?:lo|le|les)(?= )/,
  it: /^ (?:lo|gli|ne|vi)(?= )/,
  sq: /^ (?:e|i|ia|u|ua)(?: ka)?(?= )/,
  mk: /^ (?:го|ја|ги|му|ѝ|им)(?= )/u,
};
/** "Pékin, qui dénonce …": in a relative clause, a verb that towns have as well tells nothing. */
const relative: Record<string, RegExp> = {
  fr: /^, qui(?= (?!(?:compte|ne|n'|se|s'|a|avait|aurait|doit|peut|pourrait|devrait|lance|ouvre|ferme|accelere)(?![\p{L}])))/u,
  es: /^, que(?= (?!(?:ha|da|dio|pone|puso|sigue|ve|debe|deberia|podria|mantiene|mantuvo|logra|ultima|ofrece|ofrecio|prepara)(?![\p{L}])))/u,
  it: /^, che(?= (?!(?:ha|aveva|non|si|sta|stava|da|puo|deve|dovra|vede|mette|prende|guarda|apre|continua|offre|ottiene|punta|prepara)(?![\p{L}])))/u,
};

/** What only governments have, behind a German genitive: "Pekings Reaktion", "Londons harte Haltung". */
const governmentsOwn =
  /^'? (?:\p{L}+ ){0,2}?(?:kurs|reaktion|haltung|antwort|linie|entscheidung|forderung(?:en)?|drohung(?:en)?|sanktionen|kritik|vorwurfe|widerstand|strategie|fuhrung|machthaber|einfluss|strafzolle|exportkontrollen|gegenmassnahmen|vergeltung(?:smassnahmen)?|druck|botschafter(?:in)?|aussenminister(?:in|ium)?|diplomat(?:en|ie)|zustimmung|veto|nein|protest|zusagen?|ablehnung|vorgehen|vorstoss|einwande|bedenken|verbundeten?|staatsmedien|ultimatum|warnung(?:en)?)(?![\p{L}])/u;
/** "Pekings Reaktion", "Paris' Haltung": what only governments have, where the capital's name that ends here stands before it. */
export function ownedByGovernment({ key }: BlockView, end: number): string | null {
  return governmentsOwn.exec(key.slice(end, end + 60))?.[0].trim() ?? null;
}

/** Adverbs between a French auxiliary and its participle: "a longtemps refusé". */
const adverbBetween =
  /^ (a|avait|aura|aurait) (?:(?:aussi|tres|plus|le plus|tout) )?(?:longtemps|souvent|aussitot|immediatement|d'abord|ensuite|finalement|enfin|toutefois|cependant|jusqu'ici|jusqu'a present|depuis|longuement|par ailleurs|neanmoins|encore|meme|bien|aussi|donc|deja|egalement|toujours|ainsi|desormais|plusieurs fois|maintes fois|tout de suite|recemment|vite|\p{Ll}+ement) (\p{Ll}+)(?![\p{L}])/u;

function doneWithAdverb(key: string, end: number, { before }: CompiledContext): string | null {
  const [said, auxiliary = "", participle = ""] = adverbBetween.exec(key.slice(end, end + 60)) ?? [];
  if (said === undefined) return null;
  const done = `a ${participle}`;
  return before.byFirst.get("a")?.some((word) => word.key === done) ? `${auxiliary} … ${participle}` : null;
}

/** "Подгорица го повика Скопје": what Macedonian governments have done to another, whom the pronoun repeats. */
const doneInMacedonian =
  /^ (?:(?:пак|веќе|повторно) )?(?:го|ја|ги|му|ѝ|им) (?:повика|обвини|осуди|отфрли|предупреди|прозва|критикуваше|демантираше|порача|префрли|укина|поддржа)(?![\p{L}])/u;

/** "赫尔辛基和奥斯陆指责": the second of two capitals does what both do. */
const joinedInChinese = /^[和与與及]\p{Script=Han}{2,5}/u;
const longestChineseCapital = 5;

function actsWithOther(
  matcher: Matcher,
  view: BlockView,
  end: number,
  { before }: CompiledContext,
): string | null {
  const joined = joinedInChinese.exec(view.plain.slice(end, end + 1 + longestChineseCapital))?.[0];
  if (!joined) return null;
  for (let length = joined.length; length > 2; length--) {
    const name = joined.slice(1, length);
    if (!matcher.entriesFor(name).some(({ form }) => form === "metonym")) continue;
    return followingWord(view, end + length, before)?.text ?? null;
  }
  return null;
}

/** The words that show that the capital acts, where they do not stand directly beside it; `null` where none do. */
export function actsInClause(
  matcher: Matcher,
  view: BlockView,
  start: number,
  end: number,
  when: CompiledContext,
): string | null {
  const { key, plain, lang } = view;
  const language = mainLanguage(lang);
  if (language === "de" && (key.charCodeAt(end - 1) === 0x73 || key.charCodeAt(end) === 0x27)) {
    const own = ownedByGovernment(view, end);
    if (own) return own;
  }
  if (language === "mk") {
    const deed = doneInMacedonian.exec(key.slice(end, end + 40))?.[0];
    if (deed && isFreeBeside(when, view, start, end)) return deed.trim();
  }
  if (when.before.size === 0 || when.near.size > 0) return null;
  if (language === "zh" && isFreeBeside(when, view, start, end))
    return actsWithOther(matcher, view, end, when);
  const done = language === "fr" ? doneWithAdverb(key, end, when) : null;
  if (done) return isFreeBeside(when, view, start, end) ? done : null;
  const ahead = key.slice(end, end + 40);
  const mayBeInserted = plain.charCodeAt(end) === 0x2c || language === "de";
  const between = mayBeInserted
    ? (inserted[language]?.exec(ahead) ?? relative[language]?.exec(ahead))
    : pronouns[language]?.exec(ahead);
  if (!between || !isFreeBeside(when, view, start, end)) return null;
  return followingWord(view, end + between[0].length, when.before)?.text ?? null;
}
