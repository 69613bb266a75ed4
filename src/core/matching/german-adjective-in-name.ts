/**
 * German adjectives with the capital of a name, within a sentence: "den Deutschen Fernsehpreis", "die Polnische Akademie der
 * Wissenschaften". What has a record of its own is longer, and found as that.
 */
import { type BlockView, lineAt } from "./block-view.ts";
import { isCapital } from "./letter-case.ts";
import { mainLanguage } from "./main-language.ts";
import { isNameAhead, opensSentence } from "./name-neighbours.ts";
import { wordEndFrom } from "./word-borders.ts";

/** Prizes, contests, associations, museums and the like; folded. Wherever it stands, the adjective is part of their name. */
const named =
  /(?:(?<!(?:ol|gas|strom|verbraucher|erzeuger|import|export|einfuhr|miet|bau|energie|kauf|hochst|handels))preis|meisterschaft|wetterdienst|gewerkschaftsbund|beamtenbund|(?:fussball|sport|ski|turner)-?(?:bund|verband)|stadtetag|landkreistag|(?:bauern|lehrer|anwalt|journalisten|reise)-?verband|alpenverein|umwelthilfe|kinderhilfswerk|krankenhausgesellschaft|museum|nationalbibliothek|staatstheater)(?:s|es|en)?$/;

/** Firms, media and bodies, whose adjective has a small letter where it is none of the name; folded. */
const houses =
  /^(?:welle|bahn|post|borse|presse|lufthansa|glasfaser|wohnen|flugsicherung|rentenversicherung|rundfunks?|fernsehens?|bundesbank|nationalbank|kreditbank|bundesbahn(?:en)?|funkturm|umweltstiftung|akademie|krebshilfe|lotterie)$/;

/** What states have, whose adjective some print with a capital. */
const statesOwn =
  /(?:botschafte?r?|konsulate?|regierung|ministerium|minister|prasident|parlament|armee|streitkrafte|marine|behorden?|kommunistische[nr]?|volksbefreiungsarmee)(?:in|s|n|en)?$/;

/** Whether a German adjective of a country is part of a name that we do not know. */
export function isInGermanName(view: BlockView, start: number, end: number): boolean {
  const { plain, key } = view;
  if (!isCapital(plain.charCodeAt(start)) || !isNameAhead(plain, end) || mainLanguage(view.lang) !== "de")
    return false;
  // "Schweizer Firmen": such adjectives have a capital always.
  if (!declined.test(key.slice(start, end))) return false;
  const next = key.slice(end + 1, wordEndFrom(key, end + 1));
  if (named.test(next)) return true;
  if (opensSentence(view, start)) return false;
  if (houses.test(next)) return true;
  // "Haben die Deutschen Angst?"
  if (key.startsWith("deutsch", start)) return false;
  const { allCaps, titleCase } = lineAt(view, start);
  return !(allCaps || titleCase || statesOwn.test(next));
}

const declined = /(?:sch|deutsch)e[nrsm]?$/;
