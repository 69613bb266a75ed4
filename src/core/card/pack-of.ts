import type { Catalogue } from "../dataset/catalogue.ts";
import type { CardModel, CardPack } from "./card-model.ts";

type Answers = Pick<CardModel, "pairs" | "life" | "acts">;

/**
 * The private pack, where anything of it is shown; undefined where nothing is.
 *
 * @param shown ids of all records that are shown.
 */
export function packOf({ pack }: Catalogue, shown: readonly (string | undefined)[]): CardPack | undefined {
  if (!pack) return undefined;
  const records = [...new Set(shown)].flatMap((id) => (id !== undefined && pack.ids.has(id) ? id : []));
  if (records.length === 0) return undefined;
  const { title, version, signed } = pack;
  return { title, version, signed, records };
}

/** Ids of what a card's answers speak of: countries and companies, and the measures that are told of. */
export function recordsIn(answers: Answers): string[] {
  const { pairs, life } = answers;
  const changes = [...pairs, ...(life ? [life] : [])].flatMap(({ sinceThen }) => sinceThen ?? []);
  return [
    ...pairs.flatMap(({ country, subject }) => [country.id, subject.id]),
    ...measuresIn(answers),
    ...changes.flatMap(({ to }) => to?.measure ?? []),
  ];
}

/** Ids of the measures that a card's answers rest on, in the order in which the card names them. */
export function measuresIn({ pairs, life, acts }: Answers): string[] {
  const parts = [...pairs, ...(life ? [life] : [])];
  const answers = parts.flatMap(({ atArticle, now }) => [now, ...(atArticle ? [atArticle] : [])]);
  return [
    ...answers.flatMap(({ lead }) => lead?.measure ?? []),
    ...answers.flatMap(({ others }) => others.map(({ measure }) => measure)),
    ...(acts?.list ?? []).map(({ measure }) => measure),
    // What led from one to the next is told in the timeline, with what was said about it.
    ...parts.flatMap(({ timeline }) => timeline.map(({ measure }) => measure)),
  ];
}
