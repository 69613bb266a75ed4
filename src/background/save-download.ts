import { problemWords } from "../core/problem-words.ts";

/** The part of `browser.downloads` that is used. */
export interface Downloads {
  download(options: {
    url: string;
    filename: string;
    conflictAction: "uniquify";
    saveAs: false;
  }): Promise<number>;
  search(query: { id: number }): Promise<DownloadItem[]>;
  removeFile(id: number): Promise<void>;
}

interface DownloadItem {
  state?: string;
  error?: string;
  exists?: boolean;
  /** Bytes on the disk. */
  fileSize?: number;
  /** Where the file lies. */
  filename?: string;
}

/** The file was not saved, or not all of it; the message says what to do. */
export class DownloadError extends Error {
  override name = "DownloadError";
}

/** Milliseconds. */
const pollEvery = 200;
const giveUpAfter = 120_000;

/**
 * Saves a file in the downloads folder and makes sure that all of it is there, as far as the browser tells: a finished
 * download, a file that exists, with as many bytes as were written. It does not let an extension read the file again.
 *
 * @returns the name under which it was saved.
 * @throws DownloadError
 */
export async function saveDownload(
  downloads: Downloads,
  { url, fileName, bytes }: { url: string; fileName: string; bytes: number },
  wait: (milliseconds: number) => Promise<void>,
): Promise<string> {
  let id: number;
  try {
    id = await downloads.download({ url, filename: fileName, conflictAction: "uniquify", saveAs: false });
  } catch (cause) {
    throw new DownloadError(`The browser refused to save the file (${problemWords(cause)}).`, { cause });
  }
  for (let waited = 0; waited <= giveUpAfter; waited += pollEvery) {
    const [item] = await downloads.search({ id });
    if (!item)
      throw new DownloadError("The download was removed from the browser's list before it could be checked.");
    if (item.state === "interrupted") {
      throw new DownloadError(
        `The browser could not save the file (${item.error ?? "no reason given"}). Is the disk full, or the downloads folder gone?`,
      );
    }
    if (item.state === "complete") {
      if (item.exists !== false && item.fileSize === bytes)
        return item.filename?.split(/[\\/]/).at(-1) ?? fileName;
      // A part of a backup must not lie there as if it were one.
      await downloads.removeFile(id).catch(() => {});
      throw new DownloadError(
        `The saved file has ${item.exists === false ? 0 : (item.fileSize ?? 0)} bytes instead of ${bytes}, so it does not count. Free some disk space and back up again.`,
      );
    }
    await wait(pollEvery);
  }
  throw new DownloadError("The browser has not finished saving the file after two minutes.");
}
