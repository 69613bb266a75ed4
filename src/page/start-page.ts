import type { Answers, Envelope, NoteTabCall, Received, TabCall } from "../messaging/protocol.ts";
import { type MessageListener, pageApi } from "../platform/page-api.ts";
import {
  claimPage,
  type Frames,
  holdArticle,
  isReadableFrame,
  nextLayout,
  watchFrames,
} from "./article-frames.ts";
import { askBackground } from "./ask-background.ts";
import { askMentions, endOfPortion, mostPortions } from "./ask-mentions.ts";
import { createWork } from "./in-slices.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type Marker, offeredMarker } from "./marker-port.ts";
import { offeredNotes, type RunningPage, runningPage, setRunningPage } from "./notes-port.ts";
import { articleAddress, pageAddress } from "./page-address.ts";
import { watchLife } from "./page-life.ts";
import { pageText } from "./page-text.ts";
import { type Extent, type Outcome, watchPage } from "./watch-page.ts";

/** How long (ms) a page that is no article may still become one, by rendering late, before it is left alone. */
const lateRendering = 10_000;
/** What names anything does so early: at first only so much (characters) is asked about. */
const firstLook = 30_000;

/**
 * The page script's composition root: reads the page's text, asks what it names, loads the marker where that is
 * something, and answers the background. Whether the page is an article is asked only then: most pages that name
 * nothing are left alone sooner than they are judged. Whatever fails here fails silently for the reader; the page is never
 * disturbed.
 */
export function startPage(): void {
  const isFrame = window !== top;
  if (runningPage() || (isFrame && !isReadableFrame())) return;
  const work = createWork();
  const running: RunningPage = {
    ask: askBackground,
    work,
    read: async () => {
      isAsked = true;
      await (marker ? offeredNotes()?.update(marker) : watch.look());
    },
    answers: () => isAnswering(),
  };
  setRunningPage(running);

  const stopped = new AbortController();
  let arrived = Date.now();
  let marker: Marker | undefined;
  let loading: Promise<Marker | undefined> | undefined;
  /** Somebody wants to know what the page is, whether it names anything or not. */
  let isAsked = false;
  /** Counts navigations and readings: what belongs to an older one is dropped. */
  let ticket = 0;
  /** The page's text has been looked at since it came. */
  let isSeen = false;
  /** The frame that holds the article, where this page does not; the script in it answers for the tab. */
  let frame: Element | undefined;
  /** This frame stands for the page around it. */
  let isClaimed = false;

  /** False when our background is gone: the extension was updated or removed under this page. */
  const isAlive = (): boolean => {
    const alive = Boolean(pageApi.runtime?.id);
    if (!alive) stop();
    return alive;
  };
  const siteSwitchedOff = () => void askBackground("page.siteOff", {}).catch(isAlive);
  const loadMarker = (): Promise<Marker | undefined> => {
    loading ??= (async () => {
      const start =
        offeredMarker() ?? ((await askBackground("page.loadMarker", {})) ? offeredMarker() : undefined);
      if (!stopped.signal.aborted)
        marker = work.count(() =>
          start?.({
            work,
            ask: askBackground,
            askMentions,
            endOfPortion,
            pageAddress,
            articleAddress,
            siteSwitchedOff,
            isAlive,
          }),
        );
      if (!marker) loading = undefined;
      return marker;
    })();
    return loading;
  };

  /** Whether the page names anything at all. Its language and day are not known yet: the marker asks again. */
  const isNaming = async (): Promise<boolean> => {
    const current = ++ticket;
    const isWanted = () => current === ticket;
    const blocks = document.body && (await work.run(pageText(document.body), isWanted));
    for (
      let from = 0, asked = 0;
      blocks && from < blocks.length && isWanted() && asked < mostPortions;
      asked++
    ) {
      const to = endOfPortion(blocks, from, asked === 0 ? firstLook : undefined);
      const words = blocks.slice(from, to);
      // Where anything is named the marker runs before the answer comes, and need not wait for it.
      const answer = await Promise.race([
        new Promise<void>((resolve) => {
          running.markerCame = resolve;
        }),
        work.start(() => askMentions(words, { lang: document.documentElement.lang, withMarker: true })),
      ]);
      if (answer?.mentions.length !== 0) return isWanted();
      from = to;
    }
    return false;
  };

  /** One of our scripts answers for the tab: the one that has the article. */
  const isAnswering = () => !frame?.isConnected && (!isFrame || isClaimed);
  const isArticle = () => marker?.session.reading().isArticle ?? false;
  const lookIntoFrames = async (frames: Frames) => {
    const isWanted = () => isSeen && !isFrame && !isArticle() && !stopped.signal.aborted;
    if (frames.length === 0 || !isWanted()) return;
    await nextLayout();
    if (await work.run(holdArticle(frames), isWanted))
      await askBackground("page.runInFrames", {}).catch(isAlive);
  };

  const changed = async (extent: Extent): Promise<Outcome> => {
    const fought = marker?.session.isUndone() ?? false;
    try {
      // Without a marker the background is asked at once, and tells by its silence.
      if (marker ? isAlive() : isAsked || (await isNaming()))
        await (await loadMarker())?.session.update(extent);
      if (marker) await offeredNotes()?.update(marker);
    } catch {
      // No answer, or the page changed under our reading: what is marked stays, the page is read again when it changes,
      // and our script ends where the extension is gone.
      isAlive();
    }
    marker?.settle();
    watch.alsoIn(marker?.session.trees() ?? []);
    if (isFrame && isArticle() && !isClaimed) {
      isClaimed = claimPage();
      if (!isClaimed) stop();
    }
    const again = marker?.session.waitsUntil() ?? null;
    isSeen = again === null;
    // Before that, frames may have nothing in them yet, and what comes into them tells.
    if (document.readyState === "complete") void lookIntoFrames(document.querySelectorAll("iframe"));
    const isNew = Date.now() - arrived < lateRendering;
    const isNamed = (marker?.session.mentions().length ?? 0) > 0 || (offeredNotes()?.marks().length ?? 0) > 0;
    const mayNameLater = marker ? isArticle() : document.querySelector("article") !== null;
    const next = isNamed ? "busy" : isNew ? (isArticle() ? "busy" : "late") : mayNameLater ? "idle" : "done";
    return { next, fought, again };
  };

  const closeCard = () => marker?.card.dispatch({ type: "dismiss", returnFocus: false });
  const watch = watchPage(
    {
      changed,
      root: () => (isArticle() ? (marker?.session.reading().root ?? null) : null),
      retyped: (node) => marker?.session.marks.recheck(node),
      unsettled: (isUnsettled) => marker?.session.marks.narrow(isUnsettled),
      navigated() {
        arrived = Date.now();
        ticket++;
        isSeen = false;
        frame = undefined;
        closeCard();
        marker?.session.leave();
        offeredNotes()?.leave();
        marker?.settle();
      },
    },
    work,
  );
  /** Settings or data may have changed: everything is asked about anew. */
  const lookAnew = () => {
    marker?.session.expire();
    return watch.look();
  };

  /** The marker, with the page read: also where it names nothing, for the popup and for notes. */
  const readMarker = async (): Promise<Marker> => {
    isAsked = true;
    if (!marker) await watch.look();
    if (!marker) throw new Error("the marker could not be loaded");
    return marker;
  };
  /** Applies what the reader chose about this article; a card that says otherwise is closed. */
  const chosen = async (choose: (marker: Marker) => void): Promise<boolean> => {
    choose(await readMarker());
    closeCard();
    await lookAnew();
    return true;
  };
  type PageTabCall = Exclude<TabCall, NoteTabCall>;
  const answers: { [N in PageTabCall]: (payload: Received<N>) => Answers[N] | Promise<Answers[N]> } = {
    "tab.state": async ({ withText = false }) => (await readMarker()).session.state(withText),
    "tab.jump": async ({ id }) => (await readMarker()).card.jumpTo(id),
    "tab.step": async ({ by }) => (await readMarker()).card.step(by),
    "tab.openCard": async () => (await readMarker()).card.openHere(),
    "tab.setDate": ({ day }) => chosen(({ session }) => session.choices.setDate(day)),
    "tab.markAnyway": () => chosen(({ session }) => session.choices.markAnyway()),
    "tab.noteOnSelection": async () => (await readMarker()).card.noteOnSelection(),
    "tab.refresh": async (told) => {
      marker?.session.apply(told);
      await lookAnew();
      return true;
    },
  };
  const listener: MessageListener = (message, sender, respond) => {
    const envelope = message as Envelope<TabCall> | null;
    if (sender.id !== pageApi.runtime.id || !envelope || !Object.hasOwn(answers, envelope.telecomLens))
      return;
    if (!isAnswering() && !(envelope.payload as { here?: boolean }).here) return;
    const answer = answers[envelope.telecomLens as PageTabCall] as (payload: unknown) => unknown;
    Promise.resolve(answer(envelope.payload)).then(
      (value) => respond({ answer: value }),
      (cause) => respond({ problem: String(cause) }),
    );
    return true;
  };

  const stop = () => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    watch.stop();
    setRunningPage(undefined);
    offeredNotes()?.destroy();
    marker?.destroy();
    // The extension's own interface may be gone by now.
    pageApi.runtime?.onMessage?.removeListener(listener);
  };

  watchLife(
    {
      left: closeCard,
      restored: () => isAlive() && void lookAnew(),
      checked: isAlive,
    },
    stopped.signal,
  );
  watchFrames(
    (claiming) => {
      if (isArticle() || (frame?.isConnected && frame !== claiming)) return false;
      frame = claiming;
      return true;
    },
    (loaded) => void lookIntoFrames(loaded),
    stopped.signal,
  );
  removeLeftovers();
  pageApi.runtime.onMessage.addListener(listener);
  void watch.look();
}
