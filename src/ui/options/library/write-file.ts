import type { NoteFormat } from "../../../core/notes/formats/index.ts";
import type { Note } from "../../../core/notes/note.ts";
import { inSlices } from "./in-slices.ts";

/** So many characters are held as text before they go into a part of the file, which the browser may keep on the disk. */
const partLength = 1_000_000;

/**
 * Writes notes to a file in slices, so that the page stays alive.
 *
 * @param progress gets the number of pieces written so far; most formats write one for each note
 * @throws the signal's reason when it is given up
 */
export async function writeFile(
  format: NoteFormat,
  notes: readonly Note[],
  about: { exported: string; datasetVersion: string },
  progress: (pieces: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: Blob[] = [];
  let pieces: string[] = [];
  let held = 0;
  const finishPart = () => {
    parts.push(new Blob(pieces));
    pieces = [];
    held = 0;
  };
  function* writing(): Generator<number, void> {
    let written = 0;
    for (const piece of format.write(notes, about)) {
      pieces.push(piece);
      held += piece.length;
      written += 1;
      if (held >= partLength) finishPart();
      yield written;
    }
  }
  await inSlices(writing(), progress, signal);
  finishPart();
  return new Blob(parts, { type: format.mimeType });
}
