import { isSiteOff } from "../core/site-host.ts";
import type { Answers, Envelope, Received, TabCall } from "../messaging/protocol.ts";
import { type MessageListener, pageApi } from "../platform/page-api.ts";
import { today } from "../platform/today.ts";
import { createArticleSession } from "./article-session.ts";
import { askBackground } from "./ask-background.ts";
import { createCardControl } from "./card-control.ts";
import { watchPage } from "./watch-page.ts";
import { watchPointer } from "./watch-pointer.ts";

/** An earlier copy of this script in the same page: injected twice, or left over from before an update. */
const runningKey = "telecomLensPage";
const world = globalThis as typeof globalThis & { [runningKey]?: () => void };

/** How long (ms) a page that is no article may still become one, by rendering late, before it is left alone. */
const lateRendering = 10_000;

/**
 * The page script's composition root: reads the article, marks it, opens cards, answers the background.
 * Whatever fails here fails silently for the reader; the page is never disturbed.
 */
export function startPage(): void {
  world[runningKey]?.();
  const session = createArticleSession(today);
  const card = createCardControl(session, () => {
    void askBackground("page.siteOff", {}).catch(() => stop());
  });

  let arrived = Date.now();

  const refresh = async () => {
    try {
      await session.refresh();
      card.revise();
      if (session.drawn().length > 0) await card.load();
    } catch {
      // Our background is gone: the extension was updated or removed under this page.
      if (!pageApi.runtime?.id) stop();
    }
  };

  /** Applies what the reader chose about this article; a card that says otherwise is closed. */
  const chosen = async (choose: () => void) => {
    choose();
    card.dispatch({ type: "dismiss", returnFocus: false });
    await refresh();
    return true;
  };

  const stops = [
    watchPage(({ navigated }) => {
      if (!navigated && !session.reading().isArticle && Date.now() - arrived > lateRendering) return;
      if (navigated) {
        arrived = Date.now();
        card.dispatch({ type: "dismiss", returnFocus: false });
        session.clear();
      }
      void refresh();
    }),
    watchPointer(
      {
        moved(x, y) {
          const mention = session.mentionAt(x, y);
          if (!mention) return card.dispatch({ type: "pointer-off" });
          card.pointAt({ x, y });
          card.dispatch({ type: "pointer-on", mention: mention.key });
        },
        gone: () => card.dispatch({ type: "pointer-off" }),
        tapped(x, y) {
          const mention = session.mentionAt(x, y);
          if (mention) card.dispatch({ type: "activate", mention: mention.key, by: "touch" });
        },
        pressedOutside: () => card.dispatch({ type: "dismiss", returnFocus: false }),
        escaped() {
          const open = card.isOpen();
          card.dispatch({ type: "dismiss", returnFocus: true });
          return open;
        },
      },
      card.isHost,
    ),
  ];

  const answers: { [N in TabCall]: (payload: Received<N>) => Answers[N] | Promise<Answers[N]> } = {
    "tab.state": () => session.state(),
    "tab.jump": ({ id }) => card.jumpTo(id),
    "tab.step": ({ by }) => card.step(by),
    "tab.noteOnSelection": () => card.noteOnSelection(),
    "tab.setDate": ({ day }) => chosen(() => session.choices.setDate(day)),
    "tab.markAnyway": () => chosen(() => session.choices.markAnyway()),
    "tab.refresh": async ({ settings }) => {
      const off = isSiteOff(settings, location.href);
      session.apply(settings, off);
      card.revise();
      if (!off) await refresh();
      return true;
    },
  };
  const listener: MessageListener = (message, sender, respond) => {
    const envelope = message as Envelope<TabCall> | null;
    if (sender.id !== pageApi.runtime.id || !envelope || !Object.hasOwn(answers, envelope.telecomLens))
      return;
    const answer = answers[envelope.telecomLens] as (payload: unknown) => unknown;
    Promise.resolve(answer(envelope.payload)).then(
      (value) => respond({ answer: value }),
      (cause) => respond({ problem: String(cause) }),
    );
    return true;
  };
  pageApi.runtime.onMessage.addListener(listener);

  const stop = () => {
    for (const end of stops) end();
    pageApi.runtime?.onMessage?.removeListener(listener);
    session.clear();
    card.destroy();
    delete world[runningKey];
  };
  world[runningKey] = stop;
  void refresh();
}
