import { describe } from "../core/card/describe.ts";
import { withoutRefused } from "../core/choices/choice.ts";
import { findMentions } from "../core/matching/find-mentions.ts";
import { sentenceOf } from "../core/matching/sentence-of.ts";
import type { Settings } from "../core/settings.ts";
import { hostOf, isSiteOff } from "../core/site-host.ts";
import type { Handlers, Sender } from "../messaging/listen.ts";
import { report } from "../platform/report.ts";
import { pageFiles } from "./annotate-once.ts";
import { choicesIn, currentIds } from "./choice-calls.ts";
import { type NoteOnPageCall, noteOnPage, runNotes } from "./note-on-page.ts";
import { notesHere } from "./notes-here.ts";
import type { Services } from "./services.ts";

type PageHandlers = Pick<
  Handlers,
  | "page.find"
  | "page.describe"
  | "page.loadMarker"
  | "page.loadCard"
  | "page.loadMarkdown"
  | "page.runInFrames"
  | "page.siteOff"
  | "page.siteOn"
  | "page.notesHere"
  | "page.allNotes"
  | NoteOnPageCall
>;

/** What a news page may ask for. The page's address is taken from the browser, not from the message. */
export function pageCalls(services: Services): PageHandlers {
  return {
    "page.find": async ({ url: pageUrl, canonicalUrl, lang, published, withMarker, blocks }, sender) => {
      const url = sender.tab?.url ?? pageUrl;
      const inPrivate = sender.tab?.incognito === true;
      const asked = Promise.all([
        services.dataset.matcher(),
        choicesIn(services, inPrivate),
        // What a private window chose is in its page alone, and what others chose is none of its concern.
        inPrivate ? undefined : services.chosenDates.of(url).catch(() => undefined),
      ]);
      // It is awaited below, where the settings do not forbid it.
      asked.catch(() => undefined);
      const { settings, isOff } = settingsForPage(await services.settingsIn(inPrivate), url);
      if (isOff) return { state: "off", mentions: [], settings };
      void runNotes(services, sender);
      try {
        const [matcher, choices, kept] = await asked;
        const day = kept === undefined ? published : (kept ?? undefined);
        const found = findMentions(matcher, { lang, published: day, blocks });
        // Hardly anybody refuses anything: then nothing more is asked.
        const mentions =
          choices.length > 0
            ? withoutRefused(found, choices, { url, canonicalUrl }, await currentIds(services))
            : found;
        // A page with its first question only wants to know whether there is any: to take a list apart costs it more than to ask again.
        const told = withMarker ? mentions.slice(0, 1) : mentions;
        const placed = told.map((mention) => ({
          ...mention,
          sentence: sentenceOf(blocks[mention.block]?.text ?? "", mention.start),
        }));
        // The facts are wanted for the first card, and a page must not be marked by a dataset that cannot explain it. They take
        // longer to read than all else here: a page with its first question would wait for its marks because of them.
        if (placed.length > 0 && !withMarker)
          void services.dataset.load().catch(() => tellOfDamage(services, sender));
        // Where it cannot run, the page asks for it again, and does without.
        if (placed.length > 0 && withMarker) await runMarker(services, sender);
        return { state: "found", mentions: placed, settings, chosenDay: kept };
      } catch (cause) {
        report("mentions could not be found", cause);
        return { state: "no-dataset", mentions: [], settings };
      }
    },
    "page.describe": async ({ id, articleDate, mentions, at, candidates }) => {
      const { catalogue } = await services.dataset.load();
      const notes = await services.notes.countFor(id).catch(() => 0);
      return describe(catalogue, {
        id,
        articleDate,
        mentions,
        at,
        candidates,
        today: services.today(),
        notes,
      });
    },
    "page.loadMarker": (_, sender) => runMarker(services, sender),
    "page.loadCard": (_, sender) => runBeside(services, sender, "/card.js"),
    "page.loadMarkdown": (_, sender) => runBeside(services, sender, "/markdown.js"),
    "page.runInFrames": async (_, { tab }) => {
      if (tab?.id === undefined) return false;
      await services.tabs.insertStyle(tab.id, pageFiles.style, "all");
      return services.tabs.runScript(tab.id, "all", pageFiles.script);
    },
    "page.siteOff": async (_, sender) => {
      if (!sender.tab?.url || hostOf(sender.tab.url) === null) return false;
      await services.switchSite(sender.tab.url, false, sender.tab.incognito === true);
      return true;
    },
    "page.siteOn": async (_, sender) => {
      if (!sender.tab?.url || hostOf(sender.tab.url) === null) return false;
      await services.switchSite(sender.tab.url, true, sender.tab.incognito === true);
      return true;
    },
    ...notesHere(services),
    ...noteOnPage(services),
  };
}

/** What a page is told of the settings. Which other sites are switched off is none of its business. */
export function settingsForPage({ density, kinds, delay, sitesOff }: Settings, url: string) {
  return { settings: { density, kinds, delay }, isOff: isSiteOff({ sitesOff }, url) };
}

/** Runs one of our files in the frame that asks. */
async function runBeside({ tabs }: Services, { tab, frameId }: Sender, file: string): Promise<boolean> {
  return tab?.id !== undefined && tabs.runScript(tab.id, frameId ?? 0, file);
}

function runMarker(services: Services, sender: Sender): Promise<boolean> {
  return runBeside(services, sender, "/marker.js");
}

/** Has a page ask anew that was answered before the dataset was known to be damaged. */
async function tellOfDamage({ tabs, settingsIn }: Services, { tab }: Sender): Promise<void> {
  if (tab?.id === undefined) return;
  await tabs
    .call(tab.id, "tab.refresh", settingsForPage(await settingsIn(tab.incognito === true), tab.url ?? ""))
    .catch((cause) => report("a page could not be told that the dataset is damaged", cause));
}
