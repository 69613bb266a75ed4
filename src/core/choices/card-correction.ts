/** What a reader may call wrong in a card, and the correction that comes of it (M11). */
import type { CardModel, PolicyAnswer } from "../card/card-model.ts";
import { brief } from "../card/card-text.ts";
import type { Correction } from "./correction.ts";
import { correctionLimits } from "./correction-text.ts";

/** One thing that a card says. */
export interface CardStatement {
  /**
   *   measure     what the card says of a measure
   *   no-record   that there is none for a pair
   *   offices     what offices a person held
   *   statement   something contested, and the answers
   *   about       the sentence and the remarks about the entity
   *   mark        that the text means the entity at all
   */
  what: "measure" | "no-record" | "offices" | "statement" | "about" | "mark";
  /** Id of the record that makes it. */
  record: string;
  /** By what name the card has it; of what is about the entity as a whole, the entity's. */
  title: string;
  /** In plain English; empty for the mark. */
  says: string;
}

/** What a card says, the answer that it leads with first. */
export function statementsOfCard(model: CardModel): CardStatement[] {
  const { entity, pairs, life, acts, offices, sentence, hints } = model;
  const own = { record: entity.id, title: entity.name };
  const answers = [
    ...pairs.map((pair) => ({ title: `${pair.subject.name} in ${pair.inCountry}`, ...pair })),
    ...(life ? [{ title: entity.name, ...life }] : []),
  ];
  const all: CardStatement[] = [
    ...answers.flatMap(({ title, now, atArticle }) => [
      ...ofAnswer(title, now, entity.id),
      ...(atArticle ? ofAnswer(title, atArticle, entity.id) : []),
    ]),
    ...(offices ? [{ ...own, what: "offices" as const, says: offices.all.map(inOffice).join("; ") }] : []),
    ...(acts?.list ?? []).map((act) => ({
      what: "measure" as const,
      record: act.measure,
      title: act.title,
      says: `${act.title}: ${brief(act)}`,
    })),
    { ...own, what: "about", says: [sentence, ...hints].map(({ text }) => text).join(" ") },
    ...[...pairs.flatMap(({ claims }) => claims), ...model.claims].map((claim) => ({
      what: "statement" as const,
      record: entity.id,
      title: claim.by,
      says: [`${claim.by}: ${claim.says}`, ...claim.answers.map(({ by, says }) => `${by}: ${says}`)].join(
        " ",
      ),
    })),
    { ...own, what: "mark", says: "" },
  ];
  return all.reduce(withStatement, []);
}

function ofAnswer(title: string, { on, lead, others }: PolicyAnswer, entity: string): CardStatement[] {
  const { what, record, says } = lead
    ? {
        what: "measure" as const,
        record: lead.measure,
        says: `${lead.title}: ${brief(lead)} (${lead.scope})`,
      }
    : { what: "no-record" as const, record: entity, says: "no record" };
  return [
    { what, record, title: lead?.title ?? title, says: `${title}, on ${on}: ${says}` },
    ...others.map((other) => ({
      what: "measure" as const,
      record: other.measure,
      title: other.title,
      says: `${other.title}: ${brief(other)}`,
    })),
  ];
}

function inOffice({ title, organisation, from, until }: NonNullable<CardModel["offices"]>["all"][number]) {
  return `${title}, ${organisation} (${from ?? "?"} – ${until ?? ""})`;
}

/** A measure that leads the answer then and now is one statement, with both. */
function withStatement(all: CardStatement[], one: CardStatement): CardStatement[] {
  const same = ({ what, record, title }: CardStatement) =>
    what === one.what && record === one.record && title === one.title;
  const known = all.find(same);
  if (!known) return [...all, one];
  const says = known.says.includes(one.says) ? known.says : `${known.says} ${one.says}`;
  return all.map((other) => (other === known ? { ...known, says } : other));
}

export interface CardCorrection {
  model: CardModel;
  /** The text that was marked. */
  matchedText: string;
  statement: CardStatement;
  /** What the reader says. */
  comment: string;
  /** Only where the reader wants it to go along. */
  page: Correction["page"];
  /** ISO instant, UTC. */
  made: string;
}

/** Of a pack's entity nothing is the dataset's own: its maintainers do not know it, and need not learn of it. */
function packIn({ pack, entity }: CardModel, record: string): Correction["pack"] {
  const isOwn = pack?.records.some((id) => id === record || id === entity.id);
  return pack && isOwn ? { title: pack.title, version: pack.version } : undefined;
}

export function correctionOfCard(report: CardCorrection): Correction {
  const { model, matchedText, statement, comment, page, made } = report;
  const isMark = statement.what === "mark";
  return {
    problem: isMark ? "not-this-entity" : "wrong-statement",
    entity: { id: model.entity.id, name: model.entity.name },
    matchedText,
    claim: statement.says.slice(0, correctionLimits.claim) || null,
    record: isMark ? undefined : statement.record,
    pack: packIn(model, statement.record),
    scope: null,
    page,
    made,
    datasetVersion: model.dataset.version,
    comment: comment.trim(),
  };
}
