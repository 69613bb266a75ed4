import { type BlockView, lineAt } from "./block-view.ts";
import type { Matcher, MatcherEntity } from "./load-index.ts";
import type { Spot } from "./scan-spellings.ts";

/** "Huawei Technologies Co., Ltd.", "Vodafone Group Plc", "Orange SA": words that end the legal name of a firm. */
const legalForm =
  /^(?:,? (?:Group|Holdings?|Technologies|Corporation|International))?(?:,? (?:Co\.?,? Ltd\.?|Co\.?,? Limited|Inc\.?|Incorporated|Corporation|Corp\.?|Company|Co\.?|Ltd\.?|Limited|LLC|L\.L\.C\.|PLC|Plc|plc|AG|SE|S\.A\.|SA|S\.p\.A\.|SpA|N\.V\.|NV|GmbH|Oyj|AB|ASA|A\/S|d\.o\.o\.|Sh\.A\.|sh\.a\.))+(?![\p{L}\p{N}])/u;
/** After "Huawei UK" and the like: what shows that the unit is meant and not a UK something. */
const afterUnit =
  /^(?:[.,;:)?!"]|'s\b|$|\s(?:said|says|has|is|was|will|told|also|and|spokes|chief|ceo|boss|staff)\b)/;

/**
 * End of a firm's name with what belongs to it: its legal form, or the country of the unit. In "Huawei Albania" the
 * country is part of the name, not a second mention.
 *
 * @param ahead the spots of the block from this name on
 */
export function endOfName(
  matcher: Matcher,
  view: BlockView,
  end: number,
  { kind }: MatcherEntity,
  ahead: Iterable<Spot>,
): number {
  if (kind !== "vendor" && kind !== "operator" && kind !== "company") return end;
  const next = view.plain.charAt(end);
  if (next !== " " && next !== "," && next !== "\n") return end;
  const legal = legalForm.exec(view.plain.slice(end, end + 60).replaceAll("\n", " "));
  // In a line of capitals AB, AS and the like may be words.
  if (legal && !lineAt(view, end).allCaps) return end + legal[0].length;
  return next === " " ? endOfUnit(matcher, view, end, ahead) : end;
}

function endOfUnit(matcher: Matcher, view: BlockView, end: number, ahead: Iterable<Spot>): number {
  const line = lineAt(view, end);
  if (line.allCaps || line.titleCase) return end;
  for (const { start, hits } of ahead) {
    if (start <= end) continue;
    const hit = start === end + 1 ? hits[0] : undefined;
    if (!hit || matcher.entities[hit.entry.entity]?.kind !== "country") return end;
    const { form } = hit.entry;
    if (form === "name") return hit.end;
    const isUnit = form === "abbreviation" && afterUnit.test(view.key.slice(hit.end, hit.end + 12));
    return isUnit ? hit.end : end;
  }
  return end;
}
