import { describe } from "../core/card/describe.ts";
import type { Handlers } from "../messaging/listen.ts";
import type { PageCall } from "../messaging/protocol.ts";
import { annotateOnce, noteOnSelection } from "./annotate-once.ts";
import type { ChoiceCall } from "./choice-calls.ts";
import type { NoteCall } from "./note-calls.ts";
import type { NoteChangeCall } from "./note-changes.ts";
import type { NoteEditCall } from "./note-edits.ts";
import { openNote } from "./open-note.ts";
import type { PackageCall } from "./package-calls.ts";
import {
  claimsOfPage,
  pageState,
  pairOfPage,
  setDateOfPage,
  summarisePage,
  tableOfPage,
} from "./page-summary.ts";
import type { Services } from "./services.ts";
import { textSpans } from "./text-spans.ts";

/** What the popup and the options page may ask for. */
export function interfaceCalls(
  services: Services,
): Omit<Handlers, PageCall | ChoiceCall | NoteCall | NoteChangeCall | NoteEditCall | PackageCall> {
  const { tabs, notes, settings } = services;
  return {
    "ui.page": ({ tabId }) => summarisePage(services, tabId),
    "ui.mentions": ({ tabId }) =>
      tabs.call(tabId, "tab.state", { withText: true }).then(textSpans, () => null),
    "ui.describe": async ({ tabId, id }) => {
      const { catalogue } = await services.dataset.load();
      const state = await pageState(services, tabId);
      const count = await notes.countFor(id).catch(() => 0);
      return describe(catalogue, {
        id,
        articleDate: state?.articleDate ?? null,
        today: services.today(),
        mentions: state?.mentions ?? [],
        notes: count,
      });
    },
    "ui.jump": async ({ tabId, id }) => {
      const jumped = await tabs.call(tabId, "tab.jump", { id });
      // The popup may be a page of its own (Firefox for Android); the reader wants to see the mention.
      if (jumped) await tabs.show(tabId);
      return jumped;
    },
    "ui.table": ({ tabId }) => tableOfPage(services, tabId),
    "ui.claims": ({ tabId }) => claimsOfPage(services, tabId),
    "ui.pair": (question) => pairOfPage(services, question),
    "ui.setDate": (choice) => setDateOfPage(services, choice),
    "ui.markAnyway": ({ tabId }) => tabs.call(tabId, "tab.markAnyway", {}),
    "ui.noteOnSelection": ({ tabId }) => noteOnSelection(tabs, tabId),
    "ui.showNote": async ({ tabId, id }) => {
      const shown = await tabs.call(tabId, "tab.showNote", { id });
      if (shown) await tabs.show(tabId);
      return shown;
    },
    "ui.openNote": ({ id }) => openNote(services, id),
    "ui.annotateOnce": ({ tabId }) => annotateOnce(tabs, tabId),
    "ui.siteSwitch": async ({ host, on, tabId }) => {
      const inPrivate = tabId !== undefined && (await tabs.about(tabId)).inPrivate === true;
      return services.switchSite(host, on, inPrivate);
    },
    "ui.sites": async () => {
      const [{ sitesOff }, granted, listed] = await Promise.all([
        settings.load(),
        services.access.granted(),
        services.dataset.load().then(
          ({ catalogue }) => catalogue.dataset.newsSites,
          () => [],
        ),
      ]);
      return {
        listed: listed.map(({ domain, name, country }) => ({ domain, name, country })),
        granted,
        off: sitesOff,
      };
    },
    "ui.settings": () => settings.load(),
    "ui.saveSettings": (change) => services.saveSettings(change),
    "ui.notes": () => notes.list(),
  };
}
