import type { Answers, InterfaceCall, NoteChanges, Payload } from "../../src/messaging/protocol.ts";

type ChangeCall = Extract<InterfaceCall, "ui.noteChanges" | "ui.settleSplit" | "ui.seeChanges">;

/** A background that knows in memory what the dataset's changes mean for the notes. */
export function fakeChanges(world: { noteChanges: NoteChanges }): {
  [N in ChangeCall]: (payload: Payload<N>) => Answers[N];
} {
  return {
    "ui.noteChanges": () => structuredClone(world.noteChanges),
    "ui.settleSplit": ({ ids }) => {
      const { split } = world.noteChanges;
      world.noteChanges.split = split.filter(({ note }) => !ids.includes(note.id));
      return ids.length;
    },
    "ui.seeChanges": ({ ids }) => {
      const { changed } = world.noteChanges;
      world.noteChanges.changed = changed.filter(({ note }) => !ids.includes(note.id));
      return ids.length;
    },
  };
}
