/** The first line, from 1, in which a text is not what it should be; undefined where they are equal. */
export function firstDifference(text: string, wanted: string): number | undefined {
  if (text === wanted) return undefined;
  const found = text.split("\n");
  const first = wanted.split("\n").findIndex((line, index) => line !== found[index]);
  // Where all that is wanted is there, what follows is too much.
  return first < 0 ? wanted.split("\n").length : first + 1;
}
