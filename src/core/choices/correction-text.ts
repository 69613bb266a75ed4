/**
 * A correction as plain English text, and as drafts of a mail and of an issue. Apart from its schema, so that the card
 * in the page can write one without what checks a file.
 */
import type { Correction } from "./correction.ts";

/** Longest texts that the reader may add (characters). */
export const correctionLimits = { comment: 10_000, claim: 2_000, address: 4_000 };

const scopeWords: Record<NonNullable<Correction["scope"]>, string> = {
  here: "in this article",
  site: "on this site",
  everywhere: "everywhere",
};

/** What it is about, in one line: the subject of a mail. */
export function correctionTitle({ problem, entity, matchedText }: Correction): string {
  return problem === "not-this-entity"
    ? `Telecom Lens: “${matchedText}” does not mean ${entity.name}`
    : `Telecom Lens: a mistake about ${entity.name}`;
}

/** A correction as plain English text for a mail, one fact a line. */
export function correctionText(correction: Correction): string {
  return `${correctionTitle(correction)}\n\n${factsOf(correction)}\n`;
}

function factsOf(correction: Correction): string {
  const { problem, entity, matchedText, claim, record, pack, scope } = correction;
  const { page, made, datasetVersion, comment } = correction;
  return [
    `${problem === "not-this-entity" ? "Marked as" : "About"}: ${entity.name} (${entity.id})`,
    `Matched text: ${matchedText}`,
    ...(claim ? [`Claim of the card: ${claim}`] : []),
    ...(record && record !== entity.id ? [`Record: ${record}`] : []),
    ...(pack ? [`Private pack: ${pack.title} ${pack.version}`] : []),
    ...(scope ? [`Left out: ${scopeWords[scope]}, since ${made.slice(0, 10)}`] : []),
    ...(page ? [`Page: ${page.url}`] : []),
    ...(page?.canonicalUrl && page.canonicalUrl !== page.url ? [`Canonical: ${page.canonicalUrl}`] : []),
    ...(page?.title ? [`Title: ${page.title}`] : []),
    `Dataset: ${datasetVersion}`,
    ...(comment ? ["", comment] : []),
  ].join("\n");
}

/** Longest addresses (characters) that are sure to arrive: mail programs take fewer than web servers. */
const longest = { mail: 1_900, issue: 6_000 };

const shortened = "\n[Shortened. The whole text can be copied.]";

export interface Draft {
  /** The address that opens it. */
  href: string;
  /** The end of the text had no room in it. */
  isShortened: boolean;
}

/** @param to address of the maintainers; empty where none is known: the reader then writes it. */
export function mailDraft(correction: Correction, to: string): Draft {
  const subject = encoded(correctionTitle(correction).slice(0, 200));
  const start = `mailto:${encoded(to).replaceAll("%40", "@")}?subject=${subject}&body=`;
  // Lines of a mail end in both.
  return withText(start, factsOf(correction).replaceAll("\n", "\r\n"), "", longest.mail);
}

/** @param template address of a tracker's form for a new issue, with `{title}` and `{body}` where these go. */
export function issueDraft(correction: Correction, template: string): Draft {
  const [start = "", end = ""] = template
    .replaceAll("{title}", encoded(correctionTitle(correction).slice(0, 200)))
    .split("{body}");
  return withText(start, factsOf(correction), end, longest.issue);
}

/** As much of the text as there is room for, and then whole characters only. */
function withText(start: string, text: string, end: string, limit: number): Draft {
  const room = limit - start.length - end.length;
  const whole = encoded(text);
  if (whole.length <= room) return { href: start + whole + end, isShortened: false };
  const tail = encoded(shortened);
  let kept = "";
  for (const character of text.toWellFormed()) {
    const next = encodeURIComponent(character);
    if (kept.length + next.length + tail.length > room) break;
    kept += next;
  }
  return { href: start + kept + tail + end, isShortened: true };
}

/** For the query of an address; half a character, which has no code there, is replaced. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
