import { isSmallAt, letterBits, traitsAt, unitsAt } from "./letter-case.ts";

/** A line of a folded block; what its capitals say is told when first asked, for few rules do. */
export class Line {
  readonly start: number;
  readonly end: number;
  private readonly plain: string;
  private ownCase: LineCase | null = null;

  constructor(plain: string, start: number, end: number) {
    this.plain = plain;
    this.start = start;
    this.end = end;
  }

  /** Two words or more and no small letter: capitals say nothing here. */
  get allCaps(): boolean {
    return this.case.allCaps;
  }

  /** Nearly every word has a capital, as in a headline: capitals say little here. */
  get titleCase(): boolean {
    return this.case.titleCase;
  }

  private get case(): LineCase {
    this.ownCase ??= caseOf(this.plain.slice(this.start, this.end));
    return this.ownCase;
  }
}

interface LineCase {
  allCaps: boolean;
  titleCase: boolean;
}

/** Long lines are prose; looking at their beginning is enough. */
const headlineLength = 300;

function caseOf(line: string): LineCase {
  const hasSmall = holdsSmall(line);
  if (hasSmall && (line.length > headlineLength || endsLikeSentence(line)))
    return { allCaps: false, titleCase: false };
  const { capitals, long, raised } = countWords(line.slice(0, headlineLength));
  if (!hasSmall) return { allCaps: capitals >= 2, titleCase: false };
  return { allCaps: false, titleCase: long >= 3 && raised >= long * 0.75 };
}

function holdsSmall(line: string): boolean {
  for (let at = 0; at < line.length; at += unitsAt(line, at)) if (isSmallAt(line, at)) return true;
  return false;
}

/** Ends with a point or the like, quotation marks and a space after it allowed. */
function endsLikeSentence(line: string): boolean {
  let at = line.length - 1;
  const first = at - 5;
  while (at >= first && " \n".includes(line.charAt(at))) at--;
  while (at >= first && "\"'”)".includes(line.charAt(at))) at--;
  return at >= first && at >= 0 && ".;:,".includes(line.charAt(at));
}

/** Words in capitals; words of four units or more, and those of them with a capital. */
function countWords(line: string): { capitals: number; long: number; raised: number } {
  const { word, letter, capital } = letterBits;
  const count = { capitals: 0, long: 0, raised: 0 };
  for (let at = 0; at < line.length; ) {
    const first = traitsAt(line, at);
    const start = at;
    at += unitsAt(line, at);
    if (!(first & word)) continue;
    let letters = 1;
    let common = first;
    for (let traits = traitsAt(line, at); traits & word; traits = traitsAt(line, at)) {
      letters++;
      common &= traits;
      at += unitsAt(line, at);
    }
    if (common & capital && letters >= 2) count.capitals++;
    if (at - start < 4 || !(first & letter)) continue;
    count.long++;
    if (first & capital) count.raised++;
  }
  return count;
}
