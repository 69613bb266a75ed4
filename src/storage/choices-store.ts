import { type Choice, choiceSchema, isSameChoice } from "../core/choices/choice.ts";
import type { SettingsArea } from "./settings-store.ts";
import { StorageError, toStorageError } from "./storage-error.ts";

/** What is kept, and how many entries could not be read. They stay where they are until `forgetUnreadable`. */
export interface KeptChoices {
  /** Newest first. */
  choices: Choice[];
  unreadable: number;
}

/** The reader's choices of "not this one". Every method rejects with a StorageError when the browser refuses. */
export interface ChoicesStore {
  list(): Promise<KeptChoices>;
  /** Adds choices; one that says the same as another takes its place. */
  add(choices: readonly Choice[]): Promise<void>;
  /** Takes choices back and gives back how many there were; unknown ones are passed over. */
  remove(ids: readonly string[]): Promise<number>;
  /** Deletes the entries that could not be read, for good. */
  forgetUnreadable(): Promise<void>;
}

/** Where the choices lie in the area: a list, newest last. */
export const choicesKey = "choices";

/** More than a reader makes in years; a hostile page that made them by itself would stop here. */
export const mostChoices = 2_000;

/** @param area `storage.local`, or `storage.session` for what must not outlive private windows. */
export function createChoicesStore(area: SettingsArea): ChoicesStore {
  // Reading and writing are two steps: changes wait for one another, or one of two would be lost.
  let last: Promise<unknown> = Promise.resolve();

  const read = async () => {
    try {
      const stored = (await area.get(choicesKey))[choicesKey];
      const entries: unknown[] = stored === undefined ? [] : Array.isArray(stored) ? stored : [stored];
      const choices: Choice[] = [];
      const unreadable: unknown[] = [];
      for (const entry of entries) {
        const parsed = choiceSchema.safeParse(entry);
        if (parsed.success) choices.push(parsed.data);
        else unreadable.push(entry);
      }
      return { choices, unreadable };
    } catch (cause) {
      throw toStorageError(cause);
    }
  };
  const change = <T>(work: (now: Awaited<ReturnType<typeof read>>) => T): Promise<T> => {
    const changing = last.then(async () => {
      const now = await read();
      const result = work(now);
      try {
        // What a newer version or a fault left here is not ours to throw away.
        await area.set({ [choicesKey]: [...now.unreadable, ...now.choices] });
      } catch (cause) {
        throw toStorageError(cause);
      }
      return result;
    });
    last = changing.catch(() => {});
    return changing;
  };

  return {
    list: async () => {
      const { choices, unreadable } = await read();
      return { choices: choices.toReversed(), unreadable: unreadable.length };
    },
    add: (added) =>
      change((now) => {
        const others = now.choices.filter((choice) => !added.some((one) => isSameChoice(one, choice)));
        if (others.length + added.length > mostChoices) throw new StorageError("many");
        // By the time they were made: one that comes back takes its old place.
        now.choices = [...others, ...added].sort((one, other) => one.made.localeCompare(other.made));
      }),
    remove: (ids) =>
      change((now) => {
        const before = now.choices.length;
        now.choices = now.choices.filter(({ id }) => !ids.includes(id));
        return before - now.choices.length;
      }),
    forgetUnreadable: () =>
      change((now) => {
        now.unreadable = [];
      }),
  };
}
