import type { Answers, Envelope, Received, TabCall } from "../messaging/protocol.ts";
import { type MessageListener, pageApi } from "../platform/page-api.ts";
import { today } from "../platform/today.ts";
import { articleFrames, claimPage, isReadableFrame, watchFrames } from "./article-frames.ts";
import { askBackground } from "./ask-background.ts";
import type { CardControl } from "./card-control.ts";
import { createWork } from "./in-slices.ts";
import { removeLeftovers } from "./leftovers.ts";
import { type Marker, offeredMarker } from "./marker-port.ts";
import { pageAddress } from "./page-address.ts";
import { watchLife } from "./page-life.ts";
import { createPageReader, endOfPortion } from "./page-reader.ts";
import { type Extent, type Outcome, watchPage } from "./watch-page.ts";

/** Set while a copy of this script runs in this world. */
const runningKey = "telecomLensPage";
const world = globalThis as typeof globalThis & { [runningKey]?: true };

/** How long (ms) a page that is no article may still become one, by rendering late, before it is left alone. */
const lateRendering = 10_000;

/**
 * The page script's composition root: reads the article, asks what it names, loads the marker where that is
 * something, and answers the background. Whatever fails here fails silently for the reader; the page is never
 * disturbed.
 */
export function startPage(): void {
  const isFrame = window !== top;
  if (world[runningKey] || (isFrame && !isReadableFrame())) return;
  world[runningKey] = true;

  const reader = createPageReader(today, createWork());
  const stopped = new AbortController();
  let arrived = Date.now();
  let marker: Marker | undefined;
  let loading: Promise<Marker | undefined> | undefined;
  let isOff = false;
  /** Counts navigations and readings: what belongs to an older one is dropped. */
  let ticket = 0;
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
      if (!stopped.signal.aborted) marker = start?.(reader, { siteSwitchedOff, isAlive });
      if (!marker) loading = undefined;
      return marker;
    })();
    return loading;
  };

  /** Reads a page that has named nothing so far, and gives it to the marker when it does. */
  const scout = async () => {
    const current = ++ticket;
    const isWanted = () => current === ticket;
    isOff = false;
    const blocks = reader.read().isArticle ? await reader.collect(isWanted) : null;
    for (let from = 0; blocks && from < blocks.length; ) {
      const to = endOfPortion(blocks, from);
      const found = await reader.find(blocks.slice(from, to));
      if (!isWanted()) return;
      isOff = found.state === "off";
      if (found.mentions.length > 0) {
        const { session } = (await loadMarker()) ?? {};
        return isWanted() ? session?.begin(blocks, from, to, found) : undefined;
      }
      from = isOff ? blocks.length : to;
    }
  };

  const lookIntoFrames = () => {
    if (isFrame || reader.reading().isArticle || articleFrames().length === 0) return;
    void askBackground("page.runInFrames", {}).catch(isAlive);
  };
  const claim = () => {
    if (!isFrame || isClaimed || !reader.reading().isArticle) return;
    isClaimed = claimPage();
    if (!isClaimed) stop();
  };

  const changed = async (extent: Extent): Promise<Outcome> => {
    const fought = marker?.session.isUndone() ?? false;
    try {
      if (isAlive()) await (marker ? marker.session.update(extent) : scout());
    } catch {
      // No answer: the page is read again when it changes, and our script ends where the extension is gone.
      isAlive();
    }
    marker?.settle();
    watch.alsoIn(marker?.session.trees() ?? []);
    const { isArticle } = reader.reading();
    const again = marker?.session.waitsUntil() ?? null;
    claim();
    if (again === null) lookIntoFrames();
    const isNew = Date.now() - arrived < lateRendering;
    const isNamed = (marker?.session.mentions().length ?? 0) > 0;
    const next = isArticle ? (isNamed || isNew ? "busy" : "idle") : isNew ? "late" : "done";
    return { next, fought, again };
  };

  const closeCard = () => marker?.card.dispatch({ type: "dismiss", returnFocus: false });
  const watch = watchPage(
    {
      changed,
      root: () => (reader.reading().isArticle ? reader.reading().root : null),
      retyped: (node) => marker?.session.marks.recheck(node),
      navigated() {
        arrived = Date.now();
        ticket++;
        frame = undefined;
        closeCard();
        marker?.session.leave();
        marker?.settle();
        reader.forget();
      },
    },
    reader.work,
  );
  /** Settings or data may have changed: everything is asked about anew. */
  const lookAnew = () => {
    marker?.session.expire();
    return watch.look();
  };

  const withCard = async (use: (card: CardControl) => boolean | Promise<boolean>): Promise<boolean> => {
    const isFirst = !marker;
    const loaded = await loadMarker();
    // A note counts its place in the article's text, also where that names nothing.
    if (isFirst) await loaded?.session.update("page");
    return loaded ? use(loaded.card) : false;
  };
  const answers: { [N in TabCall]: (payload: Received<N>) => Answers[N] | Promise<Answers[N]> } = {
    "tab.state": async ({ withText = false }) => {
      const { title, isArticle, lang } = reader.reading();
      const blocks = withText && isArticle && !marker ? await reader.collect(() => true) : null;
      return {
        url: pageAddress(),
        title: title || document.title,
        isArticle,
        off: marker?.session.isOff() ?? isOff,
        articleDate: reader.articleDate(),
        lang,
        ...(marker?.session.found(withText) ?? { mentions: [], spans: blocks && reader.spans(blocks, []) }),
      };
    },
    "tab.jump": ({ id }) => withCard((card) => card.jumpTo(id)),
    "tab.step": ({ by }) => withCard((card) => card.step(by)),
    "tab.noteOnSelection": () => withCard((card) => card.noteOnSelection()),
    "tab.refresh": async ({ settings }) => {
      marker?.session.apply(settings);
      await lookAnew();
      return true;
    },
  };
  const listener: MessageListener = (message, sender, respond) => {
    const envelope = message as Envelope<TabCall> | null;
    if (sender.id !== pageApi.runtime.id || !envelope || !Object.hasOwn(answers, envelope.telecomLens))
      return;
    // One of our scripts answers for the tab: the one that has the article.
    if (frame?.isConnected || (isFrame && !isClaimed)) return;
    const answer = answers[envelope.telecomLens] as (payload: unknown) => unknown;
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
    marker?.destroy();
    // The extension's own interface may be gone by now.
    pageApi.runtime?.onMessage?.removeListener(listener);
    delete world[runningKey];
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
      if (reader.reading().isArticle || (frame?.isConnected && frame !== claiming)) return false;
      frame = claiming;
      return true;
    },
    lookIntoFrames,
    stopped.signal,
  );
  removeLeftovers();
  pageApi.runtime.onMessage.addListener(listener);
  void watch.look();
}
