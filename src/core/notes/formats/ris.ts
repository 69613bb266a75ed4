import { citations } from "./citations.ts";
import { dayFileName, type NoteFormat } from "./note-format.ts";

/** Citations for reference managers; every note is one of their notes (`N1`). */
export const risFormat: NoteFormat = {
  id: "ris",
  fileName: dayFileName("ris"),
  mimeType: "application/x-research-info-systems",
  *write(notes) {
    for (const { key, title, site, authors, published, accessed, address, notes: texts, tags } of citations(
      notes,
    )) {
      // A value never runs over its line, so none can begin a field of its own.
      const fields: [tag: string, value: string | undefined][] = [
        ["TY", "ELEC"],
        ["ID", key],
        ["TI", title],
        ["T2", site],
        ...authors.map((author): [string, string] => ["AU", author]),
        ["PY", published[0]],
        ["DA", published.length > 0 ? day(published) : undefined],
        ["Y2", day(accessed)],
        ["UR", address],
        ...tags.map((tag): [string, string] => ["KW", tag]),
        ...texts.map((text): [string, string] => ["N1", text]),
      ];
      const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
      yield `${lines.join("")}ER  - \r\n\r\n`;
    }
  },
};

/** `2020/02/01/`: the format's own way, with a last part that nobody fills in. */
function day([year = "", month = "", date = ""]: readonly string[]): string {
  return `${year}/${month}/${date}/`;
}
