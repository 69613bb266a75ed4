import type { Note } from "../../../src/core/notes/note.ts";
import { defaultSettings } from "../../../src/core/settings.ts";
import { sampleChoiceList } from "../choice-samples.ts";
import { sampleAddress, sampleDataset, samplePack, updatedDataset } from "../dataset-samples.ts";
import { type FakeApi, type FakeWorld, sampleNotes, sampleSites } from "../interface-samples.ts";
import { libraryNotes } from "../library-notes.ts";
import { articlePage, datasetInfo } from "../popup-samples.ts";
import { sampleBackup } from "../safety-samples.ts";
import { enter, hand, press, unfold, until } from "./steps.ts";

/** A state that somebody has to bring about, on a page that is shown in this world. */
export interface WorkedState {
  /** `popup date form`, `options notes, selected` … */
  name: string;
  /** As the address of the options names it, where that is more than the section. */
  place?: string;
  world?: Partial<FakeWorld>;
  work?(api: FakeApi): unknown;
}

const [withPassage, onVendor] = sampleNotes as [Note, Note];
/** In a narrow window the list is not beside it. */
const oneNote = `notes/${withPassage.id}`;
const deletedNotes = sampleNotes.map((note) => ({ ...note, deleted: "2026-11-23T18:00:00.000Z" }));

/** A backup with a note that is here, two that are here in other versions, and what is no note. */
async function importPreview(api: FakeApi): Promise<void> {
  await press("Export …");
  await press("Export");
  const backup = api.files.pop()?.text ?? "";
  api.world.notes = [
    { ...withPassage, body: "Both papers say a third now.", revision: 9 },
    { ...onVendor, body: "Türkiye is spelled in four ways.", revision: 9 },
  ];
  api.changedElsewhere();
  await until(() => document.body.textContent?.includes("Both papers"));
  await press("Import …");
  await hand("telecom-lens-notes-2026-11-20.json", backup);
}

const popupStates: WorkedState[] = [
  { name: "popup date form", work: () => press("Change date") },
  {
    name: "popup date that was chosen",
    world: {
      page: { ...articlePage, articleDate: { day: "2019-05-03", origin: "chosen" }, dateChosen: true },
    },
    work: () => press("Change date"),
  },
  { name: "popup article, unfolded", work: () => unfold(document) },
  {
    name: "popup article with old data",
    world: {
      page: { ...articlePage, dataset: { ...datasetInfo, date: "2026-02-01" } },
      backup: { ...sampleBackup, unsaved: 30, overdue: true },
    },
  },
  {
    name: "popup article with a kind switched off",
    world: {
      settings: {
        ...defaultSettings,
        kinds: ["vendor", "operator", "company", "official", "organisation", "policy"],
      },
    },
  },
  { name: "popup after a jump", work: () => press("Vendor A7") },
];

const libraryStates: WorkedState[] = [
  { name: "options notes, searched", work: () => enter("[type=search]", "cap") },
  { name: "options notes, nothing found", work: () => enter("[type=search]", "submarine") },
  {
    name: "options notes, selected",
    work: async () => {
      await press("Select all 3");
      await press("Add tags");
    },
  },
  {
    name: "options notes, grouped and filtered",
    world: { notes: libraryNotes(200) },
    work: async () => {
      await enter("label:nth-of-type(3) select", "entity");
      await enter("label:nth-of-type(1) select", "withPassage");
    },
  },
  { name: "options notes, dates", work: () => press("Dates") },
  { name: "options notes, one", place: oneNote },
  { name: "options notes, edit", place: oneNote, work: () => press("Edit") },
  {
    name: "options notes, edited in another tab",
    place: oneNote,
    world: { failing: { "notes.update": "The note was changed in another tab." } },
    work: async () => {
      await press("Edit");
      await enter(".detail textarea", "My own words.");
      await press("Save note");
    },
  },
  { name: "options notes, deleted", place: oneNote, work: () => press("Delete") },
  {
    name: "options notes, deleted ones",
    world: { notes: deletedNotes },
    work: () => enter("label:nth-of-type(1) select", "deleted"),
  },
  { name: "options notes, export", work: () => press("Export …") },
  { name: "options notes, import", work: () => press("Import …") },
  { name: "options notes, import preview", work: importPreview },
  {
    name: "options notes, import refused",
    work: async () => {
      await press("Import …");
      await hand("holiday.json", '{"photos": [');
    },
  },
  { name: "options notes, keys", work: () => press("Keys") },
];

const otherOptions: WorkedState[] = [
  {
    name: "options choices, correction",
    world: { choices: { ...sampleChoiceList, unreadable: 1, inPrivate: 2 } },
    work: () => press("Correction"),
  },
  { name: "options choices, undone", work: () => press("Mark again") },
  { name: "options sites, listed ones not allowed", world: { listedAllowed: false } },
  {
    name: "options sites, all allowed",
    world: { sites: { ...sampleSites, granted: ["*://*/*"] } },
  },
  { name: "options safety, delete everything", work: () => press("Delete everything") },
  { name: "options safety, backed up", work: () => press("Back up now") },
  { name: "options safety, no backup", work: () => hand("holiday.json", "[") },
  {
    name: "options dataset, found",
    world: {
      dataset: { ...sampleDataset, updates: { ...sampleDataset.updates, address: sampleAddress } },
      update: {
        state: "found",
        version: "2026.12.0",
        date: "2026-12-03",
        title: datasetInfo.title,
        bytes: 11_300_000,
      },
    },
    work: () => press("Check now"),
  },
  {
    name: "options dataset, refused",
    world: {
      dataset: updatedDataset,
      failing: {
        "ui.installPackage":
          "The signature of the package is by no key that this extension knows. Take the package from its maintainers again.",
      },
    },
    work: () => hand("telecom-lens-2026.12.0.json", "{}", "#updates ~ .drop input"),
  },
  {
    name: "options dataset, remove the pack",
    world: { dataset: { ...sampleDataset, pack: samplePack } },
    work: () => press("Remove the pack"),
  },
];

export const workedStates: WorkedState[] = [
  ...popupStates,
  ...libraryStates,
  ...otherOptions,
  { name: "welcome, listed ones not allowed", world: { listedAllowed: false } },
];
