export interface TableRow {
  cells: string[];
  /** The text ended within the last cell. */
  open: boolean;
  /** Where in the text the row ends. */
  end: number;
}

/**
 * The rows of a CSV text (RFC 4180), in time that grows with its length alone: a cell in quotation marks may hold
 * delimiters, line breaks and doubled quotation marks. A mark within a bare cell is a mark.
 */
export function* parseTable(text: string, delimiter: string): Generator<TableRow> {
  /** What a bare cell ends with. */
  const ending = new RegExp(`[${delimiter}\\r\\n]|$`, "g");
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        const mark = text.indexOf('"', at);
        if (mark < 0) {
          yield { cells: [...cells, value + text.slice(at)], open: true, end: text.length };
          return;
        }
        value += text.slice(at, mark);
        at = mark + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    }
    ending.lastIndex = at;
    const stop = ending.exec(text)?.index ?? text.length;
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
    yield { cells, open: false, end: at };
    cells = [];
  }
}
