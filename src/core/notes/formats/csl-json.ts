import { citations } from "./citations.ts";
import { dayFileName, type NoteFormat } from "./note-format.ts";

/** Citations for whatever works with CSL: Zotero, pandoc, word processors. */
export const cslJsonFormat: NoteFormat = {
  id: "csl-json",
  fileName: dayFileName("csl.json"),
  mimeType: "application/vnd.citationstyles.csl+json",
  *write(notes) {
    yield "[";
    let first = true;
    for (const { key, title, site, authors, published, accessed, address, notes: texts, tags } of citations(
      notes,
    )) {
      const item = {
        id: key,
        type: "webpage",
        title,
        "container-title": site || undefined,
        author: authors.length > 0 ? authors.map((literal) => ({ literal })) : undefined,
        issued: published.length > 0 ? date(published) : undefined,
        accessed: date(accessed),
        URL: address,
        keyword: tags.join(", ") || undefined,
        note: texts.join("\n") || undefined,
      };
      yield `${first ? "" : ","}\n${JSON.stringify(item)}`;
      first = false;
    }
    yield "\n]\n";
  },
};

function date(parts: readonly string[]) {
  return { "date-parts": [parts.map(Number)] };
}
