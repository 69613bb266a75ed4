import { useCallback, useEffect, useState } from "preact/hooks";
import type { KnownPlaces } from "../../../core/notes/known-place.ts";
import { useNotesSource } from "../notes-source.ts";

/** Pages look for their passages while they load, several times. */
const settle = 200;

/**
 * What came of the last searches for the notes' passages; nothing while that is being read. Where it cannot be read, the
 * notes cannot either, and say so.
 */
export function usePlaces(): { places: KnownPlaces; readPlaces(): Promise<void> } {
  const source = useNotesSource();
  const [places, setPlaces] = useState<KnownPlaces>(new Map());
  const read = useCallback(
    () =>
      source.places().then(
        (all) => setPlaces(new Map(all.map((place) => [place.id, place]))),
        () => undefined,
      ),
    [source],
  );
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = source.onPlacesChange(() => {
      clearTimeout(waiting);
      waiting = setTimeout(read, settle);
    });
    void read();
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [source, read]);
  return { places, readPlaces: read };
}
