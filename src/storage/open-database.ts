import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Migration, migrations, type TelecomLensDatabase } from "./migrations.ts";
import { StorageError, toStorageError } from "./storage-error.ts";

/**
 * A function that opens a database by its name and keeps the connection for the calls that follow.
 *
 * The connection is given up when a newer version of the extension wants to upgrade, and when the browser
 * ends it; the next call opens a new one. It rejects with a StorageError and does not remember a failure.
 *
 * @param steps what leads from each version to the next; their number is the version of the database.
 */
export function openerOf<S extends DBSchema>(
  name: string,
  steps: readonly Migration<S>[],
): () => Promise<IDBPDatabase<S>> {
  let current: Promise<IDBPDatabase<S>> | undefined;
  const forget = (connection: Promise<IDBPDatabase<S>>) => {
    if (current === connection) current = undefined;
  };
  return () => {
    if (current) return current;
    const connection: Promise<IDBPDatabase<S>> = connect(name, steps, () => forget(connection));
    current = connection;
    connection.catch(() => forget(connection));
    return connection;
  };
}

/** One of notes, under the name of the database. */
export function databaseOpener(
  name: string,
  steps: readonly Migration[] = migrations,
): () => Promise<TelecomLensDatabase> {
  return openerOf(name, steps);
}

/** Milliseconds that an older page gets to give way. */
const patience = 2_000;

/** Opens the database of the notes. */
export const openDatabase = databaseOpener("telecom-lens");

async function connect<S extends DBSchema>(
  name: string,
  steps: readonly Migration<S>[],
  lost: () => void,
): Promise<IDBPDatabase<S>> {
  let refuseWaiting: (problem: StorageError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    refuseWaiting = reject;
  });
  try {
    if (typeof indexedDB === "undefined") throw new StorageError("unavailable");
    const opening = openDB<S>(name, steps.length, {
      upgrade: async (database, oldVersion, _wanted, transaction) => {
        // Nobody else waits for it: the connection fails where it is aborted.
        transaction.done.catch(() => {});
        try {
          for (const migrate of steps.slice(oldVersion)) await migrate(database, transaction);
        } catch {
          // Without this, the half that was done would count as the new version.
          transaction.abort();
        }
      },
      // A page that gives way may have to finish what it writes.
      blocked: () => setTimeout(() => refuseWaiting(new StorageError("blocked")), patience),
      blocking: (_current, _wanted, event) => {
        lost();
        (event.target as IDBDatabase).close();
      },
      terminated: lost,
    });
    // Where waiting was refused, the late connection must not block others in its turn.
    blocked.catch(() => opening.then((database) => database.close()).catch(() => {}));
    return await Promise.race([opening, blocked]);
  } catch (cause) {
    throw openingError(cause);
  }
}

function openingError(cause: unknown): StorageError {
  const error = toStorageError(cause);
  // Whatever has no name of its own here means that the browser refused the database as a whole.
  return error.problem === "failed" ? new StorageError("unavailable", { cause }) : error;
}
