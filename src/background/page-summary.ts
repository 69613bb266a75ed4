import { articleClaims } from "../core/card/article-claims.ts";
import { type PageTable, type PairDetails, pageTable, pairDetails } from "../core/card/page-table.ts";
import type { NewsSite } from "../core/dataset/schema.ts";
import type { Note } from "../core/notes/note.ts";
import type { PageIdentity } from "../core/page-address.ts";
import { coversHost, hostOf, isSiteOff } from "../core/site-host.ts";
import type {
  NotePlace,
  PageClaims,
  PageEntity,
  PageNote,
  PageState,
  PageSummary,
} from "../messaging/protocol.ts";
import { report } from "../platform/report.ts";
import { noteWords } from "./note-words.ts";
import type { Services } from "./services.ts";

/** What our script in a tab knows about its page; null where it does not run, which the caller says to the reader. */
export async function pageState(services: Services, tabId: number): Promise<PageState | null> {
  try {
    return await services.tabs.call(tabId, "tab.state", {});
  } catch {
    return null;
  }
}

/** All that the popup shows of the page in a tab, but for the table. */
export async function summarisePage(services: Services, tabId: number): Promise<PageSummary> {
  const [state, about, loaded] = await Promise.all([
    pageState(services, tabId),
    services.tabs.about(tabId),
    services.dataset.load().catch(() => null),
  ]);
  const settings = await services.settingsIn(about.inPrivate === true);
  const url = state?.url ?? about.url ?? "";
  const host = hostOf(url);
  const catalogue = loaded?.catalogue;
  const allowed = url !== "" && (await services.access.mayRunOn(url));
  const granted = host === null ? [] : await grantsFor(services, host);
  return {
    state: stateOf(state, url, host !== null && isSiteOff(settings, url)),
    url,
    host,
    title: state?.title ?? about.title ?? "",
    why: state?.why ?? "",
    articleDate: state?.articleDate ?? null,
    foundDate: state?.foundDate ?? null,
    dateChosen: state?.dateChosen ?? false,
    entities: countedIn(state)
      .flatMap(({ id, count, uncertain }): PageEntity[] => {
        const entity = catalogue?.entity(id);
        return entity ? [{ id, name: entity.name, kind: entity.kind, count, uncertain }] : [];
      })
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)),
    access: allowed && granted.length > 0 ? "granted" : allowed ? "listed" : state ? "once" : "none",
    onList: host !== null && isListed(catalogue?.dataset.newsSites ?? [], host),
    granted,
    dataset: catalogue?.info ?? null,
    today: services.today(),
    notes: url ? await notesOn(services, tabId, { url, canonicalUrl: state?.canonicalUrl }) : [],
  };
}

/** The page's countries against its vendors; null where there is nothing to ask, or no dataset to answer. */
export async function tableOfPage(services: Services, tabId: number): Promise<PageTable | null> {
  const state = await pageState(services, tabId);
  if (!state) return null;
  const { catalogue } = await services.dataset.load();
  return pageTable(catalogue, {
    articleDay: state.articleDate?.day ?? null,
    today: services.today(),
    named: countedIn(state).filter(({ uncertain }) => !uncertain),
  });
}

/** All claims about what the page in a tab names; null where our script does not run there, or finds no article. */
export async function claimsOfPage(services: Services, tabId: number): Promise<PageClaims | null> {
  const state = await pageState(services, tabId);
  if (!state?.isArticle) return null;
  const { catalogue } = await services.dataset.load();
  const claims = articleClaims(catalogue, {
    articleDay: state.articleDate?.day ?? null,
    today: services.today(),
    named: countedIn(state).flatMap(({ id, uncertain }) => (uncertain ? [] : id)),
  });
  return { ...claims, title: state.title, url: state.url };
}

/** What the card says of one cell of the page's table. */
export async function pairOfPage(
  services: Services,
  { tabId, place, subject }: { tabId: number; place: string; subject: string },
): Promise<PairDetails | null> {
  const state = await pageState(services, tabId);
  const { catalogue } = await services.dataset.load();
  const articleDay = state?.articleDate?.day ?? null;
  return pairDetails(catalogue, { place, subject, articleDay, today: services.today() });
}

/**
 * Sets the article's date in a tab. It is kept until the browser is closed, so that it outlives a reload; a
 * private window's is left to the page's own memory.
 */
export async function setDateOfPage(
  { tabs, chosenDates }: Services,
  { tabId, day }: { tabId: number; day: string | null },
): Promise<boolean> {
  const { url, inPrivate } = await tabs.about(tabId);
  // Kept first: the page asks anew at once, and is answered with what is kept.
  if (url && !inPrivate)
    await chosenDates.set(url, day).catch((cause) => report("a date was not kept", cause));
  return tabs.call(tabId, "tab.setDate", { day });
}

/** What a page names, and how often; uncertain only if no mention of it is certain. */
function countedIn(state: PageState | null): Pick<PageEntity, "id" | "count" | "uncertain">[] {
  const counts = new Map<string, { id: string; count: number; uncertain: boolean }>();
  for (const { id, certainty } of state?.mentions ?? []) {
    const seen = counts.get(id);
    counts.set(id, {
      id,
      count: (seen?.count ?? 0) + 1,
      uncertain: certainty === "uncertain" && (seen?.uncertain ?? true),
    });
  }
  return [...counts.values()];
}

async function grantsFor({ access }: Services, host: string): Promise<string[]> {
  return (await access.granted()).filter((origin) => coversHost(origin, host));
}

function isListed(sites: NewsSite[], host: string): boolean {
  return sites.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}

/** Notes on the page under whatever address it had; null when the notes could not be opened. */
async function notesOn(
  { notes, tabs }: Services,
  tabId: number,
  page: PageIdentity,
): Promise<PageNote[] | null> {
  try {
    const found = await notes.onPage(page);
    // A page that shows no notes, because it may not or they are none of passages, has nobody to answer.
    const places: Record<string, NotePlace> = found.some(({ passage }) => passage)
      ? await tabs.call(tabId, "tab.notes", {}).catch(() => ({}))
      : {};
    const byId = new Map(Object.entries(places));
    return found.map((note) => ({ ...noteLine(note), place: byId.get(note.id) }));
  } catch (cause) {
    report("the page's notes could not be listed", cause);
    return null;
  }
}

function noteLine(note: Note): PageNote {
  const { words, markdown } = noteWords(note);
  const [firstLine = ""] = words.split("\n");
  return { id: note.id, firstLine, markdown, about: note.entity?.name };
}

function stateOf(state: PageState | null, url: string, off: boolean): PageSummary["state"] {
  if (off) return "off";
  if (state) return state.isArticle ? "article" : "not-article";
  return url !== "" && !/^https?:/.test(url) ? "not-web" : "no-access";
}
