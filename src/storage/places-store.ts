import type { KnownPlace } from "../core/notes/known-place.ts";
import { type Channel, openChannel } from "../platform/channel.ts";
import type { TelecomLensDatabase } from "./migrations.ts";
import { withDatabase } from "./with-database.ts";

/** What came of the last search for each note's passage. Every method rejects with a StorageError. */
export interface PlacesStore {
  all(): Promise<KnownPlace[]>;
  /** In place of what was known of the same notes. What is meanwhile gone is passed over. */
  put(places: readonly KnownPlace[]): Promise<void>;
}

/** On which the background tells the library that passages were looked for. */
export const openPlacesChannel = (): Channel<"changed"> => openChannel("telecom-lens-places");

/** @param open gives a connection; it is asked before every operation and may keep it. */
export function createPlacesStore(open: () => Promise<TelecomLensDatabase>): PlacesStore {
  const run = withDatabase(open);
  return {
    all: () => run((database) => database.getAll("places")),
    put: (places) =>
      run(async (database) => {
        const transaction = database.transaction(["notes", "places"], "readwrite");
        const [notes, store] = [transaction.objectStore("notes"), transaction.objectStore("places")];
        const putting = places.map(async (place) => {
          if ((await notes.count(place.id)) > 0) await store.put(place);
        });
        await Promise.all([...putting, transaction.done]);
      }),
  };
}
