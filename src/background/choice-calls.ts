import { type Choice, choicesAgainst } from "../core/choices/choice.ts";
import type { PageIdentity } from "../core/page-address.ts";
import { hostOf } from "../core/site-host.ts";
import type { Handlers, Sender } from "../messaging/listen.ts";
import { report } from "../platform/report.ts";
import type { Services } from "./services.ts";

/** What a page and the options page may say of the reader's choices of "not this one". */
export type ChoiceCall =
  | "page.notThisOne"
  | "page.undoChoice"
  | "ui.choices"
  | "ui.undoChoices"
  | "ui.restoreChoices";

export function choiceCalls(services: Services): Pick<Handlers, ChoiceCall> {
  const { choices, privateWindows } = services;
  return {
    "page.notThisOne": async ({ id, surface, scope }, sender) => {
      const { catalogue } = await services.dataset.load();
      const entity = catalogue.entity(id);
      const common = entity && {
        id: services.newId(),
        entity: { id: entity.id, name: entity.name },
        surface,
        made: services.now(),
        datasetVersion: catalogue.info.version,
      };
      if (!common) return false;
      const choice = await withPlace(common, scope, () => pageOf(services, sender));
      if (!choice) return false;
      await storeOf(services, sender).add([choice]);
      // The page that asked is told like all others; it must have its answer before.
      void services.askAgain();
      return true;
    },
    "page.undoChoice": async (mention, sender) => {
      const store = storeOf(services, sender);
      const [{ choices: kept }, page, currentId] = await Promise.all([
        store.list(),
        pageOf(services, sender),
        currentIds(services),
      ]);
      const against = choicesAgainst(kept, mention, page, currentId);
      const removed = await store.remove(against.map(({ id }) => id));
      if (removed > 0) void services.askAgain();
      return removed > 0;
    },
    "ui.choices": async () => {
      const [kept, inPrivate, sites] = await Promise.all([
        choices.list(),
        privateWindows.choices.list(),
        privateWindows.sites(),
      ]);
      return { ...kept, inPrivate: inPrivate.choices.length + Object.keys(sites).length };
    },
    "ui.undoChoices": async ({ ids, also = [] }) => {
      const removed = await choices.remove(ids);
      if (also.includes("unreadable")) await choices.forgetUnreadable();
      if (also.includes("private")) await privateWindows.forget();
      void services.askAgain();
      return removed;
    },
    "ui.restoreChoices": async ({ choices: undone }) => {
      await choices.add(undone);
      void services.askAgain();
      return true;
    },
  };
}

/** The choices that hold in a window. Without them a page is marked as if there were none. */
export async function choicesIn(services: Services, inPrivate: boolean): Promise<Choice[]> {
  const stores = [services.choices, ...(inPrivate ? [services.privateWindows.choices] : [])];
  const lists = stores.map((store) =>
    store.list().then(
      ({ choices }) => choices,
      (cause) => {
        report("the choices of the reader could not be read", cause);
        return [];
      },
    ),
  );
  return (await Promise.all(lists)).flat();
}

/** Gives the id of today for one that was perhaps renamed since it was chosen. */
export async function currentIds({ dataset }: Services): Promise<(id: string) => string> {
  const { catalogue } = await dataset.load();
  return (id) => catalogue.entity(id)?.id ?? id;
}

function storeOf({ choices, privateWindows }: Services, { tab }: Sender) {
  return tab?.incognito ? privateWindows.choices : choices;
}

type Common = Omit<Extract<Choice, { scope: "everywhere" }>, "scope">;

/** Adds as much of the page as the scope needs; null where the page has no host to go by. */
async function withPlace(
  common: Common,
  scope: Choice["scope"],
  read: () => Promise<PageIdentity & { title: string }>,
): Promise<Choice | null> {
  if (scope === "everywhere") return { ...common, scope };
  const { url, canonicalUrl, title } = await read();
  const host = hostOf(url);
  if (host === null) return null;
  if (scope === "site") return { ...common, scope, host };
  return { ...common, scope, host, page: { url, title, canonicalUrl: canonicalUrl ?? undefined } };
}

const longest = { address: 4_000, title: 2_000 };

/** The page that a message came from: its address from the browser, the rest as the page says it. */
async function pageOf(services: Services, sender: Sender): Promise<PageIdentity & { title: string }> {
  const tabId = sender.tab?.id;
  const state =
    tabId === undefined ? null : await services.tabs.call(tabId, "tab.state", {}).catch(() => null);
  const canonical = state?.canonicalUrl;
  return {
    url: (sender.tab?.url ?? sender.url ?? "").slice(0, longest.address),
    canonicalUrl:
      canonical && /^https?:/i.test(canonical) && canonical.length <= longest.address ? canonical : undefined,
    title: (state?.title ?? "").slice(0, longest.title),
  };
}
