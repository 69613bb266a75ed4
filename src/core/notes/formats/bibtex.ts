import { citations } from "./citations.ts";
import { dayFileName, type NoteFormat } from "./note-format.ts";

/** Citations for LaTeX (biblatex, and BibTeX as `misc`) and reference managers. UTF-8, as both read it today. */
export const bibtexFormat: NoteFormat = {
  id: "bibtex",
  fileName: dayFileName("bib"),
  mimeType: "application/x-bibtex",
  *write(notes) {
    for (const { key, title, site, authors, published, accessed, address, notes: texts, tags } of citations(
      notes,
    )) {
      const fields: [name: string, value: string][] = [
        // Braces within keep the case of names.
        ["title", `{${escapeTex(title)}}`],
        // And each author whole.
        ["author", authors.map((author) => `{${escapeTex(author)}}`).join(" and ")],
        ["organization", escapeTex(site)],
        ["date", published.join("-")],
        ["year", published[0] ?? ""],
        // Taken as it stands, but some readers begin a formula at a dollar.
        ["url", address?.replaceAll("$", "%24") ?? ""],
        ["urldate", accessed.join("-")],
        ["keywords", escapeTex(tags.join(", "))],
        ["annote", texts.map(escapeTex).join("\n\n")],
      ];
      const lines = fields
        .filter(([, value]) => value !== "" && value !== "{}")
        .map(([name, value]) => `  ${name} = {${value}}`);
      yield `@online{${key},\n${lines.join(",\n")}\n}\n\n`;
    }
  },
};

const commands: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  // BibTeX counts braces whatever stands before them.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
};

/** A text that LaTeX sets as it is, with as many opening as closing braces. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^{}]|[&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`);
}
