/** What a reader may call wrong in a card, and the correction that comes of it (M11). */
import type { CardModel, ClaimView, PolicyAnswer } from "../card/card-model.ts";
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
  /** Id of the record that makes it, of several the first. */
  record: string;
  /** Ids of all records that it draws on, those of the entities that it is about among them. */
  of: string[];
  /** By what name the card has it; of what is about the entity as a whole, the entity's. */
  title: string;
  /** In plain English; empty for the mark. */
  says: string;
}

/** What a card says, the answer that it leads with first. */
export function statementsOfCard(model: CardModel): CardStatement[] {
  const { entity, pairs, life, acts, offices, sentence, hints } = model;
  const own = { record: entity.id, of: [entity.id], title: entity.name };
  const answers = [
    ...pairs.map((pair) => ({
      ...pair,
      about: { ...own, of: inPair(pair), title: `${pair.subject.name} in ${pair.inCountry}` },
    })),
    ...(life ? [{ ...life, about: own }] : []),
  ];
  const all: CardStatement[] = [
    ...answers.flatMap(({ about, now, atArticle }) => [
      ...ofAnswer(about, now),
      ...(atArticle ? ofAnswer(about, atArticle) : []),
    ]),
    ...(offices ? [{ ...own, what: "offices" as const, says: offices.all.map(inOffice).join("; ") }] : []),
    ...(acts?.list ?? []).map((act) => ({
      what: "measure" as const,
      record: act.measure,
      of: [act.measure, entity.id],
      title: act.title,
      says: `${act.title}: ${brief(act)}`,
    })),
    { ...own, what: "about", says: [sentence, ...hints].map(({ text }) => text).join(" ") },
    ...pairs.flatMap((pair) => pair.claims.map((claim) => contested(claim, inPair(pair)))),
    ...model.claims.map((claim) => contested(claim, own.of)),
    { ...own, what: "mark", says: "" },
  ];
  return all.reduce(withStatement, []);
}

function inPair({ country, subject }: CardModel["pairs"][number]): string[] {
  return [country.id, subject.id];
}

function ofAnswer(
  about: Pick<CardStatement, "record" | "of" | "title">,
  { on, lead, others }: PolicyAnswer,
): CardStatement[] {
  const ofMeasure = ({ measure, title }: PolicyAnswer["others"][number]) => ({
    what: "measure" as const,
    record: measure,
    of: [measure, ...about.of],
    title,
  });
  const said = `${about.title}, on ${on}: `;
  return [
    lead
      ? { ...ofMeasure(lead), says: `${said}${lead.title}: ${brief(lead)} (${lead.scope})` }
      : { ...about, what: "no-record", says: `${said}no record` },
    ...others.map((other) => ({ ...ofMeasure(other), says: `${other.title}: ${brief(other)}` })),
  ];
}

function contested({ record, by, says, answers }: ClaimView, about: string[]): CardStatement {
  const all = [{ by, says }, ...answers].map((one) => `${one.by}: ${one.says}`);
  return { what: "statement", record, of: [record, ...about], title: by, says: all.join(" ") };
}

function inOffice({ title, organisation, from, until }: NonNullable<CardModel["offices"]>["all"][number]) {
  return `${title}, ${organisation} (${from ?? "?"} – ${until ?? ""})`;
}

/** A measure that leads the answer then and now is one statement, with both; so is what somebody says of several measures. */
function withStatement(all: CardStatement[], one: CardStatement): CardStatement[] {
  const same = ({ what, record, title }: CardStatement) =>
    what === one.what && title === one.title && (record === one.record || what === "statement");
  const known = all.find(same);
  if (!known) return [...all, one];
  const says = known.says.includes(one.says) ? known.says : `${known.says} ${one.says}`;
  return all.map((other) =>
    other === known ? { ...known, of: [...new Set([...known.of, ...one.of])], says } : other,
  );
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

/** Where anything of a pack is spoken of: the dataset's maintainers do not know it, and need not learn of it. */
function packIn({ pack }: CardModel, { of }: CardStatement): Correction["pack"] {
  return pack?.records.some((id) => of.includes(id))
    ? { title: pack.title, version: pack.version }
    : undefined;
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
    pack: packIn(model, statement),
    scope: null,
    page,
    made,
    datasetVersion: model.dataset.version,
    comment: comment.trim(),
  };
}
