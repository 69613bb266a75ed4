import type { CardModel, CardSource, OfficeView, PolicyAnswer } from "./card-model.ts";
import { brief, packText } from "./card-text.ts";

/**
 * What the card says, as a reference that can be pasted into a text: the statement for this page, each source
 * that it rests on with publisher, date and the day it was last checked, and our dataset's version. Plain
 * English text with ISO dates, which read the same everywhere.
 */
export function citationText(model: CardModel): string {
  const cited = new Set<number>();
  const cite = (numbers: readonly number[]) => {
    for (const number of numbers) cited.add(number);
    return numbers.length > 0 ? ` [${numbers.join(", ")}]` : "";
  };
  const statements = statementsOf(model, cite);
  const sources = model.sources.filter(({ number }) => cited.has(number)).map(sourceText);
  const { version, date } = model.dataset;
  const { pack } = model;
  return [
    statements.join(" "),
    ...(sources.length > 0 ? ["Sources:", ...sources] : []),
    `Telecom Lens dataset ${version} (${date}), record “${model.entity.name}” checked ${model.checked}.`,
    ...(pack ? [packText(pack)] : []),
  ].join("\n");
}

type Cite = (numbers: readonly number[]) => string;

function statementsOf(model: CardModel, cite: Cite): string[] {
  const [pair] = model.pairs;
  const name = model.entity.name;
  if (pair) return answers(`${pair.subject.name} in ${pair.inCountry}`, pair, cite);
  if (model.life) return answers(name, model.life, cite);
  if (model.offices) {
    const { atArticle, now } = model.offices;
    const then =
      atArticle && model.articleDate ? [`On ${model.articleDate.day}: ${held(atArticle, cite)}`] : [];
    return [`${name}.`, ...then, `On ${model.today}: ${held(now, cite)}`];
  }
  return [`${name}: ${model.sentence.text}${cite(model.sentence.sources)}`];
}

function answers(
  title: string,
  { atArticle, now }: { atArticle: PolicyAnswer | null; now: PolicyAnswer },
  cite: Cite,
): string[] {
  const sides = atArticle ? [atArticle, now] : [now];
  return [`${title}.`, ...sides.map((side) => `On ${side.on}: ${answer(side, cite)}`)];
}

function answer({ lead }: PolicyAnswer, cite: Cite): string {
  if (!lead) return "no record, which does not mean that there is no restriction.";
  return `${lead.title}: ${brief(lead)} (${lead.scope})${cite(lead.summary.sources)}.`;
}

function held(offices: OfficeView[], cite: Cite): string {
  if (offices.length === 0) return "no office on record.";
  return `${offices.map(({ title, organisation, sources }) => `${title}, ${organisation}${cite(sources)}`).join("; ")}.`;
}

function sourceText({ number, publisher, title, date, seen, checked, url }: CardSource): string {
  const dates = [date ?? "no date", seen ? `checked ${checked}` : "known, not read"].join(", ");
  return `[${number}] ${publisher}: “${title}” (${dates}). ${url}`;
}
