import { describe } from "../core/card/describe.ts";
import { findMentions } from "../core/matching/find-mentions.ts";
import { sentenceOf } from "../core/matching/sentence-of.ts";
import { noteLimits } from "../core/notes/note-limits.ts";
import { hostOf, isSiteOff } from "../core/site-host.ts";
import type { Handlers } from "../messaging/listen.ts";
import { report } from "../platform/report.ts";
import type { Services } from "./services.ts";

type PageHandlers = Pick<
  Handlers,
  "page.find" | "page.describe" | "page.loadCard" | "page.saveNote" | "page.siteOff"
>;

/** What a news page may ask for. The page's address is taken from the browser, not from the message. */
export function pageCalls(services: Services): PageHandlers {
  return {
    "page.find": async ({ url, lang, published, blocks }, sender) => {
      const { density, kinds, delay, sitesOff } = await services.settings.load();
      const settings = { density, kinds, delay };
      if (isSiteOff({ sitesOff }, sender.tab?.url ?? url)) return { state: "off", mentions: [], settings };
      try {
        const { matcher } = await services.dataset.load();
        const kept = services.chosenDates.of(sender.tab?.url ?? url).catch(() => undefined);
        // What a private window chose is in its page alone, and what others chose is none of its concern.
        const chosenDay = sender.tab?.incognito ? undefined : await kept;
        const day = chosenDay === undefined ? published : (chosenDay ?? undefined);
        const mentions = findMentions(matcher, { lang, published: day, blocks });
        const placed = mentions.map((mention) => ({
          ...mention,
          sentence: sentenceOf(blocks[mention.block]?.text ?? "", mention.start),
        }));
        return { state: "found", mentions: placed, settings, chosenDay };
      } catch (cause) {
        report("mentions could not be found", cause);
        return { state: "no-dataset", mentions: [], settings };
      }
    },
    "page.describe": async ({ id, articleDate, mentions, at, candidates }) => {
      const { catalogue } = await services.dataset.load();
      const notes = await services.notes.countFor({ entityId: id }).catch(() => 0);
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
    "page.loadCard": (_, sender) => {
      if (sender.tab?.id === undefined) return false;
      return services.tabs.runScript(sender.tab.id, sender.frameId ?? 0, "/card.js");
    },
    "page.saveNote": async (draft, sender) => {
      const version = await services.dataset.load().then(
        ({ catalogue }) => catalogue.info.version,
        () => "none",
      );
      const url = (sender.tab?.url ?? draft.page.url).slice(0, noteLimits.address);
      return services.notes.save(
        { ...draft, page: { ...draft.page, url } },
        {
          datasetVersion: version,
          now: services.now(),
          id: services.newId(),
        },
      );
    },
    "page.siteOff": async (_, sender) => {
      if (!sender.tab?.url || hostOf(sender.tab.url) === null) return false;
      await services.switchSite(sender.tab.url, false);
      return true;
    },
  };
}
