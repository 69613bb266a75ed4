import type { Catalogue } from "../dataset/catalogue.ts";
import { type CompanyKind, isCompanyKind } from "../dataset/company-kinds.ts";
import type { Entity, EntityOf } from "../dataset/schema.ts";
import { measuresOfPair, type Place } from "../dataset/status.ts";

/** Where an entity is named in the article. */
export interface NamedAt {
  id: string;
  block: number;
  sentence: number;
}

export interface Pair {
  place: Place;
  subject: Entity;
}

/** More pairs than this make a card a table; the popup has the table. */
const mostPairs = 4;

/**
 * The country × vendor pairs that matter for one entity on this page (R11): partners in the same sentence
 * first, then in the same paragraph, then on the page; at one distance those with a record first, then the
 * most often named. A company's home country is no partner: "Chinese vendor Huawei" asks nothing of China.
 */
export function choosePairs(catalogue: Catalogue, entity: Entity, mentions: NamedAt[], at?: number): Pair[] {
  const pointed = at === undefined ? undefined : mentions[at];
  const counted = new Map<string, { distance: number; count: number }>();
  for (const mention of mentions) {
    if (mention.id === entity.id) continue;
    const distance = distanceOf(mention, pointed);
    const seen = counted.get(mention.id);
    counted.set(mention.id, {
      distance: Math.min(distance, seen?.distance ?? distance),
      count: (seen?.count ?? 0) + 1,
    });
  }
  const partners = [...counted].flatMap(([id, weight]) => {
    const partner = catalogue.entity(id);
    const pair = partner && pairOf(entity, partner);
    if (!pair) return [];
    const recorded = measuresOfPair(catalogue, pair.place, pair.subject).length > 0;
    // "No record" is worth saying of a country and a vendor; of an alliance or an app it is noise.
    if (!recorded && (pair.place.kind !== "country" || pair.subject.kind !== "vendor")) return [];
    return [{ ...pair, ...weight, recorded }];
  });
  partners.sort(
    (a, b) =>
      a.distance - b.distance ||
      Number(b.recorded) - Number(a.recorded) ||
      b.count - a.count ||
      (a.place.id + a.subject.id < b.place.id + b.subject.id ? -1 : 1),
  );
  return partners
    .filter((pair, index) => pair.recorded || index === 0)
    .slice(0, mostPairs)
    .map(({ place, subject }) => ({ place, subject }));
}

function distanceOf(mention: NamedAt, pointed: NamedAt | undefined): number {
  if (!pointed || mention.block !== pointed.block) return 2;
  return mention.sentence === pointed.sentence ? 0 : 1;
}

/** A place and a subject, whichever of the two is which; undefined when they make no pair. */
export function pairOf(one: Entity, other: Entity): Pair | undefined {
  const place = isPlace(one) ? one : isPlace(other) ? other : undefined;
  const subject = isSubject(one) ? one : isSubject(other) ? other : undefined;
  if (!place || !subject || subject.country === place.id) return undefined;
  return { place, subject };
}

export function isPlace(entity: Entity): entity is Place {
  return entity.kind === "country" || (entity.kind === "organisation" && entity.members.length > 0);
}

function isSubject(entity: Entity): entity is EntityOf<CompanyKind> {
  return isCompanyKind(entity.kind);
}
