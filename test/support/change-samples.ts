import type {
  Answers,
  BriefNote,
  InterfaceCall,
  NoteChanges,
  Payload,
} from "../../src/messaging/protocol.ts";

const note = (number: number, about: string): BriefNote => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  words: "<b>Compare</b> with **July**",
  markdown: true,
  about,
  title: "The council opens the door halfway",
  datasetVersion: "2026.10.2",
  created: "2026-11-20T10:00:00.000Z",
});
const claim = {
  id: "m",
  title: "Cap on suppliers",
  before: "Cap on suppliers\na third",
  after: "Cap on suppliers\na fifth",
};
export const sampleNoteChanges: NoteChanges = {
  version: "2026.11.0",
  split: [
    {
      note: note(1, "Old Union"),
      heirs: [
        { id: "northland", name: "Northland", kind: "country" },
        { id: "southland", name: "Southland", kind: "country" },
      ],
    },
  ],
  gone: [note(2, "Gone House")],
  changed: [
    { note: note(3, "Vendor A"), claims: [claim, { ...claim, id: "n", title: "Old rule", after: null }] },
    { note: note(4, "Vendor B"), claims: [claim] },
  ],
};

type ChangeCall = Extract<InterfaceCall, "ui.noteChanges" | "ui.settleSplit" | "ui.seeChanges">;

/** A background that knows in memory what the dataset's changes mean for the notes. */
export function fakeChanges(world: { noteChanges: NoteChanges }): {
  [N in ChangeCall]: (payload: Payload<N>) => Answers[N];
} {
  return {
    "ui.noteChanges": () => structuredClone(world.noteChanges),
    "ui.settleSplit": ({ ids }) => {
      const split = world.noteChanges.split.filter(({ note }) => !ids.includes(note.id));
      world.noteChanges = { ...world.noteChanges, split };
      return ids.length;
    },
    "ui.seeChanges": ({ ids }) => {
      const changed = world.noteChanges.changed.filter(({ note }) => !ids.includes(note.id));
      world.noteChanges = { ...world.noteChanges, changed };
      return ids.length;
    },
  };
}
