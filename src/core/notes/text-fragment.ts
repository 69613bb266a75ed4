import type { Passage } from "./note.ts";

/** A longer quote is told by its beginning and its end. */
const longestWhole = 200;
/** So many words of each. */
const endWords = 6;
/** A quote so short may stand in the article twice: what stands around it tells which is meant. */
const shortQuote = 60;
const contextWords = 4;

/**
 * The page's address with a text fragment, by which browsers scroll to a passage: `#:~:text=prefix-,start,end,-suffix`.
 * The address as it is where there is no passage, or where it is none of the web.
 */
export function addressAtPassage(url: string, passage: Passage | undefined): string {
  if (!passage || !/^https?:\/\//i.test(url)) return url;
  const directive = textDirective(passage);
  if (directive === "") return url;
  const [address = "", fragment = ""] = splitOnce(url, "#");
  // An older directive gives way; a fragment that an application uses as a route stays.
  return `${address}#${splitOnce(fragment, ":~:")[0]}:~:${directive}`;
}

/** `text=…` of a passage; empty where the quote has no words. */
export function textDirective({ quote, prefix, suffix }: Passage): string {
  // Browsers match whole words only, and a selection may begin or end within one.
  const [before] = wordAcross(prefix, quote);
  const [, after] = wordAcross(quote, suffix);
  const whole = before + quote + after;
  const lines = whole
    .split("\n")
    .map(spaced)
    .filter((line) => headOf(line, 1) !== "");
  const [first = ""] = lines;
  const last = lines.at(-1) ?? "";
  if (first === "") return "";
  // One term cannot reach from one paragraph into the next; two mark where it begins and ends.
  const terms =
    lines.length > 1 || first.length > longestWhole
      ? [headOf(first, endWords), tailOf(last, endWords)]
      : [first];
  const parts = terms.map(encoded);
  if (whole.length <= shortQuote) {
    const lead = tailOf(lineEnd(prefix, before.length), contextWords);
    const trail = headOf(lineStart(suffix, after.length), contextWords);
    if (lead) parts.unshift(`${encoded(lead)}-`);
    if (trail) parts.push(`-${encoded(trail)}`);
  }
  return `text=${parts.join(",")}`;
}

/** Comma, ampersand and hyphen have a meaning of their own in the fragment. */
function encoded(term: string): string {
  return encodeURIComponent(term.toWellFormed()).replaceAll("-", "%2D");
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** The word that reaches over the place where two texts meet: its part in each. */
function wordAcross(one: string, other: string): [string, string] {
  const [tail, head] = [one.slice(-80), other.slice(0, 80)];
  const word = segmenter.segment(tail + head).containing(tail.length);
  if (!word?.isWordLike || word.index === tail.length || head === "") return ["", ""];
  return [tail.slice(word.index), head.slice(0, word.index + word.segment.length - tail.length)];
}

/** Up to so many words from the beginning, with what stands between them. */
function headOf(text: string, words: number): string {
  let left = words;
  let end = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(0, 400))) {
    if (!isWordLike) continue;
    end = index + segment.length;
    left -= 1;
    if (left === 0) break;
  }
  return text.slice(0, end).trim();
}

function tailOf(text: string, words: number): string {
  const part = text.slice(-400);
  const starts = [...segmenter.segment(part)].flatMap(({ index, isWordLike }) => (isWordLike ? [index] : []));
  const start = starts.at(-words) ?? starts[0];
  return start === undefined ? "" : part.slice(start).trim();
}

/** What stands before the quote in its own paragraph, without the words that a cut may have broken. */
function lineEnd(prefix: string, used: number): string {
  const text = prefix.slice(0, prefix.length - used);
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return spaced(line === text ? text.replace(/^\S*\s?/, "") : line);
}

function lineStart(suffix: string, used: number): string {
  const text = suffix.slice(used);
  const line = text.split("\n", 1)[0] ?? "";
  return spaced(line === text ? text.replace(/\s?\S*$/, "") : line);
}

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}
