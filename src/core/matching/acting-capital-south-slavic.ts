/**
 * Capitals in Serbian, Bosnian and Croatian texts as subjects of what only a government does, however the small words stand:
 * "a Beograd ju je odbio", "notu koju je uputilo Sarajevo", "koji je Priština poslala". All folded; Serbian is read as Latin.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import { opensSentence } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";
import { sentenceAround } from "./other-meanings.ts";

/** Participles without their endings: what governments do and towns do not … */
const deeds =
  "odbi|odbaci|najavi|optuzi|poruci|saopsti|saopci|priopci|zatrazi|upozori|osudi|odgovori|podrza|demantira|demantova|kritizira|kritikova|osporava|ospori|negira|porek|zapreti|" +
  "zaprijeti|predlozi|prihvati|uzvrati|uputi|povuka?|suspendova|suspendira|prizna|potpisa|insistira|inzistira|zabrani|uve|ulozi|odlozi|blokira|nazva|ocijeni|oceni|pristade|pristaja|prista";
/** … and what they send and hand over. */
const sent = "posla|dostavi|uruci|preda|ponudi";
const small =
  "je|nije|ga|ju|ih|mu|joj|im|to|sve|se|danas|juce|jucer|sinoc|vec|ranije|odmah|ostro|odlucno|potom|zatim|tada|jos|lani|\\d{4}\\.|" +
  "pak|ipak|opet|ponovo|ponovno|medjutim|takodje|takodjer|navodno|zvanicno|sluzbeno|konacno|napokon|naposljetku|najzad|nedavno|istovremeno|ujedno|javno|uporno|jednoglasno";
/** A clause between the auxiliary and the participle: "Podgorica je, prema navodima vlade, pristala". */
const clause = "(?:,(?: [^ .,;:!?]+){1,7},)";
/** What towns do for themselves as well, unless the sentence is one of states. */
const choices = "odluci|odgodi|opredeli|opredijeli|pridruzi";
const ending = "(o|ao|la|lo)";
/** To whom it is done may stand between: "Sarajevo je Beogradu uputilo notu". */
const ahead = new RegExp(
  `^((?: (?:${small}|[a-z]{3,}u(?= (?:uputi|posla|dostavi|uruci|poruci|odgovori|predlozi|ponudi)))|(?<= je)${clause}){0,4}) (?:${deeds}|${sent})${ending}(?![\\p{L}])`,
  "u",
);
const choiceAhead = new RegExp(`^((?: (?:${small})){0,4}) (?:${choices})${ending}(?![\\p{L}])`, "u");
const amongStates =
  /(?<![a-z])(?:izjav|sporazum|memorandum|sankcij|diplomat|ambasad|veleposlan|huawei|kinesk|americk|rusk|evropsk|europsk|bezbednos|sigurnos|nato(?![a-z])|eu(?![a-z])|sad(?![a-z])|savezni[ck])/;
/** "koju je uputilo ", "kako je saopstio " */
const behindVerb = new RuleBefore(
  new RegExp(
    `(?:^|[^\\p{L}])(?:koj\\p{L}{1,3}|sto|kako|kao sto) (?:(?:${small}) ){1,3}(?:${deeds}|${sent})${ending} $`,
    "u",
  ),
  { reach: 50, more: new RegExp(`^(?:${deeds}|${sent})${ending}$`, "u") },
);
const nameGoesOn = /^ \p{Lu}\p{Ll}/u;
/** "koji je Beograd poslao", "dok Zagreb" */
const subject = new RuleBefore(
  /(?:^|[^\p{L}])(?:(?:koj\p{L}{1,3}|sto|da|jer|kako|dok|kad|kada|iako|ako) (?:je|nije)|a|i|ali|dok|jer|pa|te|da|kad|kada|cim|iako|posto|nakon sto|posle sto|ako) $|[,;] $/u,
  { reach: 20, more: /^(?:je|nije|sto|)$/ },
);
/** What governments do and towns do not, in the present … */
const deedAhead =
  /^ (podupire (?:promjen|zabran|prijedlog|predlog|zakon|mjer|mer|sankcij|plan|dogovor|sporazum|uvodj)\p{L}*|krsi|opstruira|sabotira|provocira|ucenjuje|ucjenjuje|uslovljava|uvjetuje|pregovara|nudi (?:posredovanj|dijalog|primirj|sporazum|kompromis|pregovor)\p{L}*)(?![\p{L}])/u;
/** … and with nothing behind it, as in headlines: "Evropa pooštrava pravila, Beograd čeka". */
const stanceAhead =
  /^ (ceka(?: (?:reform|odgovor|odluk|potez|objasnj)[a-z]*)?|odgovara|reaguje|reagira|cuti|suti|okleva|oklijeva|pregovara|popusta|uzvraca|negira|kalkulise|kalkulira)(?=[,;:!?]|\.?$)/;
/** "Šta će učiniti Zagreb?" */
const willDo = new RuleBefore(
  /(?:^|[^\p{L}])(?:sta|sto|kako) (?:ce|moze|mora) (?:sada? )?(?:uciniti|uraditi|odgovoriti|odluciti|reagovati|reagirati) $/u,
  { reach: 30, more: /^(?:uciniti|uraditi|odgovoriti|odluciti|reagovati|reagirati)$/ },
);
/** Whose view it is, in the genitive: "zvaničnom stavu Beograda", "stavovi Prištine", "reakcija Sarajeva". */
const viewOf = new RuleBefore(
  /(?:^|[^\p{L}])(?:stav(?:a|u|om|ovi|ova|ovima|ove)?|stanovist(?:e|a|u|em)|reakcij(?:a|e|i|u|om|ama)|protivljenj(?:e|a|u|em)|nezadovoljstv(?:o|a|u|om)) $/u,
  { reach: 20 },
);
const genitive = /[ae]$/;
/** "zvanični Beograd", "službena Ljubljana" */
const official = new RuleBefore(/(?:^|[^\p{L}])(?:zvanicn[aoi]|sluzben[aoi]) $/u, { reach: 14 });

/** What is sent and said to a government, in the dative: "Sarajevo je Beogradu uputilo notu", "poručila je Moskvi". */
const sentTo = new RuleBefore(
  new RegExp(`(?:^|[^\\p{L}])((?:uputi|uruci|poruci|zapreti|zaprijeti|odgovori)${ending} (?:je )?)$`, "u"),
  { reach: 20, more: new RegExp(`^(?:je|(?:uputi|uruci|poruci|zapreti|zaprijeti|odgovori)${ending})$`) },
);
const sentAhead = new RegExp(
  `^ ((?:uputi|uruci)${ending} (?:[a-z]+ ){0,2}(?:not[aeu]|protest\\p{L}{0,2}|zahtj?ev|demars|ultimatum|poziv|poruk[aeu]|pismo|upozorenje))(?![a-z])`,
  "u",
);
const dative = /[ui]$/;

/** "nobody will dictate to Beograd" */
const dictated =
  /^ ((?:nece|nikad|nikada|ne moze|ne mogu|vise|niko|nitko) (?:da )?(?:dikti|namet|namec|naredj|zapov|propis)\p{L}*)/u;

/** "za Budimpeštu je presudna cijena": what is decisive or unacceptable is so for a government. */
const forItBefore = new RuleBefore(/(?:^|[^\p{L}])za $/u, { reach: 12 });
const forItAhead =
  /^ ((?:je )?(?:[a-z]+ ){0,2}(?:presudn|neprihvatljiv|prihvatljiv|kljucn|crven[aeu] linij|strateski|zabrinjavajuc)[a-z]*)/;

/** The words that show that the capital acts; `null` where none stand. */
export function actsInSouthSlavic(view: BlockView, start: number, end: number): string | null {
  const { key, plain } = view;
  const gender = key.charAt(end - 1);
  const called = official.exec(view, start);
  if (called && gender !== "e" && gender !== "u") return called[0].trim();
  const verb = behindVerb.exec(view, start);
  if (verb && agrees(gender, verb[1]) && !nameGoesOn.test(plain.slice(end, end + 4))) return verb[0].trim();
  const whose = genitive.test(gender) ? viewOf.exec(view, start) : null;
  if (whose && !nameGoesOn.test(plain.slice(end, end + 4))) return whose[0].trim();
  const dictate = gender === "u" ? dictated.exec(key.slice(end, end + 30)) : null;
  if (dictate?.[1]) return dictate[1];
  const isDative = dative.test(gender) && start > 0;
  const reached = isDative ? (sentTo.exec(view, start) ?? sentAhead.exec(key.slice(end, end + 60))) : null;
  if (reached?.[1]) return reached[1].trim();
  const valued = forItBefore.test(view, start) ? forItAhead.exec(key.slice(end, end + 44)) : null;
  if (valued?.[1]) return valued[1];
  const asked = gender === "u" ? null : willDo.exec(view, start);
  if (asked) return asked[0].trim();
  const rest = key.slice(end, Math.min(end + 40, lineAt(view, start).end));
  const deed = gender === "u" ? null : (deedAhead.exec(rest) ?? stanceAhead.exec(rest));
  if (deed?.[1] && (subject.test(view, start) || opensSentence(view, start))) return deed[1];
  const next = key.slice(end, end + 110);
  const follows =
    ahead.exec(next) ?? (amongStates.test(sentenceAround(view, start, end)) ? choiceAhead.exec(next) : null);
  if (!follows || !agrees(gender, follows[2])) return null;
  return subject.test(view, start) || opensSentence(view, start) ? follows[0].trim() : null;
}

/** Sarajevo is neuter, Priština feminine, Beograd masculine, in the nominative; of other cases nothing is said like that. */
function agrees(gender: string, ending: string | undefined): boolean {
  if (gender === "a") return ending === "la";
  if (gender === "o" || gender === "e") return ending === "lo";
  return (ending === "o" || ending === "ao") && !/[aeiu]/.test(gender);
}
