import type {
  CardModel,
  OfficeView,
  PairView,
  PolicyAnswer,
  PolicyView,
  TimelineStep,
} from "./card-model.ts";

/**
 * A card as plain English text: what a note freezes (S4) and what `npm start` prints. It holds every claim
 * with the numbers of its sources, and the sources below.
 */
export function cardText(model: CardModel): string {
  const { entity, home, does, articleDate, dataset } = model;
  const lines = [
    [entity.name, does, home?.name].filter(Boolean).join(" · "),
    cited(model.sentence.text, model.sentence.sources),
    ...candidateLines(model),
    articleDate
      ? `Article date: ${articleDate.day} (${originText[articleDate.origin]})`
      : "Article date: not found; only today's policy is given",
    ...model.pairs.flatMap(pairLines),
    ...(model.life
      ? ["", ...answerLines(model.life.atArticle, model.life.now), ...stepLines(model.life.timeline)]
      : []),
    ...officeLines(model),
    ...claimLines(model.claims),
    ...model.hints.map(({ text, sources }) => cited(text, sources)),
    "",
    "Sources",
    ...model.sources.map(
      ({ number, publisher, title, date, url, interest, seen, checked }) =>
        `[${number}] ${publisher}: ${title}${date ? `, ${date}` : ""}. ${url} (${[
          interest,
          seen ? `checked ${checked}` : "known, not read",
        ]
          .filter(Boolean)
          .join("; ")})`,
    ),
    `Dataset ${dataset.version} of ${dataset.date}; record checked ${model.checked}`,
  ];
  return lines.join("\n");
}

const originText = {
  "json-ld": "from the page's JSON-LD",
  meta: "from the page's metadata",
  time: "from the page's time element",
  url: "from the address",
  chosen: "chosen by the reader",
} as const;

function pairLines({ inCountry, subject, atArticle, now, timeline, claims }: PairView): string[] {
  return [
    "",
    `${subject.name} in ${inCountry}`,
    ...answerLines(atArticle, now),
    ...stepLines(timeline),
    ...claimLines(claims),
  ];
}

function stepLines(timeline: TimelineStep[]): string[] {
  return timeline.map(
    ({ on, step, text, sources, ahead }) =>
      `  ${on}  ${step}${ahead ? " (ahead)" : ""}: ${cited(text, sources)}`,
  );
}

function candidateLines({ candidates, entity }: CardModel): string[] {
  const others = candidates.filter(({ id }) => id !== entity.id).map(({ name }) => name);
  return others.length > 0 ? [`Uncertain; may also be ${others.join(", ")}`] : [];
}

function answerLines(atArticle: PolicyAnswer | null, now: PolicyAnswer): string[] {
  return [...(atArticle ? answerOf(`On ${atArticle.on}`, atArticle) : []), ...answerOf("Now", now)];
}

function answerOf(label: string, { lead, others, searched }: PolicyAnswer): string[] {
  if (!lead) {
    return [
      `${label}: no record (this is not "no restriction")`,
      ...searched.map(({ on, text }) => `  ${on}: ${text}`),
    ];
  }
  return [
    `${label}: ${standingOf(lead)}`,
    `  ${lead.scope}`,
    `  ${cited(lead.summary.text, lead.summary.sources)}`,
    ...(lead.nextDeadline ? [`  deadline: ${lead.nextDeadline.on}`] : []),
    ...lead.unconfirmed.map((detail) => `  unconfirmed: ${detail}`),
    ...others.map((other) => `  also: ${other.title} (${other.status} since ${other.since})`),
  ];
}

/** A measure's state in one line: "restricts · decided since 2020-01-28 · policy · named". */
function standingOf({
  stance,
  status,
  endedBy,
  since,
  imprecise,
  appealed,
  force,
  targeting,
}: PolicyView): string {
  const state = status === "ended" && endedBy ? `ended (${endedBy})` : status;
  const parts = [stance, `${state} since ${since}`, force, targeting];
  if (imprecise) parts.push("exact day not known");
  if (appealed) parts.push("under appeal");
  return parts.join(" · ");
}

function officeLines({ offices, articleDate }: CardModel): string[] {
  if (!offices) return [];
  const list = (views: OfficeView[]) => views.map(officeText).join("; ") || "no office on record";
  return [
    "",
    ...(offices.atArticle && articleDate ? [`On ${articleDate.day}: ${list(offices.atArticle)}`] : []),
    `Now: ${list(offices.now)}`,
  ];
}

/** An office in one line, with its dates. */
function officeText({ title, organisation, acting, from, until, uncertain, sources }: OfficeView): string {
  const span = `${from ?? "?"} – ${until ?? ""}`.trim();
  return cited(
    `${acting ? "acting " : ""}${title}, ${organisation} (${span}${uncertain ? ", uncertain" : ""})`,
    sources,
  );
}

function claimLines(claims: CardModel["claims"]): string[] {
  return claims.flatMap(({ by, says, sources, answers }) => [
    `${by}: ${cited(says, sources)}`,
    ...answers.map((answer) => `  ${answer.by}: ${cited(answer.says, answer.sources)}`),
  ]);
}

function cited(text: string, sources: number[]): string {
  return sources.length > 0 ? `${text} [${sources.join(", ")}]` : text;
}
