import { isCompanyKind } from "../dataset/company-kinds.ts";
import type { EntityKind } from "../dataset/schema.ts";
import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher, MatcherEntity } from "./load-index.ts";
import { mainLanguage } from "./main-language.ts";
import type { Spot } from "./scan-spellings.ts";

/** "Huawei Technologies Co., Ltd.", "Vodafone Group Plc", "Orange SA": words that end the legal name of a firm. */
const legalForm =
  /^(?:,? (?:Group|Holdings?|Technologies|Corporation|International))?(?:,? (?:Co\.?,? Ltd\.?|Co\.?,? Limited|Inc\.?|Incorporated|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Limited|LLC|L\.L\.C\.|PLC|Plc|plc|AG|SE|S\.A\.B\. de C\.V\.|SAB de CV|S\.A\. de C\.V\.|SA de CV|S\.A\.S\.|SAS|S\.A\.|SA|S\.p\.A\.|SpA|S\.r\.l\.|N\.V\.|NV|B\.V\.|BV|GmbH|KGaA|Oyj|Oy|AB|ASA|A\/S|a\.s\.|d\.o\.o\.?|d\.d\.?|a\.d\.?|s\.r\.o\.?|spol\. s r\.o\.?|[Ss]p\. z o\.o\.?|U\.A\.|ДООЕЛ|ДОО|АД|DOO|LLP|Sh\.A\.|sh\.a\.|Sdn\.? Bhd\.?|Bhd\.?|Berhad|Tbk|Pte\.? Ltd\.?|Pty\.? Ltd\.?|Pvt\.? Ltd\.?|Private Limited|K\.K\.|PJSC|JSC|QPSC|Ltda\.?))+(?![\p{L}\p{N}])/u;
/** The same in Chinese, where "company" alone may be a word of its own: 华为技术有限公司. */
const chineseLegalForm =
  /^(?:技术|技術|科技|信息|資訊|通信|通讯|通訊|控股|集团|集團|国际|國際|股份)*(?:有限(?:责任|責任)?|科技|信息|技术|技術|通信|通讯|通訊|股份)公司|^株式会社/u;
/** After "Huawei UK" and the like: what shows that the unit is meant and not a UK something. */
const afterUnit =
  /^(?:[.,;:)?!"]|'s\b|$|\s(?:said|says|has|is|was|will|told|also|and|spokes|chief|ceo|boss|staff)\b)/;

/** A name of several words may hold this many spots before the word behind it. */
const spotsAhead = 12;

/**
 * End of a firm's name with what belongs to it: its legal form, or the country of the unit. In "Huawei Albania" the
 * country is part of the name, not a second mention.
 *
 * @param spots all of the block; the name is at `place`
 * @param isFullName of a person
 */
export function endOfName(
  matcher: Matcher,
  view: BlockView,
  end: number,
  { kind }: MatcherEntity,
  spots: readonly Spot[],
  place: number,
  isFullName: boolean,
): number {
  if (kind === "official") return endOfPerson(view, end, isFullName);
  if (!isCompanyKind(kind)) return end;
  const legal = legalFormEnd(view, end);
  if (legal > end) return legal;
  const after = view.plain.charAt(end);
  if (after > "\u2e80") return endOfChineseUnit(matcher, view, end, spots, place);
  if (after !== " " || isGermanGenitive(matcher, view, end, spots[place])) return end;
  return endOfUnit(matcher, view, end, kind, spots, place);
}

/** "Huaweis Deutschland-Zentrale": what a unit is called has no ending within. */
function isGermanGenitive(
  { entriesFor }: Matcher,
  { key, lang }: BlockView,
  end: number,
  spot: Spot | undefined,
): boolean {
  if (!spot || key.charCodeAt(end - 1) !== 0x73 || mainLanguage(lang) !== "de") return false;
  return entriesFor(key.slice(spot.start, end)).length === 0;
}

/** "John McCain III", "Robert Casey, Jr."; in Spanish and Portuguese a second surname: "Claudio Araya San Martín". */
function endOfPerson(view: BlockView, end: number, isFullName: boolean): number {
  if (!isFullName) return end;
  const after = view.plain.slice(end, end + 40);
  const generation = /^,? (?:Jr\.?|Sr\.?|I{2,3}|IV)(?![\p{L}])/u.exec(after);
  if (generation) return end + generation[0].length;
  if (!/^(es|pt)/i.test(view.lang) || lineAt(view, end).titleCase) return end;
  const second =
    /^ (?:(?:San|Santa|De la|De|Da|Dos) )?\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?(?=[,.;:)]| \p{Ll}|$)/u.exec(
      after,
    );
  return second ? end + second[0].length : end;
}

/** End of the legal form that follows a firm's name, or `end` where none does. */
export function legalFormEnd(view: BlockView, end: number): number {
  const next = view.plain.charAt(end);
  // "NEC Corp." where the spelling has no point.
  if (next === "." && /[ ,](Corp|Inc|Ltd|Co)$/.test(view.plain.slice(Math.max(0, end - 5), end)))
    return end + 1;
  const chinese = next > "\u2e80" ? chineseLegalForm.exec(view.plain.slice(end, end + 20)) : null;
  if (chinese) return end + chinese[0].length;
  if (next !== " " && next !== "," && next !== "\n") return end;
  const legal =
    mayOpenLegalForm(view.plain, next === "," ? end + 2 : end + 1) &&
    legalForm.exec(view.plain.slice(end, end + 60).replaceAll("\n", " "));
  // In a line of capitals AB, AS and the like may be words.
  return legal && !lineAt(view, end).allCaps ? end + legal[0].length : end;
}

/** 华为香港, 中国移动香港有限公司; but not 爱立信中国市场, where the country belongs to what follows. */
function endOfChineseUnit(
  matcher: Matcher,
  view: BlockView,
  end: number,
  spots: readonly Spot[],
  place: number,
): number {
  for (let at = place + 1; at < Math.min(spots.length, place + spotsAhead); at++) {
    const { start, groups } = spots[at] as Spot;
    if (start < end) continue;
    const hit = start === end ? groups[0]?.spellings[0] : undefined;
    if (hit?.entry.form !== "name" || matcher.entity(hit.entry.entity)?.kind !== "country") return end;
    const rest = /^(?:有限)?公司/u.exec(view.plain.slice(hit.end, hit.end + 6))?.[0] ?? "";
    const next = view.plain.charAt(hit.end + rest.length);
    return rest !== "" || !/[\p{L}\p{N}]/u.test(next) || /[和與与及]/u.test(next)
      ? hit.end + rest.length
      : end;
  }
  return end;
}

/** Whether what stands there begins like one of the legal forms: with a capital, as "s.r.o." or as "plc", "sp." and "sh.". */
function mayOpenLegalForm(plain: string, at: number): boolean {
  const unit = plain.charCodeAt(at);
  if (unit < 0x61 || unit > 0x73) return unit >= 0x41 && unit <= 0x5a;
  const second = plain.charCodeAt(at + 1);
  return (
    second === 0x2e ||
    (unit === 0x70 && second === 0x6c) ||
    (unit === 0x73 && (second === 0x70 || second === 0x68))
  );
}

function endOfUnit(
  matcher: Matcher,
  view: BlockView,
  end: number,
  kind: EntityKind,
  spots: readonly Spot[],
  place: number,
): number {
  for (let at = place; at < Math.min(spots.length, place + spotsAhead); at++) {
    const { start, groups } = spots[at] as Spot;
    if (start <= end) continue;
    const countries = (start === end + 1 ? (groups[0]?.spellings ?? []) : []).filter(
      ({ entry }) => matcher.entity(entry.entity)?.kind === "country",
    );
    const hit = countries.find(({ entry }) => entry.form === "name") ?? countries[0];
    if (!hit) return end;
    const line = lineAt(view, end);
    if (line.allCaps || line.titleCase) return end;
    const { form } = hit.entry;
    if (form === "name") return hit.end;
    // "preuzeti Telekom Srbiju"
    if (form === "inflected" && kind === "operator" && !/^(en|de|fr|es|it)/i.test(view.lang)) return hit.end;
    const isUnit = form === "abbreviation" && afterUnit.test(view.key.slice(hit.end, hit.end + 12));
    return isUnit ? hit.end : end;
  }
  return end;
}
