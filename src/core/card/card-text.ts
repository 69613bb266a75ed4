import type {
  CardModel,
  CardPack,
  CitedText,
  ClaimView,
  OfficeView,
  PairView,
  PolicyAnswer,
  PolicyBrief,
  PolicyView,
  TimelineStep,
} from "./card-model.ts";

const statusWords: Record<PolicyView["status"], string> = {
  "not-yet": "not yet",
  proposed: "proposed",
  recommended: "recommended",
  empowered: "power exists",
  decided: "decided",
  "in-force": "in force",
  suspended: "suspended",
  ended: "ended",
};

const stanceWords: Record<PolicyView["stance"], string> = {
  prohibits: "prohibits",
  restricts: "restricts",
  "case-by-case": "case by case",
  permits: "permits",
  "under-review": "under review",
  none: "takes no side",
};

const originWords = {
  "json-ld": "the page's JSON-LD",
  meta: "the page's meta data",
  time: "a time element",
  text: "a date in the page's text",
  url: "the page's address",
  chosen: "the reader's choice",
};

/**
 * A card as plain English text, one line for each statement, indented by two or more spaces where it belongs
 * to the one above: what a note freezes (S4) and what `npm start` prints. The card in the page renders the
 * same model; words differ, facts cannot.
 */
export function cardText(model: CardModel): string {
  const out: string[] = [];
  const say = (indent: number, text: string) => out.push(" ".repeat(indent) + text);
  const head = [model.entity.kind, model.does, model.home?.name].filter(Boolean).join(" · ");
  say(0, model.entity.name);
  say(0, head);
  say(0, cited(model.sentence));
  if (model.candidates.length > 0) {
    say(0, `Uncertain: may be ${model.candidates.map(({ name }) => name).join(" or ")}`);
  }
  say(
    0,
    model.articleDate
      ? `Article's date: ${model.articleDate.day}, from ${originWords[model.articleDate.origin]}`
      : "Article's date: none found, so only the present state is given",
  );
  for (const pair of model.pairs) {
    out.push("");
    say(0, `${pair.subject.name} in ${pair.inCountry}`);
    sayAnswers(say, pair);
    saySinceThen(say, pair);
    sayTimeline(say, pair.timeline);
    for (const claim of pair.claims) sayClaim(say, claim);
    if (pair.knownUntil) say(2, `Newest source: ${pair.knownUntil}`);
  }
  if (model.life) {
    out.push("");
    sayAnswers(say, model.life);
    saySinceThen(say, model.life);
    sayTimeline(say, model.life.timeline);
  }
  if (model.acts && model.acts.list.length > 0) {
    out.push("");
    say(2, model.acts.by === "issuer" ? "On record:" : "Measures that name it:");
    for (const act of model.acts.list) {
      const about = [act.issuer, brief(act), act.later ? "begun after the article" : ""].filter(Boolean);
      say(4, `${act.title}: ${about.join(", ")}${numbers(act.sources)}`);
    }
    if (model.acts.more > 0) say(4, `and ${model.acts.more} more`);
  }
  if (model.offices) {
    out.push("");
    if (model.offices.atArticle) say(2, `Then: ${offices(model.offices.atArticle)}`);
    say(2, `Now:  ${offices(model.offices.now)}`);
  }
  if (model.claims.length > 0 || model.hints.length > 0) out.push("");
  for (const claim of model.claims) sayClaim(say, claim);
  for (const hint of model.hints) say(2, cited(hint));
  out.push("");
  for (const source of model.sources) {
    const about = [
      source.date,
      source.interest,
      source.seen ? `checked ${source.checked}` : "known, not read",
    ];
    say(2, `[${source.number}] ${source.publisher}: ${source.title} (${about.filter(Boolean).join("; ")})`);
    say(6, source.url);
  }
  say(0, `Dataset ${model.dataset.version} of ${model.dataset.date}; record checked ${model.checked}`);
  if (model.pack) say(0, packText(model.pack));
  return out.join("\n");
}

/** Whoever reads a note or a citation must know that not all of it can be looked up in our dataset. */
export function packText({ title, version, signed, records }: CardPack): string {
  const pack = `private pack “${title}” ${version}${signed ? "" : " (unsigned)"}`;
  return `From the ${pack}, not checked by Telecom Lens: ${records.join(", ")}.`;
}

type Say = (indent: number, text: string) => void;

function sayAnswers(
  say: Say,
  { atArticle, now }: { atArticle: PolicyAnswer | null; now: PolicyAnswer },
): void {
  if (atArticle) sayAnswer(say, "Then", atArticle);
  sayAnswer(say, "Now", now);
}

function sayAnswer(say: Say, label: string, { on, lead, others, searched }: PolicyAnswer): void {
  if (!lead) {
    say(2, `${label} (${on}): no record. That is not the same as no restriction.`);
    for (const search of searched) say(4, `Searched ${search.on}: ${search.text}`);
    return;
  }
  say(2, `${label} (${on}): ${policy(lead)}`);
  say(4, lead.scope);
  say(4, cited(lead.summary));
  if (lead.nextDeadline) {
    say(4, `Deadline ${lead.nextDeadline.on}${lead.nextDeadline.text ? `: ${lead.nextDeadline.text}` : ""}`);
  }
  for (const detail of lead.unconfirmed) say(4, `Unconfirmed: ${detail}`);
  if (others.length > 0) say(4, `Also: ${others.map(({ title }) => title).join("; ")}`);
}

/** `prohibits, in force since 2022-10-13`. */
export function brief(view: PolicyBrief & { imprecise?: boolean }): string {
  const state = view.status === "ended" && view.endedBy ? view.endedBy : statusWords[view.status];
  const stopped = view.status === "ended" || view.status === "suspended";
  // An order that a court stopped or that ended takes a side; it only has no effect.
  const stance = stopped ? "" : `${stanceWords[view.stance]}, `;
  return `${stance}${state} since ${view.imprecise ? "about " : ""}${view.since}`;
}

function policy(view: PolicyView): string {
  const parts = [
    brief(view),
    ...(view.appealed ? ["under appeal"] : []),
    view.ownChoice ? "a company's own choice" : view.force,
    view.targeting,
    ...(view.part ? [`only ${view.part}`] : []),
    ...(view.confirmed ? [] : ["unconfirmed: no source was read"]),
  ];
  return `${view.title}: ${parts.join(", ")} (${view.body})`;
}

function saySinceThen(say: Say, { sinceThen }: Pick<PairView, "sinceThen">): void {
  if (!sinceThen) return;
  if (sinceThen.length === 0) say(2, "Since then: no change on record.");
  for (const { on, to } of sinceThen) {
    say(2, `Since then, ${on}: ${to ? `${to.title}: ${brief(to)}` : "no record"}`);
  }
}

function sayTimeline(say: Say, timeline: TimelineStep[]): void {
  for (const { on, text, step, ahead, sources } of timeline) {
    say(4, `${on.padEnd(11)} ${step}${ahead ? " (ahead)" : ""}: ${text}${numbers(sources)}`);
  }
}

function sayClaim(say: Say, claim: ClaimView): void {
  say(2, `${claim.by} says: ${claim.says}${numbers(claim.sources)}`);
  if (claim.answers.length === 0) say(4, "No answer is on record.");
  for (const answer of claim.answers)
    say(4, `${answer.by} answers: ${answer.says}${numbers(answer.sources)}`);
}

function offices(list: OfficeView[]): string {
  if (list.length === 0) return "no office on record";
  return list
    .map((office) => {
      const acting = office.acting ? "acting " : "";
      const until = office.until ?? (office.end === "held" ? "today" : "unknown");
      const doubt = office.uncertain ? ", dates uncertain" : "";
      return `${acting}${office.title}, ${office.organisation} (${office.from ?? "unknown"} to ${until}${doubt})${numbers(office.sources)}`;
    })
    .join("; ");
}

function cited({ text, sources }: CitedText): string {
  return `${text}${numbers(sources)}`;
}

function numbers(sources: number[]): string {
  return sources.length > 0 ? ` [${sources.join(", ")}]` : "";
}
