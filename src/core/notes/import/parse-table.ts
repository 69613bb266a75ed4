/** A row of a table, and whether the text ended within one of its cells. */
export interface TableRow {
  cells: string[];
  open: boolean;
}

/**
 * The rows of a CSV text (RFC 4180), in time that grows with its length alone: a cell in quotation marks may hold
 * delimiters, line breaks and doubled quotation marks. A mark within a bare cell is a mark.
 */
export function* parseTable(text: string, delimiter: string): Generator<TableRow> {
  /** Where a bare cell ends. */
  const end = new RegExp(`[${delimiter}\\r\\n]|$`, "g");
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const mark = text.indexOf('"', at);
        if (mark < 0) {
          yield { cells: [...cells, value + text.slice(at)], open: true };
          return;
        }
        value += text.slice(at, mark);
        at = mark + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    }
    end.lastIndex = at;
    const stop = end.exec(text)?.index ?? text.length;
    // What follows a closed quotation mark belongs to the cell, as spreadsheets have it.
    cells.push(value + text.slice(at, stop));
    at = stop;
    if (text[at] === delimiter) {
      at++;
      // A delimiter at the very end has an empty cell after it.
      if (at < text.length) continue;
      cells.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    yield { cells, open: false };
    cells = [];
  }
}
