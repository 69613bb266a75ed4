import type { Browser } from "webextension-polyfill";

/** Chromium's own; the polyfill knows nothing of it. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

/** On which the background hands a file to the document that holds it. */
const channelName = "telecom-lens-file";

/**
 * Gives a file an address for as long as `use` runs. A worker (Chromium) cannot give one: there an invisible document of
 * ours does, `file.html`.
 */
export async function withFileAddress<T>(
  browser: Browser,
  file: Blob,
  use: (url: string) => Promise<T>,
): Promise<T> {
  if (typeof URL.createObjectURL === "function") {
    const url = URL.createObjectURL(file);
    try {
      return await use(url);
    } finally {
      URL.revokeObjectURL(url);
    }
  }
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (!offscreen)
    throw new Error(
      "The browser does not let the extension hold a file. Switch automatic backups off and on again.",
    );
  // One that a stopped worker left behind.
  await offscreen.closeDocument().catch(() => {});
  await offscreen.createDocument({
    url: "file.html",
    reasons: ["BLOBS"],
    justification: "gives a backup of the notes an address, from which the browser saves it",
  });
  const channel = new BroadcastChannel(channelName);
  try {
    const url = await new Promise<string>((resolve, reject) => {
      setTimeout(() => reject(new Error("The file got no address within ten seconds.")), 10_000);
      channel.addEventListener("message", ({ data }) => typeof data === "string" && resolve(data));
      channel.postMessage(file);
    });
    return await use(url);
  } finally {
    channel.close();
    await offscreen.closeDocument().catch(() => {});
  }
}

/** In that document: answers each file with its address. It goes with the document. */
export function holdFiles(): void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener("message", ({ data }) => {
    if (data instanceof Blob) channel.postMessage(URL.createObjectURL(data));
  });
}
