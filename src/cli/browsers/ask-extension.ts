import type { Page } from "puppeteer-core";
import type {
  Answers,
  Envelope,
  InterfaceCall,
  PageSummary,
  Payload,
  Reply,
} from "../../messaging/protocol.ts";
import type { OpenedExtension } from "./open-extension.ts";

/** Asks the background what the popup and the options page may ask, from a page of the extension. */
export interface Asker {
  /** The extension's page that asks; it has the whole extension API. */
  page: Page;
  ask<N extends InterfaceCall>(name: N, payload: Payload<N>): Promise<Answers[N]>;
  /** The browser's number for the tab with this address. @throws Error when there is none. */
  tabIdOf(url: string): Promise<number>;
  /** The tabs' numbers in their order, for pages whose address the extension may not see. */
  tabIds(): Promise<number[]>;
  /**
   * Waits until our script has finished with a page: the same answer, not "no script there", for half a second.
   * @returns the last answer when the time (milliseconds) is up.
   */
  settled(url: string, timeout?: number): Promise<PageSummary>;
  close(): Promise<void>;
}

interface ExtensionApi {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens the options page, which stays in a tab of its own until `close`. */
export async function openAsker(extension: OpenedExtension): Promise<Asker> {
  // A section that asks the background for nothing of its own accord, after it is there.
  const page: Page = await extension.openExtensionPage("options.html#reading");
  const asker: Asker = {
    page,
    ask: async (name, payload) => {
      const envelope = { telecomLens: name, payload } as Envelope;
      const reply = (await page.evaluate((message) => {
        const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        return (scope.browser ?? scope.chrome).runtime.sendMessage(message);
      }, envelope)) as Reply<typeof name> | undefined;
      if (reply && "answer" in reply) return reply.answer;
      throw new Error(`${name}: ${reply?.problem ?? "no answer from the background"}`);
    },
    tabIdOf: async (url) => {
      const id = await page.evaluate(async (wanted) => {
        const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        const tabs = await (scope.browser ?? scope.chrome).tabs.query({});
        return tabs.find((tab) => tab.url === wanted)?.id;
      }, url);
      if (id === undefined) throw new Error(`No tab shows ${url}, or the extension may not see it.`);
      return id;
    },
    tabIds: () =>
      page.evaluate(async () => {
        const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
        return (await (scope.browser ?? scope.chrome).tabs.query({})).flatMap(({ id }) => id ?? []);
      }),
    settled: async (url, timeout = 15_000) => {
      const deadline = Date.now() + timeout;
      const tabId = await asker.tabIdOf(url);
      let before = "";
      let since = Date.now();
      for (;;) {
        const summary = await asker.ask("ui.page", { tabId });
        const shown = JSON.stringify(summary);
        if (shown !== before) since = Date.now();
        before = shown;
        // A page that will be marked says at first that it is none: give it longer to change its mind.
        const patience =
          summary.state === "article" && summary.entities.length > 0
            ? 400
            : summary.state === "no-access"
              ? 5_000
              : 1_500;
        if (Date.now() - since >= patience || Date.now() > deadline) return summary;
        await pause(100);
      }
    },
    close: () => page.close(),
  };
  return asker;
}
