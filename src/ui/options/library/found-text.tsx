import { type Excerpt, placesOf } from "../../../core/notes/find-in-text.ts";

/** A text in which what was searched for is marked. @param words folded, as `searchWords` gives them */
export function FoundText({ text, words }: { text: string; words: readonly string[] }) {
  const places = placesOf(text, words);
  if (places.length === 0) return <>{text}</>;
  const parts = places.flatMap(({ start, end }, at) => [
    text.slice(places[at - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(places.at(-1)?.end)}
    </>
  );
}

export function FoundExcerpt({ excerpt, words }: { excerpt: Excerpt; words: readonly string[] }) {
  return (
    <>
      {excerpt.cutBefore ? "… " : ""}
      <FoundText text={excerpt.text} words={words} />
      {excerpt.cutAfter ? " …" : ""}
    </>
  );
}
