import type { Catalogue } from "../dataset/catalogue.ts";
import type { CardModel, CardPack, LifeView } from "./card-model.ts";

/**
 * The private pack, where anything of it is shown; undefined where nothing is.
 *
 * @param shown ids of all records that are shown.
 */
export function packOf({ pack }: Catalogue, shown: readonly (string | undefined)[]): CardPack | undefined {
  if (!pack) return undefined;
  const records = [...new Set(shown)].filter((id) => id !== undefined && pack.ids.has(id));
  if (records.length === 0) return undefined;
  const { title, version, signed } = pack;
  return { title, version, signed, records: records.flatMap((id) => id ?? []) };
}

/** Ids of what a card's answers speak of: countries and companies, and the measures that are told of. */
export function recordsOf({ pairs, life, acts }: Pick<CardModel, "pairs" | "life" | "acts">): string[] {
  return [
    ...pairs.flatMap(({ country, subject }) => [country.id, subject.id]),
    ...[...pairs, ...(life ? [life] : [])].flatMap(measuresIn),
    ...(acts?.list ?? []).map(({ measure }) => measure),
  ];
}

function measuresIn({ atArticle, now, timeline, sinceThen }: LifeView): string[] {
  const answers = [atArticle, now].flatMap((answer) => [answer?.lead ?? [], answer?.others ?? []].flat());
  const changes = (sinceThen ?? []).flatMap(({ to }) => to ?? []);
  return [...answers, ...changes, ...timeline].map(({ measure }) => measure);
}
