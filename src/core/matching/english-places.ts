/** What stands behind a name in English where it is that of a street, of a town in the United States, or of a legislator from there. */
import type { BlockView } from "./block-view.ts";
import { type CompiledContext, staysAway } from "./context-words.ts";
import { mainLanguage } from "./main-language.ts";

const streets =
  /^ (?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Boulevard|Square|Lane|Drive|Crescent|Terrace|Creek)(?![\p{L}])/u;

/** "Orange Avenue", "Finland Road". */
export function isBeforeStreet({ plain }: BlockView, end: number): boolean {
  return plain.charAt(end) === " " && streets.test(plain.slice(end, end + 14));
}

/** Georgia is left out, since it may be the next country of a list. */
const stateNames =
  "(?:Ala(?:bama|\\.)|Alaska|Ariz(?:ona|\\.)|Ark(?:ansas|\\.)|Calif(?:ornia|\\.)|Colo(?:rado|\\.)|Conn(?:ecticut|\\.)|Delaware|Del\\.|Fla\\.|Florida|Ga\\.|Idaho|Ill(?:inois|\\.)|Ind(?:iana|\\.)|Iowa|Kan(?:sas|\\.)|Kentucky|Ky\\.|Louisiana|La\\.|Maine|Maryland|Md\\.|Mass(?:achusetts|\\.)|Mich(?:igan|\\.)|Minn(?:esota|\\.)|Miss(?:issippi|\\.)|Missouri|Mo\\.|Montana|Mont\\.|Neb(?:raska|\\.)|Nevada|Nev\\.|New (?:Hampshire|Jersey|Mexico|York)|[NS]\\.[CDHJMY]\\.|R\\.I\\.|W\\.Va\\.|Wash\\.|North (?:Carolina|Dakota)|Ohio|Okla(?:homa|\\.)|Ore(?:gon|\\.)|Pa\\.|Pennsylvania|South (?:Carolina|Dakota)|Tenn(?:essee|\\.)|Texas|Utah|Vermont|Vt\\.|Virginia|Va\\.|West Virginia|Wis(?:consin|\\.)|Wyoming)";
const americanStates = new RegExp(`^, (?:${stateNames})(?:[,.;:)]| (?:[—–(-]|(?!and |or )\\p{Ll})|$)`, "u");
const ofState = new RegExp(`^ of (?:${stateNames})(?![\\p{L}])`, "u");

/** "Lebanon, Tennessee", "MOSCOW, Idaho", "PERU, Ind. —". */
export function isBeforeAmericanState({ plain }: BlockView, end: number): boolean {
  return plain.charAt(end) === "," && americanStates.test(plain.slice(end, end + 20));
}

/** "Jim Jordan of Ohio", as legislators are called; `when` is what else their name needs. */
export function isLegislator(view: BlockView, when: CompiledContext, start: number, end: number): boolean {
  const { plain, lang } = view;
  return (
    plain.startsWith(" of ", end) &&
    mainLanguage(lang) === "en" &&
    ofState.test(plain.slice(end, end + 22)) &&
    staysAway(when, view, start, end)
  );
}
