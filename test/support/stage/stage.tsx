/**
 * Long because all states stand in one list.
 *
 * Every state of the interface, one at a time, in a bare page with made-up data: for screenshots, and for looking for
 * accessibility problems in both browsers. New samples and sections are found by themselves.
 */
import axe from "axe-core";
import { type ComponentType, render } from "preact";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { editOf } from "../../../src/core/notes/edit-draft.ts";
import { type KnownPlace, placeStates } from "../../../src/core/notes/known-place.ts";
import type { Note, Passage } from "../../../src/core/notes/note.ts";
import type { DatasetProgress } from "../../../src/messaging/protocol.ts";
import type { Anchor, Card, CardEvents, Notice } from "../../../src/page/card/card-face.ts";
import { createCard } from "../../../src/page/card/create-card.tsx";
import { registerMarkdown } from "../../../src/page/register-markdown.ts";
import { ApiProvider } from "../../../src/ui/api.ts";
import { FileHandoverProvider } from "../../../src/ui/options/file-handover.ts";
import { NotesSourceProvider } from "../../../src/ui/options/notes-source.ts";
import optionsStyle from "../../../src/ui/options/options.css?inline";
import { OptionsPage } from "../../../src/ui/options/options-page.tsx";
import popupStyle from "../../../src/ui/popup/popup.css?inline";
import { PopupPage } from "../../../src/ui/popup/popup-page.tsx";
import * as cardSamples from "../card-samples.ts";
import { sampleNoteChanges } from "../change-samples.ts";
import { samplePack, troubledDataset, updatedDataset } from "../dataset-samples.ts";
import { type FakeApi, type FakeWorld, fakeApi, sampleNotes } from "../interface-samples.ts";
import { libraryNotes } from "../library-notes.ts";
import {
  editedNote,
  foundNotes,
  hostileNote,
  keptDraft,
  keptEdit,
  markdownNote,
  orphanNote,
  otherPassage,
} from "../note-samples.ts";
import {
  articlePage,
  datasetInfo,
  otherPages,
  packPair,
  sampleClaims,
  samplePair,
} from "../popup-samples.ts";
import { sampleBackup } from "../safety-samples.ts";
import { markStates } from "./mark-states.ts";
import { enter, press, rest, unfold } from "./steps.ts";
import { workedStates } from "./worked-states.ts";

export interface StageState {
  /** `card vendor`, `card vendor, unfolded`, `popup no access`, `options notes, empty` … */
  name: string;
  group: "card" | "popup" | "options" | "welcome" | "marks";
  /** Somebody has to press or enter something until it is there. */
  worked: boolean;
}

export interface Stage {
  states(): Promise<StageState[]>;
  show(name: string): Promise<void>;
  /** What axe finds in what is shown, each problem in a line. */
  problems(): Promise<string[]>;
}

type Show = () => unknown;

let card: Card | undefined;
const refused = "The browser does not let the extension open its database.";
function clear(): void {
  card?.destroy();
  card = undefined;
  const root = document.querySelector("#page");
  if (root) render(null, root);
  document.body.replaceChildren();
  for (const style of document.head.querySelectorAll("style")) style.remove();
  history.replaceState(null, "", location.pathname);
}

// ── Cards ────────────────────────────────────────────────────────────────────────────────────────

const filler =
  "The operators have until the end of the year to say which sites they will rebuild first, and nothing in the draft " +
  "touches the cables that were laid before the law was written.";

const isModel = (value: unknown): value is CardModel =>
  typeof value === "object" && value !== null && "entity" in value && "pairs" in value;

/** The fullest first: it has the parts that others lack, so the panels are shown on it. */
const models = Object.entries(cardSamples as Record<string, unknown>)
  .flatMap(([name, value]) => (isModel(value) ? [[name.replace(/Card$/, ""), value] as const] : []))
  .sort(([, one], [, other]) => JSON.stringify(other).length - JSON.stringify(one).length);

async function showCard(
  model: CardModel,
  // What may be one of several is not certain to be the first.
  certainty = model.candidates.length > 0 ? ("uncertain" as const) : ("certain" as const),
): Promise<ShadowRoot> {
  const { opened, anchor } = openArticle(model);
  opened.show(cardSamples.shownMention(model, certainty), anchor, { focus: false });
  await rest();
  return opened.host.shadowRoot as ShadowRoot;
}

/** A card in a small article, at its first words. */
function openArticle(model: CardModel, events: Partial<CardEvents> = {}): { opened: Card; anchor: Anchor } {
  const style = document.createElement("style");
  style.textContent =
    ":root { color-scheme: light dark; } main { max-width: 640px; margin: 24px auto; padding: 0 16px; font: 18px/1.6 serif; }";
  document.head.append(style);
  const main = document.createElement("main");
  const heading = document.createElement("h1");
  heading.textContent = "The council opens the door halfway";
  const line = document.createElement("p");
  line.textContent = `${model.entity.name} may supply part of the network. ${filler}`;
  main.append(heading, line, Object.assign(document.createElement("p"), { textContent: filler }));
  document.body.append(main);
  const opened = createCard({ ...cardSamples.recordingEvents(), ...events }, "open");
  card = opened;
  const range = new Range();
  range.setStart(line.firstChild as Text, 0);
  range.setEnd(line.firstChild as Text, model.entity.name.length);
  return { opened, anchor: { range } };
}

// As the background has it run for the first note with Markdown in it.
registerMarkdown();

const now = "2026-11-24T12:00:00.000Z";

/** Notes of the page in the card's place, and the form for one on a passage. */
function noteStates(model: CardModel): [string, Show][] {
  const shown = Object.entries({ foundNotes, editedNote, orphanNote, hostileNote, markdownNote }).map(
    ([name, notes]): [string, Show] => [
      `card note ${name.replace(/Notes?$/, "")}`,
      () => {
        const { opened, anchor } = openArticle(model);
        opened.showNotes(notes, -1, anchor, { focus: false });
        return rest();
      },
    ],
  );
  const form = (passage: Passage): Show => {
    return () => {
      const { opened, anchor } = openArticle(model, { drafts: async () => [keptDraft] });
      opened.writeNote(passage, anchor);
      return rest();
    };
  };
  const edit: Show = async () => {
    const { opened, anchor } = openArticle(model, { drafts: async () => [keptEdit("What it said before.")] });
    opened.showNotes(foundNotes, -1, anchor, { focus: false });
    await rest();
    [...(opened.host.shadowRoot?.querySelectorAll("button") ?? [])]
      .find(({ textContent }) => textContent === "Edit")
      ?.click();
    await rest();
  };
  return [
    ...shown,
    ["card note edit that is back", edit],
    ["card note form, draft restored", form(keptDraft.passage as Passage)],
    ["card note form, other draft", form(otherPassage)],
    [
      "card note form, not saved",
      async () => {
        const noteWritten = async () => {
          throw new Error(
            "There is no space left for notes. Delete what you do not need, or make room on the disk.",
          );
        };
        const { opened, anchor } = openArticle(model, { noteWritten });
        opened.writeNote(otherPassage, anchor);
        await rest();
        const root = opened.host.shadowRoot as ShadowRoot;
        await enter("textarea", "Compare with the German draft.", root);
        await press("Save note", root);
      },
    ],
  ];
}

function controlled(button: HTMLElement | undefined): Element | null | undefined {
  return (button?.getRootNode() as ShadowRoot | undefined)?.querySelector(
    `[id="${button?.getAttribute("aria-controls")}"]`,
  );
}

/** What was done, told in the card's place. */
function noticeStates(model: CardModel): [string, Show][] {
  const undo = async () => {};
  const notices: Record<string, Notice> = {
    "note saved": { what: "note-saved", undo },
    "site off": { what: "site-off", host: "news.example", undo },
    "not this one": { what: "not-this-one", surface: "Vendor A", name: "Vendor A", undo },
  };
  return Object.entries(notices).map(([name, notice]) => [
    `card notice, ${name}`,
    () => {
      const { opened, anchor } = openArticle(model);
      opened.notify(notice, anchor, { focus: true });
      return rest();
    },
  ]);
}

/** Buttons of a card that open something in it, by their names. */
function panelButtons(root: ShadowRoot): HTMLButtonElement[] {
  return [...root.querySelectorAll<HTMLButtonElement>("button[aria-expanded=false]")];
}

async function cardStates(): Promise<[string, Show][]> {
  const states: [string, Show][] = [];
  for (const [name, model] of models) {
    states.push([`card ${name}`, () => showCard(model).then(() => undefined)]);
    const folded = (await showCard(model)).querySelector("details") !== null;
    clear();
    if (folded) states.push([`card ${name}, unfolded`, async () => unfold(await showCard(model))]);
  }
  const [first] = models;
  if (!first) return states;
  const [name, model] = first;
  states.push([
    `card ${name}, uncertain`,
    () =>
      showCard({ ...model, candidates: [{ id: "other", name: "Other Company", kind: "company" }] }).then(
        () => undefined,
      ),
  ]);
  const names = panelButtons(await showCard(model)).map((button) => button.textContent?.trim() ?? "");
  clear();
  for (const [at, panel] of names.entries()) {
    states.push([
      `card ${name}, ${panel.toLowerCase().replace(/^\d+ /, "")}`,
      async () => {
        const button = panelButtons(await showCard(model))[at];
        button?.click();
        await rest();
        // What unfolds in the text may lie below what is seen of it.
        controlled(button)?.scrollIntoView({ block: "nearest" });
      },
    ]);
  }
  return [...states, ...noteStates(model), ...noticeStates(model)];
}

// ── Popup, options, welcome ──────────────────────────────────────────────────────────────────────

async function showInterface(
  Page: ComponentType,
  style: string,
  world: Partial<FakeWorld> = {},
): Promise<FakeApi> {
  const element = document.createElement("style");
  element.textContent = style;
  document.head.append(element);
  const root = document.createElement("div");
  root.id = "page";
  document.body.append(root);
  const api = fakeApi(world);
  render(
    <ApiProvider value={api}>
      <NotesSourceProvider value={api.source}>
        <FileHandoverProvider value={api.handover}>
          <Page />
        </FileHandoverProvider>
      </NotesSourceProvider>
    </ApiProvider>,
    root,
  );
  await rest();
  return api;
}

const popupWorlds: [string, Partial<FakeWorld>][] = [
  ["article", {}],
  [
    "article without names or date",
    { page: { ...articlePage, entities: [], articleDate: null, foundDate: null, notes: [] }, table: null },
  ],
  ["article annotated once", { page: { ...articlePage, access: "once" } }],
  ["article without a dataset", { page: { ...articlePage, dataset: null, entities: [] } }],
  ...Object.entries(otherPages).map(([name, page]): [string, Partial<FakeWorld>] => [
    name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    { page },
  ]),
  ["no tab", { tabId: undefined }],
  ["background that fails", { failing: { "ui.page": "The dataset is damaged." } }],
];

const broken: Partial<FakeWorld> = {
  failing: {
    "notes.list": refused,
    "ui.choices": refused,
    "ui.sites": refused,
    "ui.settings": refused,
    "ui.dataset": refused,
    "ui.backupState": refused,
    "ui.noteChanges": refused,
    "ui.claims": refused,
  },
};
const optionWorlds: [string, Partial<FakeWorld>][] = [
  ["", { noteChanges: sampleNoteChanges }],
  [
    ", empty",
    {
      notes: [],
      choices: { choices: [], unreadable: 0, inPrivate: 0 },
      sites: { listed: [], granted: [], off: [] },
      claims: null,
      backup: { ...sampleBackup, unsaved: 30, overdue: true, lastBackup: null },
    },
  ],
  [", broken", broken],
];

const running = (progress: DatasetProgress): Partial<FakeWorld> => ({
  dataset: { ...updatedDataset, updates: { ...updatedDataset.updates, progress } },
});
const datasetWorlds: [string, Partial<FakeWorld>][] = [
  ["updated", { dataset: { ...updatedDataset, pack: samplePack } }],
  ["updated, unfolded", { dataset: { ...updatedDataset, pack: samplePack } }],
  [
    "old, with a newer one found",
    {
      dataset: {
        ...updatedDataset,
        info: { ...datasetInfo, version: "2026.6.1", date: "2026-06-01" },
        previous: { version: "2026.6.0", bundled: true, newer: false },
        changes: null,
        updates: {
          ...updatedDataset.updates,
          address: "http://127.0.0.1:8000/dataset.json",
          last: { at: "2026-11-24T09:00:00.000Z", state: "found", version: "2026.12.1" },
        },
      },
    },
  ],
  ["downloading", running({ phase: "receiving", received: 4_200_000, total: 11_300_000 })],
  ["preparing", running({ phase: "preparing", received: 11_300_000, total: null })],
  ["troubled", { dataset: troubledDataset }],
  ["without any", { dataset: { ...troubledDataset, info: null, problem: "The dataset file is missing." } }],
];

/** Sections of the options as their own links name them. */
async function optionSections(): Promise<string[]> {
  await showInterface(OptionsPage, optionsStyle, {});
  const links = [...document.querySelectorAll<HTMLAnchorElement>("nav a[href^='#']")];
  const sections = links.map((link) => link.hash.slice(1));
  clear();
  return sections;
}

/** The welcome page, where the extension has one. */
const welcomePages = Object.values(
  import.meta.glob<Record<string, ComponentType>>("../../../src/ui/welcome/welcome-page.tsx", {
    eager: true,
  }),
).flatMap((module) => module.WelcomePage ?? []);
const welcomeStyles = Object.values(
  import.meta.glob<string>("../../../src/ui/welcome/welcome.css", {
    eager: true,
    query: "?inline",
    import: "default",
  }),
);

async function allStates(): Promise<Map<string, Show>> {
  const states = new Map<string, Show>(await cardStates());
  for (const [name, world] of popupWorlds) {
    states.set(`popup ${name}`, () => showInterface(PopupPage, popupStyle, world));
  }
  for (const [name, pair] of Object.entries({ pair: samplePair, "pair of a private pack": packPair })) {
    states.set(`popup ${name}`, async () => {
      await showInterface(PopupPage, popupStyle, { pair });
      document.querySelector<HTMLElement>(".cell")?.click();
    });
  }
  // No link leads to the claims: the popup names the article.
  for (const section of [...(await optionSections()), "claims/7"]) {
    for (const [name, world] of optionWorlds) {
      // These are never empty.
      if (name === ", empty" && ["dataset", "reading"].includes(section)) continue;
      states.set(`options ${section.replace(/\/.*/, "")}${name}`, () => {
        history.replaceState(null, "", `#${section}`);
        return showInterface(OptionsPage, optionsStyle, world);
      });
    }
  }
  for (const [name, world] of datasetWorlds) {
    states.set(`options dataset, ${name}`, async () => {
      history.replaceState(null, "", "#dataset");
      await showInterface(OptionsPage, optionsStyle, world);
      if (name.endsWith("unfolded")) await unfold(document);
    });
  }
  states.set("options claims, of a private pack", () => {
    history.replaceState(null, "", "#claims/7");
    const pack = {
      title: samplePack.title,
      version: samplePack.version,
      signed: false,
      records: ["northland-cap"],
    };
    return showInterface(OptionsPage, optionsStyle, { claims: { ...sampleClaims, pack } });
  });
  states.set("options notes, many", () => {
    history.replaceState(null, "", "#notes");
    const notes = libraryNotes(2_000);
    const places = placeStates.map((state, at): KnownPlace => ({ id: notes[at]?.id ?? "", state, at: now }));
    return showInterface(OptionsPage, optionsStyle, { notes, places });
  });
  states.set("options notes, an edit that was kept", async () => {
    history.replaceState(null, "", "#notes");
    const [note] = sampleNotes as [Note];
    const edit = {
      editOf: { ...editOf(note), body: "As it was." },
      body: "Half an edit",
      tags: "cap, half",
      changed: now,
    };
    const places: KnownPlace[] = [{ id: note.id, state: "orphan", candidates: 2, at: now }];
    await showInterface(OptionsPage, optionsStyle, { edits: [edit], places });
    document.querySelector<HTMLElement>("[role=option]")?.click();
    document.querySelector<HTMLElement>(".detail [aria-label^=Edit]")?.click();
  });
  for (const { name, place, world, work } of workedStates) {
    const [group, section] = name.split(/[ ,]+/);
    states.set(name, async () => {
      if (group === "options") history.replaceState(null, "", `#${place ?? section}`);
      const Page = { popup: PopupPage, options: OptionsPage }[group as "popup"] ?? welcomePages[0];
      const style =
        { popup: popupStyle, options: optionsStyle }[group as "popup"] ?? welcomeStyles.join("\n");
      const api = await showInterface(Page, style, world);
      await work?.(api);
    });
  }
  for (const [name, show] of markStates) states.set(name, show);
  for (const Page of welcomePages) {
    states.set("welcome", () => showInterface(Page, welcomeStyles.join("\n"), {}));
    states.set("welcome, broken", () => showInterface(Page, welcomeStyles.join("\n"), broken));
  }
  return states;
}

let states: Promise<Map<string, Show>> | undefined;
const all = () => {
  states ??= allStates();
  return states;
};

const stage: Stage = {
  states: async () =>
    [...(await all()).keys()].map((name) => ({
      name,
      group: name.split(/[ ,]/)[0] as StageState["group"],
      worked: workedStates.some((one) => one.name === name && one.work !== undefined),
    })),
  show: async (name) => {
    clear();
    document.title = `Telecom Lens: ${name}`;
    await (await all()).get(name)?.();
    await rest();
  },
  problems: async () => {
    // In a page of its own a card is all that is ours; the article around it is scenery.
    const where = card ? { include: [[["telecom-lens-card", ".card"]]] as never } : document;
    const { violations } = await axe.run(where, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary = "" }) =>
          `${id}: ${html.slice(0, 200)} ${failureSummary.split("\n").at(-1)?.trim()}`,
      ),
    );
  },
};
Object.assign(globalThis, { stage });
