/** Notes to read and to hand on: by article, each with its quote, text and tags. README.md says what is left out. */
import type { Note } from "../note.ts";
import { groupByArticle, type NotedArticle, webAddress } from "./group-by-article.ts";
import { dayFileName, livingNotes, type NoteFormat } from "./note-format.ts";
import { visibleLine, visibleText } from "./visible-text.ts";
import { addressIri } from "./web-annotation-iri.ts";

export const markdownFormat: NoteFormat = {
  id: "markdown",
  fileName: dayFileName("md"),
  mimeType: "text/markdown;charset=utf-8",
  *write(notes, { exported, datasetVersion }) {
    const living = livingNotes(notes);
    const articles = groupByArticle(living);
    const facts = `Exported ${exported.slice(0, 10)}. Dataset: ${datasetVersion}. Notes: ${living.length}. Articles: ${articles.length}.`;
    yield `# Telecom Lens notes\n\n${plain(facts)}\n`;
    for (const article of articles) yield `\n${articleText(article)}\n`;
  },
};

function articleText({ page, notes }: NotedArticle): string {
  const address = webAddress(page);
  const title = plain(visibleLine(page.title) || visibleLine(page.url));
  // Nothing in an IRI can end the brackets; a character reference would be taken for what it means.
  const heading = address ? `[${title}](<${addressIri(address).replaceAll("&", "\\&")}>)` : title;
  const facts = [page.site, page.author, page.published, address ? "" : page.url].filter(Boolean);
  return [
    `## ${heading}`,
    ...(facts.length > 0 ? [plain(visibleLine(facts.join(" · ")))] : []),
    notes.map(noteText).join("\n\n* * *\n\n"),
  ].join("\n\n");
}

function noteText({ body, tags, passage, entity, created }: Note): string {
  const facts = [
    ...(entity ? [`On: ${entity.name}`] : []),
    ...(tags.length > 0 ? [`Tags: ${tags.join(", ")}`] : []),
    `Noted: ${created.slice(0, 10)}`,
  ];
  return [passage ? quoteText(passage.quote) : "", lightText(body), plain(visibleLine(facts.join(" · ")))]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** Each block of the article that the quote runs through is a paragraph. */
function quoteText(quote: string): string {
  return linesOf(quote)
    .filter((line) => line !== "")
    .map((line) => `> ${plain(line)}`)
    .join("\n>\n");
}

function linesOf(text: string): string[] {
  return visibleText(text)
    .split("\n")
    .map((line) => line.trim());
}

/** A line that Markdown shows as it is: no markup, no link, no character reference. */
function plain(line: string): string {
  return line
    .replace(/[\\`*_[\]<>&~|#]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/**
 * The reader's own text, which may have emphasis, lists and quotes. What else Markdown knows is shown as text: markup,
 * links, pictures, character references, headings and code, which could hide something or break the document's order.
 */
function lightText(body: string): string {
  return visibleText(body).trim().split("\n").map(lightLine).join("\n");
}

function lightLine(line: string): string {
  // Deeper than three blanks begins code; so do five after a list's mark.
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "  ").slice(0, 3) ?? "";
  const [, marks = "", rest = ""] =
    /^((?:(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*)(?=\S))*)(.*)$/s.exec(line.trim()) ?? [];
  const text = rest
    .replace(/\\(?![*_])|[`[\]<&~|#]/g, "\\$&")
    // A line of these alone would make the line above a heading.
    .replace(/^([-=])(?=[-=\s]*$)/, "\\$1");
  return `${indent}${marks.replace(/[ \t]+/g, " ")}${text}`.trimEnd();
}
