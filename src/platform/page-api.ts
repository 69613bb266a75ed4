/**
 * The few extension calls that run inside a news page. Firefox's `browser` and Chromium's `chrome` both
 * answer them with promises, so the polyfill (about 10 kB in every page) would buy nothing here.
 * See decision 0003.
 */
interface PageApi {
  runtime: {
    id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    getURL(path: string): string;
    onMessage: {
      addListener(listener: MessageListener): void;
      removeListener(listener: MessageListener): void;
    };
  };
  i18n: {
    getMessage(key: string, substitutions?: string | string[]): string;
    getUILanguage(): string;
  };
}

export type MessageListener = (
  message: unknown,
  sender: { id?: string },
  sendResponse: (response: unknown) => void,
) => boolean | undefined;

const scope = globalThis as unknown as { browser?: PageApi; chrome?: PageApi };

/**
 * The browser's own of the two, known when the extension is built: a page can lay an element of such a name there
 * (`<form id="browser">`) where the browser has none, and Firefox makes each part of it when that is first asked for.
 * Called for its result alone, so that a script which does not use it neither asks nor holds it.
 * @throws TypeError on first use where no extension API exists.
 */
export const pageApi = /* @__PURE__ */ (() =>
  import.meta.env.FIREFOX || import.meta.env.SAFARI ? scope.browser : scope.chrome)() as PageApi;
