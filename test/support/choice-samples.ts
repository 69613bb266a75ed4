import type { Choice } from "../../src/core/choices/choice.ts";
import type { Answers, ChoiceList, Payload } from "../../src/messaging/protocol.ts";
import type { Shortcut } from "../../src/ui/api.ts";

const common = { datasetVersion: "2026.11.0", made: "2026-11-24T10:00:00.000Z" };

/** One of each scope, newest first; the first is of a page that is hostile. */
export const sampleChoices: Choice[] = [
  {
    ...common,
    id: "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
    entity: { id: "northland", name: "Northland" },
    surface: "<b>North</b>",
    scope: "here",
    host: "hostile.example",
    page: { url: "javascript:alert(1)", title: "<img src=x onerror=alert(1)>" },
  },
  {
    ...common,
    id: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
    made: "2026-11-23T10:00:00.000Z",
    entity: { id: "vendor-a", name: "Vendor A" },
    surface: "A Tower",
    scope: "here",
    host: "news.example",
    page: {
      url: "https://news.example/2020/02/01/masts?utm_source=mail",
      canonicalUrl: "https://news.example/2020/02/01/masts",
      title: "The council opens the door halfway",
    },
  },
  {
    ...common,
    id: "cccccccc-cccc-4ccc-8ccc-cccccccccccc",
    made: "2026-11-22T10:00:00.000Z",
    entity: { id: "carrier", name: "Carrier" },
    surface: "carrier",
    scope: "site",
    host: "paper.example",
  },
  {
    ...common,
    id: "dddddddd-dddd-4ddd-8ddd-dddddddddddd",
    made: "2026-11-21T10:00:00.000Z",
    entity: { id: "jane-doe", name: "Jane Doe" },
    surface: "Doe",
    scope: "everywhere",
  },
];

export const sampleChoiceList: ChoiceList = { choices: sampleChoices, unreadable: 0, inPrivate: 0 };

export const sampleShortcuts: Shortcut[] = [
  { name: "next-mention", does: "Next mention", keys: "Alt+Shift+Period" },
  { name: "previous-mention", does: "Previous mention", keys: "Alt+Shift+Comma" },
  { name: "open-card", does: "Open the card of the name in view", keys: "" },
];

type ChoiceCalls = "ui.choices" | "ui.undoChoices" | "ui.restoreChoices";

/** Answers as the background would, over a list that they change. */
export function fakeChoices(world: { choices: ChoiceList }): {
  [N in ChoiceCalls]: (payload: Payload<N>) => Answers[N];
} {
  return {
    "ui.choices": () => structuredClone(world.choices),
    "ui.undoChoices": ({ ids, also = [] }) => {
      const { choices } = world.choices;
      world.choices.choices = choices.filter(({ id }) => !ids.includes(id));
      if (also.includes("unreadable")) world.choices.unreadable = 0;
      if (also.includes("private")) world.choices.inPrivate = 0;
      return choices.length - world.choices.choices.length;
    },
    "ui.restoreChoices": ({ choices }) => {
      world.choices.choices = [...choices, ...world.choices.choices].sort((one, other) =>
        other.made.localeCompare(one.made),
      );
      return true;
    },
  };
}
